#include "kiosk/kiosk.h"

#include <SDL.h>
#include <algorithm>
#include <utility>

#include "kiosk/memory.h"
#include "screens/flow.h"
#include "screens/prefetch.h"

namespace xy::kiosk {
namespace {

/// After a tap the disk usually answers within this time; waiting for it saves drawing a state in between.
constexpr Milliseconds store_grace{12};
/// So often a store that cannot be opened is asked while nobody is there to be called.
constexpr int openings_without_staff = 3;
/// The first painting waits so long for the store to say which event is open.
constexpr Milliseconds opening_grace{150};
/// So long what visitors touch on the first screen waits for the store; a disk that is slower than this is
/// rather a broken one, and then a touch does nothing.
constexpr Milliseconds first_touch_grace{3'000};

screens::Setup not_yet_known(screens::Setup setup) {
    setup.known = false;
    return setup;
}

void wake_loop() {
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

std::optional<RandomId> visit_id(const screens::KioskState& state) {
    return state.visit ? std::optional(state.visit->id) : std::nullopt;
}

}  // namespace

std::unique_ptr<Recorder> open_store(const Options& options) {
    return std::make_unique<Recorder>(options.data, wake_loop);
}

Kiosk::Kiosk(const Options& options, std::unique_ptr<Recorder> recorder,
             const bank::Configuration& configuration, screens::Setup setup, const Outside& outside)
    : options_(options),
      setup_(not_yet_known(std::move(setup))),
      window_(outside.window),
      clock_(outside.clock),
      stop_(outside.stop),
      painter_(outside.painter),
      pictures_(outside.pictures),
      input_(options.window.has_value()),
      probe_(options.probe),
      screenshots_(options.screenshots),
      autoplay_(options.autoplay, options.seed.value_or(unpredictable_seed())),
      demonstration_(demonstration_event(configuration.events)),
      next_seed_(options.seed.value_or(unpredictable_seed())),
      state_(screens::at_rest(setup_, moment())),
      runner_(std::move(recorder), options.data, configuration, setup_.banks,
              {options.sticks, options.documents}, wake_loop) {}

screens::Moment Kiosk::moment() const {
    const LocalMinute wall = clock_.local_minute(setup_.settings.clock_correction);
    return {.now = clock_.steady(),
            .hour = wall.hour,
            .minute = wall.minute,
            .fresh_id = new_random_id(),
            .fresh_seed = next_seed_};
}

void Kiosk::handle(const screens::Action& action) {
    const std::optional<RandomId> before = visit_id(state_);
    screens::update_setup(setup_, state_, action);
    runner_.run(screens::update(state_, action, setup_, moment()));
    if (runner_.quit()) running_ = false;
    const std::optional<RandomId> after = visit_id(state_);
    if (after && after != before) ++next_seed_;  // the next visit draws another paper
    if (before && after != before && autoplay_.active()) autoplay_.visit_ended();
    tick_due_ = screens::next_tick(state_, setup_, moment());
    dirty_ = true;
}

void Kiosk::wake_up() {
    if (stop_.asked()) running_ = false;
    on_store();
}

void Kiosk::on_store() {
    for (const screens::Action& action : runner_.take_actions()) handle(action);
    if (runner_.opening_error()) {
        const store::StoreFailure reason = runner_.opening_error()->reason();
        if (reason == store::StoreFailure::in_use || reason == store::StoreFailure::newer)
            throw store::StoreError(*runner_.opening_error());
    }
}

void Kiosk::take_event(const SDL_Event& event) {
    if (event.type == SDL_USEREVENT) return wake_up();
    window_.keep_whole_screen(event);
    const InputResult result = input_.take(event, frame_, clock_.steady());
    if (result.quit) running_ = false;
    if (result.repaint) painter_.forget();
    dirty_ |= result.redraw;
    for (const screens::Action& action : result.actions) handle(action);
}

Milliseconds Kiosk::until_something() const {
    if (dirty_ || !running_) return Milliseconds{0};
    Milliseconds next = frame_.next ? std::min(tick_due_, drawn_at_ + *frame_.next) : tick_due_;
    if (const auto due = input_.hold_due(frame_)) next = std::min(next, *due);
    return std::max(Milliseconds{0}, next - clock_.steady());
}

void Kiosk::wait_for_event() {
    SDL_Event event;
    if (SDL_WaitEventTimeout(
            &event, static_cast<int>(std::min<std::int64_t>(until_something().count(), 600'000))) != 0)
        take_event(event);
    while (running_ && SDL_PollEvent(&event) != 0) take_event(event);
}

template <typename Condition>
void Kiosk::wait_while(Condition waiting, Milliseconds limit) {
    const Milliseconds end = clock_.steady() + limit;
    SDL_Event event;
    while (running_ && waiting()) {
        const Milliseconds left = end - clock_.steady();
        if (left <= Milliseconds{0}) return;
        if (SDL_WaitEventTimeout(&event, static_cast<int>(left.count())) != 0) take_event(event);
    }
}

void Kiosk::wait_for_store() {
    if (state_.in_flight == 0) {
        painted_ahead_ = false;
        return;
    }
    if (!std::exchange(painted_ahead_, true)) paint_ahead();
    wait_while([this] { return state_.in_flight > 0; }, store_grace);
}

void Kiosk::paint_ahead() {
    const Window::Target target = target_to_paint();
    painter_.draw(screens::once_saved(state_, setup_, moment()), setup_, view_of_new_screen(target));
    paint(target);
    dirty_ = true;
}

Window::Target Kiosk::target_to_paint() {
    const Window::Target target = window_.target();
    if (target.lost) {
        painter_.forget();
        unshown_.clear();
    }
    return target;
}

void Kiosk::paint(const Window::Target& target) {
    const std::vector<paint::PixelRect> changed = painter_.paint(target.pixels);
    unshown_.insert(unshown_.end(), changed.begin(), changed.end());
}

void Kiosk::hold() {
    const InputResult result = input_.hold(frame_, clock_.steady());
    dirty_ |= result.redraw;
    for (const screens::Action& action : result.actions) handle(action);
}

void Kiosk::tick() {
    const Milliseconds now = clock_.steady();
    if (frame_.next && now >= drawn_at_ + *frame_.next) dirty_ = true;
    if (now < tick_due_) return;
    const int seconds = state_.seconds_left;
    const bool reading = state_.reading;
    const bool was_dirty = dirty_;
    handle(screens::Tick{});
    dirty_ = was_dirty || seconds != state_.seconds_left || reading != state_.reading ||
             gui::screen_name(state_) != frame_.screen;
}

void Kiosk::show() {
    const Milliseconds now = clock_.steady();
    const Window::Target target = target_to_paint();
    input_.touch_on({target.pixels.width, target.pixels.height, window_.pixels_per_mm()});
    gui::View view = view_of_new_screen(target);
    view.age = now - screen_since_;
    view.touching = input_.touching(now);
    frame_ = painter_.draw(state_, setup_, view);
    const std::string showing = frame_.screen + " " + frame_.item;
    const bool is_new = showing != shown_;
    if (is_new) {
        shown_ = showing;
        screen_since_ = now;
        prepared_ = false;
        input_.screen_changed();
        frame_ = painter_.draw(state_, setup_, view_of_new_screen(target));
    }
    paint(target);
    window_.present(std::exchange(unshown_, {}));
    drawn_at_ = now;
    dirty_ = false;
    probe_.show(frame_);
    if (frame_.typing != typing_) window_.take_text(typing_ = frame_.typing);
    if (is_new) screenshots_.take(window_, frame_);
}

void Kiosk::prepare_next() {
    if (prepared_ || !running_ || SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT) != SDL_FALSE) return;
    prepared_ = true;
    if (!autoplay_.active()) prefetch();
    pictures_.forget_unused();
    if (!std::exchange(settled_, true)) give_back_memory();
}

gui::View Kiosk::view_of_new_screen(const Window::Target& target) const {
    return {.width = target.pixels.width,
            .height = target.pixels.height,
            .age = Milliseconds{0},
            .motion = !options_.still && !screenshots_.on(),
            .touching = {}};
}

gui::View Kiosk::still_view() {
    gui::View view = view_of_new_screen(window_.target());
    view.motion = false;
    return view;
}

void Kiosk::prefetch() {
    for (const screens::KioskState& next : screens::likely_next(state_, setup_, moment()))
        painter_.prepare(next, setup_, still_view());
}

void Kiosk::play() {
    if (state_.failed_openings >= openings_without_staff) running_ = false;
    if (open_demonstration() || !setup_.known || state_.in_flight > 0)
        return;  // the store's answer is an event
    if (!autoplay_.active() || state_.overlay == screens::Overlay::staff) {
        running_ = false;  // all visitors have been here, or the store does not work
        return;
    }
    const auto action = autoplay_.touch(frame_);
    if (!action) return;
    handle(*action);
    wait_for_store();
}

void Kiosk::leave() {
    // Nobody else is to be counted there.
    if (demonstrated_)
        runner_.run(
            {screens::PanelCommand{screens::SetEventState{demonstration_.id, outreach::EventState::closed}}});
    if (!state_.visit) return;
    state_.overlay = screens::Overlay::leave;
    handle(screens::Tap::leave);
}

void Kiosk::wait_for_opening() {
    runner_.run(screens::start_up());
    painter_.prepare(state_, setup_, still_view());  // while the store is being opened
    wait_while([this] { return !setup_.known; }, opening_grace);
    if (open_demonstration()) wait_while([this] { return !setup_.known; }, opening_grace);
}

bool Kiosk::open_demonstration() {
    if (!autoplay_.active() || !setup_.known || setup_.event) return false;
    if (std::exchange(demonstrated_, true)) return false;
    setup_.known = false;
    runner_.run(demonstration(demonstration_));
    return true;
}

void Kiosk::keep_first_touches() {
    const Milliseconds end = clock_.steady() + first_touch_grace;
    SDL_Event event;
    while (running_ && !setup_.known && state_.failed_openings == 0 && clock_.steady() < end) {
        SDL_PumpEvents();
        if (SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_USEREVENT, SDL_USEREVENT) > 0)
            take_event(event);
        else
            SDL_Delay(1);
    }
}

bool Kiosk::take_banks(std::optional<Banks> read) {
    if (!read) return false;
    setup_.banks = std::move(read->banks);
    setup_.remarks = read->remarks;
    runner_.register_items();
    return true;
}

int Kiosk::run(const ReadBanks& read_banks) {
    stop_.listen(wake_loop);
    if (setup_.programme.has<quiz::WelcomeStep>()) {
        wait_for_opening();
        show();
        if (!take_banks(read_banks())) return 1;
        handle(screens::Tick{});  // the staff may have chosen one that begins with what the banks have
    } else {                      // it begins with what the banks have
        if (!take_banks(read_banks())) return 1;
        state_ = screens::at_rest(setup_, moment());
        wait_for_opening();
    }
    keep_first_touches();
    tick_due_ = screens::next_tick(state_, setup_, moment());
    const bool automatic = autoplay_.active();
    while (running_ && !stop_.asked()) {
        if (dirty_) show();
        if (automatic) play();
        if (!dirty_) prepare_next();
        wait_for_event();
        wait_for_store();
        hold();
        tick();
    }
    leave();
    if (automatic && state_.failed_openings > 0) return 1;
    return state_.unsaved.size() > state_.in_flight ? 1 : 0;
}

}  // namespace xy::kiosk
