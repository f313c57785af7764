// The bytes of a file from outside, with a bound.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace xy {

enum class FileFault {
    none,
    no_file,    ///< a folder, a device, a pipe: something that may never end, or never begin
    too_large,  ///< not read
    unreadable,
};

struct FileBytes {
    std::string bytes;  ///< empty after a fault
    FileFault fault = FileFault::none;
    int reason = 0;  ///< errno, when it is unreadable
};

/// The whole of a regular file that has at most `most_bytes`. Waits for nobody: not for the writer of a pipe,
/// and not for a file that grows while it is read.
FileBytes read_regular_file(const std::filesystem::path& file, std::uintmax_t most_bytes);

}  // namespace xy
