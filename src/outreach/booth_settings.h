// What the staff chose on the panel. It is the same after a power cut: else visits of a practice would count.
#pragma once

#include <string>

namespace xy::outreach {

struct BoothSettings {
    std::string programme;  ///< id; empty, or no longer there: that of the configuration
    bool practice = false;  ///< visits are not counted

    friend bool operator==(const BoothSettings&, const BoothSettings&) = default;
};

}  // namespace xy::outreach
