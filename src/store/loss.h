// What the store was found to lack, or why nobody can say.
#pragma once

#include <cstdint>
#include <string>

namespace xy::store {

struct Loss {
    enum class Cause {
        behind,     ///< less than what was signed off: a log is gone, cut or spoiled, or the file is an older
                    ///< copy
        no_count,   ///< the signed-off count is missing beside a file that was not closed
        bad_count,  ///< the signed-off count cannot be read
        foreign,    ///< another program has written to the file
    };
    std::string day;  ///< on which it was noticed
    Cause cause = Cause::behind;
    std::int64_t signed_writes = -1;  ///< -1: not known
    std::int64_t signed_visits = -1;
    std::int64_t writes = 0;  ///< found in the store
    std::int64_t visits = 0;
    friend bool operator==(const Loss&, const Loss&) = default;
};

/// As kept in the store.
std::string code(Loss::Cause cause);
/// A sentence for people, without the day.
std::string describe(const Loss& loss);

}  // namespace xy::store
