// places.json, occasions.json, measures.json: what staff pick from.
#include "bank/kiosk_files.h"
#include "base/plain_text.h"
#include "json/list_file.h"
#include "json/text_rules.h"

namespace xy::bank {
namespace {

namespace fs = std::filesystem;
using outreach::PlaceLevel;

/// An administrative code (行政区划代码): digits, at most the 12 of a village.
std::string place_code(const json::ObjectReader& reader, std::string_view key, json::Presence presence,
                       ProblemCollector& collector) {
    std::string code = reader.text(key, presence);
    const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || code.size() > 12)
        collector.mistake(reader.place(key), fmt::format("{} is not an administrative code", in_quotes(code)),
                          "write up to 12 digits");
    return code;
}

PlaceLevel level_of(const json::ObjectReader& reader) {
    const std::string word =
        reader.word("level", {"province", "city", "county", "township", "village"}, json::Presence::required);
    for (const PlaceLevel level :
         {PlaceLevel::province, PlaceLevel::city, PlaceLevel::county, PlaceLevel::township})
        if (code(level) == word) return level;
    return PlaceLevel::village;
}

/// Every parent stands before its places and is of a higher level: so there is no circle.
void check_parent(const outreach::Place& place, const std::vector<outreach::Place>& before,
                  const json::ObjectReader& reader, ProblemCollector& collector) {
    if (place.parent.empty()) return;
    std::vector<std::string> codes;
    const outreach::Place* parent = nullptr;
    for (const outreach::Place& known : before) {
        codes.push_back(known.code);
        if (known.code == place.parent) parent = &known;
    }
    json::check_known(place.parent, "parent", codes, reader.place("parent"), collector);
    if (parent != nullptr && parent->level >= place.level)
        collector.mistake(reader.place("parent"),
                          fmt::format("a {} cannot lie in a {}", code(place.level), code(parent->level)),
                          "name a place of a higher level");
}

outreach::Place read_place(const json::Value& value, const std::vector<outreach::Place>& before,
                           ProblemCollector& collector) {
    const json::ObjectReader reader(
        value, {"code", "parent", "level", "name"},
        R"({"code": "…", "parent": "…", "level": "township", "name": {"zh": "…", "en": "…"}})", collector);
    outreach::Place place;
    place.code = place_code(reader, "code", json::Presence::required, collector);
    place.level = level_of(reader);
    place.parent = place_code(reader, "parent", json::Presence::optional, collector);
    place.name = reader.localized("name", json::Presence::required);
    check_parent(place, before, reader, collector);
    const bool twice = std::any_of(before.begin(), before.end(),
                                   [&](const outreach::Place& other) { return other.code == place.code; });
    if (twice && !place.code.empty())
        collector.mistake(reader.place("code"),
                          fmt::format("another place has the code {}", in_quotes(place.code)),
                          "give it a code of its own");
    return place;
}

constexpr int largest_step = 10'000;

std::vector<std::int64_t> steps_of(const json::ObjectReader& reader, ProblemCollector& collector) {
    std::vector<std::int64_t> steps;
    if (!reader.find("steps")) return outreach::Measure{}.steps;
    for (const json::Value& value : reader.list("steps", json::Presence::optional)) {
        const auto* number = value.as<std::int64_t>();
        const bool fits = number != nullptr && *number >= 1 && *number <= largest_step &&
                          (steps.empty() || *number > steps.back());
        if (!fits)
            collector.mistake(value.place(), "this is not a step",
                              "write whole numbers from 1 to 10000, each larger than the one before");
        else
            steps.push_back(*number);
    }
    if (steps.empty() || steps.size() > 3) {
        collector.mistake(reader.place("steps"), "a measure has one to three steps",
                          "write for example [1, 10, 50]");
        return outreach::Measure{}.steps;
    }
    return steps;
}

std::vector<std::string> aliases_of(const json::ObjectReader& reader, ProblemCollector& collector) {
    std::vector<std::string> aliases;
    for (const json::Value& value : reader.list("aliases", json::Presence::optional)) {
        const auto* text = value.as<std::string>();
        if (text == nullptr || is_blank(*text)) {
            collector.mistake(value.place(), "an alias is a text", "write for example [\"传单\"]");
            continue;
        }
        json::check_characters(*text, value.place(), collector);
        aliases.emplace_back(trimmed(*text));
    }
    return aliases;
}

}  // namespace

Checked<std::vector<outreach::Place>> read_places(const fs::path& file) {
    return json::read_file<std::vector<outreach::Place>>(
        file, [](const json::Value& whole, ProblemCollector& collector) {
            const json::ObjectReader reader(whole, {"$schema", "places"}, R"({"places": [ … ]})", collector);
            reader.text("$schema", json::Presence::optional);
            std::vector<outreach::Place> places;
            for (const json::Value& value : reader.list("places", json::Presence::required))
                places.push_back(read_place(value, places, collector));
            return places;
        });
}

Checked<std::vector<outreach::Occasion>> read_occasions(const fs::path& file) {
    return json::read_list<outreach::Occasion>(
        file, "occasions", [](const json::Value& value, ProblemCollector& collector) {
            const json::ObjectReader reader(value, {"id", "title"},
                                            R"({"id": "…", "title": {"zh": "…", "en": "…"}})", collector);
            outreach::Occasion occasion;
            occasion.id = reader.identifier("id", json::Presence::required);
            occasion.title = reader.localized("title", json::Presence::required);
            return occasion;
        });
}

Checked<std::vector<outreach::Measure>> read_measures(const fs::path& file) {
    return json::read_list<outreach::Measure>(
        file, "measures", [](const json::Value& value, ProblemCollector& collector) {
            const json::ObjectReader reader(
                value, {"id", "title", "unit", "aliases", "steps"},
                R"({"id": "…", "title": {…}, "unit": {"zh": "份", "en": "copies"}})", collector);
            outreach::Measure measure;
            measure.id = reader.identifier("id", json::Presence::required);
            measure.title = reader.localized("title", json::Presence::required);
            measure.unit = reader.localized("unit", json::Presence::required);
            measure.aliases = aliases_of(reader, collector);
            measure.steps = steps_of(reader, collector);
            return measure;
        });
}

}  // namespace xy::bank
