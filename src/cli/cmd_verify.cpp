#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <memory>

#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/progress_bar.h"
#include "json/writer.h"

namespace xy::cli {
namespace {

struct VerifyOptions {
    std::filesystem::path data;
    bool json = false;
};

json::Record record_of(const store::CountDifference& difference) {
    return {{"event", difference.event},
            {"day", difference.day},
            {"kept_started", difference.kept_started},
            {"started", difference.started},
            {"kept_practice", difference.kept_practice},
            {"practice", difference.practice}};
}

void print(const std::vector<store::CountDifference>& differences, const std::optional<std::string>& damage) {
    if (damage) std::cout << "damaged: " << printable(*damage) << '\n';
    for (const store::CountDifference& difference : differences)
        std::cout << printable(difference.event) << " on " << printable(difference.day) << ": kept "
                  << difference.kept_started << " visits and " << difference.kept_practice
                  << " for practice, counted " << difference.started << " and " << difference.practice
                  << '\n';
    if (!damage && differences.empty())
        std::cout << "Every kept count equals the visits, and the file is whole.\n";
}

int run_verify(const VerifyOptions& options) {
    store::Store store = open_existing(options.data);
    ProgressBar bar("verifying", "nothing was changed");
    const std::optional<std::string> damage = store.find_damage(std::ref(bar));
    const std::vector<store::CountDifference> differences = store.check_counts();
    if (options.json) {
        json::List list;
        for (const store::CountDifference& difference : differences) list.emplace_back(record_of(difference));
        std::cout << json::to_json(
            json::Record{{"damage", damage ? json::Cell(*damage) : json::Cell(nullptr)},
                         {"differences", std::move(list)}});
    } else {
        print(differences, damage);
    }
    return damage || !differences.empty() ? 1 : 0;
}

}  // namespace

void add_verify_command(CLI::App& app, int& exit_code) {
    CLI::App* verb =
        app.add_subcommand("verify", "Recompute every kept count from the visits, and look for damage");
    const auto options = std::make_shared<VerifyOptions>();
    add_data_option(*verb, options->data, "Data folder of the kiosk");
    verb->add_flag("--json", options->json, "Print the differences as JSON");
    verb->footer(
        "Exit code 1 when a count differs or the file is damaged.\n\n"
        "Examples:\n"
        "  xiangyang verify\n"
        "  xiangyang verify --data ./data --json");
    verb->callback([options, &exit_code] { exit_code = run([&] { return run_verify(*options); }); });
}

}  // namespace xy::cli
