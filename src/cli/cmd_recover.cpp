#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <memory>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/progress_bar.h"
#include "json/writer.h"
#include "recovery/recovery.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;

struct RecoverOptions {
    fs::path damaged;
    fs::path data;
    bool json = false;
};

json::Record record_of(const recovery::RecoveredRows& rows) {
    return {{"recovered", rows.recovered()}, {"doubtful", rows.doubtful}, {"lost", rows.lost}};
}

void print_rows(const char* what, const recovery::RecoveredRows& rows) {
    std::cout << what << ": " << rows.recovered() << " recovered";
    if (rows.doubtful > 0) std::cout << " (" << rows.doubtful << " of them doubtful)";
    std::cout << ", " << rows.lost << " lost\n";
}

void print_text(const recovery::Recovery& result, const RecoverOptions& options) {
    std::cout << options.damaged.string() << ": " << result.pages << " pages, " << result.mended_pages
              << " put right, " << result.damaged_pages << " damaged, " << result.unreadable_pages
              << " unreadable\n";
    print_rows("visits", result.visits);
    print_rows("answers", result.answers);
    print_rows("ledger", result.ledger);
    print_rows("events", result.events);
    print_rows("items", result.items);
    print_rows("publications", result.publications);
    if (!result.signed_visits)
        std::cout << "How many visits there were is not known: " << options.damaged.string()
                  << "-count is not there.\n";
    std::cout << "The store is in " << options.data.string() << "; " << options.damaged.string()
              << " is as it was.\n";
}

void print_json(const recovery::Recovery& result, const RecoverOptions& options) {
    std::cout << json::to_json(json::Record{
        {"data", options.data.string()},
        {"format", std::int64_t{result.version}},
        {"complete", result.complete()},
        {"visits", record_of(result.visits)},
        {"answers", record_of(result.answers)},
        {"ledger", record_of(result.ledger)},
        {"events", record_of(result.events)},
        {"items", record_of(result.items)},
        {"publications", record_of(result.publications)},
        {"signed_visits", result.signed_visits ? json::Cell(*result.signed_visits) : json::Cell(nullptr)},
        {"pages", json::Record{{"read", result.pages - result.unreadable_pages},
                               {"put_right", result.mended_pages},
                               {"damaged", result.damaged_pages},
                               {"unreadable", result.unreadable_pages}}}});
}

int run_recover(const RecoverOptions& options) {
    std::error_code ignored;
    if (!fs::is_regular_file(options.damaged, ignored))
        throw CannotDo("there is no file " + options.damaged.string() +
                       "; give the damaged file itself, as xiangyang.damaged-….db in the data folder");
    recovery::Recovery result;
    {
        ProgressBar bar("recovering", options.damaged.string() + " is as it was");
        result = recovery::recover(options.damaged, options.data, std::ref(bar));
    }
    options.json ? print_json(result, options) : print_text(result, options);
    return result.complete() ? 0 : 1;
}

}  // namespace

void add_recover_command(CLI::App& app, int& exit_code) {
    CLI::App* verb = app.add_subcommand("recover", "Bring back what can be read of a damaged store");
    const auto options = std::make_shared<RecoverOptions>();
    verb->add_option("DAMAGED", options->damaged,
                     "The damaged file; its log (-wal) and its signed-off count (-count) are read beside it")
        ->type_name("FILE")
        ->required();
    verb->add_option("--data", options->data, "New data folder; it must have no store")
        ->type_name("DIR")
        ->required();
    verb->add_flag("--json", options->json, "Say what came back as JSON");
    verb->footer(
        "Reads every page of the file and of its log, also free and older ones, and keeps the rows that "
        "follow\n"
        "every rule. The damaged file is not changed. Doubtful rows come from damaged pages; lost are those "
        "that "
        "were\n"
        "signed off, or leave a gap. Also reads files of older versions. Exit code 1 when anything is "
        "doubtful or "
        "lost.\n"
        "Afterwards: start the kiosk with --data DIR, or merge with `xiangyang export` and "
        "`import-sessions`.\n\n"
        "Examples:\n"
        "  xiangyang recover ./data/xiangyang.damaged-2026-06-26T091500.db --data ./recovered\n"
        "  xiangyang recover ./data/xiangyang.db --data ./recovered --json");
    verb->callback([options, &exit_code] { exit_code = run([&] { return run_recover(*options); }); });
}

}  // namespace xy::cli
