#include "report/period_report.h"

#include <algorithm>
#include <fmt/format.h>

#include "report/published_counts.h"
#include "report/words.h"

namespace xy::report {
namespace {

using stats::Proportion;

constexpr std::size_t least_known_items = 10;

/// Events of the period: those with visits in it, and those planned for a day in it that took place.
std::vector<outreach::Event> events_of(const Analysis& analysis, const ReportSources& sources) {
    std::vector<outreach::Event> events;
    const Selection& selection = analysis.selection;
    for (const outreach::Event& event : sources.events) {
        if (selection.event && *selection.event != event.id) continue;
        const bool visited = analysis.tally.by_event.contains(event.id);
        const bool due = !selection.period || (!event.day.empty() && selection.period->contains(event.day));
        if (visited || (due && event.state != outreach::EventState::planned)) events.push_back(event);
    }
    return events;
}

std::string amount_of(const outreach::LedgerTotal& total, const std::string& unit, Language language) {
    const std::string number = std::to_string(total.amount);
    if (language == Language::en) {
        switch (total.precision) {
            case outreach::Precision::exact:
                return number + " " + unit;
            case outreach::Precision::about:
                return "about " + number + " " + unit;
            default:
                return "over " + number + " " + unit;
        }
    }
    switch (total.precision) {
        case outreach::Precision::exact:
            return number + " " + unit;
        case outreach::Precision::about:
            return "约 " + number + " " + unit;
        case outreach::Precision::over:
            return number + " 余" + unit;
        default:
            return number + " 多" + unit;
    }
}

std::vector<LedgerFigure> ledger_of(const std::vector<outreach::Event>& events, const ReportSources& sources,
                                    Language language) {
    std::vector<LedgerFigure> figures;
    for (const outreach::Measure& measure : sources.measures) {
        outreach::LedgerTotal sum;
        for (const outreach::Event& event : events) {
            const outreach::LedgerTotal total = outreach::total_of(sources.ledger, event.id, measure.id);
            if (total.entries == 0) continue;
            sum.amount += total.amount;
            sum.entries += total.entries;
            sum.precision = std::max(sum.precision, total.precision);
        }
        const bool entered = sum.entries > 0;
        figures.push_back({measure.title.in(language),
                           entered ? amount_of(sum, measure.unit.in(language), language)
                                   : words(language, "未填报", "not entered"),
                           entered});
    }
    return figures;
}

bool may_show(std::int64_t count, const ReportOptions& options) {
    return options.internal || !stats::is_small(count, options.threshold);
}

/// A share may show when neither side of it is a small group.
bool may_show(const Proportion& share, const ReportOptions& options) {
    return may_show(share.hits, options) && may_show(share.n - share.hits, options);
}

std::optional<Proportion> shown(const Proportion& share, const ReportOptions& options) {
    return may_show(share, options) ? std::optional(share) : std::nullopt;
}

std::string text_of_option(const ReportSources& sources, const AskedItem& asked, const std::string& option,
                           Language language) {
    const auto text = sources.options.find(name_of(asked) + "/" + option);
    return text == sources.options.end() ? option : text->second.in(language);
}

std::vector<WeakItem> least_known(const Analysis& analysis, const ReportSources& sources,
                                  const ReportOptions& options) {
    std::vector<WeakItem> items;
    for (const auto& [asked, tally] : analysis.tally.items) {
        const store::ItemRow& row = analysis.items.at(name_of(asked));
        if (asked.phase != quiz::Phase::quiz || row.key == 0 || tally.answered == 0) continue;
        WeakItem item{row.stem.in(options.language), {tally.right, tally.answered}, "", {0, tally.answered}};
        for (std::size_t option = 0; option < tally.chosen.size(); ++option)
            if (((row.key >> option) & 1U) == 0 && tally.chosen[option] > item.chose_mistake.hits) {
                item.chose_mistake.hits = tally.chosen[option];
                item.mistake = text_of_option(sources, asked, row.options[option], options.language);
            }
        if (may_show(item.right, options) && may_show(item.chose_mistake, options)) items.push_back(item);
    }
    std::stable_sort(items.begin(), items.end(), [](const WeakItem& a, const WeakItem& b) {
        return a.right.hits * b.right.n < b.right.hits * a.right.n;
    });
    items.resize(std::min(items.size(), least_known_items));
    return items;
}

std::vector<SurveyFigure> survey_of(const Analysis& analysis, const ReportOptions& options) {
    std::vector<SurveyFigure> figures;
    for (const auto& [asked, tally] : analysis.tally.items) {
        const store::ItemRow& row = analysis.items.at(name_of(asked));
        if (row.kind != quiz::code(quiz::Kind::scale) || tally.answered == 0) continue;
        SurveyFigure figure{row.stem.in(options.language), tally.chosen, tally.answered};
        if (!may_show(tally.answered, options)) figure.n.reset();
        const bool fine =
            figure.n && std::all_of(figure.counts.begin(), figure.counts.end(),
                                    [&](std::int64_t count) { return may_show(count, options); });
        if (!fine) figure.counts.clear();
        figures.push_back(std::move(figure));
    }
    return figures;
}

std::vector<std::string> suggestions_for(const PeriodReport& report, const ReportOptions& options) {
    std::vector<std::string> lines;
    const Language language = options.language;
    for (const GroupTable& table : report.tables) {
        if (!table.with_events) continue;
        std::string missing;
        for (const Group& group : table.groups)
            if (group.events == 0)
                missing += (missing.empty() ? "" : words(language, "、", ", ")) + group.name;
        if (!missing.empty())
            lines.push_back(missing + words(language, "本期未开展活动（场次为 0），建议下期安排。",
                                            ": no event in this period; plan one."));
    }
    if (!report.least_known.empty()) {
        const WeakItem& weakest = report.least_known.front();
        lines.push_back(
            words(language, "“", "“") + weakest.stem +
            fmt::format(fmt::runtime(words(language, "”答对率最低（{:.1f}%，n = {}），建议重点讲解。",
                                           "” is known least ({:.1f}%, n = {}): explain it.")),
                        100 * *weakest.right.value(), weakest.right.n));
    }
    return lines;
}

}  // namespace

PeriodReport period_report(const Analysis& analysis, const ReportSources& sources,
                           const ReportOptions& options) {
    const Tally& tally = analysis.tally;
    const Language language = options.language;
    PeriodReport report;
    report.options = options;
    const auto& period = analysis.selection.period;
    report.period = period ? period->title.in(language) : words(language, "全部时间", "All time");
    report.days = period ? period->from + words(language, " 至 ", " to ") + period->to : "";
    const std::vector<outreach::Event> events = events_of(analysis, sources);
    report.events = static_cast<std::int64_t>(events.size());

    PublishedCounts counts(analysis, events, options);
    const auto name = [&](const std::map<std::string, LocalizedText>& titles) {
        return [&titles, language](const std::string& id) {
            return entered(title_of(titles, id, language), language);
        };
    };
    std::map<std::string, LocalizedText> event_names;
    for (const outreach::Event& event : events) event_names.emplace(event.id, event.name);
    std::map<std::string, LocalizedText> place_names;
    for (const outreach::Place& place : sources.places) place_names.emplace(place.code, place.name);
    report.visits = counts.total();
    report.tables.push_back({words(language, "场次", "Events"), words(language, "活动", "Event"), false,
                             counts.by_event(name(event_names))});
    report.tables.push_back({words(language, "地点", "Places"), words(language, "地点", "Place"), true,
                             counts.by_place(sources.places, name(place_names))});
    report.tables.push_back({words(language, "六进类别", "Venue kinds"),
                             words(language, "类别", "Venue kind"), true,
                             counts.by_venue(sources.titles.venues, name(sources.titles.venues))});
    report.tables.push_back({words(language, "对象", "Audiences"), words(language, "对象", "Audience"), false,
                             counts.by_audience(name(sources.titles.audiences))});
    report.tables.push_back({words(language, "各月参加人次", "Visits by month"),
                             words(language, "月份", "Month"), false, counts.by_month()});

    // Its n is the total: where that is withheld, the share would tell it.
    if (report.visits) report.completed = shown({tally.visits.completed, tally.visits.started}, options);
    report.right_answers = shown({tally.right_answers, tally.answered_items}, options);
    report.at_threshold = shown({tally.scores.at_least(pass_percent, 100), tally.scores.n()}, options);
    report.ledger = ledger_of(events, sources, language);
    report.least_known = least_known(analysis, sources, options);
    report.survey = survey_of(analysis, options);
    const auto quality = [&](std::int64_t count) {
        return may_show(count, options) ? Count(count) : Count();
    };
    report.practice = quality(tally.practice);
    report.rapid = quality(tally.rapid);
    report.doubtful_clock = quality(tally.doubtful_clock);
    report.suggestions = suggestions_for(report, options);
    return report;
}

}  // namespace xy::report
