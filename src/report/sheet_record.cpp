#include "report/sheet_record.h"

#include <cstdint>
#include <utility>

#include "outreach/internal_mark.h"

namespace xy::report {
namespace {

using json::Cell;
using json::List;
using json::Record;

using outreach::ShownSheet;

/// null: withheld.
Cell cell_of(const ShownSheet::Count& count) {
    return count ? Cell(*count) : Cell(nullptr);
}

List hours_of(const ShownSheet& sheet) {
    List hours;
    for (const ShownSheet::Hour& hour : sheet.hours)
        hours.emplace_back(Record{{"hour", std::int64_t{hour.hour}}, {"started", cell_of(hour.started)}});
    return hours;
}

List topics_of(const ShownSheet& sheet) {
    List topics;
    for (const ShownSheet::Topic& topic : sheet.topics)
        topics.emplace_back(Record{{"topic", topic.topic},
                                   {"title_zh", topic.title.zh},
                                   {"title_en", topic.title.en},
                                   {"right", cell_of(topic.right)},
                                   {"answered", cell_of(topic.answered)}});
    return topics;
}

List ledger_of(const ShownSheet& sheet) {
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

Record sheet_record(const ShownSheet& sheet) {
    return {{"profile", sheet.internal ? outreach::internal_profile() : outreach::public_profile()},
            {"event", sheet.event.id},
            {"event_name_zh", sheet.event.name.zh},
            {"event_name_en", sheet.event.name.en},
            {"place_zh", sheet.event.place.zh},
            {"place_en", sheet.event.place.en},
            {"venue", sheet.event.venue},
            {"day", sheet.event.day},
            {"state", std::string(code(sheet.event.state))},
            {"started", cell_of(sheet.started)},
            {"completed", cell_of(sheet.completed)},
            {"abandoned", cell_of(sheet.abandoned)},
            {"timed_out", cell_of(sheet.timed_out)},
            {"right_answers", cell_of(sheet.right_answers)},
            {"answered_items", cell_of(sheet.answered_items)},
            {"skipped_items", cell_of(sheet.skipped_items)},
            {"pledges_given", cell_of(sheet.pledges_given)},
            {"pledges_asked", cell_of(sheet.pledges_asked)},
            {"practice", sheet.practice},
            {"median_ms", sheet.median_ms ? Cell(*sheet.median_ms) : Cell(nullptr)},
            {"hours", hours_of(sheet)},
            {"topics", topics_of(sheet)},
            {"ledger", ledger_of(sheet)}};
}

}  // namespace xy::report
