// xiangyang bank check FILE… [--json]
#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "cli/check_report.h"
#include "cli/commands.h"
#include "content/bank_file.h"
#include "content/file_text.h"
#include "content/json_folder.h"

namespace xy::cli {
namespace {

struct BankCheck {
    std::vector<std::string> files;
    bool json = false;
};

/// So that `questions/*.json` can be written: the schema among them is passed over, and said to be.
Problem passed_over(const std::string& file) {
    return {Severity::remark, file, 0, "", "a schema for editors, not a bank", "not checked"};
}

int check_banks(const BankCheck& check) {
    Problems problems;
    std::size_t banks = 0;
    bool unreadable = false;
    for (const std::string& file : check.files) {
        if (content::is_schema(file)) {
            problems.push_back(passed_over(file));
            continue;
        }
        ++banks;
        unreadable = unreadable || !content::unreadable(file).empty();
        Problems found = content::load_bank(file).problems;
        std::move(found.begin(), found.end(), std::back_inserter(problems));
    }
    const std::string checked = fmt::format("{} file{}", banks, banks == 1 ? "" : "s");
    print_problems(problems, checked, check.json ? Format::json : Format::lines);
    return exit_code_of(problems, unreadable);
}

}  // namespace

void add_bank_command(CLI::App& app, int& exit_code) {
    CLI::App* bank = app.add_subcommand("bank", "Banks of questions");
    bank->require_subcommand(1);
    CLI::App* command =
        bank->add_subcommand("check", "List every mistake in bank files, with line and advice");
    const auto check = std::make_shared<BankCheck>();
    command->add_option("FILE", check->files, "Bank files")->required();
    command->add_flag("--json", check->json, "Print JSON for programs");
    command->footer(
        "Exit code: 0 no mistakes (remarks are allowed), 1 mistakes, 2 a file cannot be read.\n"
        "Example:\n  xiangyang bank check questions/starter.json questions/survey.json");
    command->callback([check, &exit_code] { exit_code = check_banks(*check); });
}

}  // namespace xy::cli
