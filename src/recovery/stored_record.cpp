#include "recovery/stored_record.h"

#include <array>
#include <cstring>

namespace xy::recovery {
namespace {

constexpr std::size_t leaf_header = 8;
constexpr std::size_t inside_header = 12;
constexpr std::size_t longest_record = 10'000'000;
constexpr std::size_t most_columns = 100;

/// Reads on in bytes that may end anywhere; after the end everything is 0 and fine() is false.
class Bytes {
 public:
    explicit Bytes(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    bool fine() const { return fine_; }
    std::size_t left() const { return bytes_.size(); }

    std::span<const std::uint8_t> take(std::size_t count) {
        if (count > bytes_.size()) {
            fine_ = false;
            return {};
        }
        const auto taken = bytes_.first(count);
        bytes_ = bytes_.subspan(count);
        return taken;
    }

    /// Big-endian, as all numbers of the file; of up to 8 bytes, signed.
    std::int64_t integer(std::size_t size) {
        const auto taken = take(size);
        if (taken.empty()) return 0;
        std::uint64_t value = (taken[0] & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
        for (const std::uint8_t byte : taken) value = (value << 8U) | byte;
        return static_cast<std::int64_t>(value);
    }

    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (int i = 0; i < 9; ++i) {
            const auto taken = take(1);
            if (taken.empty()) return 0;
            if (i == 8) return (value << 8U) | taken[0];
            value = (value << 7U) | (taken[0] & 0x7FU);
            if ((taken[0] & 0x80U) == 0) return value;
        }
        return value;
    }

 private:
    std::span<const std::uint8_t> bytes_;
    bool fine_ = true;
};

std::uint32_t big_endian(std::span<const std::uint8_t> bytes, std::size_t offset, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = (value << 8U) | bytes[offset + i];
    return value;
}

std::string text_of(std::span<const std::uint8_t> bytes) {
    return {bytes.begin(), bytes.end()};
}

StoredValue value_in(Bytes& body, std::uint64_t type) {
    constexpr std::array<std::size_t, 7> integer_sizes{0, 1, 2, 3, 4, 6, 8};
    if (type == 0) return {};
    if (type < integer_sizes.size()) return body.integer(integer_sizes.at(static_cast<std::size_t>(type)));
    if (type == 7) {
        const std::int64_t bits = body.integer(8);
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        return number;
    }
    if (type == 8 || type == 9) return static_cast<std::int64_t>(type - 8);
    const auto bytes = body.take(static_cast<std::size_t>((type - 12) / 2));
    if (type % 2 == 0) return StoredBlob{text_of(bytes)};
    return text_of(bytes);
}

/// All columns of a payload, which must be used up by them.
std::optional<std::vector<StoredValue>> values_in(std::span<const std::uint8_t> payload) {
    Bytes start(payload);
    const std::uint64_t header_size = start.varint();
    const std::size_t read = payload.size() - start.left();
    if (!start.fine() || header_size < read || header_size > payload.size()) return std::nullopt;
    Bytes types(payload.subspan(read, static_cast<std::size_t>(header_size) - read));
    Bytes body(payload.subspan(static_cast<std::size_t>(header_size)));
    std::vector<StoredValue> values;
    while (types.left() > 0) {
        const std::uint64_t type = types.varint();
        if (!types.fine() || type == 10 || type == 11 || values.size() == most_columns) return std::nullopt;
        values.push_back(value_in(body, type));
        if (!body.fine()) return std::nullopt;
    }
    if (body.left() > 0 || values.empty()) return std::nullopt;
    return values;
}

/// How much of a payload of `size` bytes lies in its cell.
std::size_t local_size(std::size_t size, std::size_t usable, bool table) {
    const std::size_t most = table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    if (size <= most) return size;
    const std::size_t least = (usable - 12) * 32 / 255 - 23;
    const std::size_t wanted = least + (size - least) % (usable - 4);
    return wanted <= most ? wanted : least;
}

std::optional<StoredRecord> record_at(const PageView& page, std::size_t offset, PageKind kind,
                                      const ReadOverflow& overflow) {
    Bytes cell(page.bytes.subspan(offset));
    if (kind == PageKind::index_inside) cell.take(4);
    const std::uint64_t size = cell.varint();
    StoredRecord record;
    const bool table = kind == PageKind::table_leaf;
    if (table) record.rowid = static_cast<std::int64_t>(cell.varint());
    if (!cell.fine() || size == 0 || size > longest_record) return std::nullopt;
    const std::size_t local = local_size(static_cast<std::size_t>(size), page.bytes.size(), table);
    std::string payload = text_of(cell.take(local));
    if (!cell.fine()) return std::nullopt;
    if (local < size) {
        const auto next = static_cast<std::uint32_t>(cell.integer(4));
        const auto rest = cell.fine() ? overflow(next, static_cast<std::size_t>(size) - local) : std::nullopt;
        if (!rest) return std::nullopt;
        payload += rest->bytes;
        record.overflows = true;
        record.doubtful = rest->doubtful;
    }
    const std::vector<std::uint8_t> bytes(payload.begin(), payload.end());
    auto values = values_in(bytes);
    if (!values) return std::nullopt;
    record.values = *std::move(values);
    return record;
}

}  // namespace

std::optional<PageKind> kind_of(const PageView& page) {
    for (const PageKind kind :
         {PageKind::index_inside, PageKind::table_inside, PageKind::index_leaf, PageKind::table_leaf})
        if (page.bytes[page.header] == static_cast<std::uint8_t>(kind)) return kind;
    return std::nullopt;
}

std::vector<std::uint32_t> children_of(const PageView& page) {
    const auto kind = kind_of(page);
    if (kind != PageKind::index_inside && kind != PageKind::table_inside) return {};
    std::vector<std::uint32_t> children{big_endian(page.bytes, page.header + 8, 4)};
    const std::size_t cells = big_endian(page.bytes, page.header + 3, 2);
    for (std::size_t i = 0; i < cells; ++i) {
        const std::size_t pointer = page.header + inside_header + 2 * i;
        if (pointer + 2 > page.bytes.size()) break;
        const std::size_t cell = big_endian(page.bytes, pointer, 2);
        if (cell + 4 <= page.bytes.size()) children.push_back(big_endian(page.bytes, cell, 4));
    }
    return children;
}

std::vector<StoredRecord> records_of(const PageView& page, PageKind kind, bool to_the_end,
                                     const ReadOverflow& overflow) {
    std::vector<StoredRecord> records;
    if (kind == PageKind::table_inside) return records;
    const std::size_t first = page.header + (kind == PageKind::index_inside ? inside_header : leaf_header);
    std::size_t cells = big_endian(page.bytes, page.header + 3, 2);
    if (to_the_end) cells = page.bytes.size();
    for (std::size_t i = 0; i < cells && first + 2 * i + 2 <= page.bytes.size(); ++i) {
        const std::size_t offset = big_endian(page.bytes, first + 2 * i, 2);
        if (offset < first || offset >= page.bytes.size()) {
            if (to_the_end) break;
            continue;
        }
        if (auto record = record_at(page, offset, kind, overflow)) records.push_back(*std::move(record));
    }
    return records;
}

}  // namespace xy::recovery
