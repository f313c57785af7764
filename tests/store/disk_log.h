// A disk that remembers what was asked of it, and what it promised: every call that SQLite makes on the files
// of a folder, in order, and between them the moments at which something was acknowledged.
#pragma once

#include <filesystem>
#include <memory>

#include "support/disk_call.h"

namespace xy::store {

/// The kinds of call that can be made to fail.
enum class FailingCall { open, read, write, sync, truncate };

/// One call fails, or it and all after it.
struct Failure {
    FailingCall call = FailingCall::read;
    int nth = 0;    ///< from 1
    int error = 0;  ///< EIO, ENOSPC …
    bool for_good = false;
};

/// While one lives, it stands between SQLite and the file system for all files below a folder. One at a time.
class WatchedDisk {
 public:
    /// What is in the folder already is on the disk.
    explicit WatchedDisk(const std::filesystem::path& folder);
    ~WatchedDisk();
    WatchedDisk(const WatchedDisk&) = delete;
    WatchedDisk& operator=(const WatchedDisk&) = delete;

    void acknowledge();
    /// From now on; replaces the last one.
    void fail(const Failure& failure);
    void heal();
    /// How many calls of a kind there were since fail() or the beginning.
    int calls(FailingCall kind) const;
    const DiskLog& log() const;

    struct State;

 private:
    std::unique_ptr<State> state_;
};

}  // namespace xy::store
