#include "report/report_blocks.h"

#include <fmt/format.h>

#include "base/words.h"
#include "report/report_document.h"

namespace xy::report {
namespace {

using document::Cell;
using document::Column;
using document::Mark;
using document::Table;

/// Words and cells in the language of one report.
class Tables {
 public:
    explicit Tables(const figures::PeriodReport& report)
        : report_(report), language_(report.options.language) {}

    Table coverage() const {
        const figures::Coverage& coverage = report_.coverage;
        const figures::GroupTable& places = report_.table(figures::Grouping::place);
        Table table{{text(places.heading, 2.4)}, {}};
        for (const std::string& venue : coverage.venues) table.columns.push_back(number(venue));
        table.columns.push_back(number(words("场次", "Events")));
        table.columns.push_back({words("参加人次", "Visits"), true, 1.4});
        for (std::size_t place = 0; place < places.groups.size(); ++place) {
            const figures::Group& group = places.groups[place];
            std::vector<Cell> row{{group.name}};
            for (const std::int64_t held : coverage.events[place])
                row.push_back({std::to_string(held), held == 0 ? Mark::gap : Mark::none});
            row.push_back({std::to_string(group.events)});
            row.push_back({text_of(group.visits)});
            table.rows.push_back(std::move(row));
        }
        table.rows.push_back(coverage_total());
        return table;
    }

    Table events() const {
        Table table{{text(words("日期", "Day"), 1.1), text(words("活动", "Event"), 2.6),
                     text(words("地点", "Place"), 1.4), text(words("类别", "Venue kind"), 1),
                     number(words("参加人次", "Visits"))},
                    {}};
        for (const figures::EventFigure& event : report_.events)
            table.rows.push_back(
                {{event.day}, {event.name}, {event.place}, {event.venue}, {text_of(event.visits)}});
        return table;
    }

