// How often a test flips a bit of a file.
#pragma once

#include <cstdlib>

namespace xy {

/// XY_FLIPS, or 150; 1,500 by scripts/faults.
inline int flips() {
    const char* asked = std::getenv("XY_FLIPS");
    return asked == nullptr ? 150 : std::atoi(asked);
}

}  // namespace xy
