#include "report/sheet_record.h"

#include <cstdint>
#include <utility>

namespace xy::report {
namespace {

using json::Cell;
using json::List;
using json::Record;

List hours_of(const outreach::Sheet& sheet) {
    List hours;
    for (const outreach::HourCount& hour : sheet.hours)
        hours.emplace_back(Record{{"hour", std::int64_t{hour.hour}}, {"started", hour.started}});
    return hours;
}

List topics_of(const outreach::Sheet& sheet) {
    List topics;
    for (const outreach::TopicCount& topic : sheet.topics)
        topics.emplace_back(Record{{"topic", topic.topic},
                                   {"title_zh", topic.title.zh},
                                   {"title_en", topic.title.en},
                                   {"right", topic.right},
                                   {"answered", topic.answered}});
    return topics;
}

List ledger_of(const outreach::Sheet& sheet) {
    List lines;
    for (const outreach::LedgerLine& line : sheet.ledger)
        lines.emplace_back(Record{{"measure", line.measure},
                                  {"title_zh", line.title.zh},
                                  {"title_en", line.title.en},
                                  {"unit_zh", line.unit.zh},
                                  {"unit_en", line.unit.en},
                                  {"amount", line.total.amount},
                                  {"precision", std::string(code(line.total.precision))},
                                  {"entries", line.total.entries}});
    return lines;
}

}  // namespace

Record sheet_record(const outreach::Sheet& sheet) {
    return {{"event", sheet.event.id},
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
            {"median_ms", sheet.median_ms ? Cell(*sheet.median_ms) : Cell(nullptr)},
            {"hours", hours_of(sheet)},
            {"topics", topics_of(sheet)},
            {"ledger", ledger_of(sheet)}};
}

}  // namespace xy::report
