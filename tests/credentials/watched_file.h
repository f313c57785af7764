// What this program asks of the disk for one small file of a folder, and for the one that it is renamed from.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "support/disk_call.h"

namespace xy::credentials {

/// While one lives, calls on files of `folder` whose name begins with `name` are written down, and can be
/// made to fail. One at a time.
class WatchedFile {
 public:
    /// What is there already is on the disk.
    WatchedFile(const std::filesystem::path& folder, std::string name);
    ~WatchedFile();
    WatchedFile(const WatchedFile&) = delete;
    WatchedFile& operator=(const WatchedFile&) = delete;

    void acknowledge();
    /// The `nth` call from now on (from 1) fails with this errno; a write does half of its work before.
    void fail(int nth, int error);
    /// How many there were since fail() or the beginning.
    int calls() const;
    const DiskLog& log() const;

    struct State;

 private:
    std::unique_ptr<State> state_;
};

}  // namespace xy::credentials
