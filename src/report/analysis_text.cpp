#include "report/analysis_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

#include "base/words.h"
#include "document/terminal_text.h"
#include "figures/completion.h"
#include "outreach/internal_mark.h"
#include "stats/likert.h"
#include "tally/estimates.h"
#include "tally/gain_figures.h"

namespace xy::report {
namespace {

/// A line a figure.
class Lines {
 public:
    explicit Lines(const Words& words) : words_(words) {}

    void line(std::string_view zh, std::string_view en, const std::string& value) {
        text_ += words_(zh, en) + words_("：", ": ") + value + "\n";
    }
    std::string share(const stats::Estimate& share) const {
        const auto value = share.value();
        if (!value) return words_("无数据", "no data");
        const auto interval = *interval_of(share);
        return fmt::format("{:.1f}% ({:.1f}–{:.1f}%, n = {})", 100 * *value, 100 * interval.low,
                           100 * interval.high, share.n);
    }
    std::string text() && { return std::move(text_); }

 private:
    Words words_;
    std::string text_;
};

/// Of a share from 0 to 1; – where there is none.
std::string percent(const std::optional<double>& share) {
    return share ? fmt::format("{:.1f}", 100 * *share) : "–";
}

std::string points(const std::optional<stats::Interval>& interval) {
    return interval ? fmt::format(" ({:.1f}–{:.1f})", 100 * interval->low, 100 * interval->high) : "";
}

/// “60.3–78.7”, of shares.
std::string range(const std::optional<stats::Interval>& interval) {
    return interval ? fmt::format("{:.1f}–{:.1f}", 100 * interval->low, 100 * interval->high) : "–";
}

std::string two_digits(const std::optional<double>& value) {
    return value ? fmt::format("{:.2f}", *value) : "–";
}

void add_gains(Lines& lines, const tally::Tally& tally) {
    for (const auto& [items, all] : tally.gains) {
        const auto gain = tally::gain_of(tally, items);
        if (!gain) continue;
        const stats::MeasuredGain& of = gain->measured;
        if (gain->design == tally::GainDesign::fixed)
            lines.line("前测与后测（所有人次序相同，不计提升）",
                       "Before and after (the same order for all: no gain)",
                       fmt::format("{:.1f}% → {:.1f}%, n = {}", 100 * of.before, 100 * of.after, of.n));
        else
            lines.line(
                "前后测提升（百分点）", "Gain from before to after (points)",
                fmt::format("{:+.1f}{}, n = {}", 100 * of.difference, points(of.difference_interval), of.n));
        if (of.form_difference && gain->design == tally::GainDesign::counterbalanced)
            lines.line("两卷难易之差（百分点）", "Difference of the two forms (points)",
                       fmt::format("{:+.1f}{}", 100 * *of.form_difference, points(of.form_interval)));
        if (const auto left = tally.left_after_pre.find(items); left != tally.left_after_pre.end())
            lines.line(
                "前测后离开的人次", "Visits that left after the test before",
                fmt::format("{}, {:.1f}%", left->second.n / items, 100 * left->second.value().value_or(0)));
    }
}

void add_busiest_hour(Lines& lines, const tally::Tally& tally) {
    const auto most = *std::max_element(tally.hours.begin(), tally.hours.end());
    if (most == 0) return;
    std::string hours;
    for (std::size_t hour = 0; hour < tally.hours.size(); ++hour)
        if (tally.hours.at(hour) == most)
            hours += fmt::format("{}{}:00–{}:00", hours.empty() ? "" : ", ", hour, hour + 1);
    lines.line("开始人次最多的钟点", "Clock hour with most visits begun",
               fmt::format("{}, n = {}", hours, most));
}

void add_key_figures(Lines& lines, const tally::Analysis& analysis) {
    const tally::Tally& tally = analysis.tally;
    const tally::Visits& visits = tally.visits;
    lines.line("参加人次", "Visits", std::to_string(visits.started));
    lines.line("完成率", "Completed", lines.share(completed_visits(tally)));
    lines.line("本活动答题正确率（现场自愿参与，非抽样调查；答对题次 ÷ 作答题次）",
               "Right answers here (volunteers, no sample; right ÷ answered items)",
               lines.share(right_answers(analysis)));
    lines.line("答题正确率的设计效应", "Design effect of the right answers",
               fmt::format("{:.2f}", right_answers(analysis).design_effect));
    lines.line("同上，不计作答过快的", "The same without answers too fast to have been read",
               lines.share(right_without_guesses(analysis)));
    lines.line(fmt::format("达到 {}% 的人次占比", tally::pass_percent),
               fmt::format("Visits with at least {}% right", tally::pass_percent),
               lines.share(visits_at_threshold(tally)));
    add_gains(lines, tally);
    lines.line("承诺", "Pledges", lines.share(pledges_given(tally)));
    if (const auto median = tally.durations.quantile(0.5))
        lines.line("用时中位数（秒）", "Median duration (s)", fmt::format("{:.0f}", *median / 1000));
    add_busiest_hour(lines, tally);
    lines.line("练习（未计入）", "Practice (not counted)", std::to_string(tally.practice));
    lines.line("作答过快（计入，单列）", "Too fast to have been read (counted)", std::to_string(tally.rapid));
    lines.line("日期存疑", "Day in doubt", std::to_string(tally.doubtful_clock));
}

struct Entry {
    const tally::AskedItem* asked = nullptr;
    const tally::ItemTally* tally = nullptr;
    stats::Estimate right;
};

/// Bank by bank, by the upper end of the interval: few answers do not make an item the least known. Without
/// answers last.
std::vector<Entry> by_what_is_least_known(const tally::Analysis& analysis) {
    std::vector<Entry> entries;
    for (const auto& [asked, tally] : analysis.tally.items)
        if (analysis.items.at(tally::name_of(asked)).key != 0)
            entries.push_back({&asked, &tally, item_right(tally)});
    const auto end_of = [](const Entry& entry) {
        const auto interval = interval_of(entry.right);
        return interval ? interval->high : 2;
    };
    std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
        return std::pair(a.asked->bank, end_of(a)) < std::pair(b.asked->bank, end_of(b));
    });
    return entries;
}

