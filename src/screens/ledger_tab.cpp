#include "screens/ledger_tab.h"

#include <algorithm>
#include <charconv>

#include "base/plain_text.h"
#include "base/utf8.h"
#include "outreach/personal_data.h"

namespace xy::screens {
namespace {

using outreach::LedgerFault;

/// Longer notes do not fit on a sheet.
constexpr std::size_t longest_note = 120;
/// Nobody hands out ten million of anything; and more would not fit beside the sum.
constexpr std::size_t most_digits = 7;

PanelNote note_of(outreach::PersonalData found) {
    if (found == outreach::PersonalData::contact) return PanelNote::personal_contact;
    if (found == outreach::PersonalData::person) return PanelNote::personal_name;
    return PanelNote::personal_number;
}

PanelNote note_of(LedgerFault fault) {
    return fault == LedgerFault::too_large ? PanelNote::too_large : PanelNote::negative_total;
}

}  // namespace

std::int64_t Pad::typed() const {
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

outreach::LedgerTotal PanelState::total_of(const std::string& measure) const {
    for (const outreach::LedgerLine& line : facts.totals)
        if (line.measure == measure) return line.total;
    return {};
}

outreach::Precision PanelState::least_precision() const {
    return pad && pad->replaces ? total_of(pad->measure).precision : outreach::Precision::exact;
}

void add_amount(PanelState& panel, const outreach::LedgerEntry& wanted, Agreed agreed, const PanelTap& again,
                const Turn& turn) {
    const outreach::Event* event = panel.open_event();
    const outreach::Measure* measure = turn.setup.measure(wanted.measure);
    if (event == nullptr || measure == nullptr) return;
    if (const auto fault = outreach::fault_of(wanted.amount, panel.total_of(wanted.measure).amount)) {
        if (*fault != LedgerFault::zero) panel.note = note_of(*fault);
        return;
    }
    if (const auto found = outreach::personal_data_in(wanted.note)) {
        panel.note = note_of(*found);
        return;
    }
    if (agreed == Agreed::no && outreach::is_surprising(wanted.amount, panel.facts.entries, wanted.measure)) {
        panel.asking = Asking{Confirmation::large_amount, again};
        return;
    }
    outreach::LedgerEntry entry = wanted;
    entry.id = turn.moment.fresh_id;
    entry.event = event->id;
    entry.title = measure->title;
    entry.unit = measure->unit;
    const bool replaces = panel.tab == Tab::ledger && panel.pad && panel.pad->replaces;
    request_change(
        panel, AddEntry{std::move(entry), replaces ? std::optional(panel.pad->typed()) : std::nullopt}, turn);
    refresh(panel, turn);
    panel.note = PanelNote::saved;
}

void undo_entry(PanelState& panel, const RandomId& id, const Turn& turn) {
    for (const outreach::LedgerEntry& entry : panel.facts.entries)
        if (entry.id == id && panel.total_of(entry.measure).amount < entry.amount) {
            panel.note = PanelNote::negative_total;
            return;
        }
    request_change(panel, MarkUndone{id}, turn);
    refresh(panel, turn);
}

void open_ledger(PanelState& panel, const Turn& turn) {
    if (!turn.setup.measures.empty()) panel.pad = Pad{turn.setup.measures.front().id};
}

void pick_measure(PanelState& panel, const std::string& measure, const Turn& turn) {
    if (panel.tab == Tab::ledger && turn.setup.measure(measure) != nullptr) panel.pad = Pad{measure};
}

void replace_total(PanelState& panel, bool replaces) {
    panel.pad->replaces = replaces;
    panel.pad->precision =
        replaces ? std::max(panel.pad->precision, panel.least_precision()) : outreach::Precision::exact;
}

void type_digit(Pad& pad, int digit) {
    if (pad.digits == "0") pad.digits.clear();
    if (pad.digits.size() < most_digits) pad.digits += static_cast<char>('0' + digit);
}

void erase_digit(Pad& pad) {
    if (!pad.digits.empty()) pad.digits.pop_back();
}

void type_note(Pad& pad, const std::string& utf8) {
    if (utf8 == "\b")
        erase_last_character(pad.note);
    else if (!fault_of(utf8, Lines::one) && pad.note.size() + utf8.size() <= longest_note)
        pad.note += utf8;
}

void finish_pad(PanelState& panel, Agreed agreed, const Turn& turn) {
    if (!panel.pad) return;
    const Pad pad = *panel.pad;
    const std::int64_t total = panel.total_of(pad.measure).amount;
    if (!pad.says_something(total)) return;
    add_amount(panel,
               {.id = {},
                .event = {},
                .measure = pad.measure,
                .title = {},
                .unit = {},
                .amount = pad.amount(total),
                .precision = pad.precision,
                .note = std::string(trimmed(pad.note))},
               agreed, PanelButton::pad_done, turn);
    if (panel.note == PanelNote::saved) panel.pad = Pad{pad.measure};
}

}  // namespace xy::screens
