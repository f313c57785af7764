#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "json/writer.h"
#include "report/participation.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;

struct ParticipationOptions {
    fs::path data;
    fs::path config;
    fs::path questions;
    std::string language;
    bool json = false;
};

int run_participation(const ParticipationOptions& options) {
    store::Store store = open_existing(options.data);
    const auto rows = store.participation();
    if (options.json) {
        std::cout << json::to_json(report::participation_records(rows));
        return 0;
    }
    for (const outreach::DoubtfulDay& each : store.doubtful_days())
        if (each.visits.visits > 0)
            std::cerr << fmt::format(
                "xiangyang: remark: {} visits of event {} are dated {}, which cannot be (the clock was "
                "wrong); they are "
                "counted on {}\n",
                each.visits.visits, each.visits.event, each.visits.day, each.counted_on);
    std::cout << report::participation_table(rows, titles_from(options.config, options.questions),
                                             chosen_language(options.language));
    return 0;
}

}  // namespace

void add_participation_command(CLI::App& app, int& exit_code) {
    CLI::App* verb =
        app.add_subcommand("participation", "Print visits by event, audience and language (参与统计)");
    const auto options = std::make_shared<ParticipationOptions>();
    add_data_option(*verb, options->data, "Data folder of the kiosk");
    add_configuration_options(*verb, options->config, options->questions);
    add_language_option(*verb, options->language, "Language of the table");
    verb->add_flag("--json", options->json, "Print JSON instead of a table");
    verb->footer(
        "Counts visits (人次), never persons. Practice is not counted.\n\n"
        "Examples:\n"
        "  xiangyang participation\n"
        "  xiangyang participation --data ./data --lang en\n"
        "  xiangyang participation --data ./data --json");
    verb->callback([options, &exit_code] { exit_code = run([&] { return run_participation(*options); }); });
}

}  // namespace xy::cli
