// The verbs of `xiangyang`. Each adds its own options and, when chosen, sets the exit code:
// 0 done, 1 done and problems were found (or the medium could not be read this time), 2 not done (wrong
// usage, cannot read or write, store in use), 130 stopped by Ctrl+C.
#pragma once

#include <CLI/CLI.hpp>

namespace xy::cli {

void add_export_command(CLI::App& app, int& exit_code);
void add_import_command(CLI::App& app, int& exit_code);
void add_simulate_command(CLI::App& app, int& exit_code);
void add_participation_command(CLI::App& app, int& exit_code);
void add_bank_command(CLI::App& app, int& exit_code);
void add_config_command(CLI::App& app, int& exit_code);
void add_event_command(CLI::App& app, int& exit_code);
void add_ledger_command(CLI::App& app, int& exit_code);
void add_pin_command(CLI::App& app, int& exit_code);
void add_recover_command(CLI::App& app, int& exit_code);
void add_report_command(CLI::App& app, int& exit_code);
void add_publications_command(CLI::App& app, int& exit_code);
void add_stats_command(CLI::App& app, int& exit_code);
void add_verify_command(CLI::App& app, int& exit_code);
void add_completion_command(CLI::App& app, int& exit_code);

}  // namespace xy::cli
