// Everything a store is asked to do, step by step, and what is in it, said so that it can be compared.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "store/store.h"

namespace xy::store {

/// One durable change: when it returns, it has been acknowledged.
using Step = std::function<void(Store&)>;

/// Work on one store, from its opening to its closing, as one program does it. Several follow each other.
using ProgramRun = std::vector<Step>;

struct Workload {
    std::string name;
    std::function<void(const std::filesystem::path& database)> before;  ///< what is there; may be empty
    std::vector<ProgramRun> runs;
};

/// A day at the booth: visits, practice and its deletion, ledger, events, PINs; the kiosk is started twice.
Workload day_at_the_booth();
/// Visits and entries of another booth, in one transaction.
Workload import_of_a_package();
/// Files of each older version, with something in them, opened by this program; then a visit.
std::vector<Workload> migrations();
/// All of these.
std::vector<Workload> all_workloads();

/// What the store holds. A session that is open counts as abandoned: it will be, when the store is opened
/// again.
std::string contents_of(Store& store);

}  // namespace xy::store
