// Everything that touches a stick, on threads of its own: a stick that hangs stops neither the screen nor the
// store.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "screens/panel_action.h"

namespace xy::kiosk {

/// Where things can be carried to.
struct Places {
    std::filesystem::path sticks;    ///< a folder whose folders count as sticks; empty: what is mounted
    std::filesystem::path computer;  ///< folder for reports where there is no stick; made when it is used
};

/// A finished folder on its way.
struct Delivery {
    std::filesystem::path package;
    std::filesystem::path to;  ///< the stick
    std::string name;          ///< of the folder on it
    double done = 0;           ///< share of the whole work that was done before the carrying
    bool nothing_took_place = false;
};

class Carrier {
 public:
    /// `wake` is called from other threads whenever take_events() has something.
    Carrier(Places places, std::function<void()> wake);
    /// Gives work under way a moment to end; a hanging stick is left behind.
    ~Carrier();
    Carrier(const Carrier&) = delete;
    Carrier& operator=(const Carrier&) = delete;

    /// Answered by SticksKnown.
    void find();
    /// Looks for recovery codes on every stick, those of `device` first. Answered by RecoveryCodeFound.
    void find_code(const std::string& device);
    /// Adds a recovery code to the file of the only stick that can be taken away, and reads it back. Answered
    /// by RecoveryCodeCarried.
    void carry_code(const std::string& code, const std::string& device);
    /// A new export begins: forgets an earlier stop().
    void begin();
    /// Carries a finished package and then removes it here. Answered by CarryMoved and CarryEnded.
    void carry(Delivery delivery);
    void stop();
    bool stopped() const;
    /// From any thread: how far the whole work is, 0..1. Said a few times a second, however often it is told.
    void moved(double share);
    void ended(screens::CarryEnded outcome);
    std::vector<screens::PanelEvent> take_events();

 private:
    struct Shared;
    void run(std::function<void()> work);

    Places places_;
    std::shared_ptr<Shared> shared_;
};

}  // namespace xy::kiosk
