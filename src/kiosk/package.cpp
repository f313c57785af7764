#include "kiosk/package.h"

#include <array>
#include <stdexcept>

#include "exchange/export.h"
#include "report/ledger_sheet.h"
#include "report/participation.h"

namespace xy::kiosk {
namespace {

report::Titles titles_of(const screens::Booth& booth) {
    report::Titles titles;
    for (const outreach::Audience& audience : booth.audiences)
        titles.audiences.emplace(audience.id, audience.title);
    for (const outreach::VenueKind& venue : booth.venues) titles.venues.emplace(venue.id, venue.title);
    return titles;
}

}  // namespace

void write_export(store::Store& store, const std::filesystem::path& folder, const screens::Booth& booth,
                  const std::function<bool(double)>& progress) {
    using Rows = std::vector<store::ParticipationRow>;
    const std::array<exchange::ExtraFile, 3> people{
        {{std::string(report::participation_file),
          [](const Rows& rows) { return report::participation_csv(rows); }},
         {std::string(report::sheet_file),
          [&](const Rows& rows) { return report::participation_sheet(rows, titles_of(booth)); }},
         {std::string(report::ledger_sheet_file),
          [&](const Rows&) { return report::ledger_sheet(store.events(), store.ledger()); }}}};
    const auto go_on = [&](double share) {
        if (!progress(share)) throw std::runtime_error("stopped");
    };
    exchange::write_package(store, folder, go_on, people);
}

}  // namespace xy::kiosk
