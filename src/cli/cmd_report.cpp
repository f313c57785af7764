#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <iostream>
#include <memory>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/period_option.h"
#include "cli/progress_bar.h"
#include "cli/whole_file.h"
#include "report/report_file.h"

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

std::string bytes_of(const report::PeriodReport& report, report::ReportForm form, const fs::path& out) {
    try {
        return report::report_bytes(report, form, out.string() + ".part");
    } catch (const report::ReportError& error) {
        throw CannotDo(std::string(error.what()) + "; what was there before is unchanged");
    }
}

int run_report(const ReportCommand& command) {
    const auto form = report::form_of(command.out);
    if (!form)
        throw CannotDo(
            fmt::format("--out {} ends with no form that can be written; let it end with one of {}",
                        command.out.string(), report::report_endings));
    store::Store store = open_existing(command.data);
    const content::Configuration configuration = usable_configuration(command.config, command.questions);
    const report::ReportOptions options{chosen_language(command.language), command.min_cell, command.internal,
                                        today()};
    ProgressBar bar("counting", command.out.string() + " is as it was before");
    const auto report = report::make_report(
        store, configuration, {chosen_period(command.period), std::nullopt}, options, [&](double done) {
            bar.show(done);
            return true;
        });
    const std::string bytes = bytes_of(*report, *form, command.out);
    bar.stop_if_asked();
    write_whole_file(command.out, bytes);
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
                     "File to write (" + std::string(report::report_endings) +
                         "); an older one is replaced when the new one is whole")
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
        "  xiangyang report --period 2026H1 --out report.xlsx\n"
        "  xiangyang report --data ./data --lang en --internal --out all.html");
    verb->callback([command, &exit_code] { exit_code = run([&] { return run_report(*command); }); });
}

}  // namespace xy::cli
