#include "figures/period_report.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/words.h"
#include "figures/coverage.h"
#include "figures/ledger_figures.h"
#include "figures/overlap.h"
#include "figures/published/published_answers.h"
#include "figures/published/published_gains.h"
#include "figures/published/published_survey.h"
#include "figures/published/published_visits.h"
#include "figures/published/year_before.h"
#include "figures/ranking.h"
#include "figures/suggestions.h"
#include "tally/estimates.h"

namespace xy::figures {
namespace {

constexpr std::size_t least_known_items = 10;

using Texts = std::map<std::string, LocalizedText>;

/// Events of the period: those with visits in it, and those planned for a day in it that took place.
std::vector<outreach::Event> events_of(const tally::Analysis& analysis,
                                       const std::vector<outreach::Event>& all) {
    std::vector<outreach::Event> events;
    const tally::Selection& selection = analysis.selection;
    for (const outreach::Event& event : all) {
        if (!selection.has(event.id)) continue;
        const bool visited = analysis.tally.by_event.contains(event.id);
        const bool due = !selection.period || (!event.day.empty() && selection.period->contains(event.day));
        if (visited || (due && event.state != outreach::EventState::planned)) events.push_back(event);
    }
    return events;
}

/// What the tables call their groups.
struct Names {
    Texts places, occasions;
};

Names names_of(const std::vector<outreach::Event>& events, const ReportSources& sources) {
    Names names;
    for (const outreach::Event& event : events) {
        names.occasions.emplace(event.occasion.zh, event.occasion);
    }
    for (const outreach::Place& place : sources.places) names.places.emplace(place.code, place.name);
    return names;
}

std::vector<GroupTable> tables_of(const PublishedVisits& visits, const std::vector<outreach::Event>& events,
                                  const ReportSources& sources, Language language) {
    const Names names = names_of(events, sources);
    const Words title(language);
    const auto name = [&](const Texts& titles) {
        return [&titles, language](const std::string& id) {
            return Words(language).or_missing(title_of(titles, id, language));
        };
    };
    return {{Grouping::place, title("地点", "Places"), title("地点", "Place"), true,
             visits.by_place(sources.places, name(names.places))},
            {Grouping::venue, title("六进类别", "Venue kinds"), title("类别", "Venue kind"), true,
             visits.by_venue(sources.venues, name(sources.titles.venues))},
            {Grouping::occasion, title("宣传节点", "Occasions"), title("节点", "Occasion"), false,
             visits.by_occasion(name(names.occasions))},
            {Grouping::audience, title("参加对象", "Audiences"), title("对象", "Audience"), false,
             visits.by_audience(name(sources.titles.audiences))},
            {Grouping::month, title("各月参加人次", "Visits by month"), title("月份", "Month"), false,
             visits.by_month()}};
}

std::vector<EventFigure> event_figures(const PublishedVisits& visits,
                                       const std::vector<outreach::Event>& events,
                                       const ReportSources& sources, Language language) {
    std::vector<EventFigure> figures;
    for (const outreach::Event& event : events)
        figures.push_back({event.id, event.day, Words(language).or_missing(event.name.in(language)),
                           event.place.in(language), title_of(sources.titles.venues, event.venue, language),
                           event.occasion.in(language), visits.of_event(event.id)});
    std::stable_sort(figures.begin(), figures.end(),
                     [](const EventFigure& a, const EventFigure& b) { return a.day < b.day; });
    return figures;
}

/// What was asked, so that figures of different questions are not compared.
std::vector<std::string> banks_of(const tally::Analysis& analysis) {
    std::map<std::string, std::int64_t> items;
    for (const auto& [asked, tally] : analysis.tally.items) ++items[asked.bank];
    std::vector<std::string> banks;
    for (const auto& [bank, count] : items) banks.push_back(fmt::format("{} ({})", bank, count));
    return banks;
}

/// The counts of one period, registered together with the sums that tie them.
class PeriodFigures {
 public:
    PeriodFigures(Disclosure& disclosure, const tally::Analysis& analysis,
                  const std::vector<outreach::Event>& events, std::span<const outreach::Place> places)
        : disclosure_(of_scope(disclosure, analysis)),
          analysis_(analysis),
          visits_(disclosure, analysis.tally, events, places),
          asked_(disclosure, analysis.tally, visits_),
          answers_(disclosure, analysis, asked_),
          survey_(disclosure, analysis, asked_),
          gains_(disclosure, analysis.tally, visits_),
          practice_(
              disclosure.published({"practice", [](const tally::Tally& tally) { return tally.practice; }})) {
        asked_.limit_together();
    }

    const PublishedVisits& visits() const { return visits_; }
    Share right_answers() const { return answers_.right_answers(visits_.cluster_by()); }

