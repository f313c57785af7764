#include "document/csv_sheet.h"

#include <array>
#include <vector>

#include "base/csv.h"

namespace xy::document {
namespace {

/// Without it a spreadsheet program takes UTF-8 for another encoding.
constexpr std::string_view byte_order_mark = "\uFEFF";

/// Removes one of `prefixes` from the front; whether there was one.
template <std::size_t N>
bool drop_any(std::string_view& text, const std::array<std::string_view, N>& prefixes) {
    for (const std::string_view prefix : prefixes) {
        if (!text.starts_with(prefix)) continue;
        text.remove_prefix(prefix.size());
        return true;
    }
    return false;
}

/// Spaces a spreadsheet may trim: space, no-break space, ideographic space, byte order mark.
constexpr std::array<std::string_view, 4> spaces{" ", "\u00A0", "\u3000", "\uFEFF"};
constexpr std::array<std::string_view, 11> dangerous{"=",  "+",  "-",  "@",  "\t", "\r",
                                                     "\n", "＝", "＋", "－", "＠"};

}  // namespace

std::string escape_formula(std::string_view text) {
    std::string_view rest = text;
    while (drop_any(rest, spaces)) {
    }
    return (drop_any(rest, dangerous) ? "'" : "") + std::string(text);
}

std::string csv_sheet(const Table& table, const std::string& notice) {
    std::string csv(byte_order_mark);
    if (!notice.empty()) append_csv_record(csv, {escape_formula(notice)});
    std::vector<std::string> record;
    for (const Column& column : table.columns) record.push_back(column.heading);
    append_csv_record(csv, record);
    for (const auto& row : table.rows) {
        record.clear();
        for (std::size_t i = 0; i < row.size(); ++i)
            record.push_back(table.columns.at(i).number ? row[i].text : escape_formula(row[i].text));
        append_csv_record(csv, record);
    }
    return csv;
}

}  // namespace xy::document
