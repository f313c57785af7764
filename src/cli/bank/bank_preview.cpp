// xiangyang bank preview FILE --out DIR [--json]
#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/bank/bank_verbs.h"
#include "cli/bank/preview_page.h"
#include "cli/command_line.h"
#include "cli/other_program.h"
#include "cli/whole_file.h"
#include "review/strict_check.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;

struct Preview {
    std::string file;
    fs::path out;
};

/// A folder with other things in it is none for a preview, which would mix with them.
void check_folder(const fs::path& out) {
    std::error_code ignored;
    if (fs::exists(out, ignored) && !fs::is_directory(out, ignored))
        throw CannotDo(out.string() + " is not a folder");
    if (fs::is_directory(out, ignored) && !fs::is_empty(out, ignored) &&
        !fs::exists(out / "index.html", ignored))
        throw CannotDo(out.string() + " holds other files; name a new folder, or that of an earlier preview");
}

/// The index after `list` in a JSON pointer; nothing when it leads elsewhere.
std::optional<std::size_t> index_after(std::string_view list, const std::string& pointer) {
    if (!pointer.starts_with(list) || pointer.size() == list.size()) return std::nullopt;
    std::size_t index = 0;
    for (const char c : pointer.substr(list.size())) {
        if (c == '/') break;
        index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    return index;
}

/// What the page calls the thing that a JSON pointer leads into; empty: the bank.
std::string thing_at(const std::string& pointer, const quiz::Bank& bank) {
    const auto item = index_after("/items/", pointer);
    if (item && *item < bank.items.size()) return bank.items[*item].id;
    const auto card = index_after("/cards/", pointer);
    return card && *card < bank.cards.size() ? "card/" + bank.cards[*card].id : std::string();
}

std::vector<PageProblem> strict_problems(const std::string& file, const quiz::Bank& bank) {
    std::vector<PageProblem> remarks;
    const std::vector<review::BankFile> banks{{file, bank}};
    for (const Problem& problem : review::strict_problems(banks, strict_data(), today()))
        remarks.push_back({thing_at(problem.pointer, bank),
                           fmt::format("{}: {}; {}", problem.rule, problem.what, problem.advice)});
    return remarks;
}

/// What the kiosk said while it drew: item, language, what, separated by tabs.
std::vector<PageProblem> screen_problems(const std::string& lines) {
    std::vector<PageProblem> faults;
    std::istringstream text(lines);
    for (std::string line; std::getline(text, line);) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        if (second != std::string::npos)
            faults.push_back({line.substr(0, first),
                              fmt::format("screen, {}: {}", line.substr(first + 1, second - first - 1),
                                          line.substr(second + 1))});
    }
    return faults;
}

int preview(const Preview& wish) {
    const std::vector<quiz::Bank> banks = usable_banks({wish.file});
    if (banks.empty()) throw CannotDo(wish.file + " is a schema, not a bank");
    const quiz::Bank& bank = banks.front();
    check_folder(wish.out);
    std::vector<PageProblem> remarks = strict_problems(wish.file, bank);
    const OtherResult drawn =
        run_beside("xiangyang-kiosk", {"--preview", wish.file, "--out", (wish.out / "screens").string()});
    if (drawn.exit_code != 0) throw CannotDo("the pictures could not be drawn");
    for (PageProblem& fault : screen_problems(drawn.out)) remarks.push_back(std::move(fault));
    write_whole_file(wish.out / "index.html", preview_page(bank, remarks));
    fmt::print("{}: {} items, {} cards, {} remarks\n", (wish.out / "index.html").string(), bank.items.size(),
               bank.cards.size(), remarks.size());
    return 0;
}

}  // namespace

void add_bank_preview(CLI::App& bank, int& exit_code) {
    CLI::App* command =
        bank.add_subcommand("preview", "Draw every item as visitors see it, on one page for reviewers");
    const auto wish = std::make_shared<Preview>();
    command->add_option("FILE", wish->file, "Bank file")->required();
    command->add_option("--out", wish->out, "Folder for the page and its pictures")
        ->required()
        ->type_name("DIR");
    command->footer(
        "Writes DIR/index.html with the question and the feedback screen of every item in both languages, "
        "the\n"
        "right option, feedback, explanation, source, and what `bank check --strict` says. Needs no "
        "network.\n"
        "Example:\n  xiangyang bank preview questions/survey.json --out review");
    command->callback([wish, &exit_code] { exit_code = run([wish] { return preview(*wish); }); });
}

}  // namespace xy::cli
