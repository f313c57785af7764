// The wizard of the first start: date and time, number of the device, place, PINs, programme, one visit to
// try.
#pragma once

#include <string>
#include <vector>

#include "screens/visit.h"

namespace xy::screens {

/// From the panel of `role`, or at the first start as the organizer's.
Screen open_wizard(access::Role role, const Turn& turn, WizardState::Step step = WizardState::Step::date);
NextScreen tap_wizard(WizardState& wizard, const Action& action, const Turn& turn);
void on_wizard_event(WizardState& wizard, const PanelEvent& event, const Turn& turn);
/// Its clock goes on. Back to rest when it is left alone.
NextScreen tick_wizard(WizardState& wizard, const Turn& turn);
Milliseconds next_tick_of_wizard(const KioskState& state, const Setup& setup, Milliseconds now);

/// What a tap changes around the visits; before tap_wizard().
void on_wizard_tap(Setup& setup, const WizardState& wizard, const PanelTap& tap);

/// The date and time that the wizard shows: that of the kiosk and what has been changed.
LocalMinute shown_time(const WizardState& wizard);
/// The places whose initials begin with the letters typed.
struct FoundPlaces {
    std::vector<std::size_t> indices;  ///< into Setup::places; the lowest levels first
    std::string next;                  ///< initials that follow the letters; '?' may be any

    /// Whether any place would be left after this letter.
    bool leads_on(char letter) const { return next.find_first_of({letter, '?'}) != std::string::npos; }
};
FoundPlaces found_places(const WizardState& wizard, const Setup& setup);
/// The number of the device that the step shows: typed, chosen before, or of the configuration.
std::string shown_device(const WizardState& wizard, const Setup& setup);

}  // namespace xy::screens
