#include "figures/period_report.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/words.h"
#include "figures/coverage.h"
#include "figures/estimates.h"
#include "figures/ledger_figures.h"
#include "figures/progress_figures.h"
#include "figures/published_answers.h"
#include "figures/published_survey.h"
#include "figures/published_visits.h"
#include "figures/ranking.h"
#include "figures/suggestions.h"

namespace xy::figures {
namespace {

constexpr std::size_t least_known_items = 10;

using Texts = std::map<std::string, LocalizedText>;

/// Events of the period: those with visits in it, and those planned for a day in it that took place.
std::vector<outreach::Event> events_of(const Analysis& analysis, const ReportSources& sources) {
    std::vector<outreach::Event> events;
    const Selection& selection = analysis.selection;
    for (const outreach::Event& event : sources.events) {
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
std::vector<std::string> banks_of(const Analysis& analysis) {
    std::map<std::string, std::int64_t> items;
    for (const auto& [asked, tally] : analysis.tally.items) ++items[asked.bank];
    std::vector<std::string> banks;
    for (const auto& [bank, count] : items) banks.push_back(fmt::format("{} ({})", bank, count));
    return banks;
}

/// The counts of a report, registered together and read after one decision over all of them.
class Figures {
 public:
    Figures(const Analysis& analysis, const std::vector<outreach::Event>& events,
            const ReportSources& sources, const ReportOptions& options)
        : disclosure_(options.threshold, options.readers),
          visits_(disclosure_, analysis.tally, events, sources.places),
          answers_(disclosure_, analysis),
          survey_(disclosure_, analysis, visits_.started_cell()),
          gains_(disclosure_, analysis.tally, visits_.started_cell(), visits_.completed_cell()),
          practice_(disclosure_.published(analysis.tally.practice)) {
        disclosure_.decide();
    }

    void write(PeriodReport& report, const Analysis& analysis, const std::vector<outreach::Event>& events,
               const ReportSources& sources) const {
        const Language language = report.options.language;
        report.events = event_figures(visits_, events, sources, language);
        report.visits = visits_.total();
        report.completed = clustered_like(completed_visits(analysis.tally), visits_.completed());
        report.right_answers = answers_.right_answers();
        report.at_threshold = clustered_like(visits_at_threshold(analysis.tally), visits_.at_threshold());
        report.pledges = clustered_like(pledges_given(analysis.tally), visits_.pledges());
        report.tables = tables_of(visits_, events, sources, language);
        report.topics = answers_.topics(language);
        report.items = answers_.items(sources.options, language);
        report.least_known_of_banks = least_known_of(report.items);
        report.gains = gains_.figures(sources.titles, language);
        report.survey = survey_.figures(sources.options, language);
        report.quality = {disclosure_.shown(practice_),
                          visits_.rapid(),
                          visits_.doubtful_clock(),
                          visits_.abandoned(),
                          visits_.timed_out(),
                          static_cast<std::int64_t>(analysis.tally.device_days.size()),
                          std::nullopt};
        const auto median = analysis.tally.durations.quantile(0.5);
        if (report.completed && median) report.quality.median_minutes = *median / 60'000;
    }

 private:
    Disclosure disclosure_;
    PublishedVisits visits_;
    PublishedAnswers answers_;
    PublishedSurvey survey_;
    PublishedGains gains_;
    Disclosure::Cell practice_;
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

PeriodReport period_report(const Analysis& analysis, const Analysis* year_before,
                           const ReportSources& sources, const ReportOptions& options) {
    const Language language = options.language;
    const Words words(language);
    PeriodReport report;
    report.options = options;
    const auto& period = analysis.selection.period;
    report.period = period ? period->title.in(language) : words("全部时间", "All time");
    report.days = period ? period->from + words(" 至 ", " to ") + period->to : "";
    const std::vector<outreach::Event> events = events_of(analysis, sources);
    Figures(analysis, events, sources, options).write(report, analysis, events, sources);
    report.coverage = coverage_of(events, sources, language);
    report.ledger = ledger_figures(events, sources, language);
    report.targets = target_figures(report, period, sources);
    report.year_before = comparison(analysis, year_before, report);
    report.banks = banks_of(analysis);
    report.suggestions = suggestions_for(report);
    return report;
}

}  // namespace xy::figures
