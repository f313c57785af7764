// Plausible visits for demonstrations, tests and measurements. The same seed makes the same visits, ids
// included.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "bank/configuration.h"
#include "base/progress.h"
#include "store/store.h"

namespace xy::simulation {

struct SimulationSize {
    std::int64_t sessions = 0;
    int events = 1;
    std::uint64_t seed = 1;
    std::string keyed_wrongly = {};  ///< "bank/item" whose key is taken for a mistake; may be empty
};

/// What an item is like in the model, and what visitors with these abilities should make of it.
struct SimulatedItem {
    std::string bank;
    std::string item;
    double difficulty = 0;
    double sharpness = 0;
    std::int64_t shown = 0;     ///< in the quiz of completed visits that are no practice
    double expected_marks = 0;  ///< the sum of their chances
};

struct Simulated {
    std::int64_t sessions = 0;
    std::int64_t answers = 0;
    std::vector<SimulatedItem> items;  ///< scored ones
};

/// There is no such item, or it has not exactly one right option.
class NoSuchItem : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// Fills `store` with visits to invented events (their ids begin with "sim-") that run the programme of
/// `configuration`. Throws NoSuchItem before anything is stored. Throws Stopped when
/// `progress` says so; the visits stored by then are whole ones.
Simulated simulate(store::Store& store, const bank::Configuration& configuration, const SimulationSize& size,
                   const Progress& progress);

}  // namespace xy::simulation
