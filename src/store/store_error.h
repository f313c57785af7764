// Why the store refused. The boundary between SQLite's codes and everybody else.
#pragma once

#include <stdexcept>
#include <string>

namespace xy::store {

enum class StoreFailure {
    in_use,       ///< another process holds the file
    newer,        ///< written by a newer version of this program
    cannot_read,  ///< the medium failed while reading, or no memory or file handle was left: nothing is known
                  ///< about the file, and the next try may succeed
    cannot_write,  ///< read-only folder or file, or the medium failed while writing
    full,          ///< no space left
    damaged,       ///< what could be read is malformed
    refused,       ///< a value that breaks a rule of the schema
};

class StoreError : public std::runtime_error {
 public:
    StoreError(StoreFailure reason, const std::string& message)
        : std::runtime_error(message), reason_(reason) {}
    StoreFailure reason() const { return reason_; }

 private:
    StoreFailure reason_;
};

}  // namespace xy::store
