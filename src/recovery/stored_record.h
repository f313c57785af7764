// A row as SQLite keeps it on a page, read without SQLite
// (https://www.sqlite.org/fileformat.html#record_format). Inside recovery/ only.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace xy::recovery {

struct StoredBlob {
    std::string bytes;
};
/// NULL, INTEGER, REAL, TEXT, BLOB.
using StoredValue = std::variant<std::monostate, std::int64_t, double, std::string, StoredBlob>;

struct StoredRecord {
    std::optional<std::int64_t> rowid;  ///< of a table that has them
    std::vector<StoredValue> values;
    bool overflows = false;  ///< a part of it lies on other pages
    bool doubtful = false;   ///< one of those is not what was written
};

/// What a page of a table or index says it is.
enum class PageKind : std::uint8_t { index_inside = 2, table_inside = 5, index_leaf = 10, table_leaf = 13 };

struct OverflowBytes {
    std::string bytes;
    bool doubtful = false;
};
/// Reads `size` bytes of a record that go on at page `first`; nothing when the chain is broken.
using ReadOverflow = std::function<std::optional<OverflowBytes>(std::uint32_t first, std::size_t size)>;

/// A page with the place of its header (100 on page 1) and without its reserved bytes.
struct PageView {
    std::span<const std::uint8_t> bytes;
    std::size_t header = 0;
};

std::optional<PageKind> kind_of(const PageView& page);
/// The pages under it, when it is an inside page.
std::vector<std::uint32_t> children_of(const PageView& page);
/// Every cell that can be read as a record of a page of `kind`; a broken one is passed over. `to_the_end`:
/// also cells beyond the number that the header says, which may be wrong.
std::vector<StoredRecord> records_of(const PageView& page, PageKind kind, bool to_the_end,
                                     const ReadOverflow& overflow);

}  // namespace xy::recovery
