// A disk that remembers what was asked of it, and what it promised: every call that SQLite makes on the files
// of a folder, in order, and between them the moments at which something was acknowledged.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace xy::store {

struct DiskCall {
    enum class What {
        create,       ///< a file of this name, empty
        write,        ///< `bytes` at `offset`
        truncate,     ///< to the size `offset`
        sync,         ///< of the file: what was asked of it before is on the disk
        unlink,       ///< its name is gone
        sync_folder,  ///< names made and gone before are on the disk
        acknowledge,  ///< somebody was told that it is safe
    };
    What what = What::write;
    std::size_t file = 0;  ///< a number for each file ever made, like an inode
    std::string name;      ///< of create and unlink, below the folder
    std::uint64_t offset = 0;
    std::string bytes;
};

using DiskLog = std::vector<DiskCall>;

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
