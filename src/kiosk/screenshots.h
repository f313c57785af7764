// A PNG of each new screen, numbered in order.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/window.h"
#include "widgets/frame.h"

namespace xy::kiosk {

class Screenshots {
 public:
    /// An empty folder: off.
    explicit Screenshots(std::filesystem::path folder);
    bool on() const { return !folder_.empty(); }
    /// Writes FOLDER/003-question.png. Throws when it cannot.
    void take(const Window& window, const widgets::Frame& frame);

 private:
    std::filesystem::path folder_;
    int number_ = 0;
};

}  // namespace xy::kiosk
