// Plausible visits for demonstrations, tests and measurements. The same seed makes the same visits, ids
// included.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/random.h"
#include "content/configuration.h"
#include "store/store.h"

namespace xy::cli {

struct SimulationSize {
    std::int64_t sessions = 0;
    int events = 1;
    std::uint64_t seed = 1;
};

struct Simulated {
    std::int64_t sessions = 0;
    std::int64_t answers = 0;
};

/// Fills `store` with visits to invented events (their ids begin with "sim-") that run the programme of
/// `configuration`. `progress` is told the part that is done, 0 to 1.
Simulated simulate(store::Store& store, const content::Configuration& configuration,
                   const SimulationSize& size, const std::function<void(double)>& progress);

}  // namespace xy::cli
