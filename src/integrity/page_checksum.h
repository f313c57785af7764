// Eight bytes at the end of every page of the file, by which a page that is not what was written is noticed.
// SQLite leaves them to us ("reserved bytes", https://www.sqlite.org/fileformat.html#usable_size). Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace xy::integrity {

inline constexpr std::size_t checksum_size = 8;
/// Where the header of the file says how many bytes of a page are reserved.
inline constexpr std::size_t reserved_bytes_at = 20;

using PageChecksum = std::array<std::uint8_t, checksum_size>;
using PageBytes = std::span<const std::uint8_t>;

/// Of a whole page without its last eight bytes, and of its number (from 1): a page in the place of another
/// is noticed too. Never eight zeros.
PageChecksum checksum_of(PageBytes page, std::uint32_t number);

enum class PageState {
    sound,
    spoiled,  ///< within four bytes it is not what was written: a flipped bit always is this, and lost zeros
    foreign,  ///< it differs by more, or has no checksum: another program wrote it, or a whole block is wrong
};
PageState state_of(PageBytes page, std::uint32_t number);

/// Puts a page right of which one word (4 bytes) is wrong. False when that does not explain what is wrong.
bool mend_page(std::span<std::uint8_t> page, std::uint32_t number);

}  // namespace xy::integrity
