// xiangyang bank check|rules|table|preview
#include <CLI/CLI.hpp>

#include "cli/bank/bank_verbs.h"
#include "cli/commands.h"

namespace xy::cli {

void add_bank_command(CLI::App& app, int& exit_code) {
    CLI::App* bank = app.add_subcommand("bank", "Banks of questions");
    bank->require_subcommand(1);
    add_bank_check(*bank, exit_code);
    add_bank_rules(*bank, exit_code);
    add_bank_table(*bank, exit_code);
    add_bank_preview(*bank, exit_code);
}

}  // namespace xy::cli
