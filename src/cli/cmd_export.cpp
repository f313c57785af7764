#include <CLI/CLI.hpp>
#include <array>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/progress_bar.h"
#include "exchange/export.h"
#include "json/writer.h"
#include "report/ledger_sheet.h"
#include "report/participation.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;

struct ExportOptions {
    fs::path data;
    fs::path out;
    fs::path config;
    fs::path questions;
    bool json = false;
};

void print(const exchange::Exported& rows, const ExportOptions& options) {
    if (options.json) {
        std::cout << json::to_json(json::Record{{"out", options.out.string()},
                                                {"events", rows.events},
                                                {"items", rows.items},
                                                {"sessions", rows.sessions},
                                                {"answers", rows.answers},
                                                {"ledger", rows.ledger}});
        return;
    }
    std::cout << options.out.string() << ": " << rows.sessions << " sessions, " << rows.answers
              << " answers, " << rows.items << " items, " << rows.events << " events, " << rows.ledger
              << " ledger entries\n";
}

/// What is written beside the package; `store` only when the files are made.
std::array<exchange::ExtraFile, 3> files_for_people(const ExportOptions& options,
                                                    std::optional<store::Store>& store) {
    using Rows = std::vector<store::ParticipationRow>;
    return {{{std::string(report::participation_file),
              [](const Rows& rows) { return report::participation_csv(rows); }},
             {std::string(report::sheet_file),
              [&options](const Rows& rows) {
                  return report::participation_sheet(rows, titles_from(options.config, options.questions));
              }},
             {std::string(report::ledger_sheet_file),
              [&store](const Rows&) { return report::ledger_sheet(store->events(), store->ledger()); }}}};
}

int run_export(const ExportOptions& options) {
    std::optional<store::Store> store;
    const auto extra = files_for_people(options, store);
    if (!exchange::may_replace(options.out, extra))
        throw CannotDo(options.out.string() +
                       " is there already and is not an export of this program; name another folder");
    store = open_existing(options.data);
    exchange::Exported exported;
    {
        ProgressBar bar("exporting", options.out.string() + " is as it was before");
        exported = exchange::write_package(*store, options.out, std::ref(bar), extra);
    }
    print(exported, options);
    return 0;
}

}  // namespace

void add_export_command(CLI::App& app, int& exit_code) {
    CLI::App* verb = app.add_subcommand("export", "Write all visits, answers and counts as CSV files");
    const auto options = std::make_shared<ExportOptions>();
    add_data_option(*verb, options->data, "Data folder of the kiosk");
    verb->add_option("--out", options->out, "Folder to write; an earlier export there is replaced")
        ->type_name("DIR")
        ->required();
    add_configuration_options(*verb, options->config, options->questions);
    verb->add_flag("--json", options->json, "Say what was written as JSON");
    verb->footer(
        "Writes participation.csv, sessions.csv, answers.csv, items.csv, events.csv, ledger.csv, hours.csv,\n"
        "durations.csv, answer_times.csv, datapackage.json and, for people, 参与统计.csv and 活动台账.csv.\n"
        "The folder appears whole or not at all.\n\n"
        "Examples:\n"
        "  xiangyang export --out /media/stick/market-day\n"
        "  xiangyang export --data ./data --out ./export --json");
    verb->callback([options, &exit_code] { exit_code = run([&] { return run_export(*options); }); });
}

}  // namespace xy::cli
