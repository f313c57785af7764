// A place in a JSON document: the value there and the pointer that leads to it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem_collector.h"
#include "json/document.h"

namespace xy::json {

/// Looks into a Node that must outlive it.
class Value {
 public:
    explicit Value(const Node& node, std::string pointer = {}) : node_(&node), pointer_(std::move(pointer)) {}

    template <typename T>
    const T* as() const {
        return std::get_if<T>(&node_->value);
    }
    SourceLocation place() const { return {node_->line, pointer_}; }
    const std::string& pointer() const { return pointer_; }

    /// The values of a list; none for anything else.
    std::vector<Value> elements() const;
    /// "a text", "a list", …: for messages about a wrong type.
    std::string_view type_name() const;

 private:
    const Node* node_;
    std::string pointer_;
};

}  // namespace xy::json
