#include "json/writer.h"

#include <nlohmann/json.hpp>

namespace xy::json {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Cell& cell);

Json json_of(const Record& record) {
    Json object = Json::object();
    for (const auto& [key, cell] : record) object[key] = json_of(cell);
    return object;
}

Json json_of(const List& list) {
    Json array = Json::array();
    for (const Cell& cell : list) array.push_back(json_of(cell));
    return array;
}

template <typename Plain>
Json json_of(const Plain& value) {
    return value;
}

Json json_of(const Cell& cell) {
    using Base = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Record, List>;
    return std::visit([](const auto& value) { return json_of(value); }, static_cast<const Base&>(cell));
}

std::string text_of(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_json(const std::vector<Record>& table) {
    Json list = Json::array();
    for (const Record& record : table) list.push_back(json_of(record));
    return text_of(list);
}

std::string to_json(const Record& record) {
    return text_of(json_of(record));
}

std::string to_line(const Record& record) {
    return json_of(record).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const Record& record, const Problems& problems) {
    Json object = json_of(record);
    object["problems"] = Json::array();
    for (const Problem& problem : problems)
        object["problems"].push_back(
            Json{{"severity", problem.severity == Severity::mistake ? "mistake" : "remark"},
                 {"file", problem.file},
                 {"line", problem.line},
                 {"what", problem.what},
                 {"advice", problem.advice}});
    return text_of(object);
}

}  // namespace xy::json
