// Delivery of a finished folder (a package) to a stick: whole or not at all, whatever happens to the stick.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "base/progress.h"

namespace xy::exchange {

enum class DeliveryFailure {
    no_room,    ///< the stick is full, or was from the start
    read_only,  ///< it takes no files
    gone,       ///< pulled out, or it failed
    differs,    ///< what was read back is not what was written
    cancelled,  ///< by its progress
};

class DeliveryError : public std::runtime_error {
 public:
    DeliveryError(DeliveryFailure reason, const std::string& message)
        : std::runtime_error(message), reason_(reason) {}
    DeliveryFailure reason() const { return reason_; }

 private:
    DeliveryFailure reason_;
};

/// Copies the files of `folder` (no folders inside) to `stick`/`name`, with a SHA256SUMS beside them that
/// `sha256sum -c` understands: under a hidden name first, each file synced, then read back from the medium
/// and compared, then renamed in one step, and the rename synced. Where `name` is taken, `name`-2, `name`-3 …
/// is used: nothing on the stick is ever replaced. Returns the folder that now stands there. Throws
/// DeliveryError (its words are for the staff); then nothing stands under the final name, unless the stick
/// failed after the rename, and then it is whole. What earlier deliveries that were cut short have left is
/// removed first.
std::filesystem::path deliver(const std::filesystem::path& folder, const std::filesystem::path& stick,
                              const std::string& name, const Progress& progress);

}  // namespace xy::exchange
