#include "screens/flow.h"

#include <algorithm>
#include <utility>

#include "base/overloaded.h"
#include "screens/panel.h"
#include "screens/pin.h"
#include "screens/reading.h"
#include "screens/visit.h"
#include "screens/wizard.h"

namespace xy::screens {
namespace {

using quiz::Outcome;

/// While the store cannot write, it is asked again this often.
constexpr Milliseconds retry_every{5'000};
/// At rest the kiosk looks at the clock this often, for the day's count.
constexpr Milliseconds rest_tick{60'000};
constexpr std::int64_t bytes_of_a_character = 3;

bool is_of_staff(const KioskState& state) {
    return std::holds_alternative<PinState>(state.screen) ||
           std::holds_alternative<PanelState>(state.screen) ||
           std::holds_alternative<PausedState>(state.screen) ||
           std::holds_alternative<WizardState>(state.screen);
}

/// Nobody is in the middle of anything: the screen may stay as it is for ever.
bool resting(const KioskState& state) {
    if (std::holds_alternative<AttractState>(state.screen)) return true;
    return !state.visit || !state.visit->recorded;
}

bool is_home(const KioskState& state, const Setup& setup) {
    if (is_of_staff(state) || state.preview) return false;
    return std::holds_alternative<AttractState>(state.screen) ||
           (!setup.programme.has<quiz::WelcomeStep>() && resting(state));
}

/// Somebody came by, changed something and did not begin.
bool touched_at_home(const KioskState& state, const Setup& setup) {
    const auto* question = std::get_if<QuestionState>(&state.screen);
    return state.language != setup.language || state.large_text != setup.programme.large_type ||
           (question != nullptr && question->chosen != 0);
}

// ---- taps, by screen: what a screen does not offer means nothing on it -----------------------------------

NextScreen ask_to_leave(const Turn& turn) {
    turn.state.overlay = Overlay::leave;
    return std::nullopt;
}

NextScreen tap(AttractState&, const Action& action, const Turn& turn) {
    return action == Action(Tap::start) ? start(turn) : std::nullopt;
}

NextScreen tap(AudienceState&, const Action& action, const Turn& turn) {
    if (action == Action(Tap::back)) return rest(turn);
    const auto* choice = std::get_if<ChooseAudience>(&action);
    if (choice == nullptr) return std::nullopt;
    const auto offered = turn.setup.offered(programme_of(turn.state, turn.setup));
    const bool exists = std::any_of(offered.begin(), offered.end(),
                                    [&](const outreach::Audience& a) { return a.id == choice->id; });
    if (exists) begin_visit(turn, choice->id);
    return std::nullopt;
}

NextScreen tap(QuestionState& question, const Action& action, const Turn& turn) {
    if (action == Action(Tap::back)) return resting(turn.state) ? std::nullopt : ask_to_leave(turn);
    if (const auto given = update(question, action)) give_answer(turn, question, *given);
    return std::nullopt;
}

NextScreen tap(FeedbackState& feedback, const Action& action, const Turn& turn) {
    const bool back = action == Action(Tap::back);
    if (back && !feedback.review) return ask_to_leave(turn);
    if (back) turn.state.visit->review = turn.state.visit->answered.size();  // beyond the last one
    if (!back && action != Action(Tap::next)) return std::nullopt;
    return feedback.review ? review(turn) : next_page(turn);
}

NextScreen tap(CardState&, const Action& action, const Turn& turn) {
    if (action == Action(Tap::next)) return leave_card(turn);
    const bool leaves = action == Action(Tap::back) && !resting(turn.state);
    return leaves ? ask_to_leave(turn) : std::nullopt;
}

NextScreen tap(PledgeState& pledge, const Action& action, const Turn& turn) {
    if (action == Action(Tap::back)) return ask_to_leave(turn);
    const auto* given = std::get_if<GivePledge>(&action);
    if (given == nullptr) return std::nullopt;
    pledge.saving = true;
    turn.state.visit->pledge = given->given;
    ask_store(turn, SavePledge{turn.state.visit->id, given->given});
    turn.state.after_save = true;
    return std::nullopt;
}

/// Once more for who has just been counted: a trial of the same programme, for the same audience in their
/// language and type.
NextScreen begin_again(const Turn& turn) {
    const quiz::Programme programme = programme_of(turn.state, turn.setup);
    const std::string audience = turn.state.visit->audience;
    const Language language = turn.state.language;
    const bool large = turn.state.large_text;
    rest(turn);
    turn.state.preview = programme;
    turn.state.language = language;
    turn.state.large_text = large;
    begin_visit(turn, audience);
    return std::nullopt;  // the first page comes as soon as that is saved
}

/// Who are they? for a friend of theirs. Where that is not asked the first screen waits for them: nobody is
/// counted before they are there.
NextScreen begin_next(const Turn& turn) {
    Screen home = rest(turn);
    if (asks_who(turn)) return AudienceState{};
    return home;
}

NextScreen tap(ResultState& result, const Action& action, const Turn& turn) {
    if (action == Action(Tap::finish) || action == Action(Tap::back)) return rest(turn);
    if (action == Action(Tap::again)) return begin_again(turn);
    if (action == Action(Tap::next_visitor)) return begin_next(turn);
    if (action != Action(Tap::review) || result.missed == 0) return std::nullopt;
    turn.state.visit->review = 0;
    return review(turn);
}

NextScreen tap(PinState& pin, const Action& action, const Turn& turn) {
    return tap_pin(pin, action, turn);
}

NextScreen tap(PanelState& panel, const Action& action, const Turn& turn) {
    return tap_panel(panel, action, turn);
}

NextScreen tap(WizardState& wizard, const Action& action, const Turn& turn) {
    return tap_wizard(wizard, action, turn);
}

NextScreen tap(PausedState&, const Action&, const Turn&) {
    return std::nullopt;
}

void retry(const Turn& turn) {
    if (!turn.setup.known) {
        if (std::exchange(turn.state.opening, true)) return;
        turn.effects.emplace_back(PanelCommand{LoadSetup{}});
        return;
    }
    if (turn.state.in_flight > 0) return;
    turn.state.in_flight = turn.state.unsaved.size();
    turn.effects = turn.state.unsaved;
}

/// A touch beside the answers says that somebody is there, but not who: the page stays hidden, and the
/// countdown begins anew.
void count_down_anew(const Turn& turn) {
    turn.state.last_touch -= idle_timeout(turn.state, turn.setup);
    turn.state.seconds_left = static_cast<int>((turn.setup.timing.countdown.count() + 999) / 1000);
}

NextScreen tap_still_there(const Action& action, const Turn& turn) {
    if (action == Action(Tap::newcomer)) return end_visit(turn, Outcome::timed_out);
    if (action == Action(Tap::touch))
        count_down_anew(turn);
    else
        turn.state.overlay = Overlay::none;
    return std::nullopt;
}

NextScreen tap_overlay(const Action& action, const Turn& turn) {
    const Overlay overlay = turn.state.overlay;
    if (overlay == Overlay::still_there) return tap_still_there(action, turn);
    if (overlay == Overlay::staff) {
        if (action == Action(Tap::retry)) retry(turn);
    } else if (action == Action(Tap::leave)) {
        return end_visit(turn, Outcome::abandoned);
    } else if (action == Action(Tap::stay) || action == Action(Tap::back)) {
        turn.state.overlay = Overlay::none;
    }
    return std::nullopt;
}

NextScreen take_tap(const Action& action, const Turn& turn) {
    // Not on the staff screen, where it would put off the next retry.
    if (turn.state.overlay != Overlay::staff) turn.state.last_touch = turn.moment.now;
    if (std::holds_alternative<ResultState>(turn.state.screen))
        turn.state.seconds_left = static_cast<int>(turn.setup.timing.result.count() / 1000);
    if (turn.state.overlay != Overlay::none) return tap_overlay(action, turn);
    if (const auto* choice = std::get_if<ChooseLanguage>(&action)) turn.state.language = choice->language;
    if (action == Action(Tap::toggle_text_size)) turn.state.large_text = !turn.state.large_text;
    if (turn.state.in_flight > 0 || !turn.state.unsaved.empty() || !turn.setup.known) return std::nullopt;
    const bool by_key = action == Action(Tap::ask_for_panel_by_key);
    if (by_key || action == Action(Tap::ask_for_panel)) {
        const bool paused = std::holds_alternative<PausedState>(turn.state.screen);
        if (paused || is_home(turn.state, turn.setup))
            return ask_for_pin(by_key ? WayIn::key : WayIn::touch, turn);
    }
    if (needs_reading(action) && is_reading(turn.state, turn.setup, turn.moment.now)) return std::nullopt;
    return std::visit([&](auto& screen) { return tap(screen, action, turn); }, turn.state.screen);
}

// ---- time ------------------------------------------------------------------------------------------------

int seconds_until(Milliseconds end, Milliseconds now) {
    return static_cast<int>(std::max<std::int64_t>(0, ((end - now).count() + 999) / 1000));
}

NextScreen tick_result(const Turn& turn) {
    const Milliseconds end = turn.state.last_touch + turn.setup.timing.result;
    turn.state.seconds_left = seconds_until(end, turn.moment.now);
    if (turn.moment.now >= end) return rest(turn);
    return std::nullopt;
}

NextScreen tick_visit(const Turn& turn) {
    const Milliseconds warn = turn.state.last_touch + idle_timeout(turn.state, turn.setup);
    const Milliseconds end = warn + turn.setup.timing.countdown;
    if (turn.moment.now < warn) return std::nullopt;
    if (turn.moment.now >= end) return end_visit(turn, Outcome::timed_out);
    turn.state.overlay = Overlay::still_there;
    turn.state.seconds_left = seconds_until(end, turn.moment.now);
    return std::nullopt;
}

NextScreen tick_at_home(const Turn& turn) {
    // A new day has its own count; what a passer-by changed does not stay for the next one.
    const bool new_day = turn.setup.event && turn.state.counted_day != turn.moment.hour.day;
    const bool left_alone = turn.moment.now - turn.state.last_touch >= turn.setup.timing.idle;
    // A programme without this screen was waiting for its banks.
    const bool may_begin = std::holds_alternative<AttractState>(turn.state.screen) && turn.setup.event &&
                           !turn.setup.programme.has<quiz::WelcomeStep>() && !turn.setup.banks.empty();
    if (new_day || may_begin || (left_alone && touched_at_home(turn.state, turn.setup))) return rest(turn);
    return std::nullopt;
}

NextScreen tick(const Turn& turn) {
    if (turn.state.overlay == Overlay::staff) {
        if (turn.moment.now - turn.state.last_touch < retry_every) return std::nullopt;
        turn.state.last_touch = turn.moment.now;
        retry(turn);
        return std::nullopt;
    }
    // Whatever the store is working on comes first; a paused screen waits for the staff.
    if (turn.state.in_flight > 0 || std::holds_alternative<PausedState>(turn.state.screen))
        return std::nullopt;
    if (auto* pin = std::get_if<PinState>(&turn.state.screen)) return tick_pin(*pin, turn);
    if (auto* panel = std::get_if<PanelState>(&turn.state.screen)) return tick_panel(*panel, turn);
    if (auto* wizard = std::get_if<WizardState>(&turn.state.screen)) return tick_wizard(*wizard, turn);
    if (is_home(turn.state, turn.setup)) return tick_at_home(turn);
    return std::holds_alternative<ResultState>(turn.state.screen) ? tick_result(turn) : tick_visit(turn);
}

// ---- word from the store ---------------------------------------------------------------------------------

/// The store is done with one thing that was asked of it.
NextScreen on_store(const Turn& turn) {
    KioskState& state = turn.state;
    --state.in_flight;
    if (state.in_flight > 0) return std::nullopt;
    if (!state.unsaved.empty()) {
        state.overlay = Overlay::staff;
        state.last_touch = turn.moment.now;
        return std::nullopt;
    }
    if (state.overlay == Overlay::staff) state.overlay = Overlay::none;
    if (!state.after_save) return std::nullopt;
    state.last_touch = turn.moment.now;
    return go_on(turn);
}

NextScreen on_recorded(const Turn& turn) {
    KioskState& state = turn.state;
    if (state.in_flight == 0) return std::nullopt;
    state.unsaved.erase(state.unsaved.end() - static_cast<std::ptrdiff_t>(state.in_flight));
    return on_store(turn);
}

NextScreen on_failure(const Turn& turn) {
    return turn.state.in_flight > 0 ? on_store(turn) : std::nullopt;
}

/// The store answers for the first time.
NextScreen on_setup(const SetupKnown& known, const Turn& turn) {
    turn.state.lockout = access::Lockout(known.wrong_tries, turn.moment.now);
    if (std::exchange(turn.state.failed_openings, 0) > 0) turn.state.overlay = Overlay::none;
    turn.state.opening = false;
    if (is_home(turn.state, turn.setup)) return rest(turn);
    return std::nullopt;
}

/// Nothing was asked of it yet that could be lost: the staff is called, and it is asked again.
void on_setup_failed(const Turn& turn) {
    ++turn.state.failed_openings;
    turn.state.opening = false;
    turn.state.overlay = Overlay::staff;
    turn.state.last_touch = turn.moment.now;
}

NextScreen on_event(const PanelEvent& event, const Turn& turn) {
    if (const auto* known = std::get_if<SetupKnown>(&event)) {
        return on_setup(*known, turn);
    } else if (std::holds_alternative<SetupFailed>(event)) {
        on_setup_failed(turn);
    } else if (auto* pin = std::get_if<PinState>(&turn.state.screen)) {
        return on_pin_event(*pin, event, turn);
    } else if (auto* panel = std::get_if<PanelState>(&turn.state.screen)) {
        on_panel_event(*panel, event, turn);
    } else if (auto* wizard = std::get_if<WizardState>(&turn.state.screen)) {
        on_wizard_event(*wizard, event, turn);
    }
    return std::nullopt;
}

/// What each action leads to. One that nobody takes does not compile.
struct Acted {
    const Action& action;
    const Turn& turn;

    NextScreen operator()(Tap) const { return take_tap(action, turn); }
    NextScreen operator()(const ChooseLanguage&) const { return take_tap(action, turn); }
    NextScreen operator()(const ChooseAudience&) const { return take_tap(action, turn); }
    NextScreen operator()(const Pick&) const { return take_tap(action, turn); }
    NextScreen operator()(const GivePledge&) const { return take_tap(action, turn); }
    NextScreen operator()(const PanelTap&) const { return take_tap(action, turn); }
    NextScreen operator()(const Tick&) const { return tick(turn); }
    NextScreen operator()(const Recorded&) const { return on_recorded(turn); }
    NextScreen operator()(const RecordFailed&) const { return on_failure(turn); }
    NextScreen operator()(const TodayCounted& counted) const {
        turn.state.today = counted.started;
        return std::nullopt;
    }
    NextScreen operator()(const PanelEvent& event) const { return on_event(event, turn); }
};

std::size_t bytes_to_read(const KioskState& state) {
    const auto item_bytes = [](const quiz::Item& item) {
        std::size_t bytes = item.stem.zh.size();
        for (const quiz::Option& option : item.options) bytes += option.text.zh.size();
        return bytes;
    };
    if (const auto* question = std::get_if<QuestionState>(&state.screen))
        return item_bytes(*question->page.item);
    if (const auto* card = std::get_if<CardState>(&state.screen)) return card->card->text.zh.size();
    if (const auto* feedback = std::get_if<FeedbackState>(&state.screen)) {
        const quiz::Item& item = *feedback->page.item;
        std::size_t bytes = item_bytes(item) + 2 * item.explanation.zh.size();
        for (std::size_t i = 0; i < item.options.size(); ++i)
            if (((feedback->chosen >> i) & 1U) != 0) bytes += item.options[i].feedback.zh.size();
        return bytes;
    }
    return 0;
}

/// Of who makes the visit, in characters a second; of the slowest where that is not known.
int reading_speed(const KioskState& state, const Setup& setup) {
    const outreach::Audience* known = state.visit ? setup.audience(state.visit->audience) : nullptr;
    if (known != nullptr) return known->reading;
    int slowest = outreach::Audience{}.reading;
    for (const outreach::Audience& audience : setup.audiences) slowest = std::min(slowest, audience.reading);
    return slowest;
}

/// When time alone next changes something, reading aside.
Milliseconds next_change(const KioskState& state, const Setup& setup, const Moment& moment) {
    const Milliseconds now = moment.now;
    if (state.overlay == Overlay::staff) return state.last_touch + retry_every;
    if (const auto* pin = std::get_if<PinState>(&state.screen)) return next_tick_of(*pin, state, now);
    if (const auto* panel = std::get_if<PanelState>(&state.screen)) return next_tick_of(*panel, state, now);
    if (std::holds_alternative<PausedState>(state.screen)) return now + rest_tick;
    if (std::holds_alternative<WizardState>(state.screen)) return next_tick_of_wizard(state, setup, now);
    if (is_home(state, setup)) return now + rest_tick;
    if (state.in_flight > 0) return now + Milliseconds{1'000};  // nobody is sent away while the disk works
    // A countdown changes when its end is a whole number of seconds away.
    const auto next_second = [now](Milliseconds end) {
        const Milliseconds left = end - now;
        return left <= Milliseconds{0} ? now : now + Milliseconds{(left.count() - 1) % 1000 + 1};
    };
    if (std::holds_alternative<ResultState>(state.screen))
        return next_second(state.last_touch + setup.timing.result);
    const Milliseconds warn = state.last_touch + idle_timeout(state, setup);
    return now < warn ? warn : next_second(warn + setup.timing.countdown);
}

}  // namespace

KioskState at_rest(const Setup& setup, const Moment& moment) {
    KioskState state;
    state.language = setup.language;
    state.large_text = setup.programme.large_type;
    state.last_touch = moment.now;
    state.page_since = moment.now;
    state.counted_day = moment.hour.day;
    // Without banks nothing could be asked: they come a moment after the first screen.
    if (setup.programme.has<quiz::WelcomeStep>() || !setup.event || setup.banks.empty()) return state;
    if (setup.programme.has<quiz::AudienceStep>()) {
        state.screen = AudienceState{};
        return state;
    }
    std::vector<Effect> none;
    if (NextScreen first = first_page({state, setup, moment, none})) state.screen = *std::move(first);
    return state;
}

std::vector<Effect> start_up() {
    return {PanelCommand{LoadSetup{}}};
}

void update_setup(Setup& setup, const KioskState& state, const Action& action) {
    if (const auto* event = std::get_if<PanelEvent>(&action)) on_panel_event(setup, *event);
    const auto* panel = std::get_if<PanelState>(&state.screen);
    const auto* tap = std::get_if<PanelTap>(&action);
    if (panel != nullptr && tap != nullptr && !panel->asking) on_panel_tap(setup, *tap);
    const auto* wizard = std::get_if<WizardState>(&state.screen);
    if (wizard != nullptr && tap != nullptr) on_wizard_tap(setup, *wizard, *tap);
}

std::vector<Effect> update(KioskState& state, const Action& action, const Setup& setup,
                           const Moment& moment) {
    std::vector<Effect> effects;
    const Turn turn{state, setup, moment, effects};
    // Only here is a screen replaced, when nobody looks at the last one any more.
    const auto show = [&](NextScreen next) {
        if (!next) return;
        state.screen = *std::move(next);
        state.page_since = moment.now;
    };
    show(std::visit(Acted{action, turn}, action));
    // Practice without an event asks nothing of the store, so nothing has to be waited for.
    while (!is_kept(setup) && state.after_save) show(go_on(turn));
    state.reading = is_reading(state, setup, moment.now);
    return effects;
}

Milliseconds idle_timeout(const KioskState& state, const Setup& setup) {
    const auto characters = static_cast<std::int64_t>(bytes_to_read(state)) / bytes_of_a_character;
    return setup.timing.idle + Milliseconds{1'000 * characters / reading_speed(state, setup)};
}

Milliseconds next_tick(const KioskState& state, const Setup& setup, const Moment& moment) {
    const Milliseconds due = next_change(state, setup, moment);
    return state.reading ? std::min(due, state.page_since + setup.timing.reading) : due;
}

}  // namespace xy::screens
