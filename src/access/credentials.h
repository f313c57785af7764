// What is kept of PINs: hashes and a count, in a file of their own and, as a copy, in the store.
#pragma once

#include <optional>
#include <string>

#include "access/pin.h"

namespace xy::access {

/// Never a PIN, never a time: see Lockout.
struct Credentials {
    std::optional<std::string> volunteer;  ///< hash of the PIN
    std::optional<std::string> organizer;
    std::optional<std::string> recovery;  ///< hash of the recovery code
    int wrong = 0;                        ///< wrong PINs in a row
    bool lost = false;                    ///< PINs were set once, or may have been, and are gone

    std::optional<std::string>& pin(Role role) { return role == Role::volunteer ? volunteer : organizer; }
    const std::optional<std::string>& pin(Role role) const {
        return role == Role::volunteer ? volunteer : organizer;
    }
    friend bool operator==(const Credentials&, const Credentials&) = default;
};

/// How the way in stands.
enum class PinStatus {
    never_set,  ///< staff at the machine may set the first PINs
    set,
    lost,  ///< they were set, or may have been, and are gone: only the recovery code or a terminal helps
};

/// How the file of the credentials was found.
enum class FileState {
    absent,
    damaged,  ///< it could be read, and is not what was written
    whole,
};

struct Found {
    FileState state = FileState::absent;
    Credentials credentials;  ///< empty unless it is whole
};

/// Both copies as one: what the file says, and what is missing there from the store's copy; of the wrong
/// tries the larger. The file is always written first. Only a whole file can say that no PIN was ever set: it
/// is made with a new, empty data folder, and one that is not there, or damaged, says that something was
/// lost.
Credentials merged(const Found& file, const Credentials& copy);

PinStatus status_of(const Credentials& credentials);

}  // namespace xy::access
