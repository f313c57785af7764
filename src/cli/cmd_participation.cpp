#include <CLI/CLI.hpp>
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

std::vector<json::Record> records_of(const std::vector<store::ParticipationRow>& rows) {
    std::vector<json::Record> records;
    records.reserve(rows.size());
    for (const store::ParticipationRow& row : rows)
        records.push_back({{"event", row.event},
                           {"event_name_zh", row.event_name.zh},
                           {"event_name_en", row.event_name.en},
                           {"place_zh", row.place.zh},
                           {"place_en", row.place.en},
                           {"venue", row.venue},
                           {"audience", row.audience},
                           {"language", std::string(code(row.language))},
                           {"started", row.started},
                           {"completed", row.completed},
                           {"abandoned", row.abandoned},
                           {"timed_out", row.timed_out},
                           {"right_answers", row.right_answers},
                           {"answered_items", row.answered_items},
                           {"skipped_items", row.skipped_items}});
    return records;
}

int run_participation(const ParticipationOptions& options) {
    store::Store store = open_existing(options.data);
    const auto rows = store.participation();
    if (options.json) {
        std::cout << json::to_json(records_of(rows));
        return 0;
    }
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
