#include "report/key_figures.h"

#include <fmt/format.h>

#include "base/words.h"
#include "report/figure_text.h"

namespace xy::report {

using figures::PeriodReport;

namespace {

/// A row is a figure with one value, shown as `type` on a sheet.
class KeyFigures {
 public:
    KeyFigures(Type type, const std::string& unit, const std::string& heading, const std::string& values)
        : unit_(unit),
          table_{"key_figures",
                 {"概览", "Key figures"},
                 "One figure a row.",
                 {{Type::text, in_data, "figure", "Name of the figure"},
                  {Type::text, in_data, "unit", "count, share, change or minutes"},
                  {Type::figure, in_data},
                  {Type::text, on_sheet, "", "", heading},
                  {type, on_sheet, "", "", values}},
                 {}} {}

    void add(const std::string& name, const std::string& title, const Value& value) {
        add(name, unit_, title, value, everywhere);
    }
    void for_people(const std::string& title, const Value& value) { add("", "", title, value, on_sheet); }
    void for_programs(const std::string& name, const std::string& unit, const Value& value) {
        add(name, unit, "", value, in_data);
    }
    Table table() && { return std::move(table_); }

 private:
    void add(const std::string& name, const std::string& unit, const std::string& title, const Value& value,
             Forms forms) {
        table_.add({name, unit, value, title, value}, forms);
    }

    std::string unit_;
    Table table_;
};

}  // namespace

Table key_counts(const PeriodReport& report) {
    const Words words(report.options.language);
    const figures::Quality& quality = report.quality;
    KeyFigures rows(Type::count, "count", words("指标", "Figure"), words("数值", "Count"));
    rows.add("events", words("活动场次", "Events"), report.held());
    rows.for_programs("townships", "count", report.coverage.townships);
    rows.for_programs("townships_reached", "count", report.coverage.covered);
    rows.add("visits", words("参加人次", "Visits"), report.visits);
    rows.add("completed", words("完成人次", "Completed visits"), hits_of(report.completed));
    rows.for_people(words("承诺人次", "Pledges given"), hits_of(report.pledges));
    rows.add("abandoned", words("中途离开人次", "Visits left"), quality.abandoned);
    rows.add("timed_out", words("超时人次", "Visits timed out"), quality.timed_out);
    rows.for_programs("practice", "count", quality.practice);
    rows.add("rapid", words("作答过快人次（已计入）", "Visits too fast to have been read (counted)"),
             quality.rapid);
    rows.add("doubtful_clock", words("日期存疑人次（已计入）", "Visits on days in doubt (counted)"),
             quality.doubtful_clock);
    rows.for_people(words("练习人次（未计入）", "Practice visits (not counted)"), quality.practice);
    rows.for_programs("device_days", "count", quality.device_days);
    return std::move(rows).table();
}

Table key_rates(const PeriodReport& report) {
    const Words words(report.options.language);
    KeyFigures rows(Type::share, "share", words("比率", "Rate"), "");
    rows.add("completed_share", words("完成率", "Completed"), report.completed);
    rows.add("right_answers", words("本活动答题正确率（甲）", "Right answers here (a)"),
             report.right_answers);
    rows.add("at_threshold",
             words.format("答对 {}% 以上（乙）", "At least {}% right (b)", tally::pass_percent),
             report.at_threshold);
    rows.add("pledges", words("承诺率", "Pledges given of those asked"), report.pledges);
    for (const figures::TopicFigure& topic : report.topics)
        rows.for_people(words("主题答对率：", "Topic: ") + topic.title, topic.right);
    if (const auto minutes = report.quality.median_minutes)
        rows.for_programs("median_length", "minutes", *minutes);
    return std::move(rows).table();
}

Table key_changes(const PeriodReport& report) {
    const Words words(report.options.language);
    KeyFigures rows(Type::change, "change", words("变化", "Change"), "");
    for (const figures::GainFigure& gain : report.gains) {
        if (!gain.measures() || !gain.audience.empty()) continue;
        const std::string title = words.format("前后测提升（{} 题）", "Gain ({} items)", gain.items);
        const Change change = change_of(gain);
        if (&gain == report.gain())
            rows.add("gain", title, change);
        else
            rows.for_people(title, change);
    }
    if (const auto& before = report.year_before)
        rows.add("visits_on_the_year", words("参加人次同比", "Visits against the year before"),
                 Change{before->change.ratio, before->change.interval, before->visits});
    if (const auto& before = report.year_before; before && before->right_answers_changed)
        rows.add("right_answers_on_the_year",
                 words("答题正确率同比（百分点）", "Right answers against the year before (points)"),
                 Change{*report.right_answers->value() - *before->right_answers->value(),
                        before->right_answers_changed, before->right_answers->n});
    return std::move(rows).table();
}

Table key_figures(const PeriodReport& report) {
    Table all = key_counts(report);
    for (const Table& more : {key_rates(report), key_changes(report)})
        all.rows.insert(all.rows.end(), more.rows.begin(), more.rows.end());
    return all;
}

}  // namespace xy::report
