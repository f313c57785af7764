#include "review/strict_check.h"

#include <algorithm>
#include <optional>

#include "base/problem_collector.h"
#include "json/file.h"

namespace xy::review {
namespace {

/// What a step of a JSON pointer leads to; nullptr: nothing.
const json::Node* step_into(const json::Node& node, std::string_view step, int& line) {
    if (const auto* object = std::get_if<json::Object>(&node.value)) {
        for (const json::Member& member : *object)
            if (json::pointer_step(member.key) == step) {
                line = member.line;
                return &member.value;
            }
    } else if (const auto* array = std::get_if<json::Array>(&node.value)) {
        std::size_t index = 0;
        for (const char c : step) index = index * 10 + static_cast<std::size_t>(c - '0');
        if (index < array->size()) {
            line = (*array)[index].line;
            return &(*array)[index];
        }
    }
    return nullptr;
}

/// The line of what `pointer` names, or of the nearest thing around it.
int line_of(const json::Node& document, std::string_view pointer) {
    const json::Node* node = &document;
    int line = document.line;
    while (node != nullptr && !pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string_view step = pointer.substr(0, pointer.find('/'));
        node = step_into(*node, step, line);
        pointer.remove_prefix(step.size());
    }
    return line;
}

}  // namespace

Problems strict_problems(std::span<const BankFile> banks, const StrictData& data, std::string_view day) {
    std::vector<quiz::Bank> alone;
    std::vector<std::optional<json::Node>> documents;
    for (const BankFile& bank : banks) {
        alone.push_back(bank.bank);
        documents.push_back(json::read_document(bank.file).value);
    }
    Problems problems;
    for (const RuleProblem& remark : rule_problems({alone, data, day})) {
        const auto& document = documents[remark.bank];
        problems.push_back({Severity::remark, banks[remark.bank].file.string(),
                            document ? line_of(*document, remark.pointer) : 0, remark.pointer, remark.what,
                            remark.advice, std::string(remark.rule)});
    }
    return in_reading_order(std::move(problems));
}

}  // namespace xy::review
