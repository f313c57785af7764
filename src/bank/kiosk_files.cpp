#include "bank/kiosk_files.h"

#include <algorithm>
#include <fmt/core.h>
#include <utility>

#include "base/utf8.h"
#include "json/list_file.h"

namespace xy::bank {
namespace {

namespace fs = std::filesystem;

outreach::EventState state_of(const json::ObjectReader& reader) {
    const std::string word = reader.word("state", {"planned", "open", "closed"}, json::Presence::required);
    if (word == "open") return outreach::EventState::open;
    return word == "closed" ? outreach::EventState::closed : outreach::EventState::planned;
}

/// A visit belongs to one event; with two open ones it would be chance to which.
void check_only_open(const outreach::Event& event, std::string& open, const SourceLocation& place,
                     ProblemCollector& collector) {
    if (event.state != outreach::EventState::open) return;
    if (!open.empty())
        collector.mistake(place, fmt::format("a second event is open, beside {}", in_quotes(open)),
                          "set all but one to \"planned\" or \"closed\"");
    open = event.id.empty() ? "?" : event.id;
}

/// The title of the occasion that the event names.
LocalizedText occasion_of(const json::ObjectReader& reader, const EventLists& lists,
                          ProblemCollector& collector) {
    const std::string id = reader.identifier("occasion", json::Presence::optional);
    if (id.empty() || lists.occasions == nullptr) return {};
    json::check_known(id, "occasion", json::ids_of(*lists.occasions), reader.place("occasion"), collector);
    for (const outreach::Occasion& occasion : *lists.occasions)
        if (occasion.id == id) return occasion.title;
    return {};
}

/// Where it is: a code of places.json, words of its own, or both.
void read_where(const json::ObjectReader& reader, const EventLists& lists, outreach::Event& event,
                ProblemCollector& collector) {
    event.place_code = reader.text("place_code", json::Presence::optional);
    const outreach::Place* known = nullptr;
    if (lists.places != nullptr) {
        std::vector<std::string> codes;
        for (const outreach::Place& place : *lists.places) {
            codes.push_back(place.code);
            if (place.code == event.place_code) known = &place;
        }
        json::check_known(event.place_code, "place", codes, reader.place("place_code"), collector);
    }
    event.place = reader.localized(
        "place", event.place_code.empty() ? json::Presence::required : json::Presence::optional);
    if (event.place.empty() && known != nullptr) event.place = known->name;
}

/// `open`: the id of an event before it that is open, or empty; brought up to date.
outreach::Event read_event(const json::Value& value, const EventLists& lists, std::string& open,
                           ProblemCollector& collector) {
    const json::ObjectReader reader(
        value, {"id", "name", "place", "place_code", "venue", "occasion", "day", "state"},
        R"({"id": "…", "name": {…}, "place": {…}, "state": "open"})", collector);
    outreach::Event event;
    event.id = reader.identifier("id", json::Presence::required);
    event.name = reader.localized("name", json::Presence::required);
    read_where(reader, lists, event, collector);
    event.venue = reader.identifier("venue", json::Presence::optional);
    if (lists.venues != nullptr)
        json::check_known(event.venue, "venue", json::ids_of(*lists.venues), reader.place("venue"),
                          collector);
    event.occasion = occasion_of(reader, lists, collector);
    event.day = reader.date("day", json::Presence::optional);
    event.state = state_of(reader);
    check_only_open(event, open, reader.place("state"), collector);
    return event;
}

/// Names of packages on a stick have it in them, and a file system takes 255 bytes.
void check_device_label(const LocalizedText& label, const SourceLocation& place,
                        ProblemCollector& collector) {
    constexpr std::size_t longest_label = 60;
    constexpr std::size_t most_bytes = 3 * longest_label;  // of Chinese; a rare character may take four
    for (const std::string& text : {label.zh, label.en})
        if (characters_in(text) > longest_label || text.size() > most_bytes)
            collector.mistake(
                place, fmt::format("the device label {} is too long", in_quotes(text)),
                fmt::format("write at most {} characters, fewer when they are rare ones", longest_label));
}

std::chrono::seconds seconds(const json::ObjectReader& reader, std::string_view key, int least, int most,
                             std::chrono::seconds fallback) {
    return std::chrono::seconds(reader.integer(key, least, most, static_cast<int>(fallback.count())));
}

}  // namespace

Checked<std::vector<outreach::Audience>> read_audiences(const fs::path& file) {
    return json::read_list<outreach::Audience>(
        file, "audiences", [](const json::Value& value, ProblemCollector& collector) {
            const json::ObjectReader reader(value, {"id", "title", "note", "reading", "faces"},
                                            R"({"id": "…", "title": {"zh": "…", "en": "…"}})", collector);
            outreach::Audience audience;
            audience.id = reader.identifier("id", json::Presence::required);
            audience.title = reader.localized("title", json::Presence::required);
            audience.note = reader.localized("note", json::Presence::optional);
            audience.reading = reader.integer("reading", 1, 20, audience.reading);
            audience.faces = reader.boolean("faces", false);
            return audience;
        });
}

Checked<std::vector<outreach::VenueKind>> read_venues(const fs::path& file) {
    return json::read_list<outreach::VenueKind>(
        file, "venues", [](const json::Value& value, ProblemCollector& collector) {
            const json::ObjectReader reader(value, {"id", "title"},
                                            R"({"id": "…", "title": {"zh": "…", "en": "…"}})", collector);
            outreach::VenueKind venue;
            venue.id = reader.identifier("id", json::Presence::required);
            venue.title = reader.localized("title", json::Presence::required);
            return venue;
        });
}

Checked<std::vector<outreach::Event>> read_events(const fs::path& file, const EventLists& lists) {
    std::string open;
    return json::read_list<outreach::Event>(file, "events",
                                            [&](const json::Value& value, ProblemCollector& collector) {
                                                return read_event(value, lists, open, collector);
                                            });
}

Checked<Settings> read_settings(const fs::path& file, const std::vector<std::string>& programmes) {
    return json::read_file<Settings>(file, [&](const json::Value& whole, ProblemCollector& collector) {
        const json::ObjectReader reader(whole,
                                        {"$schema", "device_label", "programme", "idle_seconds",
                                         "countdown_seconds", "result_seconds", "sway"},
                                        R"({"programme": "three-minute"})", collector);
        Settings settings;
        reader.text("$schema", json::Presence::optional);
        settings.device_label = reader.localized("device_label", json::Presence::optional);
        check_device_label(settings.device_label, reader.place("device_label"), collector);
        settings.programme = reader.identifier("programme", json::Presence::required);
        json::check_known(settings.programme, "programme", programmes, reader.place("programme"), collector);
        settings.idle = seconds(reader, "idle_seconds", 10, 600, settings.idle);
        settings.countdown = seconds(reader, "countdown_seconds", 5, 60, settings.countdown);
        settings.result = seconds(reader, "result_seconds", 5, 120, settings.result);
        settings.sway = reader.boolean("sway", settings.sway);
        return settings;
    });
}

}  // namespace xy::bank
