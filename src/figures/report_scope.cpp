#include "figures/report_scope.h"

#include <algorithm>

#include "figures/overlap.h"

namespace xy::figures {
namespace {

bool lies_in(std::span<const outreach::Place> places, const std::string& code, const std::string& around) {
    const auto path = outreach::path_to(places, code);
    return std::any_of(path.begin(), path.end(), [&](const outreach::Place* p) { return p->code == around; });
}

/// Those in `around`; all, if it is empty.
std::vector<outreach::Place> places_in(std::span<const outreach::Place> places, const std::string& around) {
    std::vector<outreach::Place> in;
    for (const outreach::Place& place : places)
        if (around.empty() || lies_in(places, place.code, around)) in.push_back(place);
    return in;
}

/// Leaves the places and events in `place`.
void narrow(ReportSources& sources, const std::string& place) {
    std::erase_if(sources.events, [&](const outreach::Event& event) {
        return !lies_in(sources.places, event.place_code, place);
    });
    sources.places = places_in(sources.places, place);
}

/// Counts a report with those published before.
class Making {
 public:
    Making(const ReportScope& scope, const bank::Configuration& configuration, store::VisitSource& source,
           const ReportOptions& options)
        : scope_(scope), options_(options), sources_(report_sources(configuration, source)) {
        all_events_ = sources_.events;
        all_places_ = sources_.places;
        tally::Selection now{scope.period, std::nullopt};
        if (!scope.place.empty()) {
            narrow(sources_, scope.place);
            now.events.emplace();
            for (const outreach::Event& event : sources_.events) now.events->insert(event.id);
        }
        selections_.push_back(now);
        // The year before is asked for whenever there is one; where it holds nothing, nothing is compared.
        if (scope.period) {
            selections_.push_back(now);
            selections_.back().period = outreach::year_before(*scope.period);
        }
        if (!options.internal() && !options.apart) find_earlier(source.publications());
    }

    MadeReport report(store::VisitSource& source, const Progress& progress) {
        const std::size_t own = selections_.size();
        std::vector<tally::Selection> counted = selections_;
        const std::vector<Region> regions = earlier_regions();
        for (const Region& region : regions) counted.push_back(region.selection);
        // Beside earlier reports it takes longer to decide than to count.
        const double counting = made_.earlier.empty() ? 1 : 0.2;
        std::vector<tally::Analysis> analyses =
            tally::analyse_each(source, counted, part_of(progress, 0, counting));
        const tally::Analysis* const year_before = own > 1 ? &analyses[1] : nullptr;
        EarlierReports earlier;
        for (std::size_t i = 0; i < regions.size(); ++i)
            earlier.parts.push_back({std::move(analyses[own + i]), regions[i].scopes});
        for (std::size_t i = 0; i < made_.earlier.size(); ++i)
            earlier.reports.push_back(as_now(made_.earlier[i], earlier.parts, own + i));
        decide(analyses.front(), year_before, earlier, part_of(progress, counting, 1 - counting));
        return std::move(made_);
    }

 private:
    void find_earlier(const std::vector<outreach::Publication>& publications) {
        for (const outreach::Publication* publication : overlapping(selections_, publications))
            made_.earlier.push_back(*publication);
    }

    /// None where no report was published before.
    std::vector<Region> earlier_regions() const {
        if (made_.earlier.empty()) return {};
        std::vector<tally::Selection> scopes = selections_;
        for (const outreach::Publication& publication : made_.earlier)
            scopes.push_back(selection_of(publication));
        return regions_of(scopes, all_events_);
    }

    EarlierReport as_now(const outreach::Publication& publication,
                         std::span<const EarlierReports::Part> parts, std::size_t scope) const {
        EarlierReport earlier{&publication, together(parts, scope, selection_of(publication)), {}, {}};
        for (const outreach::Event& event : all_events_)
            if (earlier.analysis.selection.has(event.id)) earlier.events.push_back(event);
        earlier.places = places_in(all_places_, publication.place);
        return earlier;
    }

    void decide(const tally::Analysis& now, const tally::Analysis* year_before, const EarlierReports& earlier,
                const Progress& progress) {
        DecidedReport decided = decided_report(now, year_before, earlier, sources_, options_, progress);
        made_.printed = made_.printed_alone = decided.printed;
        made_.exposes = decided.exposes;
        if (!earlier.reports.empty()) {
            const DecidedReport alone = decided_report(now, year_before, {}, sources_, options_);
            made_.printed_alone = alone.printed;
            made_.total_withheld = alone.report.visits && !decided.report.visits;
        }
        made_.report = std::move(decided.report);
        made_.report.earlier_reports = static_cast<std::int64_t>(earlier.reports.size());
        made_.report.withheld_for_them = std::max<std::int64_t>(made_.printed_alone - made_.printed, 0);
        for (const outreach::Place& place : sources_.places)
            if (place.code == scope_.place) made_.report.place = place.name.in(options_.language);
        made_.publication = publication(std::move(decided.counts));
    }

    outreach::Publication publication(std::vector<outreach::PublishedCount> counts) const {
        outreach::Publication publication;
        publication.made_on = options_.made_on;
        publication.title = scope_.period ? scope_.period->title.zh : "全部时间";
        if (scope_.period) publication.from = scope_.period->from;
        if (scope_.period) publication.to = scope_.period->to;
        publication.place = scope_.place;
        publication.events = selections_.front().events;
        publication.threshold = options_.threshold;
        publication.apart = options_.apart;
        publication.counts = std::move(counts);
        return publication;
    }

    const ReportScope& scope_;
    const ReportOptions& options_;
    ReportSources sources_;
    std::vector<outreach::Event> all_events_;
    std::vector<outreach::Place> all_places_;
    std::vector<tally::Selection> selections_;  ///< the report's and the year before's
    MadeReport made_;
};

}  // namespace

MadeReport make_report(store::VisitSource& source, const bank::Configuration& configuration,
                       const ReportScope& scope, const ReportOptions& options, const Progress& progress) {
    return Making(scope, configuration, source, options).report(source, progress);
}

}  // namespace xy::figures
