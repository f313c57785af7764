// xiangyang bank check FILE… [--strict] [--json], xiangyang bank rules [--json]
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/core.h>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "bank/bank_file.h"
#include "cli/bank/bank_verbs.h"
#include "cli/check_report.h"
#include "cli/command_line.h"
#include "cli/undrawable.h"
#include "json/file_text.h"
#include "json/folder.h"
#include "json/writer.h"
#include "review/strict_check.h"

namespace xy::cli {
namespace {

struct BankCheck {
    std::vector<std::string> files;
    bool strict = false;
    bool json = false;
};

/// So that `questions/*.json` can be written: the schema among them is passed over, and said to be.
Problem passed_over(const std::string& file) {
    return {Severity::remark, file, 0, "", "a schema for editors, not a bank", "not checked"};
}

void append(Problems& into, Problems more) {
    std::move(more.begin(), more.end(), std::back_inserter(into));
}

int check_banks(const BankCheck& check) {
    Problems problems;
    Problems passed;
    std::vector<review::BankFile> banks;
    std::vector<std::filesystem::path> drawn;
    std::size_t files = 0;
    bool unreadable = false;
    for (const std::string& file : check.files) {
        if (json::is_schema(file)) {
            passed.push_back(passed_over(file));
            continue;
        }
        ++files;
        drawn.emplace_back(file);
        unreadable = unreadable || !json::unreadable(file).empty();
        Checked<quiz::Bank> bank = bank::load_bank(file);
        append(problems, std::move(bank.problems));
        if (bank.value) banks.push_back({file, *std::move(bank.value)});
    }
    if (check.strict) append(problems, review::strict_problems(banks, strict_data(), today()));
    append(problems, undrawable_in(drawn));
    const bool remarked = check.strict && !problems.empty();
    append(problems, std::move(passed));
    const std::string checked = fmt::format("{} file{}", files, files == 1 ? "" : "s");
    print_problems(problems, checked, check.json ? Format::json : Format::lines);
    return std::max(exit_code_of(problems, unreadable), remarked ? 1 : 0);
}

int print_rules(bool json) {
    std::vector<json::Record> table;
    for (const review::StrictRule& rule : review::strict_rules()) {
        if (!json) fmt::print("{}\n    {}\n    Why: {}\n", rule.name, rule.what, rule.why);
        table.push_back({{"name", std::string(rule.name)},
                         {"what", std::string(rule.what)},
                         {"why", std::string(rule.why)},
                         {"strict", rule.check != nullptr}});
    }
    if (json) fmt::print("{}", json::to_json(table));
    return 0;
}

}  // namespace

review::StrictData strict_data() {
    Checked<review::StrictData> data = review::shipped_strict_data();
    if (data.value) return *std::move(data.value);
    throw CannotDo("the data of the strict rules is damaged: " + to_string(data.problems.front()));
}

std::vector<quiz::Bank> usable_banks(const std::vector<std::string>& files) {
    std::vector<quiz::Bank> banks;
    for (const std::string& file : files) {
        if (json::is_schema(file)) continue;
        Checked<quiz::Bank> bank = bank::load_bank(file);
        if (!bank.value)
            throw CannotDo(fmt::format("{} has mistakes, the first: {}; list them with xiangyang bank check",
                                       file, to_string(bank.problems.front())));
        banks.push_back(*std::move(bank.value));
    }
    return banks;
}

void add_bank_check(CLI::App& bank, int& exit_code) {
    CLI::App* command =
        bank.add_subcommand("check", "List every mistake in bank files, with line and advice");
    const auto check = std::make_shared<BankCheck>();
    command->add_option("FILE", check->files, "Bank files")->required();
    command->add_flag(
        "--strict", check->strict,
        "Check the rules of good writing too (see `xiangyang bank rules`); any remark is exit 1");
    command->add_flag("--json", check->json, "Print JSON for programs");
    command->footer(
        "Exit code: 0 no mistakes (remarks are allowed unless --strict is given), 1 mistakes, 2 a file "
        "cannot\n"
        "be read.\n"
        "Examples:\n  xiangyang bank check questions/survey.json my-bank.json\n"
        "  xiangyang bank check --strict questions/*.json");
    command->callback([check, &exit_code] { exit_code = run([check] { return check_banks(*check); }); });
}

void add_bank_rules(CLI::App& bank, int& exit_code) {
    CLI::App* command = bank.add_subcommand("rules", "List the strict rules: name, what, why");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print JSON for programs");
    command->footer("Example:\n  xiangyang bank rules");
    command->callback([json, &exit_code] { exit_code = print_rules(*json); });
}

}  // namespace xy::cli
