// Bringing back what can be read of a damaged store, into a new one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/progress.h"
#include "store/store_error.h"

namespace xy::recovery {

/// Rows of one kind.
struct RecoveredRows {
    std::int64_t sound = 0;  ///< from pages whose checksum is right, or of a file of a time without checksums
    std::int64_t doubtful = 0;  ///< from damaged pages, or older images of pages: they follow every rule
    /// Were there and break a rule, or must have been there (a count says so, a gap shows it); at least.
    std::int64_t lost = 0;

    std::int64_t recovered() const { return sound + doubtful; }
};

struct Recovery {
    int version = 0;  ///< the format of the damaged file
    RecoveredRows visits;
    RecoveredRows answers;
    RecoveredRows ledger;
    RecoveredRows events;
    RecoveredRows items;
    /// Lists of exact times, which belong to no visit: never from a damaged page.
    RecoveredRows times;
    /// Reports in the register of what was published, never from a damaged page. Doubtful: some of its counts
    /// are lost. Lost: all, or an event that it reported on.
    RecoveredRows publications;
    std::int64_t pages = 0;
    std::int64_t mended_pages = 0;   ///< one word was wrong, and the checksum tells what it was
    std::int64_t damaged_pages = 0;  ///< could be read, but are not what was written
    std::int64_t unreadable_pages = 0;
    /// How many visits there were, by the count that was signed off beside the file, when it is there.
    std::optional<std::int64_t> signed_visits;

    bool nothing() const;
    /// Every row is there, beyond doubt.
    bool complete() const;
};

/// Reads every page of `damaged` and of its log (`damaged`-wal), which stay as they are, and makes a store in
/// `folder`, which must have none. Rows are recognised by their shape where the file's own directory is lost.
/// Throws store::StoreError (cannot_write, full, refused when there is a store in `folder` or nothing of one
/// in `damaged`) and what `progress` throws; then no store is left in `folder`.
Recovery recover(const std::filesystem::path& damaged, const std::filesystem::path& folder,
                 const Progress& progress = {});

}  // namespace xy::recovery