    /// After Disclosure::decide().
    void write(PeriodReport& report, const std::vector<outreach::Event>& events,
               const ReportSources& sources) const {
        const Language language = report.options.language;
        report.events = event_figures(visits_, events, sources, language);
        report.visits = visits_.total();
        const tally::Tally& tally = analysis_.tally;
        const stats::ClusterBy by = visits_.cluster_by();
        report.completed = clustered_like(completed_visits(tally, by), visits_.completed());
        report.right_answers = answers_.right_answers(by);
        report.at_threshold = clustered_like(visits_at_threshold(tally, by), visits_.at_threshold());
        report.pledges = clustered_like(pledges_given(tally, by), visits_.pledges());
        report.tables = tables_of(visits_, events, sources, language);
        report.topics = answers_.topics(by, language);
        report.items = answers_.items(by, sources.options, language);
        report.least_known_of_banks = least_known_of(report.items);
        report.gains = gains_.figures(sources.titles, language);
        report.survey = survey_.figures(sources.options, language);
        report.quality = {disclosure_.shown(practice_),
                          visits_.rapid(),
                          visits_.doubtful_clock(),
                          visits_.abandoned(),
                          visits_.timed_out(),
                          static_cast<std::int64_t>(tally.device_days.size()),
                          std::nullopt};
        const auto median = tally.durations.quantile(0.5);
        if (report.completed && median) report.quality.median_minutes = *median / 60'000;
    }

 private:
    static Disclosure& of_scope(Disclosure& disclosure, const tally::Analysis& analysis) {
        disclosure.begin_scope(analysis.tally);
        return disclosure;
    }

    Disclosure& disclosure_;
    const tally::Analysis& analysis_;
    PublishedVisits visits_;
    AskedVisits asked_;
    PublishedAnswers answers_;
    PublishedSurvey survey_;
    PublishedGains gains_;
    Disclosure::Cell practice_;
};

/// All figures of a report under one decision. What the report of the year before says stands in it too: its
/// readers have that report, and this one prints some of the same counts.
class Figures {
 public:
    Figures(const tally::Analysis& analysis, const std::vector<outreach::Event>& events,
            const tally::Analysis* year_before, const EarlierReports& earlier, const ReportSources& sources,
            const ReportOptions& options, const Progress& progress)
        : disclosure_(options.threshold, options.readers),
          analysis_(analysis),
          year_before_(year_before),
          now_(disclosure_, analysis, events, sources.places) {
        if (year_before != nullptr)
            then_.emplace(disclosure_, *year_before, events_of(*year_before, sources.events), sources.places);
        for (const EarlierReport& report : earlier.reports) {
            const PeriodFigures registered(disclosure_, report.analysis,
                                           events_of(report.analysis, report.events), report.places);
            disclosure_.was_published(report.publication->counts);
        }
        std::vector<Disclosure::Region> regions;
        for (const EarlierReports::Part& part : earlier.parts)
            regions.push_back({&part.analysis.tally, part.scopes});
        disclosure_.link(regions);
        disclosure_.decide(progress);
    }

    void write(PeriodReport& report, const std::vector<outreach::Event>& events,
               const ReportSources& sources) const {
        now_.write(report, events, sources);
        if (then_)
            report.year_before = comparison(analysis_, now_.visits(),
                                            {*year_before_, then_->visits(), then_->right_answers()}, report);
    }

    std::vector<outreach::PublishedCount> counts() const { return disclosure_.published_counts(0); }
    std::int64_t printed() const { return disclosure_.printed(0); }
    bool exposes() const { return disclosure_.exposes(); }

 private:
    Disclosure disclosure_;
    const tally::Analysis& analysis_;
    const tally::Analysis* year_before_;
    PeriodFigures now_;
    std::optional<PeriodFigures> then_;
};

}  // namespace

std::vector<ItemFigure> PeriodReport::least_known() const {
    const bool one_bank = least_known_of_banks.size() < 2;
    std::vector<ItemFigure> least;
    std::map<std::string, std::size_t> of_bank;
    for (const ItemFigure& item : items)
        if (item.right && of_bank[item.bank]++ < (one_bank ? least_known_items : least_known_items / 2))
            least.push_back(item);
    return least;
}

const GainFigure* PeriodReport::gain() const {
    for (const GainFigure& gain : gains)
        if (gain.measures() && gain.audience.empty()) return &gain;
    return nullptr;
}

DecidedReport decided_report(const tally::Analysis& analysis, const tally::Analysis* year_before,
                             const EarlierReports& earlier, const ReportSources& sources,
                             const ReportOptions& options, const Progress& progress) {
    const Language language = options.language;
    const Words words(language);
    DecidedReport decided;
    PeriodReport& report = decided.report;
    report.options = options;
    const auto& period = analysis.selection.period;
    report.period = period ? period->title.in(language) : words("全部时间", "All time");
    report.days = period ? period->from + words(" 至 ", " to ") + period->to : "";
    const std::vector<outreach::Event> events = events_of(analysis, sources.events);
    const Figures figures(analysis, events, year_before, earlier, sources, options, progress);
    figures.write(report, events, sources);
    decided.counts = figures.counts();
    decided.printed = figures.printed();
    decided.exposes = figures.exposes();
    report.coverage = coverage_of(events, sources, language);
    report.ledger = ledger_figures(events, sources, language);
    report.targets = target_figures(report, period, sources);
    report.banks = banks_of(analysis);
    report.suggestions = suggestions_for(report);
    return decided;
}

PeriodReport period_report(const tally::Analysis& analysis, const tally::Analysis* year_before,
                           const ReportSources& sources, const ReportOptions& options) {
    return std::move(decided_report(analysis, year_before, {}, sources, options).report);
}

}  // namespace xy::figures
