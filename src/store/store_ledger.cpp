// The ledger (活动台账) in the store.
#include <map>

#include "outreach/personal_data.h"
#include "store/connection.h"
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
            .note = text(9),
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

void insert(Connection& connection, const LedgerEntry& entry) {
    SQLite::Statement& put = connection.statement(sql::put_entry);
    put.bindNoCopy(1, entry.id.bytes.data(), static_cast<int>(entry.id.bytes.size()));
    int column = 1;
    for (const std::string& text :
         {entry.event, entry.measure, entry.title.zh, entry.title.en, entry.unit.zh, entry.unit.en})
        put.bind(++column, text);
    put.bind(8, entry.amount);
    put.bind(9, std::string(code(entry.precision)));
    put.bind(10, entry.note);
    put.bind(11, entry.undone ? 1 : 0);
    connection.run(put);
}

}  // namespace

void Store::add_to_ledger(const LedgerEntry& entry) {
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
        insert(*connection_, entry);
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
        SQLite::Statement& undo = connection_->statement(sql::undo_entry);
        undo.bindNoCopy(1, id.bytes.data(), static_cast<int>(id.bytes.size()));
        connection_->run(undo);
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
