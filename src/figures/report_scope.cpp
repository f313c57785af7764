#include "figures/report_scope.h"

#include <algorithm>

namespace xy::figures {
namespace {

bool lies_in(std::span<const outreach::Place> places, const std::string& code, const std::string& around) {
    const auto path = outreach::path_to(places, code);
    return std::any_of(path.begin(), path.end(), [&](const outreach::Place* p) { return p->code == around; });
}

/// Leaves the places and events in `place`.
void narrow(ReportSources& sources, const std::string& place) {
    const std::vector<outreach::Place> all = sources.places;
    std::erase_if(sources.places, [&](const outreach::Place& p) { return !lies_in(all, p.code, place); });
    std::erase_if(sources.events,
                  [&](const outreach::Event& e) { return !lies_in(all, e.place_code, place); });
}

}  // namespace

PeriodReport make_report(store::VisitSource& source, const bank::Configuration& configuration,
                         const ReportScope& scope, const ReportOptions& options, const Progress& progress) {
    ReportSources sources = report_sources(configuration, source);
    Selection selection{scope.period, std::nullopt};
    std::string place;
    if (!scope.place.empty()) {
        narrow(sources, scope.place);
        selection.events.emplace();
        for (const outreach::Event& event : sources.events) selection.events->insert(event.id);
        for (const outreach::Place& at : sources.places)
            if (at.code == scope.place) place = at.name.in(options.language);
    }
    std::vector<Selection> selections{selection};
    // The year before is asked for whenever there is one; where it holds nothing, nothing is compared.
    if (scope.period) {
        selections.push_back(selection);
        selections.back().period = outreach::year_before(*scope.period);
    }
    const auto analyses = analyse_each(source, selections, progress);
    const Analysis* const year_before = scope.period ? &analyses.back() : nullptr;
    PeriodReport report = period_report(analyses.front(), year_before, sources, options);
    report.place = place;
    return report;
}

}  // namespace xy::figures
