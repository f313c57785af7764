#include "exchange/public_rows.h"

#include <algorithm>

namespace xy::exchange {
namespace {

constexpr std::size_t everything = static_cast<std::size_t>(-1);

/// A combination of the values of some columns.
struct Combination {
    RowTable::Codes codes;
    std::int64_t rows = 0;
    bool shown = false;
};

std::vector<Combination> combinations_of(const RowTable& table, const std::vector<std::size_t>& columns) {
    std::map<RowTable::Codes, std::int64_t> sums;
    RowTable::Codes codes(columns.size());
    for (const auto& [all, rows] : table.counts()) {
        for (std::size_t i = 0; i < columns.size(); ++i) codes[i] = all[columns[i]];
        sums[codes] += rows;
    }
    std::vector<Combination> combinations;
    for (const auto& [of, rows] : sums) combinations.push_back({of, rows});
    return combinations;
}

/// What is left out of one value, and the smallest combination of it that is shown.
struct Margin {
    std::int64_t withheld = 0;
    Combination* smallest = nullptr;
};

/// Hides one more combination of each value of which too few rows are left out; whether there was one.
bool protect_margins(std::vector<Combination>& combinations, std::size_t column, std::int64_t least) {
    std::map<std::uint32_t, Margin> margins;
    for (Combination& each : combinations) {
        Margin& margin = margins[column == everything ? 0 : each.codes[column]];
        if (!each.shown)
            margin.withheld += each.rows;
        else if (margin.smallest == nullptr || each.rows < margin.smallest->rows)
            margin.smallest = &each;
    }
    bool hidden = false;
    for (auto& [value, margin] : margins)
        if (margin.withheld > 0 && margin.withheld < least && margin.smallest != nullptr) {
            margin.smallest->shown = false;
            hidden = true;
        }
    return hidden;
}

std::vector<Combination> decided(const RowTable& table, const std::vector<std::size_t>& columns,
                                 std::int64_t least) {
    std::vector<Combination> combinations = combinations_of(table, columns);
    for (Combination& each : combinations) each.shown = each.rows >= least;
    for (bool again = true; again;) {
        again = protect_margins(combinations, everything, least);
        for (std::size_t column = 0; column < columns.size(); ++column)
            again = protect_margins(combinations, column, least) || again;
    }
    return combinations;
}

std::int64_t withheld_in(const std::vector<Combination>& combinations) {
    std::int64_t withheld = 0;
    for (const Combination& each : combinations)
        if (!each.shown) withheld += each.rows;
    return withheld;
}

}  // namespace

void RowTable::add(std::span<const std::string> values) {
    codes_.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        Column& column = columns_[i];
        const auto [place, is_new] =
            column.codes.try_emplace(values[i], static_cast<std::uint32_t>(column.texts.size()));
        if (is_new) column.texts.push_back(&place->first);
        codes_.push_back(place->second);
    }
    ++counts_[codes_];
    ++rows_;
}

bool PublicRows::shows(std::span<const std::string> values) const {
    std::vector<std::string> kept;
    for (const std::size_t column : columns) kept.push_back(values[column]);
    return shown.contains(kept);
}

PublicRows public_rows(const RowTable& table, const ColumnChoice& choice, std::int64_t least) {
    std::vector<std::size_t> columns;
    std::vector<Combination> combinations;
    for (const std::vector<std::size_t>& core : choice.cores) {
        columns = core;
        combinations = decided(table, columns, least);
        if (2 * withheld_in(combinations) <= table.rows()) break;
    }
    const std::int64_t limit = std::max(withheld_in(combinations), table.rows() / 10);
    for (const std::size_t column : choice.more) {
        std::vector<std::size_t> wider = columns;
        wider.push_back(column);
        std::vector<Combination> finer = decided(table, wider, least);
        if (withheld_in(finer) > limit) continue;
        columns = std::move(wider);
        combinations = std::move(finer);
    }
    PublicRows result;
    std::vector<std::size_t> order(columns.size());  // of `columns`, ascending
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return columns[a] < columns[b]; });
    for (const std::size_t i : order) result.columns.push_back(columns[i]);
    for (const Combination& each : combinations) {
        if (!each.shown) continue;
        std::vector<std::string> values;
        for (const std::size_t i : order) values.push_back(table.text(columns[i], each.codes[i]));
        result.shown.emplace(std::move(values), each.rows);
        result.rows += each.rows;
    }
    result.withheld = table.rows() - result.rows;
    return result;
}

}  // namespace xy::exchange
