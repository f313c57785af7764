// What the staff chose on the panel or at the first start. It is the same after a power cut: else visits of a
// practice would count.
#pragma once

#include <chrono>
#include <string>

namespace xy::outreach {

struct BoothSettings {
    std::string programme;        ///< id; empty, or no longer there: that of the configuration
    bool practice = false;        ///< visits are not counted
    std::string device = {};      ///< number of the device, “07”; empty: that of the configuration
    std::string place_code = {};  ///< of the place where the kiosk stands; empty: `place` alone says it
    std::string place = {};       ///< in the staff's own words, where the list has no such place
    /// Added to what the clock of the device says, where nobody may set that.
    std::chrono::minutes clock_correction{0};
    bool still = false;          ///< nothing moves by itself (减少动画)
    bool high_contrast = false;  ///< 高对比度

    friend bool operator==(const BoothSettings&, const BoothSettings&) = default;
};

}  // namespace xy::outreach
