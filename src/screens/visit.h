// Steps of a visit that update() is made of. Each changes the state and appends the effects it wants.
#pragma once

#include <vector>

#include "screens/kiosk_state.h"

namespace xy::screens {

struct Turn {
    KioskState& state;
    const Setup& setup;
    const Moment& moment;
    std::vector<Effect>& effects;
};

/// Asks who they are; begins at once where there is nothing to choose.
void start(const Turn& turn);

/// Draws the paper and asks for the session to be begun; its first page shows once that is saved.
void begin_visit(const Turn& turn, std::string audience);

/// Draws the paper and shows its first page at once; the session begins with the first answer. For programmes
/// that have neither a welcome nor an audience.
void show_first_page(const Turn& turn);

/// The card on the screen was read. Nothing of it is kept, but somebody is there: the session begins, if it
/// has not.
void leave_card(const Turn& turn);

/// Takes an answer to the question on the screen.
void give_answer(const Turn& turn, quiz::OptionSet chosen);

/// Shows the next page, or ends the visit as completed when only the result, or nothing, is left.
void next_page(const Turn& turn);

/// Everything asked for has been saved: acknowledge it by going on.
void go_on(const Turn& turn);

/// Ends the visit for a reason of the visitor's own and returns to rest.
void end_visit(const Turn& turn, quiz::Outcome outcome);

/// Back to rest; what is not yet saved stays remembered.
void rest(const Turn& turn);

/// The missed item that the review has reached, or the result after the last one.
void show_review(const Turn& turn);

/// Whether what the visitor does is kept: only at an open event.
bool is_kept(const Setup& setup);

/// Asks the store for something that must be confirmed. Without an open event nothing is asked: it is
/// practice.
void ask_store(const Turn& turn, Effect effect);

}  // namespace xy::screens
