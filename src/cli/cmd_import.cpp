#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <memory>

#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/progress_bar.h"
#include "exchange/import.h"
#include "json/problems.h"
#include "json/writer.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;

struct ImportOptions {
    fs::path package;
    fs::path data;
    bool json = false;
};

void print_counts(std::ostream& out, const char* what, const exchange::MergeCounts& counts) {
    out << what << ": " << counts.fresh << " new, " << counts.known << " known";
    if (counts.conflicting > 0) out << ", " << counts.conflicting << " different (kept as they were)";
    out << '\n';
}

void print_text(const exchange::ImportResult& result, bool refused) {
    for (const Problem& problem : result.problems) std::cerr << printable(to_string(problem)) << '\n';
    if (result.more_problems > 0) std::cerr << "… and " << result.more_problems << " more problems\n";
    if (refused) {
        std::cerr << "xiangyang: nothing was imported\n";
        return;
    }
    print_counts(std::cout, "sessions", result.sessions);
    print_counts(std::cout, "items", result.items);
    print_counts(std::cout, "events", result.events);
    print_counts(std::cout, "ledger", result.ledger);
    std::cout << "answers: " << result.fresh_answers << " new\n";
}

void print_json(const exchange::ImportResult& result, bool refused) {
    json::Record record{{"imported", !refused}};
    const auto add = [&](const std::string& what, const exchange::MergeCounts& counts) {
        record.emplace_back(what + "_new", counts.fresh);
        record.emplace_back(what + "_known", counts.known);
        record.emplace_back(what + "_conflicting", counts.conflicting);
    };
    add("sessions", result.sessions);
    add("items", result.items);
    add("events", result.events);
    add("ledger", result.ledger);
    record.emplace_back("answers_new", result.fresh_answers);
    record.emplace_back("problems_not_listed", result.more_problems);
    std::cout << json::to_json(record, result.problems);
}

int run_import(const ImportOptions& options) {
    if (!fs::is_directory(options.package)) throw CannotDo("there is no folder " + options.package.string());
    store::Store store = open_or_make(options.data);
    exchange::ImportResult result;
    {
        ProgressBar bar("importing", "nothing was imported");
        result = exchange::import_package(store, options.package, std::ref(bar));
    }
    const bool refused = has_mistakes(result.problems);
    options.json ? print_json(result, refused) : print_text(result, refused);
    return result.problems.empty() ? 0 : 1;
}

}  // namespace

void add_import_command(CLI::App& app, int& exit_code) {
    CLI::App* verb = app.add_subcommand("import-sessions", "Merge an export of another kiosk into a store");
    const auto options = std::make_shared<ImportOptions>();
    verb->add_option("PACKAGE", options->package, "Folder written by `xiangyang export`")
        ->type_name("DIR")
        ->required();
    add_data_option(*verb, options->data, "Data folder to merge into; made when missing");
    verb->add_flag("--json", options->json, "Say what came in as JSON");
    verb->footer(
        "Importing twice changes nothing. With a mistake in any file nothing is imported (exit 1). A session "
        "that is\n"
        "there already but different is kept and reported (exit 1).\n\n"
        "Examples:\n"
        "  xiangyang import-sessions /media/stick/market-day\n"
        "  xiangyang import-sessions ./export --data ./merged --json");
    verb->callback([options, &exit_code] { exit_code = run([&] { return run_import(*options); }); });
}

}  // namespace xy::cli
