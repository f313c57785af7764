// The one loop: wait → event → action → update → effects → draw → present. When nothing happens, nothing
// runs; and every turn takes the events that are there, so that nothing can go on without an end.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "bank/configuration.h"
#include "base/clock.h"
#include "gui/painter.h"
#include "kiosk/autoplay.h"
#include "kiosk/effect_runner.h"
#include "kiosk/input.h"
#include "kiosk/options.h"
#include "kiosk/picture_loader.h"
#include "kiosk/probe.h"
#include "kiosk/screenshots.h"
#include "kiosk/stop_signals.h"
#include "kiosk/window.h"

namespace xy::kiosk {

/// Begins to open the store, on a thread of its own.
std::unique_ptr<Recorder> open_store(const Options& options);

/// The banks, and how many remarks were made on the whole configuration while they were read.
struct Banks {
    std::vector<quiz::Bank> banks;
    int remarks = 0;
};
/// Nothing when the kiosk cannot work with them, which has then been said.
using ReadBanks = std::function<std::optional<Banks>()>;

/// What the kiosk shows itself with and listens to.
struct Outside {
    Window& window;
    gui::Painter& painter;
    PictureLoader& pictures;  ///< of the painter
    const Clock& clock;
    StopSignals& stop;
};

class Kiosk {
 public:
    /// Throws store::StoreError when the store can never be opened (in use, newer), std::runtime_error else.
    /// What is passed by reference outlives this. `configuration` and `setup` have no banks yet.
    Kiosk(const Options& options, std::unique_ptr<Recorder> recorder,
          const bank::Configuration& configuration, screens::Setup setup, const Outside& outside);
    /// Shows the first screen, if it can be shown without banks, then has them read, while touches wait.
    /// Until somebody ends it; returns the exit code.
    int run(const ReadBanks& read_banks);

 private:
    screens::Moment moment() const;
    void handle(const screens::Action& action);
    void wake_up();
    void on_store();
    void wait_for_event();
    /// Waits for what an event will change, but no longer than `limit`.
    template <typename Condition>
    void wait_while(Condition waiting, Milliseconds limit);
    void wait_for_store();
    /// Paints what comes when the store has saved the answer, while it does so; show() then has little left
    /// to paint. Nothing of it is shown before: when it comes otherwise, show() paints over it.
    void paint_ahead();
    /// Where to paint; what was painted before may be gone with the old one.
    Window::Target target_to_paint();
    /// Paints what was drawn last; present() shows it.
    void paint(const Window::Target& target);
    /// Takes what the store says and leaves the rest in the queue, until the store is open: a touch on the
    /// first screen counts, however slow the disk is.
    void keep_first_touches();
    void wait_for_opening();
    /// Automatic visitors have an event of their own where none is open. Once; whether it was asked for.
    bool open_demonstration();
    /// Whether there are any.
    bool take_banks(std::optional<Banks> read);
    void take_event(const SDL_Event& event);
    void play();
    void tick();
    void show();
    void prepare_next();
    void prefetch();
    gui::View view_of_new_screen(const Window::Target& target) const;
    /// Of the present window, with nothing moving or touched.
    gui::View still_view();
    Milliseconds until_something() const;
    void hold();
    void leave();

    const Options& options_;
    screens::Setup setup_;
    Window& window_;
    const Clock& clock_;
    StopSignals& stop_;
    gui::Painter& painter_;
    PictureLoader& pictures_;
    Input input_;
    Probe probe_;
    Screenshots screenshots_;
    Autoplay autoplay_;
    outreach::Event demonstration_;  ///< for automatic visitors, where no event is open
    std::uint64_t next_seed_;
    screens::KioskState state_;
    widgets::Frame frame_;
    Milliseconds screen_since_{0};
    Milliseconds drawn_at_{0};
    Milliseconds tick_due_{0};               ///< when the screens want the next Tick
    std::string shown_;                      ///< which screen and item is shown, to notice a new one
    bool dirty_ = true;                      ///< draw before the next wait
    std::vector<paint::PixelRect> unshown_;  ///< painted and not yet shown
    bool painted_ahead_ = false;             ///< of the answers that are being saved now
    bool prepared_ = false;                  ///< prepare_next() has run for this screen
    bool settled_ = false;                   ///< it has run for the first one
    bool running_ = true;
    bool typing_ = false;        ///< text input is on
    bool demonstrated_ = false;  ///< open_demonstration() has asked
    EffectRunner runner_;
};

}  // namespace xy::kiosk
