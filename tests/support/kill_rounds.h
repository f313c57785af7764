// How often a test ends a process in the middle of its work.
#pragma once

#include <cstdlib>

namespace xy {

/// XY_KILL_ROUNDS, or 20: enough to notice a wrong order of two writes; 200 by hand before a release.
inline int kill_rounds() {
    const char* asked = std::getenv("XY_KILL_ROUNDS");
    return asked == nullptr ? 20 : std::atoi(asked);
}

}  // namespace xy
