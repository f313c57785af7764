#include "kiosk/package.h"

#include <array>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "exchange/export.h"
#include "figures/report_scope.h"
#include "report/ledger_sheet.h"
#include "report/participation.h"
#include "report/report_file.h"

namespace xy::kiosk {
namespace {

namespace fs = std::filesystem;

/// Counting is most of the work of a report; the files are the rest.
constexpr double counting_share = 0.9;

figures::MadeReport counted(store::Store& store, const bank::Configuration& configuration,
                            const screens::CarryReport& command, const Progress& progress) {
    const figures::ReportOptions options{
        .language = command.language,
        .threshold = stats::usual_threshold,
        .readers = command.internal ? figures::Readers::office : figures::Readers::everyone,
        .made_on = command.made_on};
    return figures::make_report(store, configuration, {.period = command.period, .place = {}}, options,
                                part_of(progress, 0, counting_share));
}

/// Not synced: the carrying reads it back and compares.
void write_file(const fs::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << bytes;
    if (!out.flush())
        throw std::runtime_error("cannot write " + file.string() +
                                 "; make room on the disk of this computer");
}

void write_files(const figures::PeriodReport& report, const fs::path& folder, const Progress& progress) {
    const double step = (1 - counting_share) / static_cast<double>(report::report_forms.size());
    double share = counting_share;
    for (const report::ReportFile& file : report::report_forms) {
        go_on(progress, share);
        write_file(folder / file.name(report.options.language),
                   report::report_bytes(report, file.form, folder.string() + ".part"));
        share += step;
    }
    go_on(progress, 1);
}

}  // namespace

void write_export(store::Store& store, const fs::path& folder, const bank::Configuration& configuration,
                  const Progress& progress) {
    using Rows = std::vector<store::ParticipationRow>;
    const std::array<exchange::ExtraFile, 3> people{
        {{std::string(report::participation_file),
          [](const Rows& rows) { return report::participation_csv(rows); }},
         {std::string(report::sheet_file),
          [&](const Rows& rows) {
              return report::participation_sheet(rows, figures::titles_of(configuration));
          }},
         {std::string(report::ledger_sheet_file),
          [&](const Rows&) { return report::ledger_sheet(store.events(), store.ledger()); }}}};
    exchange::write_package(store, folder, progress, people);
}

WrittenReport write_report(store::Store& store, const fs::path& folder,
                           const bank::Configuration& configuration, const screens::CarryReport& command,
                           const Progress& progress) {
    const auto remove = [&] {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    };
    remove();
    const figures::MadeReport made = counted(store, configuration, command, progress);
    if (made.exposes) throw TellsGroups();
    try {
        fs::create_directories(folder);
        if (!command.internal) store.publish(made.publication);
        write_files(made.report, folder, progress);
    } catch (...) {
        remove();
        throw;
    }
    return {made.report.nothing_took_place()};
}

}  // namespace xy::kiosk
