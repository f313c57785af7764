#include "report/ledger_sheet.h"

#include <map>

#include "base/csv.h"
#include "outreach/ledger.h"
#include "report/spreadsheet_text.h"

namespace xy::report {
namespace {

using outreach::LedgerEntry;
using outreach::Precision;

std::string word_of(Precision precision) {
    switch (precision) {
        case Precision::about:
            return "约";
        case Precision::over:
            return "余";
        case Precision::more:
            return "多";
        case Precision::exact:
            break;
    }
    return "";
}

}  // namespace

std::string ledger_sheet(std::span<const outreach::Event> events, std::span<const LedgerEntry> entries) {
    std::string text(byte_order_mark);
    append_csv_record(text, {"活动", "地点", "日期", "计量项", "数量", "单位", "约数", "记录条数"});
    for (const outreach::Event& event : events) {
        std::map<std::string, const LedgerEntry*> measures;
        for (const LedgerEntry& entry : entries)
            if (entry.event == event.id && !entry.undone) measures[entry.measure] = &entry;
        for (const auto& [measure, entry] : measures) {
            const outreach::LedgerTotal total = outreach::total_of(entries, event.id, measure);
            append_csv_record(
                text, {neutralized(event.name.zh), neutralized(event.place.zh), event.day,
                       neutralized(entry->title.zh), std::to_string(total.amount),
                       neutralized(entry->unit.zh), word_of(total.precision), std::to_string(total.entries)});
        }
    }
    return text;
}

}  // namespace xy::report
