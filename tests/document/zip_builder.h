// Zip files byte by byte, also such as no program writes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xy::document::tests {

/// An entry that is stored as it is. What is set here is written instead of the truth.
struct RawEntry {
    std::string name;
    std::string bytes;
    std::optional<std::uint32_t> checksum = std::nullopt;
    std::optional<std::uint32_t> unpacked_size = std::nullopt;
    std::uint16_t flags = 0;   ///< 1: encrypted
    std::uint16_t method = 0;  ///< 0: stored
};

std::string zip_of(const std::vector<RawEntry>& entries);

}  // namespace xy::document::tests
