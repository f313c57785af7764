// The ledger (活动台账) in the store.
#include <map>

#include "base/plain_text.h"
#include "outreach/personal_data.h"
#include "store/connection.h"
#include "store/row_rules.h"
#include "store/sql.h"

namespace xy::store {
namespace {

using outreach::LedgerEntry;
using outreach::LedgerFault;

LedgerEntry entry_in(const Rows& row) {
    const auto text = [&](int column) { return std::string(row.text(column)); };
    return {.id = row.id(0),
            .event = text(1),
            .measure = text(2),
            .title = {text(3), text(4)},
            .unit = {text(5), text(6)},
            .amount = row.integer(7),
            .precision = outreach::parse_precision(row.text(8)).value_or(outreach::Precision::exact),
            .note = made_valid(row.text(9)),
            .undone = row.integer(10) != 0};
}

std::optional<LedgerEntry> entry_by_id(Connection& connection, const RandomId& id) {
    Rows row = connection.rows(sql::ledger_entry);
    row.bind(1, id);
    if (!row.next()) return std::nullopt;
    return entry_in(row);
}

std::string_view reason_of(LedgerFault fault) {
    switch (fault) {
        case LedgerFault::zero:
            return "an entry of 0 says nothing";
        case LedgerFault::negative_total:
            return "the total would fall under 0";
        case LedgerFault::too_large:
            break;
    }
    return "the amount is larger than any event could have";
}

/// A note that was written elsewhere, perhaps by an earlier version, was looked at by who reads it here.
void check_entry(const LedgerEntry& entry, std::int64_t total, bool written_here) {
    if (const auto fault = outreach::fault_of(entry.amount, total)) refuse(std::string(reason_of(*fault)));
    if (!written_here) return;
    if (const auto found = outreach::personal_data_in(entry.note))
        refuse("the note seems to hold " + std::string(outreach::describe(*found)) +
               "; a note names nobody: take it out");
}

}  // namespace

void Store::add_to_ledger(const LedgerEntry& entry) {
    check_row(entry);
    connection_->atomically([&] {
        if (const auto known = entry_by_id(*connection_, entry.id)) {
            LedgerEntry same = *known;
            same.undone = entry.undone;
            if (same != entry) refuse("another ledger entry has the id " + to_hex(entry.id));
            if (entry.undone && !known->undone) undo_in_ledger(entry.id);
            return;
        }
        // Undone entries, and the order of an import, say nothing about the total yet.
        if (!connection_->in_bulk() && !entry.undone)
            check_entry(entry, outreach::total_of(ledger_of(entry.event), entry.event, entry.measure).amount,
                        !connection_->in_bulk());
        connection_->run(sql::put_entry, entry.id, entry.event, entry.measure, entry.title.zh, entry.title.en,
                         entry.unit.zh, entry.unit.en, entry.amount, std::string(code(entry.precision)),
                         entry.note, entry.undone);
    });
}

void Store::undo_in_ledger(const RandomId& id) {
    connection_->atomically([&] {
        const auto entry = entry_by_id(*connection_, id);
        if (!entry) refuse("there is no ledger entry " + to_hex(id));
        if (entry->undone) return;
        const auto total = outreach::total_of(ledger_of(entry->event), entry->event, entry->measure);
        if (!connection_->in_bulk() && total.amount - entry->amount < 0)
            refuse(std::string(reason_of(LedgerFault::negative_total)));
        connection_->run(sql::undo_entry, id);
    });
}

std::vector<LedgerEntry> Store::ledger_of(std::string_view event) {
    std::vector<LedgerEntry> entries;
    Rows row = connection_->rows(sql::ledger_of);
    row.bind(1, event);
    while (row.next()) entries.push_back(entry_in(row));
    return entries;
}

std::vector<LedgerEntry> Store::ledger() {
    std::vector<LedgerEntry> entries;
    for (Rows row = connection_->rows(sql::ledger); row.next();) entries.push_back(entry_in(row));
    return entries;
}

}  // namespace xy::store
