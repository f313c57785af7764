#include "document/terminal_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace xy::document {
namespace {

using Range = std::pair<char32_t, char32_t>;

/// East Asian Wide and Fullwidth (Unicode Standard Annex 11), and pictures that terminals draw two
/// wide_ranges.
constexpr std::array<Range, 16> wide_ranges{{{0x1100, 0x115F},
                                             {0x2E80, 0x303E},
                                             {0x3041, 0x33FF},
                                             {0x3400, 0x4DBF},
                                             {0x4E00, 0x9FFF},
                                             {0xA000, 0xA4CF},
                                             {0xA960, 0xA97F},
                                             {0xAC00, 0xD7A3},
                                             {0xF900, 0xFAFF},
                                             {0xFE30, 0xFE6F},
                                             {0xFF01, 0xFF60},
                                             {0xFFE0, 0xFFE6},
                                             {0x1F300, 0x1F64F},
                                             {0x1F680, 0x1F6FF},
                                             {0x1F900, 0x1F9FF},
                                             {0x20000, 0x3FFFD}}};
constexpr std::array<Range, 5> without_width{
    {{0x0300, 0x036F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}}};

template <std::size_t N>
bool among(char32_t c, const std::array<Range, N>& ranges) {
    return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return r.first <= c && c <= r.second; });
}

using Row = std::vector<std::string>;

void append_row(std::string& out, const Table& table, const Row& row,
                const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column) {
        const std::string blank(widths[column] - display_width(row[column]), ' ');
        if (column > 0) line += "  ";
        line += table.columns[column].number ? blank + row[column] : row[column] + blank;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (const char32_t c : characters(text))
        if (!among(c, without_width)) width += among(c, wide_ranges) ? 2 : 1;
    return width;
}

std::string terminal_text(const Table& table) {
    std::vector<Row> rows(1);
    for (const Column& column : table.columns) rows.front().push_back(printable(column.heading));
    for (const auto& cells : table.rows) {
        rows.emplace_back();
        for (const Cell& cell : cells) rows.back().push_back(printable(cell.text));
    }
    std::vector<std::size_t> widths(table.columns.size());
    for (const Row& row : rows)
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], display_width(row[column]));
    std::size_t whole = 2 * (widths.size() - 1);
    for (const std::size_t width : widths) whole += width;
    std::string text;
    for (const Row& row : rows) {
        append_row(text, table, row, widths);
        if (&row == &rows.front()) text += std::string(whole, '-') + '\n';
    }
    return text;
}

}  // namespace xy::document
