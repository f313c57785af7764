#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <functional>
#include <iostream>
#include <memory>

#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/progress_bar.h"
#include "json/writer.h"
#include "simulation/simulation.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;

struct SimulateOptions {
    fs::path data;
    fs::path config;
    fs::path questions;
    simulation::SimulationSize size;
    bool json = false;
};

bank::Configuration load(const SimulateOptions& options) {
    auto loaded = bank::load_configuration(options.config, options.questions, today());
    if (loaded.value) return std::move(*loaded.value);
    for (const Problem& problem : loaded.problems)
        if (problem.severity == Severity::mistake) std::cerr << printable(to_string(problem)) << '\n';
    throw CannotDo("the configuration cannot be used");
}

json::List items_of(const simulation::Simulated& made) {
    json::List list;
    for (const simulation::SimulatedItem& item : made.items)
        list.emplace_back(json::Record{{"bank", item.bank},
                                       {"item", item.item},
                                       {"difficulty", item.difficulty},
                                       {"sharpness", item.sharpness},
                                       {"shown", item.shown},
                                       {"expected_marks", item.expected_marks}});
    return list;
}

int run_simulate(const SimulateOptions& options) {
    const bank::Configuration configuration = load(options);
    store::Store store = open_or_make(options.data);
    // Invented visits among real ones could not be told apart by a count, and nothing can be taken out again.
    if (store.count_sessions() > 0)
        throw CannotDo(options.data.string() + " already holds visits; simulate into a new folder");
    simulation::Simulated made;
    try {
        ProgressBar bar("simulating", "");
        made = simulation::simulate(store, configuration, options.size, std::ref(bar));
    } catch (const Interrupted&) {
        throw Interrupted(fmt::format("stopped; {} holds the first {} visits, whole ones",
                                      options.data.string(), store.count_sessions()));
    }
    if (options.json)
        std::cout << json::to_json(
            json::Record{{"sessions", made.sessions}, {"answers", made.answers}, {"items", items_of(made)}});
    else
        std::cout << options.data.string() << ": " << made.sessions << " sessions, " << made.answers
                  << " answers\n";
    return 0;
}

}  // namespace

void add_simulate_command(CLI::App& app, int& exit_code) {
    CLI::App* verb = app.add_subcommand("simulate", "Fill an empty store with invented, plausible visits");
    const auto options = std::make_shared<SimulateOptions>();
    verb->add_option("--data", options->data, "Data folder to fill; made when missing")
        ->type_name("DIR")
        ->required();
    verb->add_option("--sessions", options->size.sessions, "Visits to invent")
        ->type_name("N")
        ->required()
        ->check(CLI::Range(1, 100'000'000));
    verb->add_option("--events", options->size.events, "Events they are spread over")
        ->type_name("M")
        ->check(CLI::Range(1, 1'000))
        ->capture_default_str();
    verb->add_option("--seed", options->size.seed, "The same seed makes the same visits")
        ->type_name("S")
        ->capture_default_str();
    verb->add_option("--miskey", options->size.keyed_wrongly,
                     "Visitors take the key of this item for a mistake, to see whether the analysis finds it")
        ->type_name("BANK/ITEM");
    add_configuration_options(*verb, options->config, options->questions);
    verb->add_flag("--json", options->json,
                   "Say what was made as JSON, with what each item is like in the model");
    verb->footer(
        "The events are called sim-0001, sim-0002, … A store that already holds visits is refused.\n\n"
        "Examples:\n"
        "  xiangyang simulate --data /tmp/demo --sessions 500 --events 4 --seed 7\n"
        "  xiangyang participation --data /tmp/demo");
    verb->callback([options, &exit_code] { exit_code = run([&] { return run_simulate(*options); }); });
}

}  // namespace xy::cli
