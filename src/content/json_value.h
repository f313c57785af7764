// A place in a JSON document: the value there and the pointer that leads to it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/findings.h"
#include "content/json_document.h"

namespace xy::content {

/// Looks into a JsonNode that must outlive it.
class JsonValue {
 public:
    explicit JsonValue(const JsonNode& node, std::string pointer = {})
        : node_(&node), pointer_(std::move(pointer)) {}

    template <typename T>
    const T* as() const {
        return std::get_if<T>(&node_->value);
    }
    Place place() const { return {node_->line, pointer_}; }
    const std::string& pointer() const { return pointer_; }

    /// The values of a list; none for anything else.
    std::vector<JsonValue> elements() const;
    /// "a text", "a list", …: for messages about a wrong type.
    std::string_view sort() const;

 private:
    const JsonNode* node_;
    std::string pointer_;
};

}  // namespace xy::content
