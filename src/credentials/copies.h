// The two copies of the credentials: the file beside the store, and the store's own. After the loss of one
// the other is used, and what was lost is written again.
#pragma once

#include <filesystem>

#include "access/credentials.h"
#include "store/store.h"

namespace xy::credentials {

struct Copies {
    access::Found file;
    access::Credentials credentials;  ///< both as one
    access::PinStatus status = access::PinStatus::lost;
};

/// Reads both copies; `store` may be null where there is none that can be opened. Throws std::system_error
/// and store::StoreError when one of them cannot be read.
Copies load_copies(const std::filesystem::path& folder, store::Store* store);

/// Writes both copies, the file first. Throws like load_copies(); then the file may be ahead of the store,
/// and counts.
void keep(const std::filesystem::path& folder, store::Store* store, const access::Credentials& credentials);

/// Writes again what one of the copies lacks. Writes nothing where no PIN is known: a file that is not there
/// must not come back as one that says that none was ever set.
void restore(const std::filesystem::path& folder, store::Store& store, const Copies& copies);

}  // namespace xy::credentials
