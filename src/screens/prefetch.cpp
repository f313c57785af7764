#include "screens/prefetch.h"

#include "screens/flow.h"

namespace xy::screens {
namespace {

std::vector<Action> likely(const AttractState&, const Setup&) {
    return {Tap::start};
}
std::vector<Action> likely(const AudienceState&, const Setup& setup) {
    std::vector<Action> actions;
    for (const outreach::Audience& audience : setup.offered(setup.programme))
        actions.emplace_back(ChooseAudience{audience.id});
    return actions;
}
std::vector<Action> likely(const QuestionState&, const Setup&) {
    return {Pick{0}};
}
std::vector<Action> likely(const FeedbackState&, const Setup&) {
    return {Tap::next};
}
std::vector<Action> likely(const CardState&, const Setup&) {
    return {Tap::next};
}
std::vector<Action> likely(const PledgeState&, const Setup&) {
    return {GivePledge{true}};
}
std::vector<Action> likely(const ResultState&, const Setup&) {
    return {Tap::finish};
}

/// The screens of the staff may take their time.
template <typename StaffScreen>
std::vector<Action> likely(const StaffScreen&, const Setup&) {
    return {};
}

void pretend_saved(KioskState& state, const Setup& setup, const Moment& moment) {
    while (state.in_flight > 0) update(state, Recorded{}, setup, moment);
}

}  // namespace

KioskState once_saved(const KioskState& state, const Setup& setup, const Moment& moment) {
    KioskState next = state;
    pretend_saved(next, setup, moment);
    return next;
}

std::vector<KioskState> likely_next(const KioskState& state, const Setup& setup, const Moment& moment) {
    std::vector<KioskState> states;
    if (state.overlay != Overlay::none || state.in_flight > 0 || !state.unsaved.empty()) return states;
    const auto actions = std::visit([&](const auto& screen) { return likely(screen, setup); }, state.screen);
    Moment read = moment;
    read.now += setup.timing.reading;  // before that the visitor does nothing
    for (const Action& action : actions) {
        KioskState next = state;
        update(next, action, setup, read);
        const auto* question = std::get_if<QuestionState>(&next.screen);
        if (question != nullptr && question->can_confirm()) update(next, Tap::confirm, setup, read);
        pretend_saved(next, setup, read);
        states.push_back(std::move(next));
    }
    return states;
}

}  // namespace xy::screens
