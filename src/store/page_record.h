// One row as it lies on a page: the record format of SQLite (https://www.sqlite.org/fileformat2.html, 2.1
// and 2.2), fixed since 2004 and promised to stay readable. Inside store/ only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace xy::store {

using Bytes = std::span<const std::uint8_t>;

/// Reads a variable-length integer at `at` and moves behind it; nothing when it is cut.
inline std::optional<std::uint64_t> read_varint(Bytes bytes, std::size_t& at) {
    if (at < bytes.size() && bytes[at] < 0x80U) return bytes[at++];  // nearly all
    std::uint64_t value = 0;
    for (int length = 1; at < bytes.size(); ++length) {
        const std::uint8_t byte = bytes[at++];
        if (length == 9) return (value << 8U) | byte;
        value = (value << 7U) | (byte & 0x7FU);
        if (byte < 0x80U) return value;
    }
    return std::nullopt;
}

/// The first columns of a row. Looks at every length; a malformed row is told, never read beyond its end.
class PageRecord {
 public:
    static constexpr std::size_t most_columns = 12;

    /// Takes apart the first `columns` columns of `row`, which must stay where it is. False when it is
    /// malformed or has fewer columns.
    bool read(Bytes row, std::size_t columns);

    bool null(std::size_t column) const { return types_[column] == 0; }
    /// 0 for anything but an integer.
    std::int64_t integer(std::size_t column) const {
        const std::uint64_t type = types_[column];
        if (type == 1) return static_cast<std::int8_t>(row_[begins_[column]]);  // most are small
        if (type == 8 || type == 9) return static_cast<std::int64_t>(type - 8);
        return long_integer(column);
    }
    /// Empty for anything but a text.
    std::string_view text(std::size_t column) const;
    /// Empty for anything but a blob.
    Bytes blob(std::size_t column) const;

 private:
    std::int64_t long_integer(std::size_t column) const;
    Bytes bytes_of(std::size_t column) const {
        return row_.subspan(begins_[column], begins_[column + 1] - begins_[column]);
    }

    Bytes row_;
    std::array<std::uint64_t, most_columns> types_{};
    std::array<std::size_t, most_columns + 1> begins_{};  ///< of the column's bytes in row_
};

}  // namespace xy::store
