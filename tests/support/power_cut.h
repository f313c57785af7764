// What a disk may hold after its power was cut at some moment of a log.
//
// What was synced is there. Of what was written since, each sector of 512 bytes is there, or what was there
// before, or something else, in any order; bytes beside a write are left alone (as SQLite's documentation
// expects of a disk: "powersafe overwrite"). Names that were made may be missing and names that were removed
// may be back, until the folder was synced.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "support/disk_call.h"

namespace xy {

/// What becomes of the sectors that were not synced.
enum class Unsynced {
    lost,
    written,
    torn,       ///< those before some sector are written
    reordered,  ///< some are written, in any order
    garbled,    ///< as reordered; of those that are not written some hold anything
};
inline constexpr int unsynced_kinds = 5;

/// A disk that takes the calls of a log one after the other.
class Disk {
 public:
    void take(const DiskCall& call);
    /// How many acknowledgements it has taken.
    int acknowledged() const { return acknowledged_; }
    /// Writes into an empty folder what it may hold when the power is cut now.
    void cut(const std::filesystem::path& folder, Unsynced unsynced, Random& random) const;

 private:
    struct File {
        std::string synced;
        std::vector<DiskCall> since;
    };
    static std::string after_cut(const File& file, Unsynced unsynced, Random& random);

    std::map<std::size_t, File> files_;
    std::map<std::string, std::optional<std::size_t>> names_;  ///< as of the last sync of the folder
    std::map<std::string, std::vector<std::optional<std::size_t>>> renamed_;  ///< since then, oldest first
    int acknowledged_ = 0;
};

/// What is wrong with a folder after a cut, of whose acknowledgements so many were given; empty when nothing
/// is.
using FaultAfterCut = std::function<std::string(const std::filesystem::path& folder, int acknowledged)>;

struct Cuts {
    int tried = 0;
    int faults = 0;
    std::string first;  ///< of the faults
};

/// Cuts the power anywhere in the log after its first sync of the folder (up to there it says what was there
/// before), so many times.
Cuts cut_often(const DiskLog& log, int cuts, std::uint64_t seed, const FaultAfterCut& fault);

/// How many cuts are asked for: XY_CUTS (scripts/faults), else 2,000.
int cuts_asked_for();

/// The log as a careless program would have made it: without those syncs of files that `forgets` chooses.
/// It is told the call and the next one on any file.
DiskLog without_syncs(const DiskLog& log,
                      const std::function<bool(const DiskCall& sync, const DiskCall& next)>& forgets);

}  // namespace xy
