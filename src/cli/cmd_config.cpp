// xiangyang config check [--config DIR] [--questions DIR] [--json]
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/core.h>
#include <memory>
#include <string>

#include "bank/configuration.h"
#include "cli/check_report.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "json/file_text.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;

struct ConfigCheck {
    fs::path config;
    fs::path questions;
    bool json = false;
};

bool unreadable(const fs::path& config) {
    constexpr std::array files{"kiosk.json",     "audiences.json", "venues.json", "places.json",
                               "occasions.json", "measures.json",  "events.json"};
    return std::any_of(files.begin(), files.end(),
                       [&](const char* file) { return !json::unreadable(config / file).empty(); });
}

int check_config(const ConfigCheck& check) {
    const auto checked = bank::load_configuration(check.config, check.questions, today());
    std::string summary = check.config.string();
    if (checked.value)
        summary =
            fmt::format("{}: programmes {}, banks {}, events {}", summary, checked.value->programmes.size(),
                        checked.value->banks.size(), checked.value->events.size());
    print_problems(checked.problems, summary, check.json ? Format::json : Format::lines);
    return exit_code_of(checked.problems, unreadable(check.config));
}

}  // namespace

void add_config_command(CLI::App& app, int& exit_code) {
    CLI::App* config = app.add_subcommand("config", "The configuration of a kiosk");
    config->require_subcommand(1);
    CLI::App* command = config->add_subcommand(
        "check", "List every mistake in the configuration and in the banks its programmes use");
    const auto check = std::make_shared<ConfigCheck>();
    add_configuration_options(*command, check->config, check->questions);
    command->add_flag("--json", check->json, "Print JSON for programs");
    command->footer(
        "Exit code: 0 no mistakes (remarks are allowed), 1 mistakes, 2 a file cannot be read.\n"
        "Example:\n  xiangyang config check --config my-config --questions my-questions");
    command->callback([check, &exit_code] { exit_code = check_config(*check); });
}

}  // namespace xy::cli
