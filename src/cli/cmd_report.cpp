#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <functional>
#include <iostream>
#include <memory>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/known.h"
#include "cli/period_option.h"
#include "cli/progress_bar.h"
#include "cli/report_template.h"
#include "cli/whole_file.h"
#include "document/spreadsheet.h"
#include "figures/report_scope.h"
#include "report/report_file.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;

struct ReportCommand {
    fs::path data;
    fs::path config;
    fs::path questions;
    fs::path out;
    fs::path template_file;
    std::string period;
    std::string place;
    std::string language;
    std::int64_t min_cell = stats::usual_threshold;
    bool internal = false;
    bool list_fields = false;
    bool json = false;
};

report::ReportForm chosen_form(const ReportCommand& command) {
    if (command.out.empty()) throw CannotDo("say where the report goes with --out FILE");
    const auto form = report::form_of(command.out);
    if (!form)
        throw CannotDo(
            fmt::format("--out {} ends with no form that can be written; let it end with one of {}",
                        command.out.string(), report::report_endings));
    if (!command.template_file.empty() && *form != report::ReportForm::docx)
        throw CannotDo("a template is a Word file: let --out end with .docx");
    return *form;
}

figures::ReportOptions options_of(const ReportCommand& command) {
    return {chosen_language(command.language), command.min_cell,
            command.internal ? figures::Readers::office : figures::Readers::everyone, today()};
}

/// Throws CannotDo with the nearest code when `code` is no place.
void check_place(const bank::Configuration& configuration, const std::string& code) {
    if (!code.empty())
        known(configuration.places, code, "place", [](const outreach::Place& place) { return place.code; });
}

figures::PeriodReport made_report(const ReportCommand& command, const bank::Configuration& configuration,
                                  ProgressBar& bar) {
    check_place(configuration, command.place);
    store::Store store = open_existing(command.data);
    return figures::make_report(store, configuration, {chosen_period(command.period), command.place},
                                options_of(command), std::ref(bar));
}

std::string bytes_of(const figures::PeriodReport& report, report::ReportForm form, const fs::path& out) {
    try {
        return report::report_bytes(report, form, out.string() + ".part");
    } catch (const document::SpreadsheetError& error) {
        throw CannotDo(std::string(error.what()) + "; what was there before is unchanged");
    }
}

/// Without data the fields are those of an empty period.
int list_fields(const ReportCommand& command, const bank::Configuration& configuration) {
    std::error_code error;
    const bool data = fs::exists(command.data / store::file_name, error);
    ProgressBar bar("counting", "nothing was changed");
    print_fields(data ? made_report(command, configuration, bar)
                      : figures::period_report({}, nullptr, figures::report_sources(configuration),
                                               options_of(command)),
                 command.json);
    return 0;
}

int run_report(const ReportCommand& command) {
    const bank::Configuration configuration = usable_configuration(command.config, command.questions);
    if (command.list_fields) return list_fields(command, configuration);
    const report::ReportForm form = chosen_form(command);
    ProgressBar bar("counting", command.out.string() + " is as it was before");
    const figures::PeriodReport report = made_report(command, configuration, bar);
    bool complete = true;
    const std::string bytes = command.template_file.empty()
                                  ? bytes_of(report, form, command.out)
                                  : filled_template(command.template_file, report, complete);
    bar.stop_if_asked();
    write_whole_file(command.out, bytes);
    std::cout << command.out.string() << '\n';
    return complete ? 0 : 1;
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
        ->type_name("FILE");
    verb->add_option("--place", command->place, "Only events in this place and what lies in it")
        ->type_name("CODE");
    verb->add_option("--template", command->template_file,
                     "A Word file of your own whose placeholders are filled, such as {{参与人次}}")
        ->type_name("FILE");
    verb->add_flag("--list-fields", command->list_fields,
                   "Print every placeholder with its value, and write nothing");
    verb->add_flag("--json", command->json, "With --list-fields: print JSON for programs");
    add_language_option(*verb, command->language, "Language of the report");
    verb->add_option("--min-cell", command->min_cell, "Counts from 1 to one less are withheld")
        ->check(CLI::Range(stats::lowest_threshold, std::int64_t{1000}))
        ->capture_default_str();
    verb->add_flag("--internal", command->internal, "Withhold nothing, and mark every page as internal");
    add_configuration_options(*verb, command->config, command->questions);
    verb->footer(
        "Small groups are withheld, with every figure from which one could be computed.\n"
        "Exit code: 0 written, 1 written but the template has unknown placeholders, 2 not written.\n\n"
        "Examples:\n"
        "  xiangyang report --period 2026H1 --out report.docx\n"
        "  xiangyang report --period 2026H1 --place 990100101 --out town.xlsx\n"
        "  xiangyang report --period 2026H1 --template ours.docx --out summary.docx\n"
        "  xiangyang report --list-fields\n"
        "  xiangyang report --data ./data --lang en --internal --out all.html");
    verb->callback([command, &exit_code] { exit_code = run([&] { return run_report(*command); }); });
}

}  // namespace xy::cli
