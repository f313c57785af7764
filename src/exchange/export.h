// The way out: a data package with every session, answer, item and event of a store.
//
// The same store gives the same bytes: nothing in the files says when they were written. Rows are ordered by
// id.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/progress.h"
#include "store/store.h"

namespace xy::exchange {

/// A file of the same folder that another level makes of the participation counted while exporting.
/// participation.csv is described in the descriptor; files of other names are only put there.
struct ExtraFile {
    std::string name;
    std::function<std::string(const std::vector<store::ParticipationRow>&)> text;
};

struct Exported {
    std::int64_t events = 0;
    std::int64_t items = 0;
    std::int64_t sessions = 0;
    std::int64_t answers = 0;
    std::int64_t ledger = 0;  ///< entries
};

/// Whether write_package() may take the place of what stands at `folder`: nothing, an empty folder, or an
/// earlier export with no other file in it.
bool may_replace(const std::filesystem::path& folder, std::span<const ExtraFile> extra = {});

/// Writes the package as `folder`, whole or not at all. Throws ExchangeError when something else stands there
/// or it cannot be written, StoreError and Stopped.
Exported write_package(store::Store& store, const std::filesystem::path& folder,
                       const Progress& progress = {}, std::span<const ExtraFile> extra = {});

}  // namespace xy::exchange
