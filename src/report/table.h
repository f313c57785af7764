// A table of a report, typed: built once of the figures, then written in every form by one writer each
// (page_table.h, sheet_table.h, data_table.h) that knows no single table. Inside report/ only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/localized.h"
#include "figures/period_report.h"

namespace xy::report {

using figures::Count;
using figures::Share;

/// Where a column or a row stands; several are added with |.
using Forms = unsigned;
inline constexpr Forms on_page = 1;   ///< of a document (HTML, Word)
inline constexpr Forms on_sheet = 2;  ///< of a workbook
inline constexpr Forms in_data = 4;   ///< for programs (JSON, CSV)
inline constexpr Forms for_people = on_page | on_sheet;
inline constexpr Forms everywhere = for_people | in_data;

/// What a column holds, and how many cells it takes in each form.
enum class Type {
    text,
    amount,  ///< a figure in words (“5000 多份”), set to the right
    truth,
    count,
    events,      ///< a count of them, where none is a gap
    number,      ///< without digits behind the point
    percent,     ///< of a number from 0 to 1
    ratio,       ///< −1 to 1, two digits
    share,       ///< with interval and n; in data hits, n, share, low, high
    share_only,  ///< on a page without interval and n; not in data
    change,      ///< a difference with its interval, in percentage points on a page
    figure,      ///< whatever it is, as value, n, low, high; in data only
};

/// An estimate that is no share: a gain, 同比.
struct Change {
    double value = 0;
    std::optional<stats::Interval> interval;
    std::int64_t n = 0;
};

inline Change change_of(const figures::GainFigure& gain) {
    return {gain.gain(), gain.difference, gain.n};
}

/// What is missing, in words: 未填报, a target not reached. People see the gap, programs get null.
struct Missing {
    std::string words;
};

/// Count and Share may be withheld (※). monostate: there is nothing to be said.
using Value = std::variant<std::monostate, std::string, bool, double, Count, Share, Change, Missing>;

/// Whether people see a gap.
inline bool is_gap(const Value& value, Type type) {
    const auto* count = std::get_if<Count>(&value);
    return std::holds_alternative<Missing>(value) ||
           (type == Type::events && count != nullptr && *count == 0);
}

struct Column {
    Type type = Type::text;
    Forms forms = everywhere;
    std::string name = {};         ///< in data, where the parts of a share or change have names of their own
    std::string description = {};  ///< of the data, English
    std::string heading = {};      ///< for people, in the language of the report
    double width = 1;              ///< on a page, relative to the other columns
    double interval_width = 1;
    std::vector<std::string> words = {};  ///< the only texts there are; empty: any
    bool large = false;                   ///< a count that may be as large as people write them
};

struct Row {
    std::vector<Value> cells;  ///< one of each column
    Forms forms = everywhere;
    bool total = false;
};

struct Table {
    std::string name;  ///< lower case, of the file and in JSON
    LocalizedText title;
    std::string description;  ///< of the data, English
    std::vector<Column> columns;
    std::vector<Row> rows = {};

    void add(std::vector<Value> cells, Forms forms = everywhere) {
        rows.push_back({std::move(cells), forms});
    }
    void add_total(std::vector<Value> cells, Forms forms) { rows.push_back({std::move(cells), forms, true}); }
};

}  // namespace xy::report
