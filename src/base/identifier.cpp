#include "base/identifier.h"

#include <random>

namespace xy {
namespace {

std::optional<std::uint8_t> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
    return std::nullopt;
}

}  // namespace

RandomId new_random_id() {
    std::random_device source;
    RandomId id;
    for (std::size_t i = 0; i < id.bytes.size(); i += 4) {
        const std::uint32_t word = source();
        for (std::size_t k = 0; k < 4; ++k)
            id.bytes[i + k] = static_cast<std::uint8_t>((word >> (8 * k)) & 0xFFU);
    }
    return id;
}

std::string to_hex(const RandomId& id) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * id.bytes.size());
    for (const std::uint8_t byte : id.bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

std::optional<RandomId> parse_random_id(std::string_view hex) {
    RandomId id;
    if (hex.size() != 2 * id.bytes.size()) return std::nullopt;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        const auto high = hex_digit(hex[2 * i]);
        const auto low = hex_digit(hex[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        id.bytes[i] = static_cast<std::uint8_t>((*high << 4U) | *low);
    }
    return id;
}

}  // namespace xy
