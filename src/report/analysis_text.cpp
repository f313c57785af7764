#include "report/analysis_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/words.h"
#include "document/terminal_text.h"
#include "outreach/internal_mark.h"
#include "stats/likert.h"

namespace xy::report {
namespace {

/// A line a figure.
class Lines {
 public:
    explicit Lines(const Words& words) : words_(words) {}

    void line(std::string_view zh, std::string_view en, const std::string& value) {
        text_ += words_(zh, en) + words_("：", ": ") + value + "\n";
    }
    std::string share(const stats::Proportion& share) const {
        const auto value = share.value();
        if (!value) return words_("无数据", "no data");
        const auto interval = *wilson(share);
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

void add_key_figures(Lines& lines, const figures::Tally& tally) {
    const figures::Visits& visits = tally.visits;
    lines.line("参加人次", "Visits", std::to_string(visits.started));
    lines.line("完成率", "Completed", lines.share({visits.completed, visits.started}));
    lines.line("本活动答题正确率（现场自愿参与，非抽样调查；答对题次 ÷ 作答题次）",
               "Right answers here (volunteers, no sample; right ÷ answered items)",
               lines.share({tally.right_answers, tally.answered_items}));
    lines.line(fmt::format("达到 {}% 的人次占比", figures::pass_percent),
               fmt::format("Visits with at least {}% right", figures::pass_percent),
               lines.share({tally.scores.at_least(figures::pass_percent, 100), tally.scores.n()}));
    for (const auto& [items, gain] : tally.gains)
        if (const auto interval = gain.difference_interval())
            lines.line("前后测提升（百分点）", "Gain from before to after (points)",
                       fmt::format("{:+.1f} ({:.1f}–{:.1f}, n = {})", 100 * *gain.difference(),
                                   100 * interval->low, 100 * interval->high, gain.n()));
    lines.line("承诺", "Pledges", lines.share({tally.pledges_given, tally.pledges_asked}));
    if (const auto median = tally.durations.quantile(0.5))
        lines.line("用时中位数（秒）", "Median duration (s)", fmt::format("{:.0f}", *median / 1000));
    lines.line("练习（未计入）", "Practice (not counted)", std::to_string(tally.practice));
    lines.line("作答过快（计入，单列）", "Too fast to have been read (counted)", std::to_string(tally.rapid));
    lines.line("日期存疑", "Day in doubt", std::to_string(tally.doubtful_clock));
}

using Entry = std::pair<const figures::AskedItem*, const figures::ItemTally*>;

document::Table items_table(const Words& words, const figures::Analysis& analysis, Language language) {
    std::vector<Entry> entries;
    for (const auto& [asked, tally] : analysis.tally.items)
        if (analysis.items.at(figures::name_of(asked)).key != 0) entries.emplace_back(&asked, &tally);
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.second->right * b.second->answered < b.second->right * a.second->answered;
    });
    document::Table table{{{words("题目", "Item")},
                           {words("阶段", "Phase")},
                           {words("作答", "Answered"), true},
                           {words("答对%", "Right %"), true},
                           {words("区分度", "Discrimination"), true},
                           {"27%", true},
                           {words("效率", "Efficiency"), true}},
                          {}};
    for (const auto& [asked, tally] : entries) {
        const stats::Proportion right{tally->right, tally->answered};
        const auto discrimination = tally->counts.discrimination();
        table.rows.push_back({{analysis.items.at(figures::name_of(*asked)).stem.in(language)},
                              {std::string(quiz::code(asked->phase))},
                              {std::to_string(tally->answered)},
                              {percent(right.value())},
                              {discrimination ? fmt::format("{:.2f}", *discrimination) : "–"},
                              {percent(tally->counts.upper_lower())},
                              {percent(tally->counts.discriminative_efficiency())}});
    }
    return table;
}

document::Table survey_table(const Words& words, const figures::Analysis& analysis, Language language) {
    document::Table table{{{words("小调查", "Survey")},
                           {"n", true},
                           {words("最高两级%", "Top two %"), true},
                           {words("最低两级%", "Bottom two %"), true},
                           {words("净值", "Net"), true}},
                          {}};
    for (const auto& [asked, tally] : analysis.tally.items) {
        const store::ItemRow& row = analysis.items.at(figures::name_of(asked));
        if (row.kind != quiz::code(quiz::Kind::scale)) continue;
        const stats::Likert likert{tally.chosen};
        table.rows.push_back({{row.stem.in(language)},
                              {std::to_string(likert.n())},
                              {percent(likert.top_two().value())},
                              {percent(likert.bottom_two().value())},
                              {percent(likert.net())}});
    }
    return table;
}

}  // namespace

std::string analysis_text(const figures::Analysis& analysis, Language language) {
    const Words words(language);
    const auto& period = analysis.selection.period;
    Lines lines(words);
    lines.line("统计期", "Period", period ? period->title.in(language) : words("全部", "everything"));
    const std::string mark = outreach::internal_mark(language) + "\n";
    if (analysis.tally.visits.started == 0)
        return mark + std::move(lines).text() +
               words("此期间没有参加人次。\n", "Nothing took place in this period.\n");
    add_key_figures(lines, analysis.tally);
    std::string text = mark + std::move(lines).text() + "\n" +
                       document::terminal_text(items_table(words, analysis, language));
    const document::Table survey = survey_table(words, analysis, language);
    if (!survey.rows.empty()) text += "\n" + document::terminal_text(survey);
    return text;
}

}  // namespace xy::report