    Table groups(const figures::GroupTable& groups) const {
        Table table{{text(groups.heading, 3)}, {}};
        if (groups.with_events) table.columns.push_back(number(words("场次", "Events")));
        table.columns.push_back(number(words("参加人次", "Visits")));
        for (const figures::Group& group : groups.groups) {
            std::vector<Cell> row{{group.name}};
            if (groups.with_events)
                row.push_back({std::to_string(group.events), group.events == 0 ? Mark::gap : Mark::none});
            row.push_back({text_of(group.visits)});
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    Table ledger() const {
        Table table{{text(words("计量项", "Measure"), 2), number(words("合计", "Total"))}, {}};
        for (const figures::LedgerFigure& figure : report_.ledger)
            table.rows.push_back(
                {{figure.measure}, {figure.amount, figure.entered ? Mark::none : Mark::gap}});
        return table;
    }

    Table targets() const {
        Table table{{text(words("指标", "Figure"), 2), number(words("目标", "Target")),
                     number(words("完成", "Reached")), number(words("完成率", "Share")),
                     text(words("状态", "State"), 1.6)},
                    {}};
        for (const figures::TargetFigure& target : report_.targets)
            table.rows.push_back({{target.subject + words("（", " (") + target.unit + words("）", ")")},
                                  {fmt::format("{:.0f}", target.target)},
                                  {target.actual_text},
                                  {target.reached ? fmt::format("{}{:.0f}%", target.at_least ? "≥ " : "",
                                                                100 * *target.reached)
                                                  : ""},
                                  {target.status, target.met ? Mark::none : Mark::gap}});
        return table;
    }

    Table topics() const {
        Table table{{text(words("主题", "Topic"), 2), number(words("答对", "Right")),
                     number(words("95% 区间", "95% interval")), number("n")},
                    {}};
        for (const figures::TopicFigure& topic : report_.topics)
            table.rows.push_back(
                {{topic.title}, share(topic.right), {range_text(topic.right)}, base(topic.right)});
        return table;
    }

    Table least_known() const {
        Table table{
            {text(words("题目", "Item"), 3), number(words("答对", "Right")),
             number(words("95% 区间", "95% interval")), number("n"),
             text(words("最常见的误解", "Most common mistake"), 2), number(words("选它的占", "Chose it"))},
            {}};
        table.columns[2].share = 1.4;
        for (const figures::ItemFigure& item : report_.least_known())
            table.rows.push_back({{item.stem},
                                  share(item.right),
                                  {range_text(item.right)},
                                  base(item.right),
                                  {item.mistake},
                                  item.mistake.empty() ? Cell{} : share(item.chose_mistake)});
        return table;
    }

    Table gains() const {
        Table table{
            {number(words("题数", "Items")), number(words("对数 n", "Pairs n")),
             number(words("前测", "Before")), number(words("后测", "After")),
             number(words("提升（百分点）", "Gain (points)")), number(words("95% 区间", "95% interval")),
             number(words("相对提升 g", "Relative gain g"))},
            {}};
        for (const figures::GainFigure& gain : report_.gains)
            table.rows.push_back(
                {{std::to_string(gain.items)},
                 {std::to_string(gain.n)},
                 {fmt::format("{:.1f}%", 100 * gain.before)},
                 {fmt::format("{:.1f}%", 100 * gain.after)},
                 {fmt::format("{:+.1f}", 100 * (gain.after - gain.before))},
                 {fmt::format("{:.1f}～{:.1f}", 100 * gain.difference.low, 100 * gain.difference.high)},
                 {gain.hake ? fmt::format("{:.2f}", *gain.hake) : ""}});
        return table;
    }

 private:
    std::string words(std::string_view zh, std::string_view en) const { return xy::words(language_, zh, en); }
    static Column number(const std::string& heading) { return {heading, true, 1}; }
    static Column text(const std::string& heading, double share) { return {heading, false, share}; }
    Cell share(const figures::Share& share) const { return {text_of(share, language_)}; }
    static Cell base(const figures::Share& share) { return {share ? std::to_string(share->n) : ""}; }

    std::vector<Cell> coverage_total() const {
        const figures::Coverage& coverage = report_.coverage;
        std::vector<Cell> total{
            {fmt::format(fmt::runtime(words("合计（{} / {} 个乡镇）", "Total ({} of {} townships)")),
                         coverage.covered, coverage.townships),
             Mark::strong}};
        for (std::size_t venue = 0; venue < coverage.venues.size(); ++venue) {
            const std::int64_t held = coverage.held_in(venue);
            total.push_back({std::to_string(held), held == 0 ? Mark::gap : Mark::strong});
        }
        total.push_back({std::to_string(report_.held()), Mark::strong});
        total.push_back({text_of(report_.visits), Mark::strong});
        return total;
    }

    const figures::PeriodReport& report_;
    Language language_;
};

}  // namespace

Table coverage_table(const figures::PeriodReport& report) {
    return Tables(report).coverage();
}
Table events_table(const figures::PeriodReport& report) {
    return Tables(report).events();
}
Table group_table(const figures::PeriodReport& report, figures::Grouping grouping) {
    return Tables(report).groups(report.table(grouping));
}
Table ledger_table(const figures::PeriodReport& report) {
    return Tables(report).ledger();
}
Table targets_table(const figures::PeriodReport& report) {
    return Tables(report).targets();
}
Table topics_table(const figures::PeriodReport& report) {
    return Tables(report).topics();
}
Table least_known_table(const figures::PeriodReport& report) {
    return Tables(report).least_known();
}
Table survey_table(const figures::SurveyFigure& figure, Language language) {
    Table table{
        {{words(language, "选项", "Step or choice"), false, 3}, {words(language, "人次", "Visits"), true, 1}},
        {}};
    for (std::size_t step = 0; step < figure.steps.size() && step < figure.counts.size(); ++step)
        table.rows.push_back({{figure.steps[step]}, {text_of(figure.counts[step])}});
    if (!figure.scale) return table;
    const auto end = [&](const std::string& name, const figures::Share& share) {
        table.rows.push_back({{name, Mark::strong}, {text_of(share, language), Mark::strong}});
    };
    end(words(language, "最高两级合计", "The two highest together"), figure.top_two);
    end(words(language, "最低两级合计", "The two lowest together"), figure.bottom_two);
    return table;
}
Table gains_table(const figures::PeriodReport& report) {
    return Tables(report).gains();
}

}  // namespace xy::report
