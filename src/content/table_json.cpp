#include "content/table_json.h"

#include <nlohmann/json.hpp>

namespace xy::content {
namespace {

using Json = nlohmann::ordered_json;

Json object_of(const Record& record) {
    Json object = Json::object();
    for (const auto& entry : record)
        std::visit([&](const auto& value) { object[entry.first] = value; }, entry.second);
    return object;
}

std::string text_of(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_json(const std::vector<Record>& table) {
    Json list = Json::array();
    for (const Record& record : table) list.push_back(object_of(record));
    return text_of(list);
}

std::string to_json(const Record& record) {
    return text_of(object_of(record));
}

std::string to_json(const Record& record, const Problems& problems) {
    Json object = object_of(record);
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

}  // namespace xy::content
