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
#include "exchange/public_export.h"
#include "json/writer.h"
#include "outreach/internal_mark.h"
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
    bool for_everybody = false;
    bool json = false;
};

void print(const exchange::Exported& rows, const ExportOptions& options) {
    if (options.json) {
        std::cout << json::to_json(json::Record{{"out", options.out.string()},
                                                {"profile", outreach::internal_profile()},
                                                {"events", rows.events},
                                                {"items", rows.items},
                                                {"sessions", rows.sessions},
                                                {"answers", rows.answers},
                                                {"ledger", rows.ledger}});
        return;
    }
    std::cout << options.out.string() << ": " << rows.sessions << " sessions, " << rows.answers
              << " answers, " << rows.items << " items, " << rows.events << " events, " << rows.ledger
              << " ledger entries\n"
              << outreach::internal_profile() << '\n';
}

json::List list_of(const std::vector<std::string>& names) {
    return {names.begin(), names.end()};
}

void print(const exchange::PublicExported& rows, const ExportOptions& options) {
    if (options.json) {
        std::cout << json::to_json(json::Record{{"out", options.out.string()},
                                                {"profile", outreach::public_profile()},
                                                {"visits", rows.visits},
                                                {"visits_withheld", rows.visits_withheld},
                                                {"answers", rows.answers},
                                                {"answers_withheld", rows.answers_withheld},
                                                {"smallest_group", exchange::smallest_group},
                                                {"visit_columns", list_of(rows.visit_columns)},
                                                {"answer_columns", list_of(rows.answer_columns)},
                                                {"columns_left_out", list_of(rows.columns_left_out)}});
        return;
    }
    std::cout << options.out.string() << ": " << rows.visits << " visits (" << rows.visits_withheld
              << " withheld), " << rows.answers << " answers (" << rows.answers_withheld << " withheld)\n"
              << outreach::public_profile() << '\n';
}

int run_public_export(const ExportOptions& options) {
    if (!exchange::may_replace_public(options.out))
        throw CannotDo(options.out.string() +
                       " is there already and is not a public package of this program; name another folder");
    store::Store store = open_existing(options.data);
    exchange::PublicExported exported;
    {
        ProgressBar bar("exporting", options.out.string() + " is as it was before");
        exported = exchange::write_public_package(store, options.out, std::ref(bar));
    }
    print(exported, options);
    return 0;
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
    verb->add_flag("--public", options->for_everybody,
                   "A package for everybody: no device, no ids, every row at least five times");
    verb->add_flag("--json", options->json, "Say what was written as JSON");
    verb->footer(
        "Writes participation.csv, sessions.csv, answers.csv, items.csv, events.csv, ledger.csv, hours.csv,\n"
        "durations.csv, answer_times.csv, datapackage.json, README.txt and, for people, 参与统计.csv and\n"
        "活动台账.csv. All that is internal (内部资料): small groups are in it, linked to their answers.\n"
        "With --public sessions.csv, answers.csv, items.csv, events.csv: half-days, no device, answers that "
        "are\n"
        "linked to no visit, and no row that stands there fewer than five times; what is withheld is "
        "counted.\n"
        "The folder appears whole or not at all.\n\n"
        "Examples:\n"
        "  xiangyang export --out /media/stick/market-day\n"
        "  xiangyang export --data ./data --out ./export --json\n"
        "  xiangyang export --data ./data --out ./public-data --public");
    verb->callback([options, &exit_code] {
        exit_code =
            run([&] { return options->for_everybody ? run_public_export(*options) : run_export(*options); });
    });
}

}  // namespace xy::cli
