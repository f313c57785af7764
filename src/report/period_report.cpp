#include "report/period_report.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

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

std::string word_for(outreach::Precision precision, Language language) {
    switch (precision) {
        case outreach::Precision::exact:
            return words(language, "准确", "exact");
        case outreach::Precision::about:
            return words(language, "约", "about");
        case outreach::Precision::over:
            return words(language, "余", "over");
        default:
            return words(language, "多", "over");
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
        const std::string unit = measure.unit.in(language);
        figures.push_back(
            {measure.title.in(language), unit,
             entered ? amount_of(sum, unit, language) : words(language, "未填报", "not entered"),
             word_for(sum.precision, language), sum.amount, entered});
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

/// The kinds in the order of the report, then those of events that name another one.
std::vector<std::string> venue_ids(const std::vector<outreach::Event>& events, const ReportSources& sources) {
    std::vector<std::string> ids = sources.venues;
    std::set<std::string> others;
    for (const outreach::Event& event : events)
        if (std::find(ids.begin(), ids.end(), event.venue) == ids.end()) others.insert(event.venue);
    ids.insert(ids.end(), others.begin(), others.end());
    return ids;
}

/// In the order of PublishedCounts::by_place: townships, then the other places by code.
std::vector<std::string> place_codes(const std::vector<outreach::Event>& events,
                                     const ReportSources& sources) {
    std::vector<std::string> codes = townships_of(sources.places);
    std::set<std::string> others;
    for (const outreach::Event& event : events) {
        const std::string code = township_of(sources.places, event.place_code);
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) others.insert(code);
    }
    codes.insert(codes.end(), others.begin(), others.end());
    return codes;
}

Coverage coverage_of(const std::vector<outreach::Event>& events, const ReportSources& sources,
                     Language language) {
    const std::vector<std::string> codes = place_codes(events, sources);
    const std::vector<std::string> venues = venue_ids(events, sources);
    std::map<std::pair<std::string, std::string>, std::int64_t> held;
    for (const outreach::Event& event : events)
        ++held[{township_of(sources.places, event.place_code), event.venue}];
    Coverage coverage;
    for (const std::string& venue : venues)
        coverage.venues.push_back(entered(title_of(sources.titles.venues, venue, language), language));
    coverage.townships = static_cast<std::int64_t>(townships_of(sources.places).size());
    for (std::size_t place = 0; place < codes.size(); ++place) {
        std::vector<std::int64_t> row;
        std::int64_t all = 0;
        for (const std::string& venue : venues) {
            const auto found = held.find({codes[place], venue});
            row.push_back(found == held.end() ? 0 : found->second);
            all += row.back();
        }
        if (static_cast<std::int64_t>(place) < coverage.townships && all > 0) ++coverage.covered;
        coverage.events.push_back(std::move(row));
    }
    return coverage;
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

std::int64_t Coverage::held_in(std::size_t venue) const {
    std::int64_t held = 0;
    for (const auto& row : events) held += row[venue];
    return held;
}

std::vector<std::string> explanations_of(const PeriodReport& report) {
    const ReportOptions& options = report.options;
    std::vector<std::string> lines{words(
        options.language,
        "本活动答题正确率（现场自愿参与，非抽样调查）：（甲）答对题次 ÷ "
        "作答题次；（乙）完成答题且答对率达标的人次 ÷ 完成人次；"
        "区间为 95% Wilson 区间。不等同于官方“知晓率”。“人次”按答题次数计，不代表人数。",
        "Right answers of volunteers, not of a sample: (a) right ÷ answered items; (b) completed visits at "
        "the threshold ÷ completed visits; 95% Wilson intervals. Visits, not persons.")};
    if (!options.internal)
        lines.push_back(fmt::format(
            fmt::runtime(words(options.language, "※ 人数过少，为保护参与者不予公布（门槛 {}，含补充隐去）。",
                               "※ withheld to protect small groups (under {}, and what would reveal them).")),
            options.threshold));
    return lines;
}

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

    PublishedCounts counts(analysis, events, sources.places, options);
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
    report.tables.push_back({Grouping::event, words(language, "场次", "Events"),
                             words(language, "活动", "Event"), false, counts.by_event(name(event_names))});
    report.tables.push_back({Grouping::place, words(language, "地点", "Places"),
                             words(language, "地点", "Place"), true,
                             counts.by_place(sources.places, name(place_names))});
    report.tables.push_back({Grouping::venue, words(language, "六进类别", "Venue kinds"),
                             words(language, "类别", "Venue kind"), true,
                             counts.by_venue(sources.venues, name(sources.titles.venues))});
    report.tables.push_back({Grouping::audience, words(language, "对象", "Audiences"),
                             words(language, "对象", "Audience"), false,
                             counts.by_audience(name(sources.titles.audiences))});
    report.tables.push_back({Grouping::month, words(language, "各月参加人次", "Visits by month"),
                             words(language, "月份", "Month"), false, counts.by_month()});

    report.coverage = coverage_of(events, sources, language);

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
