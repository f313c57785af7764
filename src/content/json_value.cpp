#include "content/json_value.h"

#include <array>

namespace xy::content {

std::vector<JsonValue> JsonValue::elements() const {
    std::vector<JsonValue> values;
    const auto* list = as<JsonArray>();
    if (list == nullptr) return values;
    values.reserve(list->size());
    for (const JsonNode& node : *list)
        values.emplace_back(node, pointer_ + "/" + std::to_string(values.size()));
    return values;
}

std::string_view JsonValue::sort() const {
    // In the order of the alternatives of JsonNode::value.
    constexpr std::array<std::string_view, 7> sorts{
        "null",   "true or false", "a whole number", "a fraction or a very large number",
        "a text", "a list",        "an object"};
    return sorts[node_->value.index()];
}

}  // namespace xy::content
