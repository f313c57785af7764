// The question screen: one item, 2 to 6 options; also a survey statement.
#pragma once

#include <optional>

#include "base/clock.h"
#include "quiz/paper.h"
#include "screens/action.h"

namespace xy::screens {

struct QuestionState {
    quiz::AskPage page;
    LocalizedText topic;
    int number = 1;      ///< place among all that the visit asks, from 1
    int total = 1;       ///< of the visit, survey included
    bool noted = false;  ///< the answer before it was kept, and nothing was said about it
    quiz::OptionSet chosen = 0;
    bool saving = false;  ///< the answer is on its way to the disk; taps are ignored
    Milliseconds shown_at{0};

    bool survey() const { return page.phase == quiz::Phase::survey; }
    bool several() const { return quiz::takes_several(page.item->kind); }
    /// Whether the option at this place on the screen is chosen.
    bool is_chosen(std::size_t shown) const;
    bool can_confirm() const { return several() && chosen != 0 && !saving; }
};

/// The answer that the visitor has now given (0 for skipped or declined), or nothing while they are choosing.
std::optional<quiz::OptionSet> update(QuestionState& state, const Action& action);

}  // namespace xy::screens