/// Their ids; – where every wrong option is chosen.
std::string idle_distractors(const store::ItemRow& row, const tally::ItemTally& tally) {
    std::string ids;
    for (std::size_t i = 0; i < std::min(row.options.size(), tally.options.size()); ++i)
        if (((row.key >> i) & 1U) == 0 && tally.options[i].is_idle())
            ids += (ids.empty() ? "" : " ") + row.options[i];
    return ids.empty() ? "–" : ids;
}

void add_forms(Lines& lines, const tally::Tally& tally) {
    for (const auto& [key, scores] : tally.forms) {
        const auto alpha = scores.alpha();
        if (!alpha) continue;
        lines.line(
            fmt::format("试卷信度 α（KR-20，{}，{} 题，首题 {}）", quiz::code(key.first), scores.items(),
                        key.second.front()),
            fmt::format("Reliability α (KR-20, {}, {} items, first {})", quiz::code(key.first),
                        scores.items(), key.second.front()),
            fmt::format("{:.2f} ({:.2f}–{:.2f}), SEM {:.1f}, n = {}", *alpha, scores.alpha_interval()->low,
                        scores.alpha_interval()->high,
                        100 * stats::standard_error_of_measurement(*scores.deviation(), *alpha), scores.n()));
    }
}

void add_scales(Lines& lines, const tally::Tally& tally) {
    for (const auto& [key, scores] : tally.scales) {
        const auto alpha = scores.alpha();
        if (!alpha) continue;
        const auto interval = *scores.alpha_interval();
        lines.line(
            fmt::format("同分类量表题合看（{}/{}，{} 题；是否同属一个量表由题库作者判断）", key.bank,
                        key.topic, scores.items()),
            fmt::format("Scale items of one topic together ({}/{}, {} items; whether they are one scale "
                        "is for the author of the bank to say)",
                        key.bank, key.topic, scores.items()),
            fmt::format("α {:.2f} ({:.2f}–{:.2f}), {:.2f} ± {:.2f} SD, n = {}", *alpha, interval.low,
                        interval.high, *scores.mean(), *scores.deviation(), scores.n()));
    }
}

