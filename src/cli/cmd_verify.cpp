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

json::Record record_of(const store::Loss& loss) {
    const auto known = [](std::int64_t count) { return count < 0 ? json::Cell(nullptr) : json::Cell(count); };
    return {{"day", loss.day},
            {"cause", store::code(loss.cause)},
            {"signed_writes", known(loss.signed_writes)},
            {"signed_visits", known(loss.signed_visits)},
            {"writes", loss.writes},
            {"visits", loss.visits}};
}

template <typename Found>
json::List list_of(const std::vector<Found>& all) {
    json::List list;
    for (const Found& one : all) list.emplace_back(record_of(one));
    return list;
}

struct Findings {
    std::optional<std::string> damage;
    std::vector<store::CountDifference> differences;
    std::vector<store::Loss> losses;
    std::int64_t visits = 0;

    bool any() const { return damage || !differences.empty() || !losses.empty(); }
};

void print(const Findings& found) {
    if (found.damage)
        std::cout << "damaged: " << printable(*found.damage)
                  << "\n`xiangyang recover FILE --data NEW-DIR` brings back what can be read.\n";
    for (const store::Loss& loss : found.losses)
        std::cout << printable(loss.day) << ": " << describe(loss) << '\n';
    for (const store::CountDifference& difference : found.differences)
        std::cout << printable(difference.event) << " on " << printable(difference.day) << ": kept "
                  << difference.kept_started << " visits and " << difference.kept_practice
                  << " for practice, counted " << difference.started << " and " << difference.practice
                  << '\n';
    if (!found.any())
        std::cout
            << "Every kept count equals the visits, and the file is whole. Nothing that was signed off is "
               "missing.\n";
}

/// Rows that another program took away or added leave the file whole.
std::optional<std::string> damage_of_register(store::Store& store) {
    try {
        store.publications();
        return std::nullopt;
    } catch (const store::StoreError& error) {
        if (error.reason() != store::StoreFailure::damaged) throw;
        return error.what();
    }
}

int run_verify(const VerifyOptions& options) {
    store::Store store = open_existing(options.data);
    ProgressBar bar("verifying", "nothing was changed");
    Findings found;
    found.damage = store.find_damage(std::ref(bar));
    if (!found.damage) found.damage = damage_of_register(store);
    found.differences = store.check_counts();
    found.losses = store.losses();
    found.visits = store.count_sessions();
    if (options.json)
        std::cout << json::to_json(
            json::Record{{"damage", found.damage ? json::Cell(*found.damage) : json::Cell(nullptr)},
                         {"visits", found.visits},
                         {"differences", list_of(found.differences)},
                         {"losses", list_of(found.losses)}});
    else
        print(found);
    return found.any() ? 1 : 0;
}

}  // namespace

void add_verify_command(CLI::App& app, int& exit_code) {
    CLI::App* verb = app.add_subcommand(
        "verify", "Recompute every kept count from the visits, and look for damage and loss");
    const auto options = std::make_shared<VerifyOptions>();
    add_data_option(*verb, options->data, "Data folder of the kiosk");
    verb->add_flag("--json", options->json, "Print the differences as JSON");
    verb->footer(
        "Looks at every page with its checksum, and compares the store with the count that was signed off "
        "beside it:\n"
        "a lost or spoiled log and an older copy are noticed. Exit code 1 when a count differs, the file is "
        "damaged or\n"
        "something is missing; what was missing once goes on being said.\n\n"
        "Examples:\n"
        "  xiangyang verify\n"
        "  xiangyang verify --data ./data --json");
    verb->callback([options, &exit_code] { exit_code = run([&] { return run_verify(*options); }); });
}

}  // namespace xy::cli
