// Runs effects: the one place where a wish of the screens becomes a job of the store's writer.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "screens/action.h"
#include "screens/booth.h"
#include "screens/effect.h"
#include "store/recorder.h"

namespace xy::kiosk {

class EffectRunner {
 public:
    /// `wake` is called from the writer's thread when take_actions() has something.
    EffectRunner(const std::filesystem::path& data, const screens::Booth& booth, std::function<void()> wake);

    void run(const std::vector<screens::Effect>& effects);
    /// What the store has answered since the last call, in order.
    std::vector<screens::Action> take_actions();
    /// The store could not be opened at all, and why; set once ticket 0 came back.
    const std::optional<store::StoreError>& opening_error() const { return opening_error_; }

 private:
    struct Pending {
        std::uint64_t ticket = 0;
        std::shared_ptr<std::int64_t> count;  ///< of CountToday
    };
    void post(const screens::Effect& effect);

    std::shared_ptr<const screens::Booth> booth_;
    std::shared_ptr<bool> registered_;  ///< touched by the writer's thread only
    std::optional<store::StoreError> opening_error_;
    std::deque<Pending> pending_;
    store::Recorder recorder_;  // last: its thread ends before what it uses
};

}  // namespace xy::kiosk
