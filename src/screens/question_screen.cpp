#include "screens/question_screen.h"

namespace xy::screens {
namespace {

std::optional<quiz::OptionSet> pick(QuestionState& state, std::size_t shown) {
    if (shown >= state.page.order.size()) return std::nullopt;
    const quiz::OptionSet bit = quiz::OptionSet{1} << state.page.order[shown];
    if (state.several()) {
        state.chosen ^= bit;
        return std::nullopt;
    }
    state.chosen = bit;
    return bit;
}

}  // namespace

bool QuestionState::is_chosen(std::size_t shown) const {
    return shown < page.order.size() && ((chosen >> page.order[shown]) & 1U) != 0;
}

std::optional<quiz::OptionSet> update(QuestionState& state, const Action& action) {
    if (state.saving) return std::nullopt;
    std::optional<quiz::OptionSet> given;
    if (const auto* choice = std::get_if<Pick>(&action)) {
        given = pick(state, choice->shown);
    } else if (action == Action(Tap::confirm)) {
        if (state.can_confirm()) given = state.chosen;
    } else if (action == Action(Tap::skip)) {
        state.chosen = 0;
        given = quiz::OptionSet{0};
    }
    state.saving = given.has_value();
    return given;
}

}  // namespace xy::screens
