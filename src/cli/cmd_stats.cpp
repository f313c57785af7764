#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/analysed.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/known.h"
#include "cli/period_option.h"
#include "json/writer.h"
#include "report/analysis_record.h"
#include "report/analysis_text.h"
#include "tally/item_times.h"

namespace xy::cli {
namespace {

struct StatsOptions {
    std::filesystem::path data;
    std::filesystem::path config;
    std::filesystem::path questions;
    std::string period;
    std::string event;
    std::string language;
    bool json = false;
};

int run_stats(const StatsOptions& options) {
    store::Store store = open_existing(options.data);
    tally::Selection selection{chosen_period(options.period), std::nullopt};
    if (!options.event.empty()) selection.events.emplace({known_event(store, options.event).id});
    tally::Analysis analysis = analysed(store, selection);
    take_exact_times(analysis, store);
    const figures::Titles titles = titles_from(options.config, options.questions);
    if (options.json)
        std::cout << json::to_json(report::analysis_record(analysis, titles.places));
    else
        std::cout << report::analysis_text(analysis, chosen_language(options.language), titles);
    return 0;
}

}  // namespace

void add_stats_command(CLI::App& app, int& exit_code) {
    CLI::App* verb = app.add_subcommand("stats", "Print the statistics of visits, items and surveys (统计)");
    const auto options = std::make_shared<StatsOptions>();
    add_data_option(*verb, options->data, "Data folder of the kiosk");
    add_configuration_options(*verb, options->config, options->questions);
    add_period_option(*verb, options->period);
    verb->add_option("--event", options->event, "Only this event")->type_name("ID");
    add_language_option(*verb, options->language, "Language of the table");
    verb->add_flag("--json", options->json,
                   "Print every figure as JSON (assets/schema/statistics.schema.json)");
    verb->footer(
        "Counts visits (人次), never persons; practice is told apart. For the eyes of the office: small "
        "groups are not "
        "withheld here. Townships are those of the configuration.\n\n"
        "Examples:\n"
        "  xiangyang stats --period 2026H1\n"
        "  xiangyang stats --data ./data --event market-2026 --json");
    verb->callback([options, &exit_code] { exit_code = run([&] { return run_stats(*options); }); });
}

}  // namespace xy::cli
