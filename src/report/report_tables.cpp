#include "report/report_tables.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/words.h"
#include "report/figure_text.h"
#include "report/key_figures.h"

namespace xy::report {

using figures::PeriodReport;

namespace {

/// Nothing where there is no number.
Value maybe(const std::optional<double>& number) {
    return number ? Value(*number) : Value();
}

void add_coverage_total(Table& table, const PeriodReport& report, const std::string& name, Forms forms) {
    std::vector<Value> total{name};
    for (std::size_t venue = 0; venue < report.coverage.venues.size(); ++venue)
        total.emplace_back(report.coverage.held_in(venue));
    total.emplace_back(report.held());
    total.emplace_back(report.visits);
    table.add_total(std::move(total), forms);
}

void add_steps(Table& table, const figures::SurveyFigure& figure, const Words& words) {
    for (std::size_t step = 0; step < figure.steps.size(); ++step) {
        const Count count = step < figure.counts.size() ? figure.counts[step] : Count();
        Value share;
        if (count && figure.n.value_or(0) > 0)
            share = static_cast<double>(*count) / static_cast<double>(*figure.n);
        table.add({figure.item, figure.stem, figure.scale ? "scale" : "choice",
                   static_cast<std::int64_t>(step) + 1, figure.steps[step], count, share, figure.n});
    }
    if (!figure.scale) return;
    table.add_total(
        {{}, {}, {}, {}, words("最高两级合计", "The two highest together"), figure.top_two, {}, {}}, on_page);
    table.add_total(
        {{}, {}, {}, {}, words("最低两级合计", "The two lowest together"), figure.bottom_two, {}, {}},
        on_page);
}

}  // namespace

Table events_table(const PeriodReport& report) {
    const Words words(report.options.language);
    Table table{"events",
                {"场次", "Events"},
                "One event a row.",
                {{Type::text, in_data, "event", "Id"},
                 {Type::text, everywhere, "day", "YYYY-MM-DD", words("日期", "Day"), 1.1},
                 {Type::text, everywhere, "name", "Name", words("活动", "Event"), 2.6},
                 {Type::text, everywhere, "place", "Place", words("地点", "Place"), 1.4},
                 {Type::text, everywhere, "venue", "Kind of venue (六进)", words("类别", "Venue kind")},
                 {Type::text, on_sheet | in_data, "occasion", "Occasion", words("节点", "Occasion")},
                 {Type::count, everywhere, "visits", "人次; empty: withheld", words("参加人次", "Visits")}}};
    for (const figures::EventFigure& event : report.events)
        table.add({event.id, event.day, event.name, event.place, event.venue, event.occasion, event.visits});
    table.add_total({{}, words("合计", "Total"), {}, {}, {}, {}, report.visits}, on_sheet);
    return table;
}

Table groups_table(std::span<const figures::GroupTable> groups, Language language) {
    static constexpr std::array<const char*, 5> groupings{"place", "venue", "occasion", "audience", "month"};
    const Words words(language);
    const Forms events = groups.front().with_events ? on_page | in_data : in_data;
    Table table{
        "groups",
        {"分组人次", "Visits by group"},
        "Visits by place, venue, occasion, audience and month.",
        {{Type::text, in_data, "grouping", "What is counted by"},
         {Type::text, everywhere, "name", "The group", groups.front().heading, 3},
         {Type::events, events, "events", "场次; empty: not counted by events", words("场次", "Events")},
         {Type::count, everywhere, "visits", "人次; empty: withheld", words("参加人次", "Visits")}}};
    for (const figures::GroupTable& of : groups)
        for (const figures::Group& group : of.groups)
            table.add({groupings.at(static_cast<std::size_t>(of.grouping)), group.name,
                       of.with_events ? Value(group.events) : Value(), group.visits});
    return table;
}

Table coverage_table(const PeriodReport& report) {
    Table table{"coverage",
                {"乡镇×六进", "Places × venue kinds"},
                "Events by place and kind of venue, zeros too.",
                {{Type::text, in_data, "place", "Township"},
                 {Type::text, in_data, "venue", "Kind of venue (六进)"},
                 {Type::count, in_data, "events", "场次"}}};
    const figures::Coverage& matrix = report.coverage;
    for (std::size_t place = 0; place < matrix.events.size(); ++place)
        for (std::size_t venue = 0; venue < matrix.venues.size(); ++venue)
            table.add({matrix.places[place], matrix.venues[venue], matrix.events[place][venue]});
    return table;
}

Table coverage_matrix(const PeriodReport& report) {
    const Words words(report.options.language);
    const figures::Coverage& coverage = report.coverage;
    const figures::GroupTable& places = report.table(figures::Grouping::place);
    Table table;
    table.columns.push_back({Type::text, for_people, "", "", places.heading, 2.4});
    for (const std::string& venue : coverage.venues)
        table.columns.push_back({Type::events, for_people, "", "", venue});
    table.columns.push_back({Type::count, for_people, "", "", words("场次", "Events")});
    table.columns.push_back({Type::count, for_people, "", "", words("参加人次", "Visits"), 1.4});
    for (std::size_t place = 0; place < places.groups.size(); ++place) {
        const figures::Group& group = places.groups[place];
        std::vector<Value> row{group.name};
        for (const std::int64_t held : coverage.events[place]) row.emplace_back(held);
        row.emplace_back(group.events);
        row.emplace_back(group.visits);
        table.add(std::move(row));
    }
    add_coverage_total(table, report,
                       words.format("合计（{} / {} 个乡镇）", "Total ({} of {} townships)", coverage.covered,
                                    coverage.townships),
                       on_page);
    add_coverage_total(table, report, words("合计", "Total"), on_sheet);
    return table;
}

Table ledger_table(const PeriodReport& report) {
    const Words words(report.options.language);
    constexpr Forms sheet_and_data = on_sheet | in_data;
    Table table{
        "ledger",
        {"台账", "Ledger"},
        "One measure a row.",
        {{Type::text, in_data, "measure", "Id"},
         {Type::text, everywhere, "title", "Name", words("计量项", "Measure"), 2},
         {Type::text, in_data, "unit", "Unit"},
         {Type::count, sheet_and_data, "amount", "Sum; empty: not entered (未填报)", words("数量", "Amount")},
         {Type::text, on_sheet, "", "", words("单位", "Unit")},
         {Type::text, sheet_and_data, "precision", "准确, 约, 余, 多", words("约数", "How exact")},
         {Type::text, sheet_and_data, "as_written", "As a sentence has it", words("写法", "As written")},
         {Type::amount, on_page, "", "", words("合计", "Total")}}};
    table.columns[3].large = true;
    for (const figures::LedgerFigure& figure : report.ledger) {
        const Missing missing{figure.amount};
        table.add({figure.id, figure.measure, figure.unit, figure.entered ? Value(figure.total) : missing,
                   figure.unit, figure.entered ? figure.precision : "", figure.amount,
                   figure.entered ? Value(figure.amount) : missing});
    }
    return table;
}

Table targets_table(const PeriodReport& report) {
    const Words words(report.options.language);
    Table table{"targets",
                {"目标", "Targets"},
                "One target a row.",
                {{Type::text, in_data, "subject", "What it is about"},
                 {Type::text, in_data, "unit", "Unit"},
                 {Type::text, for_people, "", "", words("指标", "Figure"), 2},
                 {Type::number, everywhere, "target", "To be reached", words("目标", "Target")},
                 {Type::number, in_data, "actual", "Reached; empty: not entered or withheld"},
                 {Type::amount, for_people, "", "", words("完成", "Reached")},
                 {Type::amount, on_page, "", "", words("完成率", "Share")},
                 {Type::percent, on_sheet | in_data, "reached", "actual ÷ target", words("完成率", "Share")},
                 {Type::truth, in_data, "met", "Whether it is reached"},
                 {Type::text, in_data, "state", "In words"},
                 {Type::text, for_people, "", "", words("状态", "State"), 1.6}}};
    for (const figures::TargetFigure& target : report.targets) {
        const std::string subject = target.subject + words("（", " (") + target.unit + words("）", ")");
        const std::string at_least = target.at_least ? "≥ " : "";
        table.add({target.subject, target.unit, subject, target.target, maybe(target.actual),
                   target.actual_text,
                   target.reached ? fmt::format("{}{:.0f}%", at_least, 100 * *target.reached) : "",
                   maybe(target.reached), target.met, target.status,
                   target.met ? Value(target.status) : Missing{target.status}});
    }
    return table;
}

Table topics_table(const PeriodReport& report) {
    const Words words(report.options.language);
    Table table{"topics",
                {"主题", "Topics"},
                "Right answers by topic, least known first.",
                {{Type::text, everywhere, "topic", "Topic", words("主题", "Topic"), 2},
                 {Type::share, everywhere, "", "", words("答对", "Right")}}};
    for (const figures::TopicFigure& topic : report.topics) table.add({topic.title, topic.right});
    return table;
}

Table items_table(std::span<const figures::ItemFigure> items, const std::string& heading, Language language) {
    const Words words(language);
    const bool several = std::any_of(items.begin(), items.end(), [&](const figures::ItemFigure& item) {
        return item.bank != items.front().bank;
    });
    Table table{"items",
                {"题目分析", "Items"},
                "Right answers by item: bank by bank, by the upper end of the interval.",
                {{Type::text, several ? on_page | in_data : in_data, "bank", "Bank", words("题库", "Bank")},
                 {Type::text, in_data, "item", "Id"},
                 {Type::text, everywhere, "stem", "Question", heading, 3},
                 {Type::text, in_data, "topic", "Topic"},
                 {Type::share, everywhere, "", "", words("答对", "Right"), 1, 1.4},
                 {Type::text, everywhere, "mistake", "Wrong option chosen most",
                  words("最常见的误解", "Most common mistake"), 2},
                 {Type::share_only, for_people, "", "", words("选它的占", "Chose it")},
                 {Type::count, in_data, "mistake_hits", "How often"},
                 {Type::text, on_sheet, "", "", words("主题", "Topic")},
                 {Type::ratio, on_sheet | in_data, "discrimination", "Item-rest correlation, −1..1",
                  words("区分度", "Discrimination")}}};
    for (const figures::ItemFigure& item : items) {
        const bool mistaken = !item.mistake.empty();
        const Count hits = mistaken ? hits_of(item.chose_mistake) : Count();
        table.add({item.bank, item.item, item.stem, item.topic, item.right, item.mistake,
                   mistaken ? Value(item.chose_mistake) : Value(), hits, item.topic,
                   maybe(item.discrimination)});
    }
    return table;
}

Table gains_table(const PeriodReport& report) {
    const Words words(report.options.language);
    Table table{
        "gains",
        {"前后测", "Before and after"},
        "Visits with a pre- and a post-test, by their number of items.",
        {{Type::count, everywhere, "items", "Items of each test", words("题数", "Items")},
         {Type::text, everywhere, "audience", "Empty: all", words("对象", "Audience")},
         {Type::text, in_data, "design", "How the two tests relate"},
         {Type::count, everywhere, "n", "Pairs", words("对数 n", "Pairs n")},
         {Type::percent, everywhere, "before", "Mean share right", words("前测", "Before")},
         {Type::percent, everywhere, "after", "Mean share right", words("后测", "After")},
         {Type::change, everywhere, "difference", "after − before", words("提升（百分点）", "Gain (points)")},
         {Type::ratio, everywhere, "hake", "(after − before) ÷ (1 − before)",
          words("相对提升 g", "Relative gain g")},
         {Type::ratio, in_data, "form_difference", "By how much one of two forms is easier"},
         {Type::ratio, in_data, "form_low", "Lower end of its 95 % interval"},
         {Type::ratio, in_data, "form_high", "Upper end of its 95 % interval"},
         {Type::count, in_data, "left", "Visits that ended after the test before; empty: withheld"},
         {Type::ratio, in_data, "left_before", "Their mean share right"}}};
    table.columns[2].words = {"counterbalanced", "same", "drawn", "fixed"};
    for (const figures::GainFigure& gain : report.gains) {
        const auto& forms = gain.form_interval;
        table.add({gain.items, gain.audience, std::string(code(gain.design)), gain.n, gain.before, gain.after,
                   gain.measures() ? Value(change_of(gain)) : Missing{words("固定次序，不计", "fixed order")},
                   maybe(gain.hake), maybe(gain.form_difference), forms ? Value(forms->low) : Value(),
                   forms ? Value(forms->high) : Value(), gain.audience.empty() ? Value(gain.left) : Value(),
                   maybe(gain.left_before)});
    }
    return table;
}

Table survey_table(std::span<const figures::SurveyFigure> survey, Language language) {
    const Words words(language);
    constexpr Forms sheet_and_data = on_sheet | in_data;
    Table table{"survey",
                {"问卷", "Survey"},
                "One step or choice a row.",
                {{Type::text, in_data, "item", "Id"},
                 {Type::text, sheet_and_data, "stem", "Statement", words("题目", "Statement")},
                 {Type::text, in_data, "kind", "Ordered steps or choices"},
                 {Type::count, in_data, "step", "From 1"},
                 {Type::text, everywhere, "says", "The step or choice", words("选项", "Step or choice"), 3},
                 {Type::count, everywhere, "visits", "人次; empty: withheld", words("人次", "Visits")},
                 {Type::percent, on_sheet, "", "", words("占比", "Share")},
                 {Type::count, sheet_and_data, "n", "Answers; empty: withheld", "n"}}};
    table.columns[2].words = {"scale", "choice"};
    for (const figures::SurveyFigure& figure : survey) add_steps(table, figure, words);
    return table;
}

std::vector<Table> data_tables(const PeriodReport& report) {
    const Language language = report.options.language;
    return {key_figures(report),
            events_table(report),
            groups_table(report.tables, language),
            coverage_table(report),
            ledger_table(report),
            targets_table(report),
            topics_table(report),
            items_table(report.items, "", language),
            gains_table(report),
            survey_table(report.survey, language)};
}

}  // namespace xy::report
