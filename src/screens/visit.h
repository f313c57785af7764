// Steps of a visit that update() is made of. Each changes the state and appends the effects it wants.
#pragma once

#include <optional>
#include <vector>

#include "screens/kiosk_state.h"

namespace xy::screens {

struct Turn {
    KioskState& state;
    const Setup& setup;
    const Moment& moment;
    std::vector<Effect>& effects;
};

/// The screen that a step leads to; nothing where the one on the screen stays. No step puts it there itself:
/// who called it may hold a reference into the screen that it replaces. update() does, when all is done.
using NextScreen = std::optional<Screen>;

/// Whether a visit begins with the question who they are: not where there is nothing to choose.
bool asks_who(const Turn& turn);

/// Asks who they are; begins at once where there is nothing to choose.
NextScreen start(const Turn& turn);

/// Draws the paper and asks for the session to be begun; its first page shows once that is saved.
void begin_visit(const Turn& turn, std::string audience);

/// Draws the paper and gives its first page at once; the session begins with the first answer. For programmes
/// that have neither a welcome nor an audience.
NextScreen first_page(const Turn& turn);

/// The card on the screen was read. Nothing of it is kept, but somebody is there: the session begins, if it
/// has not.
NextScreen leave_card(const Turn& turn);

/// Takes an answer to the question on the screen.
void give_answer(const Turn& turn, const QuestionState& asked, quiz::OptionSet chosen);

/// The next page; ends the visit as completed when only the result, or nothing, is left.
NextScreen next_page(const Turn& turn);

/// Everything asked for has been saved: acknowledge it by going on.
NextScreen go_on(const Turn& turn);

/// Ends the visit for a reason of the visitor's own and returns to rest.
Screen end_visit(const Turn& turn, quiz::Outcome outcome);

/// Back to rest; what is not yet saved stays remembered.
Screen rest(const Turn& turn);

/// The missed item that the review has reached, or the result after the last one.
Screen review(const Turn& turn);

/// Whether what the visitor does is kept: only at an open event.
bool is_kept(const Setup& setup);

/// Asks the store for something that must be confirmed. Without an open event nothing is asked: it is
/// practice.
void ask_store(const Turn& turn, Effect effect);

}  // namespace xy::screens
