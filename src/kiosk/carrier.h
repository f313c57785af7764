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

class Carrier {
 public:
    /// `wake` is called from other threads whenever take_news() has something. `sticks`: a folder whose
    /// folders count as sticks; empty: what is mounted.
    Carrier(std::filesystem::path sticks, std::function<void()> wake);
    /// Gives work under way a moment to end; a hanging stick is left behind.
    ~Carrier();
    Carrier(const Carrier&) = delete;
    Carrier& operator=(const Carrier&) = delete;

    /// Answered by SticksKnown.
    void find();
    /// A new export begins: forgets an earlier stop().
    void begin();
    /// Carries a finished package to the stick and then removes it here. Answered by CarryMoved and
    /// CarryEnded.
    void carry(std::filesystem::path package, std::filesystem::path stick, std::string name);
    void stop();
    bool stopped() const;
    /// From any thread: how far the export is, the package and the carrying together, 0..1.
    void moved(double share);
    void ended(screens::CarryEnded outcome);
    std::vector<screens::PanelNews> take_news();

 private:
    struct Shared;
    void run(std::function<void()> work);

    std::filesystem::path sticks_;
    std::shared_ptr<Shared> shared_;
};

}  // namespace xy::kiosk
