// xiangyang config check [--config DIR] [--questions DIR] [--json]
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/core.h>
#include <memory>
#include <string>

#include "bank/configuration.h"
#include "base/problem_collector.h"
#include "cli/check_report.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/undrawable.h"
#include "json/file_text.h"
#include "json/folder.h"

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

/// All that is drawn: the lists, the programmes, the banks that they use.
std::vector<fs::path> drawn_files(const ConfigCheck& check, const bank::Configuration& configuration) {
    std::vector<fs::path> files = json::files_in(check.config);
    for (const fs::path& programme : json::files_in(check.config / "programmes")) files.push_back(programme);
    for (const quiz::Bank& bank : configuration.banks) files.push_back(check.questions / (bank.id + ".json"));
    return files;
}

int check_config(const ConfigCheck& check) {
    auto checked = bank::load_configuration(check.config, check.questions, today());
    std::string summary = check.config.string();
    if (checked.value)
        summary =
            fmt::format("{}: programmes {}, banks {}, events {}", summary, checked.value->programmes.size(),
                        checked.value->banks.size(), checked.value->events.size());
    for (Problem& problem : undrawable_in(drawn_files(check, checked.value.value_or(bank::Configuration{}))))
        checked.problems.push_back(std::move(problem));
    checked.problems = in_reading_order(std::move(checked.problems));
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
