// The way through a visit: from the attract screen through the programme's pages and back.
//
// Pure: what is seen of the world comes in with Booth and Moment, what is wanted of it goes out as effects.
// An answer is acknowledged (the next page shows) only after the store has confirmed it.
#pragma once

#include <optional>
#include <vector>

#include "screens/action.h"
#include "screens/kiosk_state.h"

namespace xy::screens {

/// The state at rest: attract screen, or the first page where the programme has no welcome.
KioskState at_rest(const Booth& booth, const Moment& moment);

/// The one way in which what surrounds a visit changes: between visits, by the staff. Call it with every
/// action before update().
void rearrange(Booth& booth, const KioskState& state, const Action& action);

/// What to ask of the store when the program has started; BoothKnown then asks for the day's count.
std::vector<Effect> start_up();

std::vector<Effect> update(KioskState& state, const Action& action, const Booth& booth, const Moment& moment);

/// When the next Tick is due (steady time), so that the loop can sleep until then.
Milliseconds next_tick(const KioskState& state, const Booth& booth, const Moment& moment);

/// How long a visitor may sit without a touch on this screen: Timing::idle, and more where there is much to
/// read.
Milliseconds patience(const KioskState& state, const Booth& booth);

}  // namespace xy::screens
