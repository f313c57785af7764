#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/analysed.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/period_option.h"
#include "cli/whole_file.h"
#include "report/html_report.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;

struct ReportCommand {
    fs::path data;
    fs::path config;
    fs::path questions;
    fs::path out;
    std::string period;
    std::string language;
    std::int64_t min_cell = stats::usual_threshold;
    bool internal = false;
};

report::ReportSources sources_of(const ReportCommand& command, store::Store& store) {
    const content::Configuration configuration = usable_configuration(command.config, command.questions);
    report::ReportSources sources;
    sources.events = store.events();
    sources.ledger = store.ledger();
    sources.measures = configuration.measures;
    sources.places = configuration.places;
    sources.titles = titles_of(configuration);
    for (const quiz::Bank& bank : configuration.banks)
        for (const quiz::Item& item : bank.items)
            for (const quiz::Option& option : item.options)
                sources.options[report::name_of({item.bank, item.id, item.version, {}}) + "/" + option.id] =
                    option.text;
    return sources;
}

int run_report(const ReportCommand& command) {
    if (command.out.extension() != ".html")
        throw CannotDo("--out " + command.out.string() +
                       " ends with no form that can be written; name a file that ends with .html");
    store::Store store = open_existing(command.data);
    const report::ReportSources sources = sources_of(command, store);
    const report::Analysis analysis = analysed(store, {chosen_period(command.period), std::nullopt});
    const report::ReportOptions options{chosen_language(command.language), command.min_cell, command.internal,
                                        today()};
    write_whole_file(command.out, report::html_report(report::period_report(analysis, sources, options)));
    std::cout << command.out.string() << '\n';
    return 0;
}

}  // namespace

void add_report_command(CLI::App& app, int& exit_code) {
    CLI::App* verb =
        app.add_subcommand("report", "Write the report of a period, for the office and the public (报告)");
    const auto command = std::make_shared<ReportCommand>();
    add_data_option(*verb, command->data, "Data folder of the kiosk");
    add_period_option(*verb, command->period);
    verb->add_option("--out", command->out,
                     "File to write (.html); an older one is replaced when the new one is whole")
        ->type_name("FILE")
        ->required();
    add_language_option(*verb, command->language, "Language of the report");
    verb->add_option("--min-cell", command->min_cell, "Counts from 1 to one less are withheld")
        ->check(CLI::Range(stats::lowest_threshold, std::int64_t{1000}))
        ->capture_default_str();
    verb->add_flag("--internal", command->internal, "Withhold nothing, and mark every page as internal");
    add_configuration_options(*verb, command->config, command->questions);
    verb->footer(
        "Small groups are withheld, with every figure from which one could be computed.\n\n"
        "Examples:\n"
        "  xiangyang report --period 2026H1 --out report.html\n"
        "  xiangyang report --data ./data --lang en --internal --out all.html");
    verb->callback([command, &exit_code] { exit_code = run([&] { return run_report(*command); }); });
}

}  // namespace xy::cli
