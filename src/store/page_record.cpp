#include "store/page_record.h"

#include <algorithm>

namespace xy::store {
namespace {

/// Bytes of the types under 12; 10 and 11 are in no file.
constexpr std::array<std::uint8_t, 12> sizes{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};

constexpr std::uint64_t longest = 1U << 30U;  // of any value in SQLite

}  // namespace

bool PageRecord::read(Bytes row, std::size_t columns) {
    row_ = row;
    std::size_t at = 0;
    const auto header = read_varint(row, at);
    if (!header || *header > row.size()) return false;
    const Bytes types = row.first(static_cast<std::size_t>(*header));
    std::size_t begin = types.size();
    for (std::size_t column = 0; column < columns; ++column) {
        const auto type = read_varint(types, at);
        if (!type || *type == 10 || *type == 11 || *type > longest) return false;
        types_[column] = *type;
        begins_[column] = begin;
        begin += *type < sizes.size() ? sizes[*type] : static_cast<std::size_t>((*type - 12) / 2);
    }
    begins_[columns] = begin;
    return begin <= row.size();
}

std::int64_t PageRecord::long_integer(std::size_t column) const {
    if (types_[column] < 1 || types_[column] > 6) return 0;
    const Bytes bytes = bytes_of(column);
    // Big-endian two's complement: the sign is that of the first byte.
    std::uint64_t value = bytes[0] < 0x80U ? 0 : ~std::uint64_t{0};
    for (const std::uint8_t byte : bytes) value = (value << 8U) | byte;
    return static_cast<std::int64_t>(value);
}

std::string_view PageRecord::text(std::size_t column) const {
    if (types_[column] < 13 || types_[column] % 2 == 0) return {};
    const Bytes bytes = bytes_of(column);
    // Bytes of a text are its UTF-8.
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes PageRecord::blob(std::size_t column) const {
    if (types_[column] < 12 || types_[column] % 2 != 0) return {};
    return bytes_of(column);
}

}  // namespace xy::store
