#include "json/object_reader.h"

#include <algorithm>
#include <fmt/core.h>
#include <set>
#include <utility>

#include "base/day.h"
#include "base/plain_text.h"
#include "json/text_rules.h"

namespace xy::json {
namespace {

constexpr std::string_view identifier_rule =
    "write lower-case letters, digits and single hyphens, like clear-no; at most 64";

std::string language_text(const ObjectReader& reader, std::string_view language,
                          ProblemCollector& collector) {
    std::string text = reader.text(language, Presence::optional);
    check_characters(text, reader.place(language), collector);
    return std::string(trimmed(text));
}

}  // namespace

ObjectReader::ObjectReader(const Value& value, std::vector<std::string> known, std::string_view example,
                           ProblemCollector& collector)
    : value_(value), object_(value.as<Object>()), collector_(collector) {
    if (object_ == nullptr)
        wrong_sort(value_, fmt::format("write an object like {}", example));
    else
        report_unknown_keys(known);
}

SourceLocation ObjectReader::place(std::string_view key) const {
    const auto value = find(key);
    return value ? value->place() : place();
}

std::optional<Value> ObjectReader::find(std::string_view key) const {
    if (object_ == nullptr) return std::nullopt;
    for (const Member& member : *object_)
        if (member.key == key) return Value(member.value, value_.pointer() + "/" + pointer_step(key));
    return std::nullopt;
}

std::optional<Value> ObjectReader::find(std::string_view key, Presence presence,
                                        std::string_view advice) const {
    auto value = find(key);
    // Of something that is no object, or has no values, one mistake was reported already.
    if (!value && object_ != nullptr && presence == Presence::required)
        collector_.mistake(place(), fmt::format("the key \"{}\" is missing", key), std::string(advice));
    return value;
}

bool ObjectReader::boolean(std::string_view key, bool fallback) const {
    const auto value = find(key);
    if (!value) return fallback;
    if (const bool* truth = value->as<bool>()) return *truth;
    wrong_sort(*value, "write true or false, without quotes");
    return fallback;
}

bool ObjectReader::boolean(std::string_view key) const {
    return find(key, Presence::required, fmt::format("write \"{}\": true or false", key))
               ? boolean(key, false)
               : false;
}

int ObjectReader::integer(std::string_view key, int least, int most, int fallback) const {
    const auto value = find(key);
    return value ? integer_of(*value, least, most, fallback) : fallback;
}

int ObjectReader::integer(std::string_view key, int least, int most) const {
    const auto value = find(key, Presence::required,
                            fmt::format("write \"{}\": a whole number from {} to {}", key, least, most));
    return value ? integer_of(*value, least, most, least) : least;
}

int ObjectReader::integer_of(const Value& value, int least, int most, int fallback) const {
    const std::string advice = fmt::format("write a whole number from {} to {}", least, most);
    const auto* number = value.as<std::int64_t>();
    if (number == nullptr) {
        wrong_sort(value, advice);
        return fallback;
    }
    // Compared before it is narrowed: 3,000,000,000 as an int would be negative.
    if (*number >= least && *number <= most) return static_cast<int>(*number);
    collector_.mistake(value.place(), fmt::format("{} is out of range", *number), advice);
    return fallback;
}

std::string ObjectReader::text(std::string_view key, Presence presence) const {
    const auto value = find(key, presence, fmt::format("write \"{}\": \"…\"", key));
    if (!value) return {};
    if (const auto* text = value->as<std::string>()) return *text;
    wrong_sort(*value, "write a text in double quotes");
    return {};
}

std::string ObjectReader::identifier(std::string_view key, Presence presence) const {
    std::string word = text(key, presence);
    const auto value = find(key);
    if (!value || value->as<std::string>() == nullptr || is_identifier(word)) return word;
    if (word.empty() && presence == Presence::optional) return word;
    collector_.mistake(value->place(), fmt::format("{} cannot be an id", in_quotes(word)),
                       std::string(identifier_rule));
    return {};
}

std::string ObjectReader::date(std::string_view key, Presence presence) const {
    const auto value = find(key, presence, fmt::format("write \"{}\": \"YYYY-MM-DD\"", key));
    if (!value) return {};
    const std::string word = text(key, presence);
    if (value->as<std::string>() == nullptr || is_day(word)) return word;
    if (word.empty() && presence == Presence::optional) return word;
    const auto meant = day_as_written(word, {});
    collector_.mistake(
        value->place(), fmt::format("{} is not a day of the calendar", in_quotes(word)),
        meant ? "write it as YYYY-MM-DD: " + in_quotes(*meant) : "write YYYY-MM-DD, for example 2026-06-26");
    return {};
}

std::string ObjectReader::word(std::string_view key, const std::vector<std::string>& words,
                               Presence presence) const {
    const auto value = find(key, presence, fmt::format("write \"{}\": one of {}", key, list_of(words)));
    if (!value) return {};
    const std::string word = text(key, presence);
    if (value->as<std::string>() == nullptr) return {};
    if (std::find(words.begin(), words.end(), word) != words.end()) return word;
    std::string advice = did_you_mean(word, words);
    if (advice.empty()) advice = "write one of " + list_of(words);
    collector_.mistake(value->place(), fmt::format("unknown word {}", in_quotes(word)), advice);
    return {};
}

LocalizedText ObjectReader::localized(std::string_view key, Presence presence) const {
    const auto value = find(key, presence, fmt::format(R"(write "{}": {{"zh": "…", "en": "…"}})", key));
    return value ? read_localized(*value, presence, collector_) : LocalizedText();
}

std::vector<Value> ObjectReader::list(std::string_view key, Presence presence) const {
    const auto value = find(key, presence, fmt::format("write \"{}\": [ … ]", key));
    if (!value) return {};
    if (value->as<Array>() == nullptr) wrong_sort(*value, "write a list in [ ]");
    return value->elements();
}

std::vector<std::string> ObjectReader::identifiers(std::string_view key, Presence presence) const {
    std::vector<std::string> words;
    std::set<std::string> seen;
    for (const Value& element : list(key, presence)) {
        // A wrong one stays in the list as an empty word, so that places match the file.
        std::string& word = words.emplace_back();
        const auto* text = element.as<std::string>();
        if (text == nullptr) {
            wrong_sort(element, "write a text in double quotes");
            continue;
        }
        const std::size_t slash = std::min(text->find('/'), text->size());
        const bool name = is_identifier(text->substr(0, slash)) &&
                          (slash == text->size() || is_identifier(text->substr(slash + 1)));
        if (!name)
            collector_.mistake(element.place(), fmt::format("{} cannot be an id", in_quotes(*text)),
                               std::string(identifier_rule));
        else if (!seen.insert(*text).second)
            collector_.mistake(element.place(), fmt::format("{} is listed twice", in_quotes(*text)),
                               "keep it once");
        else
            word = *text;
    }
    return words;
}

void ObjectReader::report_unknown_keys(const std::vector<std::string>& known) const {
    for (const Member& member : *object_) {
        if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
        std::string advice = did_you_mean(member.key, known);
        if (advice.empty()) advice = "known keys are " + list_of(known);
        collector_.mistake({member.line, value_.pointer() + "/" + pointer_step(member.key)},
                           fmt::format("unknown key {}", in_quotes(member.key)), advice);
    }
}

void ObjectReader::wrong_sort(const Value& value, std::string_view advice) const {
    collector_.mistake(value.place(), fmt::format("found {}", value.type_name()), std::string(advice));
}

void check_file_name(const std::string& id, const SourceLocation& place, const std::filesystem::path& file,
                     ProblemCollector& collector) {
    const std::string stem = file.stem().string();
    if (id.empty() || id == stem) return;
    collector.mistake(place, fmt::format("the id {} is not the name of the file", in_quotes(id)),
                      fmt::format("write {}, or rename the file to {}.json", in_quotes(stem), id));
}

LocalizedText read_localized(const Value& value, Presence presence, ProblemCollector& collector) {
    const std::size_t before = collector.mistakes();
    const ObjectReader reader(value, {"zh", "en"}, R"({"zh": "…", "en": "…"})", collector);
    const LocalizedText text{language_text(reader, "zh", collector), language_text(reader, "en", collector)};
    if (collector.mistakes() > before) return text;
    if (text.empty()) {
        if (presence == Presence::required)
            collector.mistake(value.place(), "the text is empty in both languages",
                              "write it in Chinese at least");
    } else if (text.zh.empty() || text.en.empty()) {
        collector.remark(
            value.place(), fmt::format("the {} text is missing", text.zh.empty() ? "Chinese" : "English"),
            fmt::format("add \"{}\"; until then the other language is shown", text.zh.empty() ? "zh" : "en"));
    }
    return text;
}

}  // namespace xy::json
