// The way out: a data package with every session, answer, item and event of a store.
//
// The same store gives the same bytes: nothing in the files says when they were written. Rows are ordered by
// id.
//
// Small groups are in it, and each visit is linked to all its answers: the descriptor and a README say that
// it is internal. Its CSV files do not: a first line that is no header would break every program that reads
// them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
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

/// Whether what stands at `folder` is nothing, an empty folder, or a package called `name` in its descriptor
/// with no other files in it than `ours`.
bool may_replace_files(const std::filesystem::path& folder, std::string_view name,
                       std::span<const std::string> ours);

/// Whether write_package() may take the place of what stands at `folder`: nothing, an empty folder, or an
/// earlier export with no other file in it.
bool may_replace(const std::filesystem::path& folder, std::span<const ExtraFile> extra = {});

/// Writes the package as `folder`, whole or not at all. Throws ExchangeError when something else stands there
/// or it cannot be written, StoreError and Stopped.
Exported write_package(store::Store& store, const std::filesystem::path& folder,
                       const Progress& progress = {}, std::span<const ExtraFile> extra = {});

}  // namespace xy::exchange
