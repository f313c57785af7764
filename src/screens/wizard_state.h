// The wizard of the first start (开机设置): one thing a screen, and never a question to a visitor.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "access/pin.h"
#include "base/clock.h"

namespace xy::screens {

struct WizardState {
    /// In this order.
    enum class Step { date, device, place, pins, programme, trial };

    Step step = Step::date;
    access::Role role = access::Role::organizer;  ///< whose panel it leads to
    LocalMinute now;                              ///< by the kiosk's clock
    std::chrono::minutes correction{0};           ///< of it, not yet asked for
    bool waits = false;                           ///< for the clock to be set
    std::string digits = {};                      ///< of the number of the device, as typed
    std::string letters = {};                     ///< first letters of a place
    bool writing = false;                         ///< the place is written in own words
    std::string own_place = {};
    std::size_t page = 0;  ///< of the places found
    bool failed = false;   ///< what was asked for did not reach the disk
};

inline constexpr std::size_t wizard_steps = 6;

}  // namespace xy::screens
