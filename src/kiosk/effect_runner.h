// Runs effects: the one place where an effect of the screens becomes a job of the store's writer, or of the
// thread that talks to sticks.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "bank/configuration.h"
#include "kiosk/carrier.h"
#include "kiosk/package.h"
#include "kiosk/pending_jobs.h"
#include "kiosk/recorder.h"
#include "screens/action.h"
#include "screens/effect.h"

namespace xy::kiosk {

class EffectRunner {
 public:
    /// `wake` is called from other threads when take_actions() has something, and by the recorder. What is
    /// passed by reference outlives this and stays as it is, but that the banks may come later: see
    /// register_items(). They are not looked for in the configuration.
    EffectRunner(std::unique_ptr<Recorder> recorder, const std::filesystem::path& data,
                 const bank::Configuration& configuration, const std::vector<quiz::Bank>& banks,
                 const Places& places, const std::function<void()>& wake);
    /// Stops what is being written for a stick; what visitors said is still saved.
    ~EffectRunner();
    EffectRunner(const EffectRunner&) = delete;
    EffectRunner& operator=(const EffectRunner&) = delete;

    void run(const std::vector<screens::Effect>& effects);
    /// The banks are there from now on. Until then no visit may begin and no panel open: that needs them.
    void register_items();
    /// What the store and the sticks have answered since the last call, in order.
    std::vector<screens::Action> take_actions();
    /// The store could not be opened at all, and why; set once ticket 0 came back.
    const std::optional<store::StoreError>& opening_error() const { return opening_error_; }
    /// Somebody asked to end the program.
    bool quit() const { return quit_; }

 private:
    using Answer = PendingJobs::Answer;
    using Work = std::function<Answer(store::Store&)>;
    void start(const screens::Effect& effect);
    void start(const screens::PanelCommand& command);
    /// Fills delivery.package; returns what became of it.
    using Fill = std::function<Delivery(store::Store&, Delivery, const Progress&)>;
    void carry_away(Delivery delivery, Fill fill);
    void start(const screens::CarryPackage& command);
    void start(const screens::CarryReport& command);
    /// What a job finds in the store: answers refer to the event and to item versions.
    enum class Registered { events, items };
    void post(Work work, PendingJobs::Failure failure, Registered needed = Registered::items);

    std::filesystem::path data_;
    const bank::Configuration& configuration_;  ///< read by the writer's thread too, as the banks
    const std::vector<quiz::Bank>& banks_;
    std::optional<Registered> registered_;  ///< touched by the writer's thread only
    std::optional<store::StoreError> opening_error_;
    PendingJobs pending_;
    bool quit_ = false;
    Carrier carrier_;
    std::unique_ptr<Recorder> recorder_;  // last: its thread ends before what it uses
};

}  // namespace xy::kiosk
