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
    bool apart = false;
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
            command.internal ? figures::Readers::office : figures::Readers::everyone, today(), command.apart};
}

/// Throws CannotDo with the nearest code when `code` is no place.
void check_place(const bank::Configuration& configuration, const std::string& code) {
    if (!code.empty())
        known(configuration.places, code, "place", [](const outreach::Place& place) { return place.code; });
}

figures::MadeReport made_report(const ReportCommand& command, const bank::Configuration& configuration,
                                store::Store& store, ProgressBar& bar) {
    check_place(configuration, command.place);
    return figures::make_report(store, configuration, {chosen_period(command.period), command.place},
                                options_of(command), std::ref(bar));
}

/// “2026 年 6 月（甲镇），2026-07-02 公布”.
std::string line_of(const outreach::Publication& publication, const bank::Configuration& configuration) {
    std::string place;
    for (const outreach::Place& at : configuration.places)
        if (at.code == publication.place) place = "（" + at.name.zh + "）";
    return "\n  " + publication.title + place + "，" + publication.made_on + " 公布";
}

/// Throws CannotDo when the earlier reports leave too little of this one.
void check_usable(const figures::MadeReport& made, const bank::Configuration& configuration) {
    if (!made.exposes && !made.withholds_too_much()) return;
    std::string earlier;
    for (const outreach::Publication& publication : made.earlier)
        earlier += line_of(publication, configuration);
    const std::string why =
        made.exposes ? std::string("this report would tell small groups, however much of it was withheld")
                     : fmt::format(
                           "this report could show only {} of {} counts{}: taken from each other they "
                           "would tell small groups",
                           made.printed, made.printed_alone,
                           made.total_withheld ? ", and not how many visits there were" : "");
    throw CannotDo(fmt::format(
        "beside what was published before, {}. Published before:{}\nReport the same periods and places as "
        "before (the parts of a year, the villages of a county), or wait until at least {} more visits have "
        "come. --apart writes it all the same and says so on every page; --internal is for the office alone",
        why, earlier, made.publication.threshold));
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
    if (!data) {
        print_fields(
            figures::period_report({}, nullptr, figures::report_sources(configuration), options_of(command)),
            command.json);
        return 0;
    }
    store::Store store = open_existing(command.data);
    print_fields(made_report(command, configuration, store, bar).report, command.json);
    return 0;
}

int run_report(const ReportCommand& command) {
    const bank::Configuration configuration = usable_configuration(command.config, command.questions);
    if (command.list_fields) return list_fields(command, configuration);
    const report::ReportForm form = chosen_form(command);
    ProgressBar bar("counting", command.out.string() + " is as it was before");
    store::Store store = open_existing(command.data);
    const figures::MadeReport made = made_report(command, configuration, store, bar);
    check_usable(made, configuration);
    bool complete = true;
    const std::string bytes = command.template_file.empty()
                                  ? bytes_of(made.report, form, command.out)
                                  : filled_template(command.template_file, made.report, complete);
    bar.stop_if_asked();
    // First the register: a report that lies there and stands in none would not be reckoned with.
    if (!command.internal) store.publish(made.publication);
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
    verb->add_flag(
            "--apart", command->apart,
            "Withhold small groups without regard to reports published before, and say so on every page")
        ->excludes("--internal");
    add_configuration_options(*verb, command->config, command->questions);
    verb->footer(
        "Small groups are withheld, with every figure from which one could be computed, here or from "
        "reports\n"
        "written before: what is published is registered in the data folder (xiangyang publications).\n"
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
