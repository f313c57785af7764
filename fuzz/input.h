// What fuzzers have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace xy::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Takes the first byte away: which of `kinds` (at most 10) the rest is. A digit, so that seeds are written
/// by hand.
inline std::size_t take_kind(std::string_view& input, std::size_t kinds) {
    if (input.empty()) return 0;
    const auto kind = static_cast<std::size_t>(static_cast<unsigned char>(input.front()) % kinds);
    input.remove_prefix(1);
    return (kind + kinds - '0' % kinds) % kinds;
}

/// What must hold whatever the input is: else a crash, which the fuzzer keeps.
inline void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace xy::fuzz
