#include "content/sheet_json.h"

#include <nlohmann/json.hpp>

namespace xy::content {

std::string to_json(const outreach::Sheet& sheet) {
    using Json = nlohmann::ordered_json;
    Json json = {{"event", sheet.event.id},
                 {"event_name_zh", sheet.event.name.zh},
                 {"event_name_en", sheet.event.name.en},
                 {"place_zh", sheet.event.place.zh},
                 {"place_en", sheet.event.place.en},
                 {"venue", sheet.event.venue},
                 {"day", sheet.event.day},
                 {"state", std::string(code(sheet.event.state))},
                 {"started", sheet.started},
                 {"completed", sheet.completed},
                 {"abandoned", sheet.abandoned},
                 {"timed_out", sheet.timed_out},
                 {"right_answers", sheet.right_answers},
                 {"answered_items", sheet.answered_items},
                 {"skipped_items", sheet.skipped_items},
                 {"pledges_given", sheet.pledges_given},
                 {"pledges_asked", sheet.pledges_asked},
                 {"practice", sheet.practice},
                 {"median_ms", sheet.median_ms ? Json(*sheet.median_ms) : Json(nullptr)},
                 {"hours", Json::array()},
                 {"topics", Json::array()},
                 {"ledger", Json::array()}};
    for (const outreach::HourCount& hour : sheet.hours)
        json["hours"].push_back({{"hour", hour.hour}, {"started", hour.started}});
    for (const outreach::TopicCount& topic : sheet.topics)
        json["topics"].push_back({{"topic", topic.topic},
                                  {"title_zh", topic.title.zh},
                                  {"title_en", topic.title.en},
                                  {"right", topic.right},
                                  {"answered", topic.answered}});
    for (const outreach::LedgerLine& line : sheet.ledger)
        json["ledger"].push_back({{"measure", line.measure},
                                  {"title_zh", line.title.zh},
                                  {"title_en", line.title.en},
                                  {"unit_zh", line.unit.zh},
                                  {"unit_en", line.unit.en},
                                  {"amount", line.total.amount},
                                  {"precision", std::string(code(line.total.precision))},
                                  {"entries", line.total.entries}});
    return json.dump(2) + '\n';
}

}  // namespace xy::content
