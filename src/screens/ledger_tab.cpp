#include "screens/ledger_tab.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "outreach/personal_data.h"

namespace xy::screens {
namespace {

using outreach::LedgerFault;

/// Longer notes do not fit on a sheet.
constexpr std::size_t longest_note = 120;
constexpr std::size_t most_digits = 12;

std::int64_t total_of(const PanelState& panel, const std::string& measure) {
    for (const outreach::LedgerLine& line : panel.facts.totals)
        if (line.measure == measure) return line.total.amount;
    return 0;
}

PanelNote note_of(outreach::PersonalData found) {
    if (found == outreach::PersonalData::contact) return PanelNote::personal_contact;
    if (found == outreach::PersonalData::person) return PanelNote::personal_name;
    return PanelNote::personal_number;
}

PanelNote note_of(LedgerFault fault) {
    return fault == LedgerFault::too_large ? PanelNote::too_large : PanelNote::negative_total;
}

}  // namespace

std::int64_t Pad::amount() const {
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

void add_amount(PanelState& panel, const outreach::LedgerEntry& wanted, Agreed agreed, const Turn& turn) {
    const outreach::Event* event = panel.open_event();
    const outreach::Measure* measure = turn.setup.measure(wanted.measure);
    if (event == nullptr || measure == nullptr) return;
    if (const auto fault = outreach::fault_of(wanted.amount, total_of(panel, wanted.measure))) {
        if (*fault != LedgerFault::zero) panel.note = note_of(*fault);
        return;
    }
    if (const auto found = outreach::personal_data_in(wanted.note)) {
        panel.note = note_of(*found);
        return;
    }
    if (agreed == Agreed::no && std::abs(wanted.amount) > outreach::surprising_amount) {
        panel.asking = Asking{Confirmation::large_amount, PanelButton::pad_done};
        return;
    }
    outreach::LedgerEntry entry = wanted;
    entry.id = turn.moment.fresh_id;
    entry.event = event->id;
    entry.title = measure->title;
    entry.unit = measure->unit;
    request(AddEntry{std::move(entry)}, turn);
    refresh(panel, turn);
    panel.note = PanelNote::saved;
}

void type_digit(Pad& pad, int digit) {
    if (pad.digits.size() < most_digits) pad.digits += static_cast<char>('0' + digit);
}

void erase_digit(Pad& pad) {
    if (!pad.digits.empty()) pad.digits.pop_back();
}

void type_note(Pad& pad, const std::string& utf8) {
    if (utf8 == "\b")
        erase_last_character(pad.note);
    else if (pad.note.size() + utf8.size() <= longest_note)
        pad.note += utf8;
}

void finish_pad(PanelState& panel, Agreed agreed, const Turn& turn) {
    if (!panel.pad) return;
    const Pad pad = *panel.pad;
    add_amount(panel,
               {.id = {},
                .event = {},
                .measure = pad.measure,
                .title = {},
                .unit = {},
                .amount = pad.amount(),
                .precision = pad.precision,
                .note = pad.note},
               agreed, turn);
    if (panel.note == PanelNote::saved) panel.pad.reset();
}

}  // namespace xy::screens
