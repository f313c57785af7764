#include "review/strict_data.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "json/document.h"
#include "json/object_reader.h"
#include "review/characters.h"
#include "review/rule_data.h"

namespace xy::review {
namespace {

std::vector<std::string> texts(const json::ObjectReader& reader, std::string_view key,
                               json::Presence presence, ProblemCollector& collector) {
    std::vector<std::string> words;
    for (const json::Value& value : reader.list(key, presence)) {
        const auto* word = value.as<std::string>();
        if (word == nullptr || word->empty())
            collector.mistake(value.place(), "not a text", "write a text in quotes");
        else
            words.push_back(*word);
    }
    return words;
}

WordGroup read_group(const json::Value& value, ProblemCollector& collector) {
    const json::ObjectReader reader(value, {"id", "rule", "where", "zh", "en", "exceptions", "reason"},
                                    R"({"id": "…", "rule": "…", …})", collector);
    const std::vector<std::string> places{"everywhere", "claims", "stems", "options", "allowed"};
    WordGroup group;
    group.id = reader.identifier("id", json::Presence::required);
    group.rule = reader.identifier("rule", json::Presence::required);
    const auto place =
        std::find(places.begin(), places.end(), reader.word("where", places, json::Presence::required));
    group.place = static_cast<WordPlace>(place - places.begin());
    group.zh = texts(reader, "zh", json::Presence::required, collector);
    group.en = texts(reader, "en", json::Presence::required, collector);
    for (std::string& word : group.en)
        if (group.place != WordPlace::allowed) word = folded(word);
    group.exceptions = texts(reader, "exceptions", json::Presence::optional, collector);
    for (std::string& exception : group.exceptions) exception = folded(exception);
    group.reason = reader.text("reason", json::Presence::required);
    return group;
}

Law read_law(const json::Value& value, ProblemCollector& collector) {
    const json::ObjectReader reader(value, {"id", "names", "in_force", "articles"}, R"({"id": "…", …})",
                                    collector);
    return {reader.identifier("id", json::Presence::required),
            texts(reader, "names", json::Presence::required, collector),
            texts(reader, "in_force", json::Presence::required, collector), reader.boolean("articles")};
}

LawFact read_fact(const json::Value& value, ProblemCollector& collector) {
    const json::ObjectReader reader(value, {"law", "articles", "what", "numbers", "dates"},
                                    R"({"law": "…", …})", collector);
    LawFact fact;
    fact.law = reader.identifier("law", json::Presence::required);
    for (const std::string& article : texts(reader, "articles", json::Presence::required, collector))
        fact.articles.push_back(std::stoi("0" + article));
    fact.what = reader.text("what", json::Presence::required);
    for (const std::string& number : texts(reader, "numbers", json::Presence::optional, collector)) {
        const std::vector<Quantity> read = quantities(number, Language::en);
        if (read.size() != 1)
            collector.mistake(value.place(), "not a number with a unit: " + in_quotes(number),
                              "write \"3 year\", \"14 age\" …");
        fact.numbers.insert(fact.numbers.end(), read.begin(), read.end());
    }
    fact.dates = texts(reader, "dates", json::Presence::optional, collector);
    return fact;
}

/// The list `key` of the JSON text `source`, each read by `read_one`.
template <typename T, typename ReadOne>
void read_all(std::string_view source, const std::string& file, std::string_view key, ReadOne read_one,
              std::vector<T>& into, Problems& problems) {
    const Checked<json::Node> document = json::parse(source, file);
    problems.insert(problems.end(), document.problems.begin(), document.problems.end());
    if (!document.value) return;
    ProblemCollector collector(file);
    const json::ObjectReader reader(json::Value(*document.value), {"groups", "laws", "facts"}, "{…}",
                                    collector);
    for (const json::Value& value : reader.list(key, json::Presence::required))
        into.push_back(read_one(value, collector));
    Problems found = std::move(collector).take();
    std::move(found.begin(), found.end(), std::back_inserter(problems));
}

/// The lines of a data file that are no comments.
std::vector<std::string_view> data_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0 && text[0] != '#') lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::u32string read_characters(std::string_view text) {
    std::u32string all;
    for (const std::string_view line : data_lines(text)) all += characters(line);
    std::sort(all.begin(), all.end());
    return all;
}

std::u32string read_ranges(std::string_view text) {
    std::u32string all;
    for (const std::string_view line : data_lines(text))
        for (std::size_t at = 0; at < line.size();) {
            const std::string_view word = line.substr(at, line.find(' ', at) - at);
            const std::size_t hyphen = std::min(word.find('-'), word.size());
            const auto number = [](std::string_view digits) {
                return static_cast<char32_t>(std::stoul(std::string(digits), nullptr, 16));
            };
            const char32_t first = number(word.substr(0, hyphen));
            all += first;
            all += hyphen == word.size() ? first : number(word.substr(hyphen + 1));
            at += word.size() + 1;
        }
    return all;
}

}  // namespace

bool StrictData::is_common(char32_t c) const {
    return std::binary_search(common.begin(), common.end(), c);
}

bool StrictData::is_drawable(char32_t c) const {
    // The first end that is not less than c: c is drawn if that range has begun.
    for (std::size_t i = 0; i + 1 < drawable.size(); i += 2)
        if (c <= drawable[i + 1]) return c >= drawable[i];
    return false;
}

std::vector<const WordGroup*> StrictData::groups_of(std::string_view rule) const {
    std::vector<const WordGroup*> groups;
    for (const WordGroup& group : words)
        if (group.rule == rule) groups.push_back(&group);
    return groups;
}

Checked<StrictData> shipped_strict_data() {
    StrictData data;
    Problems problems;
    read_all(rule_data::wording, "wording.json", "groups", read_group, data.words, problems);
    read_all(rule_data::law_facts, "law-facts.json", "laws", read_law, data.law.laws, problems);
    read_all(rule_data::law_facts, "law-facts.json", "facts", read_fact, data.law.facts, problems);
    data.common = read_characters(rule_data::common_characters);
    data.drawable = read_ranges(rule_data::drawable_characters);
    Checked<StrictData> result;
    result.problems = std::move(problems);
    if (!has_mistakes(result.problems)) result.value = std::move(data);
    return result;
}

}  // namespace xy::review
