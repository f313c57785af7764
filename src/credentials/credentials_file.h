// access.json in the data folder: the hashes of the PINs and of the recovery code, apart from the store, so
// that neither the loss of one nor of the other opens or closes the panel. For its owner alone (0600).
//
// The hash of the recovery code, which the store does not have, lies in access-recovery.json once more: so
// that the code still helps when the PINs are gone.
#pragma once

#include <filesystem>
#include <string_view>

#include "access/credentials.h"

namespace xy::credentials {

inline constexpr std::string_view file_name = "access.json";
inline constexpr std::string_view recovery_file_name = "access-recovery.json";

/// Call it before anything else is made in the data folder. In one that is not there or empty it writes a
/// file that says that no PIN was ever set; anywhere else it does nothing. Throws std::system_error.
void begin(const std::filesystem::path& folder);

/// What the files say. Throws std::system_error when one cannot be read: then nothing is known, not even that
/// it is damaged.
access::Found load(const std::filesystem::path& folder);

/// Replaces the file, and the recovery code's where that says something else, durably. Throws
/// std::system_error; then the ones before are still there, or the file is ahead, and counts.
void save(const std::filesystem::path& folder, const access::Credentials& credentials);

}  // namespace xy::credentials
