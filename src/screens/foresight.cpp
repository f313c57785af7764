#include "screens/foresight.h"

#include "screens/flow.h"

namespace xy::screens {
namespace {

std::vector<Action> likely(const AttractState&, const Booth&) {
    return {Start{}};
}
std::vector<Action> likely(const AudienceState&, const Booth& booth) {
    std::vector<Action> actions;
    for (const outreach::Audience& audience : booth.offered())
        actions.emplace_back(ChooseAudience{audience.id});
    return actions;
}
std::vector<Action> likely(const QuestionState&, const Booth&) {
    return {Pick{0}};
}
std::vector<Action> likely(const FeedbackState&, const Booth&) {
    return {Next{}};
}
std::vector<Action> likely(const CardState&, const Booth&) {
    return {Next{}};
}
std::vector<Action> likely(const PledgeState&, const Booth&) {
    return {GivePledge{true}};
}
std::vector<Action> likely(const ResultState&, const Booth&) {
    return {Finish{}};
}

/// The screens of the staff may take their time.
template <typename StaffScreen>
std::vector<Action> likely(const StaffScreen&, const Booth&) {
    return {};
}

void pretend_saved(KioskState& state, const Booth& booth, const Moment& moment) {
    while (state.in_flight > 0) update(state, Recorded{}, booth, moment);
}

}  // namespace

std::vector<KioskState> likely_next(const KioskState& state, const Booth& booth, const Moment& moment) {
    std::vector<KioskState> states;
    if (state.overlay != Overlay::none || state.in_flight > 0 || !state.unsaved.empty()) return states;
    const auto actions = std::visit([&](const auto& screen) { return likely(screen, booth); }, state.screen);
    for (const Action& action : actions) {
        KioskState next = state;
        update(next, action, booth, moment);
        const auto* question = std::get_if<QuestionState>(&next.screen);
        if (question != nullptr && question->can_confirm()) update(next, Confirm{}, booth, moment);
        pretend_saved(next, booth, moment);
        states.push_back(std::move(next));
    }
    return states;
}

}  // namespace xy::screens
