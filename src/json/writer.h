// A table as JSON: what commands print with --json.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/problem.h"

namespace xy::json {

struct Cell;
/// One object; keys in this order.
using Record = std::vector<std::pair<std::string, Cell>>;
using List = std::vector<Cell>;

/// null, true/false, a whole number, a real one (printed so that it reads back the same), a text, and what is
/// made of them.
struct Cell : std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Record, List> {
    using variant::variant;
};

/// A list of objects, indented, with a new line at its end.
std::string to_json(const std::vector<Record>& table);
/// One object, likewise.
std::string to_json(const Record& record);
/// One object on one line, without a new line at its end.
std::string to_line(const Record& record);
/// One object that ends with "problems": [{"severity", "file", "line", "what", "advice"}, …].
std::string to_json(const Record& record, const Problems& problems);

}  // namespace xy::json