document::Table items_table(const Words& words, const tally::Analysis& analysis, Language language) {
    const std::vector<Entry> entries = by_what_is_least_known(analysis);
    document::Table table{{{words("题目（分题库，按区间上限从低到高）", "Item (by bank and upper end)")},
                           {words("题库", "Bank")},
                           {words("阶段", "Phase")},
                           {words("作答", "Answered"), true},
                           {words("答对%", "Right %"), true},
                           {words("95% 区间", "95% interval"), true},
                           {words("不计过快的%", "Without too fast %"), true},
                           {words("区分度", "Discrimination"), true},
                           {words("上下27%（按其余题得分分组）", "27% (groups by rest score)"), true},
                           {words("效率", "Efficiency"), true},
                           {words("选者不足5%的错项", "Distractors under 5%"), true}},
                          {}};
    for (const auto& [asked, tally, right] : entries) {
        const auto discrimination = tally->counts.discrimination();
        table.rows.push_back({{analysis.items.at(tally::name_of(*asked)).stem.in(language)},
                              {asked->bank},
                              {std::string(quiz::code(asked->phase))},
                              {std::to_string(tally->answered)},
                              {percent(right.value())},
                              {range(interval_of(right))},
                              {percent(item_right_without_guesses(analysis, *asked).value())},
                              {discrimination ? fmt::format("{:.2f}", *discrimination) : "–"},
                              {percent(tally->counts.upper_lower())},
                              {percent(tally->counts.discriminative_efficiency())},
                              {idle_distractors(analysis.items.at(tally::name_of(*asked)), *tally)}});
    }
    return table;
}

document::Table survey_table(const Words& words, const tally::Analysis& analysis, Language language) {
    document::Table table{{{words("小调查", "Survey")},
                           {"n", true},
                           {words("最高两级%", "Top two %"), true},
                           {words("最低两级%", "Bottom two %"), true},
                           {words("净值", "Net"), true},
                           {words("均值", "Mean"), true},
                           {words("标准差", "SD"), true}},
                          {}};
    for (const auto& [asked, tally] : analysis.tally.items) {
        const store::ItemRow& row = analysis.items.at(tally::name_of(asked));
        if (row.kind != quiz::code(quiz::Kind::scale)) continue;
        const stats::Likert likert{tally.chosen};
        table.rows.push_back({{row.stem.in(language)},
                              {std::to_string(likert.n())},
                              {percent(likert.top_two().value())},
                              {percent(likert.bottom_two().value())},
                              {percent(likert.net())},
                              {two_digits(likert.mean())},
                              {two_digits(likert.deviation())}});
    }
    return table;
}

document::Table missing_table(const Words& words, const tally::Tally& tally) {
    document::Table table{{{words("缺失（按对象）", "Missing, by audience")},
                           {words("出示题次", "Shown"), true},
                           {words("跳过", "Omitted"), true},
                           {words("未及作答（推算）", "Not reached (estimate)"), true},
                           {words("离开人次", "Left"), true},
                           {words("答题前", "At the start"), true},
                           {words("前测", "Pre"), true},
                           {words("答题", "Quiz"), true},
                           {words("后测", "Post"), true},
                           {words("小调查", "Survey"), true}},
                          {}};
    for (const auto& [audience, missing] : tally.missing) {
        const auto not_reached = missing.not_reached();
        auto& row = table.rows.emplace_back();
        row = {{audience.empty() ? words("未询问", "not asked") : audience},
               {std::to_string(missing.shown)},
               {std::to_string(missing.omitted)},
               {not_reached ? fmt::format("{:.0f}", *not_reached) : "–"},
               {std::to_string(missing.left)}};
        for (const std::int64_t left : missing.left_at) row.push_back({std::to_string(left)});
    }
    return table;
}

/// “12.4”, “≈12.4” from bands, “>64.6” in the longest band.
std::string seconds(const std::optional<double>& ms, bool exact) {
    if (!ms) return ">64.6";
    return fmt::format("{}{:.1f}", exact ? "" : "≈", *ms / 1000);
}

