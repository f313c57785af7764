#include "json/value.h"

#include <array>

namespace xy::json {

std::vector<Value> Value::elements() const {
    std::vector<Value> values;
    const auto* list = as<Array>();
    if (list == nullptr) return values;
    values.reserve(list->size());
    for (const Node& node : *list) values.emplace_back(node, pointer_ + "/" + std::to_string(values.size()));
    return values;
}

std::string_view Value::type_name() const {
    // In the order of the alternatives of Node::value.
    constexpr std::array<std::string_view, 7> names{
        "null",   "true or false", "a whole number", "a fraction or a very large number",
        "a text", "a list",        "an object"};
    return names[node_->value.index()];
}

}  // namespace xy::json
