// Counts as numbers to divide by. Inside stats/ only.
#pragma once

#include <cstdint>

namespace xy::stats {

/// Exact up to 2^53.
constexpr double real(std::int64_t count) {
    return static_cast<double>(count);
}

}  // namespace xy::stats
