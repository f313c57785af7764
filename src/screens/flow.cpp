#include "screens/flow.h"

#include <algorithm>
#include <type_traits>

#include "screens/panel.h"
#include "screens/pin.h"
#include "screens/visit.h"

namespace xy::screens {
namespace {

using quiz::Outcome;

/// While the store cannot write, it is asked again this often.
constexpr Milliseconds retry_every{5'000};
/// At rest the kiosk looks at the clock this often, for the day's count.
constexpr Milliseconds rest_tick{60'000};
/// Reading time for each byte of text: a Chinese character is three bytes, so 8 characters a second.
constexpr Milliseconds reading_per_byte{40};

bool is_tap(const Action& action) {
    return !std::holds_alternative<Tick>(action) && !std::holds_alternative<Recorded>(action) &&
           !std::holds_alternative<RecordFailed>(action) && !std::holds_alternative<TodayCounted>(action) &&
           !std::holds_alternative<PanelNews>(action);
}

bool is_of_staff(const KioskState& state) {
    return std::holds_alternative<PinState>(state.screen) ||
           std::holds_alternative<PanelState>(state.screen) ||
           std::holds_alternative<PausedState>(state.screen);
}

/// Nobody is in the middle of anything: the screen may stay as it is for ever.
bool resting(const KioskState& state) {
    if (std::holds_alternative<AttractState>(state.screen)) return true;
    return !state.visit || !state.visit->recorded;
}

bool is_home(const KioskState& state, const Booth& booth) {
    if (is_of_staff(state)) return false;
    return std::holds_alternative<AttractState>(state.screen) ||
           (!booth.programme.has<quiz::WelcomeStep>() && resting(state));
}

/// Somebody came by, changed something and did not begin.
bool touched_at_home(const KioskState& state, const Booth& booth) {
    const auto* question = std::get_if<QuestionState>(&state.screen);
    return state.language != booth.language || state.large_text != booth.programme.large_type ||
           (question != nullptr && question->chosen != 0);
}

// ---- taps, by screen -------------------------------------------------------------------------------------

void tap(AttractState&, const Action& action, const Step& step) {
    if (std::holds_alternative<Start>(action)) come_in(step);
}

void tap(AudienceState&, const Action& action, const Step& step) {
    if (const auto* choice = std::get_if<ChooseAudience>(&action)) {
        const auto known = step.booth.offered();
        const bool exists = std::any_of(known.begin(), known.end(),
                                        [&](const outreach::Audience& a) { return a.id == choice->id; });
        if (exists) begin_visit(step, choice->id);
    } else if (std::holds_alternative<Back>(action)) {
        rest(step);
    }
}

std::optional<QuestionAction> question_action(const Action& action) {
    if (const auto* pick = std::get_if<Pick>(&action)) return *pick;
    if (std::holds_alternative<Confirm>(action)) return Confirm{};
    if (std::holds_alternative<Skip>(action)) return Skip{};
    return std::nullopt;
}

void tap(QuestionState& question, const Action& action, const Step& step) {
    if (std::holds_alternative<Back>(action) && !resting(step.state)) step.state.overlay = Overlay::leave;
    const auto on_question = question_action(action);
    if (!on_question) return;
    if (const auto given = update(question, *on_question)) give_answer(step, *given);
}

void tap(FeedbackState& feedback, const Action& action, const Step& step) {
    if (std::holds_alternative<Next>(action)) {
        if (feedback.review)
            show_review(step);
        else
            next_page(step);
    } else if (std::holds_alternative<Back>(action)) {
        if (feedback.review) {
            step.state.visit->review = step.state.visit->answered.size();
            show_review(step);
        } else {
            step.state.overlay = Overlay::leave;
        }
    }
}

void tap(CardState&, const Action& action, const Step& step) {
    if (std::holds_alternative<Next>(action))
        leave_card(step);
    else if (std::holds_alternative<Back>(action) && !resting(step.state))
        step.state.overlay = Overlay::leave;
}

void tap(PledgeState& pledge, const Action& action, const Step& step) {
    if (const auto* given = std::get_if<GivePledge>(&action)) {
        pledge.saving = true;
        step.state.visit->pledge = given->given;
        ask_store(step, SavePledge{step.state.visit->id, given->given});
        step.state.after_save = true;
    } else if (std::holds_alternative<Back>(action)) {
        step.state.overlay = Overlay::leave;
    }
}

void tap(ResultState& result, const Action& action, const Step& step) {
    if (std::holds_alternative<Review>(action) && result.missed > 0) {
        step.state.visit->review = 0;
        show_review(step);
    } else if (std::holds_alternative<Finish>(action) || std::holds_alternative<Back>(action)) {
        rest(step);
    }
}

void tap(PinState& pin, const Action& action, const Step& step) {
    tap_pin(pin, action, step);
}

void tap(PanelState& panel, const Action& action, const Step& step) {
    tap_panel(panel, action, step);
}

void tap(PausedState&, const Action&, const Step&) {}

void tap_overlay(const Action& action, const Step& step) {
    const Overlay overlay = step.state.overlay;
    if (overlay == Overlay::staff) {
        if (!std::holds_alternative<Retry>(action) || step.state.in_flight > 0) return;
        step.state.in_flight = step.state.unsaved.size();
        step.effects = step.state.unsaved;
    } else if (overlay == Overlay::leave && std::holds_alternative<Leave>(action)) {
        end_visit(step, Outcome::abandoned);
    } else {
        // A touch anywhere stops the countdown; asked whether to leave, only “stay” and “back” mean staying.
        const bool stays = overlay == Overlay::still_there || std::holds_alternative<Stay>(action) ||
                           std::holds_alternative<Back>(action);
        if (stays) step.state.overlay = Overlay::none;
    }
}

void take_tap(const Action& action, const Step& step) {
    // Not on the staff screen, where it would put off the next retry.
    if (step.state.overlay != Overlay::staff) step.state.last_touch = step.moment.now;
    if (std::holds_alternative<ResultState>(step.state.screen))
        step.state.seconds_left = static_cast<int>(step.booth.timing.result.count() / 1000);
    if (step.state.overlay != Overlay::none) {
        tap_overlay(action, step);
        return;
    }
    if (const auto* choice = std::get_if<ChooseLanguage>(&action)) step.state.language = choice->language;
    if (std::holds_alternative<ToggleTextSize>(action)) step.state.large_text = !step.state.large_text;
    if (step.state.in_flight > 0 || !step.state.unsaved.empty() || !step.booth.known) return;
    if (std::holds_alternative<AskForPanel>(action)) {
        const bool paused = std::holds_alternative<PausedState>(step.state.screen);
        if (paused || is_home(step.state, step.booth)) ask_for_pin(step);
        return;
    }
    std::visit([&](auto& screen) { tap(screen, action, step); }, step.state.screen);
}

// ---- time ------------------------------------------------------------------------------------------------

int seconds_until(Milliseconds end, Milliseconds now) {
    return static_cast<int>(std::max<std::int64_t>(0, ((end - now).count() + 999) / 1000));
}

void tick_result(const Step& step) {
    const Milliseconds end = step.state.last_touch + step.booth.timing.result;
    step.state.seconds_left = seconds_until(end, step.moment.now);
    if (step.moment.now >= end) rest(step);
}

void tick_visit(const Step& step) {
    const Milliseconds warn = step.state.last_touch + patience(step.state, step.booth);
    const Milliseconds end = warn + step.booth.timing.countdown;
    if (step.moment.now < warn) return;
    if (step.moment.now >= end) {
        end_visit(step, Outcome::timed_out);
        return;
    }
    step.state.overlay = Overlay::still_there;
    step.state.seconds_left = seconds_until(end, step.moment.now);
}

void tick(const Step& step) {
    if (step.state.overlay == Overlay::staff) {
        if (step.moment.now - step.state.last_touch < retry_every) return;
        step.state.last_touch = step.moment.now;
        tap_overlay(Retry{}, step);
    } else if (step.state.in_flight > 0 || std::holds_alternative<PausedState>(step.state.screen)) {
        return;  // whatever the store is working on comes first; a paused screen waits for the staff
    } else if (auto* pin = std::get_if<PinState>(&step.state.screen)) {
        tick_pin(*pin, step);
    } else if (auto* panel = std::get_if<PanelState>(&step.state.screen)) {
        tick_panel(*panel, step);
    } else if (is_home(step.state, step.booth)) {
        // A new day has its own count; what a passer-by changed does not stay for the next one.
        const bool new_day = step.booth.event && step.state.counted_day != step.moment.hour.day;
        const bool left_alone = step.moment.now - step.state.last_touch >= step.booth.timing.idle;
        if (new_day || (left_alone && touched_at_home(step.state, step.booth))) rest(step);
    } else if (std::holds_alternative<ResultState>(step.state.screen)) {
        tick_result(step);
    } else {
        tick_visit(step);
    }
}

// ---- word from the store ---------------------------------------------------------------------------------

void hear_store(bool saved, const Step& step) {
    KioskState& state = step.state;
    if (state.in_flight == 0) return;
    if (saved) state.unsaved.erase(state.unsaved.end() - static_cast<std::ptrdiff_t>(state.in_flight));
    --state.in_flight;
    if (state.in_flight > 0) return;
    if (!state.unsaved.empty()) {
        state.overlay = Overlay::staff;
        state.last_touch = step.moment.now;
        return;
    }
    if (state.overlay == Overlay::staff) state.overlay = Overlay::none;
    if (state.after_save) {
        state.last_touch = step.moment.now;
        go_on(step);
    }
}

void hear_news(const PanelNews& news, const Step& step) {
    if (const auto* known = std::get_if<BoothKnown>(&news)) {
        step.state.gate = access::Gate(known->wrong_tries, step.moment.now);
        if (is_home(step.state, step.booth)) rest(step);
    } else if (auto* pin = std::get_if<PinState>(&step.state.screen)) {
        hear_pin(*pin, news, step);
    } else if (auto* panel = std::get_if<PanelState>(&step.state.screen)) {
        hear_panel(*panel, news, step);
    }
}

std::size_t bytes_to_read(const KioskState& state) {
    const auto item_bytes = [](const quiz::Item& item) {
        std::size_t bytes = item.stem.zh.size();
        for (const quiz::Option& option : item.options) bytes += option.text.zh.size();
        return bytes;
    };
    if (const auto* question = std::get_if<QuestionState>(&state.screen))
        return item_bytes(*question->page.item);
    if (const auto* card = std::get_if<CardState>(&state.screen)) return card->card->text.zh.size();
    if (const auto* feedback = std::get_if<FeedbackState>(&state.screen))
        return item_bytes(*feedback->page.item) + 2 * feedback->page.item->explanation.zh.size();
    return 0;
}

}  // namespace

KioskState at_rest(const Booth& booth, const Moment& moment) {
    KioskState state;
    state.language = booth.language;
    state.large_text = booth.programme.large_type;
    state.last_touch = moment.now;
    state.counted_day = moment.hour.day;
    if (booth.programme.has<quiz::WelcomeStep>() || !booth.event) return state;
    if (booth.programme.has<quiz::AudienceStep>()) {
        state.screen = AudienceState{};
        return state;
    }
    std::vector<Effect> none;
    show_first_page({state, booth, moment, none});
    return state;
}

std::vector<Effect> start_up() {
    return {PanelWish{KnowBooth{}}};
}

void rearrange(Booth& booth, const KioskState& state, const Action& action) {
    if (const auto* news = std::get_if<PanelNews>(&action)) hear_of_booth(booth, *news);
    const auto* panel = std::get_if<PanelState>(&state.screen);
    const auto* tap = std::get_if<PanelTap>(&action);
    if (panel != nullptr && tap != nullptr && !panel->asking) set_up_booth(booth, *tap);
}

std::vector<Effect> update(KioskState& state, const Action& action, const Booth& booth,
                           const Moment& moment) {
    std::vector<Effect> effects;
    const Step step{state, booth, moment, effects};
    if (is_tap(action))
        take_tap(action, step);
    else if (const auto* counted = std::get_if<TodayCounted>(&action))
        state.today = counted->started;
    else if (const auto* news = std::get_if<PanelNews>(&action))
        hear_news(*news, step);
    else if (std::holds_alternative<Tick>(action))
        tick(step);
    else
        hear_store(std::holds_alternative<Recorded>(action), step);
    // Practice without an event asks nothing of the store, so nothing has to be waited for.
    while (!is_kept(booth) && state.after_save) go_on(step);
    return effects;
}

Milliseconds patience(const KioskState& state, const Booth& booth) {
    return booth.timing.idle + reading_per_byte * static_cast<std::int64_t>(bytes_to_read(state));
}

Milliseconds next_tick(const KioskState& state, const Booth& booth, const Moment& moment) {
    const Milliseconds now = moment.now;
    if (state.overlay == Overlay::staff) return state.last_touch + retry_every;
    if (const auto* pin = std::get_if<PinState>(&state.screen)) return next_tick_of(*pin, state, now);
    if (const auto* panel = std::get_if<PanelState>(&state.screen)) return next_tick_of(*panel, state, now);
    if (std::holds_alternative<PausedState>(state.screen)) return now + rest_tick;
    if (is_home(state, booth)) return now + rest_tick;
    if (state.in_flight > 0) return now + Milliseconds{1'000};  // nobody is sent away while the disk works
    // A countdown changes when its end is a whole number of seconds away.
    const auto next_second = [now](Milliseconds end) {
        const Milliseconds left = end - now;
        return left <= Milliseconds{0} ? now : now + Milliseconds{(left.count() - 1) % 1000 + 1};
    };
    if (std::holds_alternative<ResultState>(state.screen))
        return next_second(state.last_touch + booth.timing.result);
    const Milliseconds warn = state.last_touch + patience(state, booth);
    return now < warn ? warn : next_second(warn + booth.timing.countdown);
}

}  // namespace xy::screens
