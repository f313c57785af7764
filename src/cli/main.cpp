#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/nearest.h"
#include "base/plain_text.h"
#include "base/standard_streams.h"
#include "cli/commands.h"

namespace {

/// The first word that stands where a verb must and is none, and the nearest verb. CLI11 says of it only that
/// a verb is missing.
std::optional<std::string> unknown_verb(const CLI::App& program, std::span<char*> words) {
    const CLI::App* app = &program;
    for (const char* word : words) {
        const auto verbs = app->get_subcommands([](const CLI::App*) { return true; });
        if (verbs.empty() || *word == '-') return std::nullopt;
        const auto called = [&](const CLI::App* verb) { return verb->get_name() == word; };
        if (const auto found = std::find_if(verbs.begin(), verbs.end(), called); found != verbs.end()) {
            app = *found;
            continue;
        }
        std::vector<std::string> names;
        for (const CLI::App* verb : verbs) names.push_back(verb->get_name());
        const std::string near = xy::nearest(word, names);
        const std::string where = app == &program ? "xiangyang" : "xiangyang " + app->get_name();
        const std::string guess = near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near);
        return fmt::format("{}: there is no verb \"{}\"{}\nRun `{} --help` for the list.", where,
                           xy::printable(word), guess, where);
    }
    return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
    xy::open_missing_streams();
    CLI::App app("Banks, visits and exports of the Xiangyang (向阳) quiz kiosk.", "xiangyang");
    app.set_version_flag("--version", "xiangyang " XY_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Exit code: 0 done, 1 problems found, 2 not done, 130 stopped by Ctrl+C. `xiangyang VERB --help` "
        "shows examples.");
    int exit_code = 0;
    xy::cli::add_bank_command(app, exit_code);
    xy::cli::add_config_command(app, exit_code);
    xy::cli::add_export_command(app, exit_code);
    xy::cli::add_import_command(app, exit_code);
    xy::cli::add_participation_command(app, exit_code);
    xy::cli::add_report_command(app, exit_code);
    xy::cli::add_publications_command(app, exit_code);
    xy::cli::add_stats_command(app, exit_code);
    xy::cli::add_verify_command(app, exit_code);
    xy::cli::add_recover_command(app, exit_code);
    xy::cli::add_simulate_command(app, exit_code);
    xy::cli::add_event_command(app, exit_code);
    xy::cli::add_ledger_command(app, exit_code);
    xy::cli::add_pin_command(app, exit_code);
    xy::cli::add_completion_command(app, exit_code);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0)
            if (const auto wrong =
                    unknown_verb(app, std::span(argv, static_cast<std::size_t>(argc)).subspan(1))) {
                std::cerr << *wrong << '\n';
                return 2;
            }
        return app.exit(error) == 0 ? 0 : 2;
    }
    return exit_code;
}
