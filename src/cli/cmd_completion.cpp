#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/commands.h"
#include "cli/completion.h"

namespace xy::cli {

void add_completion_command(CLI::App& app, int& exit_code) {
    CLI::App* verb = app.add_subcommand("completion", "Print a completion script for a shell");
    verb->require_subcommand(1);
    CLI::App* bash = verb->add_subcommand("bash", "For bash");
    verb->footer(
        "Example:\n  xiangyang completion bash > ~/.local/share/bash-completion/completions/xiangyang");
    bash->footer("Example:\n  source <(xiangyang completion bash)");
    bash->callback([&app, &exit_code] {
        std::cout << bash_completion(app);
        exit_code = 0;
    });
}

}  // namespace xy::cli
