#include "json/data_package.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/problem_collector.h"
#include "json/file.h"
#include "json/value.h"

namespace xy::json {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Field& field) {
    Json json{{"name", field.name}, {"type", field.type}, {"description", field.description}};
    if (field.type == "boolean") {
        json["trueValues"] = Json::array({"true"});
        json["falseValues"] = Json::array({"false"});
    }
    Json constraints = Json::object();
    if (field.required) constraints["required"] = true;
    if (!field.words.empty()) constraints["enum"] = field.words;
    if (!constraints.empty()) json["constraints"] = std::move(constraints);
    return json;
}

Json schema_of(const Resource& resource) {
    Json schema{{"fields", Json::array()}, {"missingValues", Json::array({""})}};
    for (const Field& field : resource.fields) schema["fields"].push_back(json_of(field));
    if (!resource.primary_key.empty()) schema["primaryKey"] = resource.primary_key;
    for (const ForeignKey& key : resource.foreign_keys)
        schema["foreignKeys"].push_back(
            Json{{"fields", key.fields},
                 {"reference", Json{{"resource", key.resource}, {"fields", key.reference}}}});
    return schema;
}

Json json_of(const Resource& resource) {
    return {{"profile", "tabular-data-resource"},
            {"name", resource.name},
            {"path", resource.path},
            {"title", resource.title.zh},
            {"title_en", resource.title.en},
            {"description", resource.description},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"bytes", resource.bytes},
            {"hash", "sha256:" + resource.sha256},
            {"dialect",
             {{"delimiter", ","},
              {"lineTerminator", "\r\n"},
              {"quoteChar", "\""},
              {"doubleQuote", true},
              {"header", true}}},
            {"schema", schema_of(resource)}};
}

/// Finds the members of a descriptor and says what is not there.
class ListingReader {
 public:
    explicit ListingReader(ProblemCollector& collector) : collector_(collector) {}

    PackageListing listing(const Value& root) {
        PackageListing listing;
        listing.name = value<std::string>(root, "name", "a text");
        listing.format =
            static_cast<int>(std::min<std::int64_t>(number(root, "xiangyang_format"), 1'000'000));
        for (const Value& resource : list(root, "resources")) listing.files.push_back(file(resource));
        return listing;
    }

 private:
    const Node* member(const Value& object, std::string_view key) const {
        if (const auto* members = object.as<Object>())
            for (const Member& m : *members)
                if (m.key == key) return &m.value;
        return nullptr;
    }

    template <typename T>
    T value(const Value& object, std::string_view key, std::string_view wanted) {
        const Node* node = member(object, key);
        if (node != nullptr)
            if (const T* found = std::get_if<T>(&node->value)) return *found;
        collector_.mistake(object.place(), in_quotes(key) + " is missing or not " + std::string(wanted),
                           "export the package again");
        return {};
    }

    std::int64_t number(const Value& object, std::string_view key) {
        const auto found = value<std::int64_t>(object, key, "a whole number");
        if (found < 0) collector_.mistake(object.place(), in_quotes(key) + " is negative");
        return std::max<std::int64_t>(found, 0);
    }

    std::vector<Value> list(const Value& object, std::string_view key) {
        const Node* node = member(object, key);
        if (node != nullptr && std::holds_alternative<Array>(node->value))
            return Value(*node, "/" + std::string(key)).elements();
        collector_.mistake(object.place(), in_quotes(key) + " is missing or not a list",
                           "export the package again");
        return {};
    }

    ListedFile file(const Value& resource) {
        ListedFile file;
        file.path = value<std::string>(resource, "path", "a text");
        file.bytes = static_cast<std::uint64_t>(number(resource, "bytes"));
        const auto hash = value<std::string>(resource, "hash", "a text");
        constexpr std::string_view prefix = "sha256:";
        if (hash.starts_with(prefix))
            file.sha256 = hash.substr(prefix.size());
        else if (!hash.empty())
            collector_.mistake(resource.place(), "\"hash\" does not begin with \"sha256:\"");
        return file;
    }

    ProblemCollector& collector_;
};

}  // namespace

std::string to_json(const DataPackage& package) {
    Json json{{"profile", "tabular-data-package"},  {"name", package.name},
              {"title", package.title.zh},          {"title_en", package.title.en},
              {"description", package.description}, {"xiangyang_format", package.format}};
    if (!package.readers.empty()) json["xiangyang_profile"] = package.readers;
    for (const Withheld& each : package.withheld) json["xiangyang_withheld"][each.what] = each.rows;
    json["resources"] = Json::array();
    for (const Resource& resource : package.resources) json["resources"].push_back(json_of(resource));
    return json.dump(2) + "\n";
}

Checked<PackageListing> read_listing(const std::filesystem::path& file) {
    Checked<Node> json = read_document(file);
    if (!json.value) return {std::nullopt, std::move(json.problems)};
    ProblemCollector collector(file.string());
    PackageListing listing = ListingReader(collector).listing(Value(*json.value));
    Checked<PackageListing> result{std::nullopt, std::move(collector).take()};
    result.problems.insert(result.problems.begin(), json.problems.begin(), json.problems.end());
    if (!has_mistakes(result.problems)) result.value = std::move(listing);
    return result;
}

}  // namespace xy::json
