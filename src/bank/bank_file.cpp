#include "bank/bank_file.h"

#include <fmt/core.h>
#include <set>
#include <string>
#include <utility>

#include "bank/bank_reader.h"
#include "bank/picture_file.h"
#include "json/file.h"
#include "json/object_reader.h"

namespace xy::bank {
namespace {

namespace fs = std::filesystem;

std::vector<quiz::Topic> read_topics(const json::ObjectReader& bank, ProblemCollector& collector) {
    std::vector<quiz::Topic> topics;
    std::set<std::string> ids;
    const std::vector<json::Value> values = bank.list("topics", json::Presence::required);
    for (const json::Value& value : values) {
        const json::ObjectReader reader(value, {"id", "title"},
                                        R"({"id": "law", "title": {"zh": "…", "en": "…"}})", collector);
        quiz::Topic topic{reader.identifier("id", json::Presence::required),
                          reader.localized("title", json::Presence::required)};
        if (!topic.id.empty() && !ids.insert(topic.id).second)
            collector.mistake(reader.place("id"),
                              fmt::format("another topic has the id {}", in_quotes(topic.id)),
                              "give it an id of its own");
        topics.push_back(std::move(topic));
    }
    return topics;
}

void read_items(const json::ObjectReader& bank, const BankOutline& outline, BankReading& reading,
                quiz::Bank& into, ProblemCollector& collector) {
    std::set<std::string> ids;
    for (const json::Value& value : bank.list("items", json::Presence::required)) {
        ItemReading item = read_item(value, outline, collector);
        if (!item.item.id.empty() && !ids.insert(item.item.id).second)
            collector.mistake(item.places.id,
                              fmt::format("another item has the id {}", in_quotes(item.item.id)),
                              "give it an id of its own");
        into.items.push_back(std::move(item.item));
        reading.places.push_back(std::move(item.places));
    }
    const auto written = bank.find("items");
    if (into.items.empty() && written && written->as<json::Array>() != nullptr)
        collector.mistake(written->place(), "the bank has no items", "add at least one");
}

void read_cards(const json::ObjectReader& bank, const BankOutline& outline, BankReading& reading,
                quiz::Bank& into, ProblemCollector& collector) {
    std::set<std::string> ids;
    for (const json::Value& value : bank.list("cards", json::Presence::optional)) {
        CardReading card = read_card(value, outline, collector);
        if (!card.card.id.empty() && !ids.insert(card.card.id).second)
            collector.mistake(card.places.id,
                              fmt::format("another card has the id {}", in_quotes(card.card.id)),
                              "give it an id of its own");
        into.cards.push_back(std::move(card.card));
        reading.cards.push_back(std::move(card.places));
    }
}

/// Done last, with the paths of pictures still as written, so that a bank in another folder has the same
/// versions.
void finish(quiz::Item& item, const fs::path& folder) {
    item.version = version_of(item);
    if (item.picture) item.picture->file = picture_path(item.picture->file, folder);
    for (quiz::Option& option : item.options)
        if (option.picture) option.picture->file = picture_path(option.picture->file, folder);
}

quiz::Bank read_whole(const json::Value& value, const fs::path& file, BankReading& reading,
                      ProblemCollector& collector) {
    const json::ObjectReader reader(value, {"$schema", "id", "title", "topics", "items", "cards"},
                                    R"({"id": "…", "title": {…}, "topics": […], "items": […]})", collector);
    quiz::Bank bank;
    bank.id = reader.identifier("id", json::Presence::required);
    json::check_file_name(bank.id, reader.place("id"), file, collector);
    reader.text("$schema", json::Presence::optional);
    bank.title = reader.localized("title", json::Presence::required);
    bank.topics = read_topics(reader, collector);
    BankOutline outline{bank.id, {}, file.parent_path()};
    for (const quiz::Topic& topic : bank.topics) outline.topics.push_back(topic.id);
    read_items(reader, outline, reading, bank, collector);
    read_cards(reader, outline, reading, bank, collector);
    return bank;
}

}  // namespace

BankReading read_bank(const fs::path& file) {
    BankReading reading;
    const Checked<json::Node> document = json::read_document(file);
    reading.bank.problems = document.problems;
    if (!document.value) return reading;
    ProblemCollector collector(file.string());
    quiz::Bank bank = read_whole(json::Value(*document.value), file, reading, collector);
    const bool usable = collector.mistakes() == 0;
    reading.bank.problems = std::move(collector).take();
    if (!usable) return reading;
    for (quiz::Item& item : bank.items) finish(item, file.parent_path());
    for (quiz::Card& card : bank.cards)
        if (card.picture) card.picture->file = picture_path(card.picture->file, file.parent_path());
    reading.bank.value = std::move(bank);
    return reading;
}

Checked<quiz::Bank> load_bank(const fs::path& file) {
    return read_bank(file).bank;
}

}  // namespace xy::bank
