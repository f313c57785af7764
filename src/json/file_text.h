// The bytes of a file from outside, with a limit.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/problem.h"

namespace xy::json {

inline constexpr std::uintmax_t max_file_bytes = 8 * 1024 * 1024;

/// Why `file` cannot be read at all (missing, a folder, no permission); empty when it can be.
Problems unreadable(const std::filesystem::path& file);

/// The whole of `file`, which must be UTF-8 and at most max_file_bytes; a larger one is refused unread.
Checked<std::string> read_text(const std::filesystem::path& file);

}  // namespace xy::json
