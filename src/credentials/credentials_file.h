// access.json in the data folder: the hashes of the PINs and of the recovery code, apart from the store, so
// that neither the loss of one nor of the other opens or closes the panel. For its owner alone (0600).
#pragma once

#include <filesystem>
#include <string_view>

#include "access/credentials.h"

namespace xy::credentials {

inline constexpr std::string_view file_name = "access.json";

/// Call it before anything else is made in the data folder. In one that is not there or empty it writes a
/// file that says that no PIN was ever set; anywhere else it does nothing. Throws std::system_error.
void begin(const std::filesystem::path& folder);

/// What the file says. Throws std::system_error when it cannot be read: then nothing is known, not even that
/// it is damaged.
access::Found load(const std::filesystem::path& folder);

/// Replaces the file, durably. Throws std::system_error; then the one before is still there.
void save(const std::filesystem::path& folder, const access::Credentials& credentials);

}  // namespace xy::credentials
