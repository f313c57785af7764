#include <CLI/CLI.hpp>

#include "base/standard_streams.h"
#include "cli/commands.h"

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
        return app.exit(error) == 0 ? 0 : 2;
    }
    return exit_code;
}
