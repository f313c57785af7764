#include "report/data_table.h"

#include <fmt/format.h>

#include "base/csv.h"

namespace xy::report {
namespace {

using Cells = std::vector<json::Cell>;
using Fields = std::vector<json::Field>;

json::Field integer(const std::string& name, const std::string& description) {
    return {name, "integer", description, false, {}, false};
}
json::Field real(const std::string& name, const std::string& description) {
    return {name, "number", description, false, {}, false};
}

Fields fields_of(const Column& column) {
    switch (column.type) {
        case Type::text:
        case Type::amount:
            return {{column.name, "string", column.description, false, column.words, false}};
        case Type::truth:
            return {{column.name, "boolean", column.description, false, {}, false}};
        case Type::count:
        case Type::events:
            return {{column.name, "integer", column.description, false, {}, column.large}};
        case Type::number:
        case Type::percent:
        case Type::ratio:
            return {real(column.name, column.description)};
        case Type::share:
            return {integer("hits", "Counted"), integer("n", "Out of"), real("share", "hits ÷ n, 0..1"),
                    real("low", "Lower end of the 95 % interval, clustered (definitions)"),
                    real("high", "Upper end of the 95 % interval, clustered (definitions)")};
        case Type::change:
            return {real(column.name, column.description), real("low", "Lower end of its 95 % interval"),
                    real("high", "Upper end of its 95 % interval")};
        case Type::share_only:  // never in data
        case Type::figure:
            break;
    }
    return {real("value", "The figure"),
            integer("n", "Base of a share, pairs of a gain, visits of the year before"),
            real("low", "Lower end of the 95 % interval"), real("high", "Upper end of the 95 % interval")};
}

/// What a value consists of; null where it has no such part.
struct Parts {
    json::Cell value = nullptr, hits = nullptr, n = nullptr, low = nullptr, high = nullptr;

    void set(std::monostate /*nothing*/) {}
    void set(const Missing& /*words*/) {}
    void set(const std::string& text) { value = text; }
    void set(bool truth) { value = truth; }
    void set(double number) { value = number; }
    void set(const Count& count) {
        if (count) value = *count;
    }
    void set(const std::optional<stats::Interval>& interval) {
        if (!interval) return;
        low = interval->low;
        high = interval->high;
    }
    void set(const Share& share) {
        if (!share) return;
        if (const auto ratio = share->value()) value = *ratio;
        hits = share->hits;
        n = share->n;
        set(interval_of(*share));
    }
    void set(const Change& change) {
        value = change.value;
        n = change.n;
        set(change.interval);
    }
};

Cells cells_of(Type type, const Value& value) {
    Parts parts;
    std::visit([&](const auto& one) { parts.set(one); }, value);
    switch (type) {
        case Type::share:
            return {parts.hits, parts.n, parts.value, parts.low, parts.high};
        case Type::change:
            return {parts.value, parts.low, parts.high};
        case Type::figure:
            if (const auto* count = std::get_if<std::int64_t>(&parts.value))
                parts.value = static_cast<double>(*count);
            return {parts.value, parts.n, parts.low, parts.high};
        default:
            return {parts.value};
    }
}

std::string text_of(const json::Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&cell)) return fmt::format("{}", *real);
    if (const auto* truth = std::get_if<bool>(&cell)) return *truth ? "true" : "false";
    return "";
}

template <typename T>
void append(std::vector<T>& all, std::vector<T> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

Fields data_fields(const Table& table) {
    Fields fields;
    for (const Column& column : table.columns)
        if ((column.forms & in_data) != 0) append(fields, fields_of(column));
    return fields;
}

std::vector<Cells> data_rows(const Table& table) {
    std::vector<Cells> rows;
    for (const Row& row : table.rows) {
        if ((row.forms & in_data) == 0) continue;
        Cells& cells = rows.emplace_back();
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if ((table.columns[i].forms & in_data) != 0)
                append(cells, cells_of(table.columns[i].type, row.cells.at(i)));
    }
    return rows;
}

std::vector<json::Record> data_records(const Table& table) {
    const Fields fields = data_fields(table);
    std::vector<json::Record> records;
    for (Cells& row : data_rows(table)) {
        json::Record& record = records.emplace_back();
        for (std::size_t i = 0; i < fields.size(); ++i)
            record.emplace_back(fields[i].name, std::move(row.at(i)));
    }
    return records;
}

std::string data_csv(const Table& table) {
    std::string csv;
    std::vector<std::string> record;
    for (const json::Field& field : data_fields(table)) record.push_back(field.name);
    append_csv_record(csv, record);
    for (const Cells& row : data_rows(table)) {
        record.clear();
        for (const json::Cell& cell : row) record.push_back(text_of(cell));
        append_csv_record(csv, record);
    }
    return csv;
}

}  // namespace xy::report
