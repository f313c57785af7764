#include "bank/item_reader.h"

#include <algorithm>
#include <fmt/core.h>

#include "bank/item_options.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "json/object_reader.h"

namespace xy::bank {
namespace {

using quiz::Item;
using quiz::Kind;

const std::vector<std::string>& kind_words() {
    static const std::vector<std::string> words{"single",    "multiple", "true_false",
                                                "situation", "scale",    "choice"};
    return words;
}

std::optional<quiz::Source> read_source(const json::ObjectReader& item, json::Presence presence,
                                        ProblemCollector& collector) {
    constexpr std::string_view example = R"({"law": {"zh": "…", "en": "…"}, "checked_on": "YYYY-MM-DD"})";
    const auto value = item.find("source", presence, fmt::format("write \"source\": {}", example));
    if (!value) return std::nullopt;
    const json::ObjectReader reader(*value, {"law", "article", "in_force", "checked_on"}, example, collector);
    quiz::Source source;
    source.law = reader.localized("law", json::Presence::required);
    source.article = reader.localized("article", json::Presence::optional);
    source.in_force = reader.date("in_force", json::Presence::optional);
    source.checked_on = reader.date("checked_on", json::Presence::required);
    return source;
}

std::vector<std::string> read_audiences(const json::ObjectReader& reader, std::vector<SourceLocation>& places,
                                        ProblemCollector& collector) {
    if (!reader.find("audiences"))
        collector.remark(reader.place(), "the key \"audiences\" is missing, so it is for everybody",
                         "write \"audiences\": [] if that is meant");
    if (const auto audiences = reader.find("audiences"))
        for (const json::Value& element : audiences->elements()) places.push_back(element.place());
    return reader.identifiers("audiences", json::Presence::optional);
}

std::string read_topic(const json::ObjectReader& reader, const BankOutline& bank,
                       ProblemCollector& collector) {
    std::string topic = reader.identifier("topic", json::Presence::required);
    if (topic.empty() || std::find(bank.topics.begin(), bank.topics.end(), topic) != bank.topics.end())
        return topic;
    std::string advice = did_you_mean(topic, bank.topics);
    if (advice.empty()) advice = "add it to the bank's \"topics\", or use one of them";
    collector.mistake(reader.place("topic"), fmt::format("unknown topic {}", in_quotes(topic)), advice);
    return topic;
}

/// What a scored item teaches, and where that stands.
void read_lesson(const json::ObjectReader& reader, Item& item, ProblemCollector& collector) {
    item.focus = reader.word("focus", {"knowledge", "skill"}, json::Presence::required) == "skill"
                     ? quiz::Focus::skill
                     : quiz::Focus::knowledge;
    item.difficulty = reader.integer("difficulty", 1, 3);
    item.form = reader.word("form", {"A", "B"}, json::Presence::optional);
    item.explanation = reader.localized("explanation", json::Presence::required);
    item.take_home = reader.localized("take_home", json::Presence::optional);
    item.source = read_source(reader, json::Presence::required, collector);
}

void read_by_kind(const json::ObjectReader& reader, const BankOutline& bank, Item& item,
                  ProblemCollector& collector) {
    const bool ordered = item.kind == Kind::true_false || item.kind == Kind::scale;
    item.shuffle = !ordered && reader.boolean("shuffle", true);
    item.faces = item.kind == Kind::scale && reader.boolean("faces", false);
    item.options = read_options(reader, item.kind, bank.folder, collector);
    if (is_scored(item.kind))
        read_lesson(reader, item, collector);
    else
        item.source = read_source(reader, json::Presence::optional, collector);
}

void add(Fingerprint& fingerprint, const std::optional<quiz::Picture>& picture) {
    fingerprint.add(picture ? std::string_view(picture->file) : std::string_view());
}

}  // namespace

ItemReading read_item(const json::Value& value, const BankOutline& bank, ProblemCollector& collector) {
    const json::ObjectReader reader(
        value,
        {"id", "kind", "audiences", "topic", "focus", "difficulty", "form", "stem", "picture", "shuffle",
         "options", "answer", "scale", "faces", "explanation", "take_home", "source", "valid_until"},
        R"({"id": "…", "kind": "single", …})", collector);
    ItemReading reading{{}, {reader.place("id"), reader.place("valid_until"), {}}};
    if (!reader.is_object()) return reading;
    Item& item = reading.item;
    item.bank = bank.id;
    item.id = reader.identifier("id", json::Presence::required);
    item.audiences = read_audiences(reader, reading.places.audiences, collector);
    item.topic = read_topic(reader, bank, collector);
    item.stem = reader.localized("stem", json::Presence::required);
    item.picture = read_picture(reader, bank.folder, collector);
    item.valid_until = reader.date("valid_until", json::Presence::optional);
    if (const auto kind = quiz::parse_kind(reader.word("kind", kind_words(), json::Presence::required))) {
        item.kind = *kind;
        read_by_kind(reader, bank, item, collector);
    }
    return reading;
}

CardReading read_card(const json::Value& value, const BankOutline& bank, ProblemCollector& collector) {
    const json::ObjectReader reader(value, {"id", "topic", "audiences", "text", "picture"},
                                    R"({"id": "…", "topic": "law", "text": {"zh": "…", "en": "…"}})",
                                    collector);
    CardReading reading{{}, {reader.place("id"), {}}};
    if (!reader.is_object()) return reading;
    quiz::Card& card = reading.card;
    card.bank = bank.id;
    card.id = reader.identifier("id", json::Presence::required);
    card.audiences = read_audiences(reader, reading.places.audiences, collector);
    card.topic = read_topic(reader, bank, collector);
    card.text = reader.localized("text", json::Presence::required);
    card.picture = read_picture(reader, bank.folder, collector);
    const std::size_t length = characters_in(card.text.zh);
    if (length > quiz::longest_card)
        collector.mistake(reader.place("text"), fmt::format("{} Chinese characters on a card", length),
                          fmt::format("at most {}, so that it is read in 15 seconds; make two cards of it",
                                      quiz::longest_card));
    return reading;
}

/// Where a line may end (U+200B) is how a text is set, not what it asks.
std::string without_line_ends(std::string text) {
    constexpr std::string_view mark = "\u200B";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
        text.erase(at, mark.size());
    return text;
}

LocalizedText without_line_ends(const LocalizedText& text) {
    return {without_line_ends(text.zh), without_line_ends(text.en)};
}

std::string version_of(const Item& item) {
    Fingerprint fingerprint;
    fingerprint.add(code(item.kind)).add(without_line_ends(item.stem)).add(item.shuffle);
    add(fingerprint, item.picture);
    fingerprint.add(static_cast<std::uint64_t>(item.options.size()));
    for (const quiz::Option& option : item.options) {
        fingerprint.add(option.id).add(without_line_ends(option.text)).add(option.correct);
        add(fingerprint, option.picture);
    }
    if (item.faces) fingerprint.add("faces");
    return fingerprint.digits();
}

}  // namespace xy::bank
