// The way in: a data package written by export, checked and merged into a store.
//
// All or nothing: with one mistake in any file nothing is imported. A session that is there already is taken
// once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/problem.h"
#include "exchange/export.h"
#include "store/store.h"

namespace xy::exchange {

/// What came in of one kind of row.
struct MergeCounts {
    std::int64_t fresh = 0;        ///< new, now in the store
    std::int64_t known = 0;        ///< there already, equal
    std::int64_t conflicting = 0;  ///< there already but different; kept as they were
};

struct ImportResult {
    /// Mistakes: nothing was imported. Remarks: conflicts. At most most_problems of them.
    Problems problems;
    std::int64_t more_problems = 0;  ///< found beyond those
    MergeCounts events;  ///< one that was changed at its owner since counts as new; one that came in under
                         ///< another id, because its own belongs to another event here, as conflicting
    MergeCounts items;
    MergeCounts sessions;  ///< with their answers
    std::int64_t fresh_answers = 0;
    MergeCounts ledger;  ///< entries; one that was undone since counts as new
};

inline constexpr std::size_t most_problems = 100;

/// The packages that `folder` stands for: itself, or, where it is none, those that lie directly in it (the
/// root of a stick), by name.
std::vector<std::filesystem::path> packages_in(const std::filesystem::path& folder);

/// Reads the package in `folder`: verifies the hashes of the files that come in, then checks every field of
/// every row. Throws StoreError, ExchangeError when a file cannot be read, and Stopped; then nothing came in.
/// Nothing in the package can make it read another file.
ImportResult import_package(store::Store& store, const std::filesystem::path& folder,
                            const Progress& progress = {});

}  // namespace xy::exchange
