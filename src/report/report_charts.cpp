#include "report/report_charts.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/words.h"
#include "report/figure_text.h"

namespace xy::report {
namespace {

std::vector<charts::Bar> bars_of(const figures::GroupTable& table) {
    std::vector<charts::Bar> bars;
    for (const figures::Group& group : table.groups) {
        charts::Bar bar{group.name, std::nullopt, text_of(group.visits)};
        if (group.visits) bar.value = static_cast<double>(*group.visits);
        bars.push_back(std::move(bar));
    }
    return bars;
}

std::string why_no_bar(Language language) {
    return Words(language)("※ 人数过少，为保护参与者不予公布，图中不画。",
                           "※ withheld to protect small groups: no bar is drawn.");
}

std::string describe(const std::string& title, const std::vector<charts::Bar>& bars, Language language) {
    const Words words(language);
    std::vector<std::string> figures;
    bool any_withheld = false;
    figures.reserve(bars.size());
    for (const charts::Bar& bar : bars) {
        figures.push_back(bar.name + " " + bar.label);
        any_withheld = any_withheld || !bar.value;
    }
    return title + words("：", ": ") + words.join(figures) +
           (any_withheld ? words("。", ". ") + why_no_bar(language) : "");
}

charts::Bar survey_bar(const std::string& name, const figures::Count& count, const figures::Count& n) {
    charts::Bar bar{name, std::nullopt, text_of(count)};
    if (!count) return bar;
    const auto value = static_cast<double>(*count);
    bar.value = value;
    if (n) bar.label += fmt::format(" ({:.0f}%)", *n == 0 ? 0.0 : 100 * value / static_cast<double>(*n));
    return bar;
}

/// “2026-06” as “6 月”, where all are of one year.
void shorten_months(std::vector<charts::Bar>& bars) {
    for (const charts::Bar& bar : bars)
        if (bar.name.size() != 7 || bar.name.substr(0, 4) != bars.front().name.substr(0, 4)) return;
    for (charts::Bar& bar : bars) bar.name = std::to_string(std::stoi(bar.name.substr(5))) + " 月";
}

}  // namespace

std::string withheld_note(const figures::GroupTable& groups, Language language) {
    const bool any = std::any_of(groups.groups.begin(), groups.groups.end(),
                                 [](const figures::Group& group) { return !group.visits; });
    return any ? why_no_bar(language) : "";
}

document::Picture months_picture(const figures::PeriodReport& report) {
    const figures::GroupTable& table = report.table(figures::Grouping::month);
    charts::ColumnChart chart{bars_of(table)};
    if (report.options.language == Language::zh) shorten_months(chart.bars);
    std::string description = describe(table.title, chart.bars, report.options.language);
    return {std::move(chart), std::move(description)};
}

document::Picture audiences_picture(const figures::PeriodReport& report) {
    const figures::GroupTable& table = report.table(figures::Grouping::audience);
    charts::BarChart chart{bars_of(table)};
    std::string description = describe(table.title, chart.bars, report.options.language);
    return {std::move(chart), std::move(description)};
}

document::Picture survey_picture(const figures::SurveyFigure& figure, Language language) {
    std::vector<charts::Bar> bars;
    for (std::size_t step = 0; step < figure.counts.size(); ++step)
        bars.push_back(survey_bar(step < figure.steps.size() ? figure.steps[step] : std::to_string(step + 1),
                                  figure.counts[step], figure.n));
    std::string description = describe(figure.stem, bars, language);
    if (!figure.scale) return {charts::BarChart{std::move(bars)}, std::move(description)};
    charts::DivergingChart chart{{{Words(language)("全体", "All"), figure.distribution()}},
                                 bars.empty() ? "" : bars.front().name,
                                 bars.empty() ? "" : bars.back().name};
    return {std::move(chart), std::move(description)};
}

}  // namespace xy::report