document::Table times_table(const Words& words, const tally::Analysis& analysis, Language language) {
    document::Table table{
        {{words("用时（秒；≈ 按用时段推算，误差不超过 12%）", "Time (s; ≈ from bands, within 12%)")},
         {words("阶段", "Phase")},
         {"n", true},
         {words("下四分位", "Lower quartile"), true},
         {words("中位数", "Median"), true},
         {words("上四分位", "Upper quartile"), true}},
        {}};
    for (const auto& [asked, times] : analysis.times) {
        if (times.n == 0) continue;
        const bool exact = times.relative_error == 0;
        table.rows.push_back({{analysis.items.at(tally::name_of(asked)).stem.in(language)},
                              {std::string(quiz::code(asked.phase))},
                              {std::to_string(times.n)},
                              {seconds(times.lower, exact)},
                              {seconds(times.median, exact)},
                              {seconds(times.upper, exact)}});
    }
    return table;
}

/// What people call the groups; one of which nobody said so is called by its id.
std::map<std::string, LocalizedText> group_names(figures::CompletionBy by, const tally::Analysis& analysis,
                                                 const figures::Titles& titles) {
    if (by == figures::CompletionBy::venue) return titles.venues;
    if (by == figures::CompletionBy::audience) return titles.audiences;
    std::map<std::string, LocalizedText> names;
    if (by == figures::CompletionBy::event)
        for (const outreach::Event& event : analysis.events) names.emplace(event.id, event.name);
    if (by == figures::CompletionBy::township)
        for (const outreach::Place& place : titles.places) names.emplace(place.code, place.name);
    return names;
}

document::Table completion_table(const Words& words, const tally::Analysis& analysis,
                                 const figures::Titles& titles, Language language) {
    const std::array groupings{words("活动", "Event"), words("场所类别", "Venue kind"),
                               words("乡镇（街道）", "Township"), words("对象", "Audience"),
                               words("设备", "Device")};
    document::Table table{{{words("完成率，按", "Completed, by")},
                           {words("名称", "Name")},
                           {words("人次", "Visits"), true},
                           {words("完成", "Completed"), true},
                           {words("完成率%", "%"), true},
                           {words("95% 区间", "95% interval"), true}},
                          {}};
    for (std::size_t i = 0; i < groupings.size(); ++i) {
        const figures::CompletionBy by = figures::completion_groupings.at(i);
        const auto names = group_names(by, analysis, titles);
        for (const figures::Completion& group : completion_by(by, analysis, titles.places)) {
            table.rows.push_back({{groupings.at(i)},
                                  {words.or_missing(title_of(names, group.id, language))},
                                  {std::to_string(group.visits.started)},
                                  {std::to_string(group.visits.completed)},
                                  {percent(group.completed.value())},
                                  {range(interval_of(group.completed))}});
        }
    }
    return table;
}

}  // namespace

std::string analysis_text(const tally::Analysis& analysis, Language language, const figures::Titles& titles) {
    const Words words(language);
    const auto& period = analysis.selection.period;
    Lines lines(words);
    lines.line("统计期", "Period", period ? period->title.in(language) : words("全部", "everything"));
    const std::string mark = outreach::internal_mark(language) + "\n";
    if (analysis.tally.visits.started == 0)
        return mark + std::move(lines).text() +
               words("此期间没有参加人次。\n", "Nothing took place in this period.\n");
    add_key_figures(lines, analysis);
    add_forms(lines, analysis.tally);
    add_scales(lines, analysis.tally);
    std::string text = mark + std::move(lines).text() + "\n" +
                       document::terminal_text(items_table(words, analysis, language));
    text += "\n" + document::terminal_text(times_table(words, analysis, language));
    const document::Table survey = survey_table(words, analysis, language);
    if (!survey.rows.empty()) text += "\n" + document::terminal_text(survey);
    text += "\n" + document::terminal_text(missing_table(words, analysis.tally));
    text += "\n" + document::terminal_text(completion_table(words, analysis, titles, language));
    return text;
}

}  // namespace xy::report
