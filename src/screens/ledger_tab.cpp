#include "screens/ledger_tab.h"

#include <algorithm>
#include <charconv>

#include "outreach/personal_data.h"
#include "screens/panel_steps.h"

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

PanelNote note_of(LedgerFault fault) {
    return fault == LedgerFault::too_large ? PanelNote::too_large : PanelNote::negative_total;
}

/// Removes the last character of UTF-8 text.
void erase_last(std::string& utf8) {
    while (!utf8.empty() && (static_cast<unsigned char>(utf8.back()) & 0xC0U) == 0x80U) utf8.pop_back();
    if (!utf8.empty()) utf8.pop_back();
}

void pad_done(PanelState& panel, bool sure, const Turn& turn) {
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
               sure, turn);
    if (panel.note == PanelNote::saved) panel.pad.reset();
}

}  // namespace

std::int64_t Pad::amount() const {
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

void add_amount(PanelState& panel, const outreach::LedgerEntry& wanted, bool sure, const Turn& turn) {
    const outreach::Event* event = panel.open_event();
    const outreach::Measure* measure = turn.setup.measure(wanted.measure);
    if (event == nullptr || measure == nullptr) return;
    if (const auto fault = outreach::fault_of(wanted.amount, total_of(panel, wanted.measure))) {
        if (*fault != LedgerFault::zero) panel.note = note_of(*fault);
        return;
    }
    if (outreach::personal_number_in(wanted.note)) {
        panel.note = PanelNote::personal_number;
        return;
    }
    if (!sure && std::abs(wanted.amount) > outreach::surprising_amount) {
        panel.asking = Asking{Confirmation::large_amount, PadDone{}};
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

bool tap_pad(PanelState& panel, const PanelTap& tap, bool sure, const Turn& turn) {
    if (!panel.pad) return false;
    Pad& pad = *panel.pad;
    if (const auto* digit = std::get_if<Digit>(&tap)) {
        if (pad.digits.size() < most_digits) pad.digits += static_cast<char>('0' + digit->value);
    } else if (std::holds_alternative<Erase>(tap)) {
        if (!pad.digits.empty()) pad.digits.pop_back();
    } else if (const auto* precision = std::get_if<PickPrecision>(&tap)) {
        pad.precision = precision->precision;
    } else if (const auto* text = std::get_if<TypeText>(&tap)) {
        if (text->utf8 == "\b")
            erase_last(pad.note);
        else if (pad.note.size() + text->utf8.size() <= longest_note)
            pad.note += text->utf8;
    } else if (std::holds_alternative<PadDone>(tap)) {
        pad_done(panel, sure, turn);
    } else {
        return false;
    }
    return true;
}

}  // namespace xy::screens
