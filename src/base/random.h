// A small repeatable random generator, the same numbers on every machine for the same seed. Not for secrets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace xy {

/// xoshiro256** by Blackman and Vigna, seeded through SplitMix64 (https://prng.di.unimi.it/).
class Random {
 public:
    explicit Random(std::uint64_t seed);

    std::uint64_t next();
    /// Uniform in [0, bound); bound must be positive. Unbiased (rejection).
    std::uint64_t below(std::uint64_t bound);
    /// Uniform in [0, 1).
    double unit();
    /// Standard normal, mean 0 and variance 1 (Box–Muller).
    double normal();

    template <typename T>
    void shuffle(std::span<T> values) {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

 private:
    std::array<std::uint64_t, 4> state_;
};

/// A seed nobody can guess, from the operating system.
std::uint64_t unpredictable_seed();

}  // namespace xy
