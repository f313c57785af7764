#include "content/kiosk_files.h"

#include <algorithm>
#include <fmt/core.h>
#include <functional>
#include <set>
#include <utility>

#include "content/json_file.h"
#include "content/object_reader.h"

namespace xy::content {
namespace {

namespace fs = std::filesystem;

/// Reads a file through `read`, which gets its whole value and where to report.
template <typename T, typename Read>
Checked<T> read_file(const fs::path& file, Read read) {
    const Checked<JsonNode> document = read_json(file);
    if (!document.value) return {std::nullopt, document.problems};
    Findings findings(file.string());
    T value = read(JsonValue(*document.value), findings);
    Checked<T> result;
    if (findings.mistakes() == 0) result.value = std::move(value);
    result.problems = std::move(findings).take();
    return result;
}

/// A file that is an object with one list of things with ids, none twice.
template <typename T, typename ReadOne>
Checked<std::vector<T>> read_list(const fs::path& file, const std::string& key, ReadOne read_one) {
    return read_file<std::vector<T>>(file, [&](const JsonValue& whole, Findings& findings) {
        const ObjectReader reader(whole, {"$schema", key}, fmt::format("{{\"{}\": [ … ]}}", key), findings);
        reader.text("$schema", Presence::optional);
        std::vector<T> things;
        std::set<std::string> ids;
        for (const JsonValue& value : reader.list(key, Presence::required)) {
            T thing = read_one(value, findings);
            if (!thing.id.empty() && !ids.insert(thing.id).second)
                findings.mistake(value.place(), fmt::format("another one has the id {}", in_quotes(thing.id)),
                                 "give it an id of its own");
            things.push_back(std::move(thing));
        }
        return things;
    });
}

/// Reports `word` when it is none of `known`.
void check_known(const std::string& word, std::string_view sort, const std::vector<std::string>& known,
                 const Place& place, Findings& findings) {
    if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
    std::string advice = did_you_mean(word, known);
    if (advice.empty())
        advice = known.empty() ? fmt::format("there is no {} yet", sort) : "write one of " + list_of(known);
    findings.mistake(place, fmt::format("unknown {} {}", sort, in_quotes(word)), advice);
}

/// An administrative code (行政区划代码): digits, at most the 12 of a village.
std::string place_code(const ObjectReader& reader, Findings& findings) {
    std::string code = reader.text("place_code", Presence::optional);
    const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || code.size() > 12)
        findings.mistake(reader.place("place_code"),
                         fmt::format("{} is not an administrative code", in_quotes(code)),
                         "write up to 12 digits, or leave it out");
    return code;
}

outreach::EventState state_of(const ObjectReader& reader) {
    const std::string word = reader.word("state", {"planned", "open", "closed"}, Presence::required);
    if (word == "open") return outreach::EventState::open;
    return word == "closed" ? outreach::EventState::closed : outreach::EventState::planned;
}

/// A visit belongs to one event; with two open ones it would be chance to which.
void check_only_open(const outreach::Event& event, std::string& open, const Place& place,
                     Findings& findings) {
    if (event.state != outreach::EventState::open) return;
    if (!open.empty())
        findings.mistake(place, fmt::format("a second event is open, beside {}", in_quotes(open)),
                         "set all but one to \"planned\" or \"closed\"");
    open = event.id.empty() ? "?" : event.id;
}

/// `open`: the id of an event before it that is open, or empty; brought up to date.
outreach::Event read_event(const JsonValue& value, const std::vector<std::string>* venues, std::string& open,
                           Findings& findings) {
    const ObjectReader reader(value, {"id", "name", "place", "place_code", "venue", "occasion", "state"},
                              R"({"id": "…", "name": {…}, "place": {…}, "state": "open"})", findings);
    outreach::Event event;
    event.id = reader.identifier("id", Presence::required);
    event.name = reader.localized("name", Presence::required);
    event.place = reader.localized("place", Presence::required);
    event.place_code = place_code(reader, findings);
    event.venue = reader.identifier("venue", Presence::optional);
    if (venues != nullptr) check_known(event.venue, "venue", *venues, reader.place("venue"), findings);
    event.occasion = reader.localized("occasion", Presence::optional);
    event.state = state_of(reader);
    check_only_open(event, open, reader.place("state"), findings);
    return event;
}

std::chrono::seconds seconds(const ObjectReader& reader, std::string_view key, int least, int most,
                             std::chrono::seconds fallback) {
    return std::chrono::seconds(reader.integer(key, least, most, static_cast<int>(fallback.count())));
}

}  // namespace

Checked<std::vector<outreach::Audience>> read_audiences(const fs::path& file) {
    return read_list<outreach::Audience>(file, "audiences", [](const JsonValue& value, Findings& findings) {
        const ObjectReader reader(value, {"id", "title", "note"},
                                  R"({"id": "…", "title": {"zh": "…", "en": "…"}})", findings);
        outreach::Audience audience;
        audience.id = reader.identifier("id", Presence::required);
        audience.title = reader.localized("title", Presence::required);
        audience.note = reader.localized("note", Presence::optional);
        return audience;
    });
}

Checked<std::vector<outreach::VenueKind>> read_venues(const fs::path& file) {
    return read_list<outreach::VenueKind>(file, "venues", [](const JsonValue& value, Findings& findings) {
        const ObjectReader reader(value, {"id", "title"}, R"({"id": "…", "title": {"zh": "…", "en": "…"}})",
                                  findings);
        outreach::VenueKind venue;
        venue.id = reader.identifier("id", Presence::required);
        venue.title = reader.localized("title", Presence::required);
        return venue;
    });
}

Checked<std::vector<outreach::Event>> read_events(const fs::path& file,
                                                  const std::vector<std::string>* venues) {
    std::string open;
    return read_list<outreach::Event>(file, "events", [&](const JsonValue& value, Findings& findings) {
        return read_event(value, venues, open, findings);
    });
}

Checked<Settings> read_settings(const fs::path& file, const std::vector<std::string>& programmes) {
    return read_file<Settings>(file, [&](const JsonValue& whole, Findings& findings) {
        const ObjectReader reader(whole,
                                  {"$schema", "device_label", "programme", "idle_seconds",
                                   "countdown_seconds", "result_seconds", "sway"},
                                  R"({"programme": "three-minute"})", findings);
        Settings settings;
        reader.text("$schema", Presence::optional);
        settings.device_label = reader.localized("device_label", Presence::optional);
        settings.programme = reader.identifier("programme", Presence::required);
        check_known(settings.programme, "programme", programmes, reader.place("programme"), findings);
        settings.idle = seconds(reader, "idle_seconds", 10, 600, settings.idle);
        settings.countdown = seconds(reader, "countdown_seconds", 5, 60, settings.countdown);
        settings.result = seconds(reader, "result_seconds", 5, 120, settings.result);
        settings.sway = reader.boolean("sway", settings.sway);
        return settings;
    });
}

}  // namespace xy::content
