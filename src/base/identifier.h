// Random 128-bit ids. They carry no time, so nothing can be ordered by arrival.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xy {

struct RandomId {
    std::array<std::uint8_t, 16> bytes{};
    friend auto operator<=>(const RandomId&, const RandomId&) = default;
};

/// A new id from the operating system's randomness; never from a seed.
RandomId new_random_id();
/// 32 lower-case hexadecimal digits.
std::string to_hex(const RandomId& id);
/// The reverse of to_hex; nothing for any other text.
std::optional<RandomId> parse_random_id(std::string_view hex);

}  // namespace xy
