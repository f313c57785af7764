#include "report/ledger_sheet.h"

#include <map>

#include "document/csv_sheet.h"
#include "outreach/internal_mark.h"
#include "outreach/ledger.h"

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
    document::Table table{
        {{"活动"}, {"地点"}, {"日期"}, {"计量项"}, {"数量", true}, {"单位"}, {"约数"}, {"记录条数", true}},
        {}};
    for (const outreach::Event& event : events) {
        std::map<std::string, const LedgerEntry*> measures;
        for (const LedgerEntry& entry : entries)
            if (entry.event == event.id && !entry.undone) measures[entry.measure] = &entry;
        for (const auto& [measure, entry] : measures) {
            const outreach::LedgerTotal total = outreach::total_of(entries, event.id, measure);
            table.rows.push_back({{event.name.zh},
                                  {event.place.zh},
                                  {event.day},
                                  {entry->title.zh},
                                  {std::to_string(total.amount)},
                                  {entry->unit.zh},
                                  {word_of(total.precision)},
                                  {std::to_string(total.entries)}});
        }
    }
    return document::csv_sheet(table, outreach::internal_mark(Language::zh));
}

}  // namespace xy::report
