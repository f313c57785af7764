#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/core.h>
#include <iostream>
#include <map>
#include <memory>

#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "json/writer.h"
#include "outreach/publication.h"

namespace xy::cli {
namespace {

using outreach::Publication;

struct PublicationsOptions {
    std::filesystem::path data;
    std::filesystem::path config;
    std::filesystem::path questions;
    bool json = false;
    std::size_t not_given_out = 0;  ///< number in the list; 0: none
};

using PlaceNames = std::map<std::string, LocalizedText>;  ///< by code

/// As the configuration names them now; those that it does not know as the events in them did.
PlaceNames place_names(const PublicationsOptions& options, store::Store& store) {
    PlaceNames names;
    const auto loaded = bank::load_configuration(options.config, options.questions, today());
    if (loaded.value)
        for (const outreach::Place& place : loaded.value->places) names[place.code] = place.name;
    for (const outreach::Event& event : store.events()) names.try_emplace(event.place_code, event.place);
    return names;
}

/// The code where nobody knows a name.
LocalizedText name_of(const std::string& place, const PlaceNames& names) {
    if (place.empty()) return {"全部地点", "Everywhere"};
    const auto known = names.find(place);
    return known == names.end() || known->second.zh.empty() ? LocalizedText{place, place} : known->second;
}

std::int64_t shown_counts(const Publication& publication) {
    return std::count_if(publication.counts.begin(), publication.counts.end(),
                         [](const outreach::PublishedCount& each) { return each.shown; });
}

std::int64_t withheld_counts(const Publication& publication) {
    return std::ssize(publication.counts) - shown_counts(publication);
}

/// Never a count itself: of those that were withheld nothing is told.
json::Record record_of(std::size_t number, const Publication& publication, const PlaceNames& names) {
    const LocalizedText place = name_of(publication.place, names);
    const auto day = [](const std::string& text) {
        return text.empty() ? json::Cell(nullptr) : json::Cell(text);
    };
    json::Cell events = nullptr;
    if (publication.events) events = json::List(publication.events->begin(), publication.events->end());
    return {{"number", static_cast<std::int64_t>(number)},
            {"made_on", publication.made_on},
            {"title", publication.title},
            {"from", day(publication.from)},
            {"to", day(publication.to)},
            {"place", day(publication.place)},
            {"place_zh", place.zh},
            {"place_en", place.en},
            {"events", events},
            {"threshold", publication.threshold},
            {"shown", shown_counts(publication)},
            {"withheld", withheld_counts(publication)},
            {"apart", publication.apart}};
}

void print(std::size_t number, const Publication& publication, const PlaceNames& names) {
    const std::string days = publication.from.empty() ? "" : "  " + publication.from + ".." + publication.to;
    const std::string events =
        publication.events ? fmt::format("{} 场活动", publication.events->size()) : "全部活动";
    fmt::print("{}\n", printable(fmt::format(
                           "{}  {}  {}{}  {}  {}  小于 {} 的数不公布：公布 {} 个，隐去 {} 个{}", number,
                           publication.made_on, publication.title.empty() ? "全部时间" : publication.title,
                           days, name_of(publication.place, names).zh, events, publication.threshold,
                           shown_counts(publication), withheld_counts(publication),
                           publication.apart ? "  单独决定" : "")));
}

/// By number, from 1.
void take_off(std::size_t number, store::Store& store) {
    const std::size_t count = store.publications().size();
    if (number > count)
        throw CannotDo(
            fmt::format("the register has {} reports and no report {}; `xiangyang publications` "
                        "lists them",
                        count, number));
    store.unpublish(number - 1);
}

int run_publications(const PublicationsOptions& options) {
    store::Store store = open_existing(options.data);
    if (options.not_given_out > 0) take_off(options.not_given_out, store);
    const std::vector<Publication> publications = store.publications();
    const PlaceNames names = place_names(options, store);
    if (options.json) {
        std::vector<json::Record> records;
        for (std::size_t i = 0; i < publications.size(); ++i)
            records.push_back(record_of(i + 1, publications[i], names));
        std::cout << json::to_json(records);
        return 0;
    }
    if (publications.empty()) fmt::print("还没有公布过报告\n");
    for (std::size_t i = 0; i < publications.size(); ++i) print(i + 1, publications[i], names);
    return 0;
}

}  // namespace

void add_publications_command(CLI::App& app, int& exit_code) {
    CLI::App* verb = app.add_subcommand("publications", "List the reports that were given out (公布)");
    const auto options = std::make_shared<PublicationsOptions>();
    add_data_option(*verb, options->data, "Data folder of the kiosk");
    add_configuration_options(*verb, options->config, options->questions);
    verb->add_flag("--json", options->json, "Print JSON (assets/schema/publications.schema.json)");
    verb->add_option(
            "--not-given-out", options->not_given_out,
            "Take the report with this number off the register: it was a trial, and nobody was given it")
        ->check(CLI::PositiveNumber)
        ->option_text("N");
    verb->footer(
        "Of each: its number, the day, period, place and events, the threshold, and how many counts were "
        "published and\n"
        "withheld; 单独决定 where the office asked for it without regard to the earlier ones. A later report "
        "is\n"
        "protected together with those that it overlaps.\n\n"
        "Examples:\n"
        "  xiangyang publications\n"
        "  xiangyang publications --data ./data --json\n"
        "  xiangyang publications --not-given-out 3");
    verb->callback([options, &exit_code] { exit_code = run([&] { return run_publications(*options); }); });
}

}  // namespace xy::cli
