// Rows that everybody may have (k-anonymity: L. Sweeney, Int. J. Uncertain. Fuzz. 10 (2002) 557–570): none
// stands there fewer than k times, in all its columns together. Pure. Inside exchange/ only.
//
// Only by leaving out: first columns, then rows. No value is ever changed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace xy::exchange {

/// Rows, counted by their values.
class RowTable {
 public:
    using Codes = std::vector<std::uint32_t>;

    explicit RowTable(std::size_t columns) : columns_(columns) {}

    /// Counts a row; a value of each column.
    void add(std::span<const std::string> values);

    std::int64_t rows() const { return rows_; }
    const std::map<Codes, std::int64_t>& counts() const { return counts_; }
    const std::string& text(std::size_t column, std::uint32_t code) const {
        return *columns_[column].texts[code];
    }

 private:
    struct Column {
        std::unordered_map<std::string, std::uint32_t> codes;
        std::vector<const std::string*> texts;  ///< keys of `codes`, which stay where they are
    };
    std::vector<Column> columns_;
    std::map<Codes, std::int64_t> counts_;
    std::int64_t rows_ = 0;
    Codes codes_;  ///< reused
};

/// What is worth keeping, by the numbers of the columns.
struct ColumnChoice {
    std::vector<std::vector<std::size_t>>
        cores;  ///< the first that leaves out at most half of the rows is kept; else the last
    std::vector<std::size_t>
        more;  ///< each is kept too where that leaves out no more than a tenth, or no more than the core does
};

struct PublicRows {
    std::vector<std::size_t> columns;  ///< that are kept, ascending
    std::map<std::vector<std::string>, std::int64_t>
        shown;                  ///< how often a row stands there, by its kept values
    std::int64_t rows = 0;      ///< of `shown`, all together
    std::int64_t withheld = 0;  ///< rows left out

    /// Whether a row with these values of all columns is among those shown.
    bool shows(std::span<const std::string> values) const;
};

/// Leaves out each row that stands there fewer than `least` times; and, where what is left out of any one
/// value of any column (or in all) would be fewer than `least` rows, further ones until it is not: else
/// whoever knows a total from elsewhere, a report, would see so small a group by subtraction.
PublicRows public_rows(const RowTable& table, const ColumnChoice& choice, std::int64_t least);

}  // namespace xy::exchange
