#include "store/row_rules.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

#include "base/day.h"
#include "base/plain_text.h"
#include "base/problem_collector.h"
#include "outreach/personal_data.h"
#include "store/sqlite_error.h"

namespace xy::store {
namespace {

void check_text(std::string_view what, std::string_view text) {
    if (const auto fault = fault_of(text, Lines::several))
        refuse(fmt::format("the {} {}; {}", what, what_is_wrong(*fault), advice_for(*fault)));
}

void check_text(std::string_view what, const LocalizedText& text) {
    check_text(what, text.zh);
    check_text(what, text.en);
}

/// What other rows refer to.
void check_name(std::string_view what, std::string_view name) {
    if (name.empty()) refuse(fmt::format("the {} is empty", what));
    check_text(what, name);
}

void check_day(std::string_view what, std::string_view day) {
    if (!is_day(day)) refuse(fmt::format("the {} {} is no day; write YYYY-MM-DD", what, in_quotes(day)));
}

bool is_kind(std::string_view word) {
    using quiz::Kind;
    const auto kinds = {Kind::single,    Kind::multiple, Kind::true_false,
                        Kind::situation, Kind::scale,    Kind::choice};
    return std::any_of(kinds.begin(), kinds.end(), [&](Kind kind) { return code(kind) == word; });
}

void check_options(const ItemRow& item) {
    if (item.options.size() > quiz::max_options) refuse("item " + item.item + " has more than 12 options");
    for (const std::string& option : item.options) {
        check_name("id of an option", option);
        if (option.find('|') != std::string::npos) refuse("the id of an option has a | in it");
        if (std::count(item.options.begin(), item.options.end(), option) > 1)
            refuse("item " + item.item + " has two options with one id");
    }
    std::string joined;  // as they are stored and exported
    for (const std::string& option : item.options) joined += option + '|';
    check_text("list of options", joined);
    if ((item.key >> item.options.size()) != 0) refuse("the key of " + item.item + " is no option of it");
}

}  // namespace

void check_row(const outreach::Event& event) {
    check_name("id of the event", event.id);
    check_text("name of the event", event.name);
    check_text("place of the event", event.place);
    check_text("code of the place", event.place_code);
    check_text("venue of the event", event.venue);
    check_text("occasion of the event", event.occasion);
    if (!event.day.empty()) check_day("day of the event", event.day);
}

void check_row(const outreach::EventSource& source) {
    check_name("owner of the event", source.owner);
    check_name("id of the event at its owner", source.id);
    if (source.version < 1) refuse("the version of an event begins at 1");
}

void check_row(const outreach::LedgerEntry& entry) {
    check_name("event of the entry", entry.event);
    check_name("measure", entry.measure);
    check_text("title of the measure", entry.title);
    check_text("unit of the measure", entry.unit);
    check_text("note", entry.note);
    if (const auto number = outreach::personal_number_in(entry.note))
        refuse("the note seems to hold " + std::string(outreach::describe(*number)) +
               "; a note names nobody: take it out");
    if (entry.amount == 0 || outreach::fault_of(std::abs(entry.amount), 0))
        refuse("the amount is 0 or larger than any event could have");
}

void check_row(const outreach::Publication& publication) {
    check_day("day of the publication", publication.made_on);
    check_text("title of the publication", publication.title);
    check_text("place of the publication", publication.place);
    if (!publication.from.empty() || !publication.to.empty()) {
        check_day("first day of the publication", publication.from);
        check_day("last day of the publication", publication.to);
    }
    if (publication.threshold < 0) refuse("the threshold of a publication is less than 0");
    if (publication.events && publication.events->contains("")) refuse("a published event has no id");
    const std::string* before = nullptr;
    for (const outreach::PublishedCount& each : publication.counts) {
        if (each.name.empty() || each.count < 0) refuse("a published count has no name, or is less than 0");
        if (before != nullptr && *before == each.name)
            refuse("two published counts have the name " + in_quotes(each.name));
        before = &each.name;
    }
}

void check_row(const outreach::BoothSettings& settings) {
    check_text("chosen programme", settings.programme);
    check_text("number of the device", settings.device);
    check_text("code of the place", settings.place_code);
    check_text("place", settings.place);
}

void check_row(const ItemRow& item) {
    check_name("bank", item.bank);
    check_name("id of the item", item.item);
    check_name("version of the item", item.version);
    if (!is_kind(item.kind)) refuse("the kind " + in_quotes(item.kind) + " of an item is not known");
    check_text("topic", item.topic);
    check_text("title of the topic", item.topic_title);
    check_text("question", item.stem);
    check_options(item);
}

void check_row(const quiz::SessionStart& session) {
    check_name("event of the session", session.event);
    check_text("device", session.device);
    check_text("programme", session.programme);
    check_text("version of the programme", session.programme_version);
    check_text("audience", session.audience);
    check_day("day of the session", session.hour.day);
    if (session.hour.hour < 0 || session.hour.hour > 23) refuse("the hour of a session is from 0 to 23");
}

}  // namespace xy::store
