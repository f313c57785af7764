#include "bank/item_options.h"

#include <algorithm>
#include <fmt/core.h>
#include <set>
#include <string>
#include <utility>

#include "bank/picture_file.h"

namespace xy::bank {
namespace {

namespace fs = std::filesystem;
using quiz::Kind;
using quiz::Option;

constexpr std::size_t scale_steps = 5;

/// The key under which a kind writes its options.
std::string_view key_of(Kind kind) {
    if (kind == Kind::true_false) return "answer";
    return kind == Kind::scale ? "scale" : "options";
}

Option read_option(const json::Value& value, Kind kind, const fs::path& folder, ProblemCollector& collector) {
    const json::ObjectReader reader(value, {"id", "text", "correct", "feedback", "picture"},
                                    R"({"id": "a", "text": {"zh": "…", "en": "…"}})", collector);
    Option option;
    option.id = reader.identifier("id", json::Presence::required);
    option.text = reader.localized("text", json::Presence::required);
    option.correct = reader.boolean("correct", false);
    option.feedback = reader.localized(
        "feedback", kind == Kind::situation ? json::Presence::required : json::Presence::optional);
    option.picture = read_picture(reader, folder, collector);
    if (kind == Kind::choice && reader.find("feedback"))
        collector.mistake(reader.place("feedback"), "a survey question has no feedback", "delete it");
    if (kind == Kind::choice && option.correct)
        collector.mistake(reader.place("correct"), "a survey question has no right answer",
                          "delete \"correct\"");
    return option;
}

/// Options that cannot be told apart, by their id or by their text in a language.
void check_distinct(const std::vector<Option>& options, const std::vector<json::Value>& values,
                    ProblemCollector& collector) {
    std::set<std::string> ids;
    std::set<std::string> chinese;
    std::set<std::string> english;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const Option& option = options[i];
        const SourceLocation& place = values[i].place();
        if (!option.id.empty() && !ids.insert(option.id).second)
            collector.mistake(place, fmt::format("another option has the id {}", in_quotes(option.id)),
                              "give it an id of its own");
        const bool same_zh = !option.text.zh.empty() && !chinese.insert(option.text.zh).second;
        const bool same_en = !option.text.en.empty() && !english.insert(option.text.en).second;
        if (same_zh || same_en)
            collector.mistake(place,
                              fmt::format("another option has the same text {}",
                                          in_quotes(same_zh ? option.text.zh : option.text.en)),
                              "options must differ in each language");
    }
}

void check_key(const std::vector<Option>& options, Kind kind, const SourceLocation& place,
               ProblemCollector& collector) {
    const auto right =
        std::count_if(options.begin(), options.end(), [](const Option& o) { return o.correct; });
    const bool one = kind == Kind::single || kind == Kind::situation;
    if (one && right != 1)
        collector.mistake(place, fmt::format("{} options are marked as correct, one must be", right),
                          right == 0 ? "add \"correct\": true to the right one"
                                     : "for several right options use the kind \"multiple\"");
    if (kind == Kind::multiple && right == 0)
        collector.mistake(place, "no option is marked as correct", "add \"correct\": true to the right ones");
    if (kind == Kind::multiple && right == static_cast<std::ptrdiff_t>(options.size()))
        collector.mistake(place, "all options are marked as correct", "at least one must be wrong");
}

std::vector<Option> read_choices(const json::ObjectReader& item, Kind kind, const fs::path& folder,
                                 ProblemCollector& collector) {
    const std::vector<json::Value> values = item.list("options", json::Presence::required);
    const SourceLocation place = item.place("options");
    const std::size_t most = kind == Kind::choice ? 8 : 6;
    if (values.size() < 2 || values.size() > most) {
        const auto written = item.find("options");
        if (written && written->as<json::Array>() != nullptr)
            collector.mistake(place, fmt::format("{} options", values.size()),
                              fmt::format("write 2 to {}", most));
        return {};
    }
    std::vector<Option> options;
    for (const json::Value& value : values) options.push_back(read_option(value, kind, folder, collector));
    check_distinct(options, values, collector);
    check_key(options, kind, place, collector);
    return options;
}

std::vector<Option> read_truth(const json::ObjectReader& item) {
    const bool answer = item.boolean("answer");
    return {{"true", {"对", "True"}, answer, {}, {}}, {"false", {"错", "False"}, !answer, {}, {}}};
}

std::vector<Option> read_scale(const json::ObjectReader& item, ProblemCollector& collector) {
    std::vector<Option> options;
    const std::vector<json::Value> values = item.list("scale", json::Presence::required);
    if (values.size() != scale_steps && item.find("scale") &&
        item.find("scale")->as<json::Array>() != nullptr)
        collector.mistake(item.place("scale"), fmt::format("a scale of {} steps", values.size()),
                          "write exactly 5, low to high");
    if (values.size() != scale_steps) return options;
    for (const json::Value& value : values)
        options.push_back({std::to_string(options.size() + 1),
                           json::read_localized(value, json::Presence::required, collector),
                           false,
                           {},
                           {}});
    check_distinct(options, values, collector);
    return options;
}

/// Keys that say nothing in an item of this kind: whoever wrote them meant another kind.
std::vector<std::string_view> irrelevant_keys(Kind kind) {
    std::vector<std::string_view> keys;
    if (!is_scored(kind)) keys = {"focus", "difficulty", "form", "explanation", "take_home"};
    if (kind == Kind::true_false || kind == Kind::scale) keys.push_back("shuffle");
    if (kind != Kind::scale) keys.push_back("faces");
    return keys;
}

void refuse_other_keys(const json::ObjectReader& item, Kind kind, ProblemCollector& collector) {
    const auto refuse = [&](std::string_view key, std::string advice) {
        if (item.find(key))
            collector.mistake(item.place(key),
                              fmt::format("an item of kind \"{}\" has no \"{}\"", code(kind), key),
                              std::move(advice));
    };
    for (const std::string_view key : {"options", "answer", "scale"})
        if (key != key_of(kind))
            refuse(key, fmt::format("write \"{}\" instead, or change the kind", key_of(kind)));
    for (const std::string_view key : irrelevant_keys(kind)) refuse(key, "delete it");
}

}  // namespace

std::vector<Option> read_options(const json::ObjectReader& item, Kind kind, const fs::path& folder,
                                 ProblemCollector& collector) {
    refuse_other_keys(item, kind, collector);
    if (kind == Kind::true_false) return read_truth(item);
    if (kind == Kind::scale) return read_scale(item, collector);
    return read_choices(item, kind, folder, collector);
}

std::optional<quiz::Picture> read_picture(const json::ObjectReader& owner, const fs::path& folder,
                                          ProblemCollector& collector) {
    const auto value = owner.find("picture");
    if (!value) return std::nullopt;
    const json::ObjectReader reader(*value, {"file", "alt"},
                                    R"({"file": "pictures/scales.svg", "alt": {"zh": "…", "en": "…"}})",
                                    collector);
    quiz::Picture picture;
    const std::size_t before = collector.mistakes();
    picture.file = reader.text("file", json::Presence::required);
    if (collector.mistakes() == before && reader.is_object())
        check_picture(picture.file, folder, reader.place("file"), collector);
    picture.alt = reader.localized("alt", json::Presence::required);
    return picture;
}

}  // namespace xy::bank
