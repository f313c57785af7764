#include "screens/reading.h"

namespace xy::screens {
namespace {

bool goes_on(Tap tap) {
    switch (tap) {
        case Tap::confirm:
        case Tap::skip:
        case Tap::next:
        case Tap::review:
        case Tap::finish:
        case Tap::again:
        case Tap::next_visitor:
            return true;
        case Tap::start:
        case Tap::toggle_text_size:
        case Tap::back:
        case Tap::stay:
        case Tap::leave:
        case Tap::newcomer:
        case Tap::retry:
        case Tap::touch:
        case Tap::ask_for_panel:
        case Tap::ask_for_panel_by_key:
            return false;
    }
    return false;
}

bool is_page_of_visit(const Screen& screen) {
    return std::holds_alternative<AudienceState>(screen) || std::holds_alternative<QuestionState>(screen) ||
           std::holds_alternative<FeedbackState>(screen) || std::holds_alternative<CardState>(screen) ||
           std::holds_alternative<PledgeState>(screen) || std::holds_alternative<ResultState>(screen);
}

}  // namespace

bool needs_reading(const Action& action) {
    if (const auto* tap = std::get_if<Tap>(&action)) return goes_on(*tap);
    return std::holds_alternative<ChooseAudience>(action) || std::holds_alternative<Pick>(action) ||
           std::holds_alternative<GivePledge>(action);
}

bool is_reading(const KioskState& state, const Setup& setup, Milliseconds now) {
    return state.overlay == Overlay::none && is_page_of_visit(state.screen) &&
           now < state.page_since + setup.timing.reading;
}

}  // namespace xy::screens
