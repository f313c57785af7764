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

/// `progress` of a part of the work that begins at `begin` and is `share` of all.
Progress part_of(const Progress& progress, double begin, double share) {
    if (!progress) return {};
    return [&progress, begin, share](double done) { return progress(begin + share * done); };
}

}  // namespace

std::optional<PeriodReport> make_report(store::Store& store, const bank::Configuration& configuration,
                                        const ReportScope& scope, const ReportOptions& options,
                                        const Progress& progress) {
    ReportSources sources = report_sources(configuration, store);
    Selection selection{scope.period, std::nullopt};
    std::string place;
    if (!scope.place.empty()) {
        narrow(sources, scope.place);
        selection.events.emplace();
        for (const outreach::Event& event : sources.events) selection.events->insert(event.id);
        for (const outreach::Place& at : sources.places)
            if (at.code == scope.place) place = at.name.in(options.language);
    }
    // The year before is asked for whenever there is one; where it holds nothing, nothing is compared.
    const double share = scope.period ? 0.5 : 1;
    const auto analysis = analyse(store, selection, part_of(progress, 0, share));
    if (!analysis) return std::nullopt;
    std::optional<Analysis> year_before;
    if (scope.period) {
        Selection before = selection;
        before.period = outreach::year_before(*scope.period);
        year_before = analyse(store, before, part_of(progress, share, share));
        if (!year_before) return std::nullopt;
    }
    PeriodReport report = period_report(*analysis, year_before ? &*year_before : nullptr, sources, options);
    report.place = place;
    return report;
}

}  // namespace xy::figures
