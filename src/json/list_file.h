// Files that are one object, mostly with one list of things with ids.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fmt/core.h>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "json/file.h"
#include "json/object_reader.h"

namespace xy::json {

/// Reads a file through `read`, which gets its whole value and where to report.
template <typename T, typename Read>
Checked<T> read_file(const std::filesystem::path& file, Read read) {
    const Checked<Node> document = read_document(file);
    if (!document.value) return {std::nullopt, document.problems};
    ProblemCollector collector(file.string());
    T value = read(Value(*document.value), collector);
    Checked<T> result;
    if (collector.mistakes() == 0) result.value = std::move(value);
    result.problems = std::move(collector).take();
    return result;
}

/// A file that is an object with one list of things with ids, none twice.
template <typename T, typename ReadOne>
Checked<std::vector<T>> read_list(const std::filesystem::path& file, const std::string& key,
                                  ReadOne read_one) {
    return read_file<std::vector<T>>(file, [&](const Value& whole, ProblemCollector& collector) {
        const ObjectReader reader(whole, {"$schema", key}, fmt::format("{{\"{}\": [ … ]}}", key), collector);
        reader.text("$schema", Presence::optional);
        std::vector<T> things;
        std::set<std::string> ids;
        for (const Value& value : reader.list(key, Presence::required)) {
            T thing = read_one(value, collector);
            if (!thing.id.empty() && !ids.insert(thing.id).second)
                collector.mistake(value.place(),
                                  fmt::format("another one has the id {}", in_quotes(thing.id)),
                                  "give it an id of its own");
            things.push_back(std::move(thing));
        }
        return things;
    });
}

template <typename Things>
std::vector<std::string> ids_of(const Things& things) {
    std::vector<std::string> ids;
    for (const auto& thing : things) ids.push_back(thing.id);
    return ids;
}

/// Reports `word` when it is none of `known`; an empty one is fine. `what` says what it should be: "venue".
void check_known(const std::string& word, std::string_view what, const std::vector<std::string>& known,
                 const SourceLocation& place, ProblemCollector& collector);

}  // namespace xy::json
