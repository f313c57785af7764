#include "report/page_table.h"

#include <fmt/format.h>

#include "base/words.h"
#include "report/figure_text.h"

namespace xy::report {
namespace {

std::string number_text(double value, Type type) {
    switch (type) {
        case Type::percent:
            return fmt::format("{:.1f}%", 100 * value);
        case Type::ratio:
            return fmt::format("{:.2f}", value);
        default:
            return fmt::format("{:.0f}", value);
    }
}

/// In one cell; the interval stands in the next one.
std::string value_text(const Value& value, Type type, Language language) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<double>(&value)) return number_text(*number, type);
    if (const auto* count = std::get_if<Count>(&value)) return text_of(*count);
    if (const auto* share = std::get_if<Share>(&value)) return text_of(*share, language);
    if (const auto* change = std::get_if<Change>(&value)) return fmt::format("{:+.1f}", 100 * change->value);
    if (const auto* missing = std::get_if<Missing>(&value)) return missing->words;
    return "";
}

std::string interval_of(const Value& value) {
    if (const auto* share = std::get_if<Share>(&value)) return range_text(*share);
    const auto* change = std::get_if<Change>(&value);
    if (change == nullptr || !change->interval) return "";
    return fmt::format("{:.1f}～{:.1f}", 100 * change->interval->low, 100 * change->interval->high);
}

std::string base_of(const Value& value) {
    const auto* share = std::get_if<Share>(&value);
    return share != nullptr && *share ? std::to_string((*share)->n) : "";
}

void append(std::vector<document::Column>& columns, const Column& column, const Words& words) {
    columns.push_back({column.heading, column.type != Type::text, column.width});
    if (column.type == Type::share || column.type == Type::change)
        columns.push_back({words("95% 区间", "95% interval"), true, column.interval_width});
    if (column.type == Type::share) columns.push_back({"n", true, 1});
}

void append(std::vector<document::Cell>& cells, const Column& column, const Row& row, const Value& value,
            Language language) {
    document::Mark mark = row.total ? document::Mark::strong : document::Mark::none;
    if (is_gap(value, column.type)) mark = document::Mark::gap;
    cells.push_back({value_text(value, column.type, language), mark});
    if (column.type == Type::share || column.type == Type::change) cells.push_back({interval_of(value)});
    if (column.type == Type::share) cells.push_back({base_of(value)});
}

}  // namespace

document::Table page_table(const Table& table, Language language) {
    document::Table page;
    for (const Column& column : table.columns)
        if ((column.forms & on_page) != 0) append(page.columns, column, Words(language));
    for (const Row& row : table.rows) {
        if ((row.forms & on_page) == 0) continue;
        std::vector<document::Cell>& cells = page.rows.emplace_back();
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if ((table.columns[i].forms & on_page) != 0)
                append(cells, table.columns[i], row, row.cells.at(i), language);
    }
    return page;
}

}  // namespace xy::report
