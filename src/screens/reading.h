// The second half of a double touch, or a second child's finger, must not answer the next question unread:
// what goes on from a new page of a visit waits until it can have been read (Timing::reading). Whatever it is
// given with: a finger, a mouse, a key.
#pragma once

#include "screens/action.h"
#include "screens/kiosk_state.h"

namespace xy::screens {

/// Whether this tap says that the page was read: an answer, a choice, on to the next page. The language, the
/// size of the text and the ways out do not.
bool needs_reading(const Action& action);

/// Whether the page on the screen appeared too short a time ago. Never on the first screen and on those of
/// the staff.
bool is_reading(const KioskState& state, const Setup& setup, Milliseconds now);

}  // namespace xy::screens
