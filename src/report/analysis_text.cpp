#include "report/analysis_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/words.h"
#include "report/text_table.h"
#include "stats/likert.h"

namespace xy::report {
namespace {

class Text {
 public:
    explicit Text(Language language) : language_(language) {}

    std::string words(std::string_view zh, std::string_view en) const { return xy::words(language_, zh, en); }
    void line(std::string_view zh, std::string_view en, const std::string& value) {
        text_ += words(zh, en) + words("：", ": ") + value + "\n";
    }
    std::string share(const stats::Proportion& share) const {
        const auto value = share.value();
        if (!value) return words("无数据", "no data");
        const auto interval = *wilson(share);
        return fmt::format("{:.1f}% ({:.1f}–{:.1f}%, n = {})", 100 * *value, 100 * interval.low,
                           100 * interval.high, share.n);
    }
    void add(const std::string& text) { text_ += text; }
    std::string take() { return std::move(text_); }

 private:
    Language language_;
    std::string text_;
};

std::string points(const std::optional<double>& value, double scale) {
    return value ? fmt::format("{:.1f}", scale * *value) : "–";
}

void key_figures(Text& text, const figures::Tally& tally) {
    const figures::Visits& visits = tally.visits;
    text.line("参加人次", "Visits", std::to_string(visits.started));
    text.line("完成率", "Completed", text.share({visits.completed, visits.started}));
    text.line("本活动答题正确率（现场自愿参与，非抽样调查；答对题次 ÷ 作答题次）",
              "Right answers here (volunteers, no sample; right ÷ answered items)",
              text.share({tally.right_answers, tally.answered_items}));
    text.line(fmt::format("达到 {}% 的人次占比", figures::pass_percent),
              fmt::format("Visits with at least {}% right", figures::pass_percent),
              text.share({tally.scores.at_least(figures::pass_percent, 100), tally.scores.n()}));
    for (const auto& [items, gain] : tally.gains)
        if (const auto interval = gain.difference_interval())
            text.line("前后测提升（百分点）", "Gain from before to after (points)",
                      fmt::format("{:+.1f} ({:.1f}–{:.1f}, n = {})", 100 * *gain.difference(),
                                  100 * interval->low, 100 * interval->high, gain.n()));
    text.line("承诺", "Pledges", text.share({tally.pledges_given, tally.pledges_asked}));
    if (const auto median = tally.durations.quantile(0.5))
        text.line("用时中位数（秒）", "Median duration (s)", fmt::format("{:.0f}", *median / 1000));
    text.line("练习（未计入）", "Practice (not counted)", std::to_string(tally.practice));
    text.line("作答过快（计入，单列）", "Too fast to have been read (counted)", std::to_string(tally.rapid));
    text.line("日期存疑", "Day in doubt", std::to_string(tally.doubtful_clock));
}

using Entry = std::pair<const figures::AskedItem*, const figures::ItemTally*>;

std::string items_table(const Text& text, const figures::Analysis& analysis, Language language) {
    std::vector<Entry> entries;
    for (const auto& [asked, tally] : analysis.tally.items)
        if (analysis.items.at(figures::name_of(asked)).key != 0) entries.emplace_back(&asked, &tally);
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.second->right * b.second->answered < b.second->right * a.second->answered;
    });
    TextTable table{{text.words("题目", "Item"), text.words("阶段", "Phase"), text.words("作答", "Answered"),
                     text.words("答对%", "Right %"), text.words("区分度", "Discrimination"), "27%",
                     text.words("效率", "Efficiency")},
                    {},
                    2};
    for (const auto& [asked, tally] : entries) {
        const stats::Proportion right{tally->right, tally->answered};
        table.rows.push_back({analysis.items.at(figures::name_of(*asked)).stem.in(language),
                              std::string(quiz::code(asked->phase)), std::to_string(tally->answered),
                              points(right.value(), 100), points(tally->counts.discrimination(), 1),
                              points(tally->counts.upper_lower(), 100),
                              points(tally->counts.discriminative_efficiency(), 1)});
    }
    return to_text(table);
}

std::string survey_table(const Text& text, const figures::Analysis& analysis, Language language) {
    TextTable table{{text.words("小调查", "Survey"), "n", text.words("最高两级%", "Top two %"),
                     text.words("最低两级%", "Bottom two %"), text.words("净值", "Net")},
                    {},
                    1};
    for (const auto& [asked, tally] : analysis.tally.items) {
        const store::ItemRow& row = analysis.items.at(figures::name_of(asked));
        if (row.kind != quiz::code(quiz::Kind::scale)) continue;
        const stats::Likert likert{tally.chosen};
        table.rows.push_back({row.stem.in(language), std::to_string(likert.n()),
                              points(likert.top_two().value(), 100), points(likert.bottom_two().value(), 100),
                              points(likert.net(), 100)});
    }
    return table.rows.empty() ? "" : to_text(table);
}

}  // namespace

std::string analysis_text(const figures::Analysis& analysis, Language language) {
    Text text(language);
    const auto& period = analysis.selection.period;
    text.line("统计期", "Period", period ? period->title.in(language) : text.words("全部", "everything"));
    if (analysis.tally.visits.started == 0) {
        text.add(text.words("此期间没有参加人次。\n", "Nothing took place in this period.\n"));
        return text.take();
    }
    key_figures(text, analysis.tally);
    text.add("\n" + items_table(text, analysis, language));
    const std::string survey = survey_table(text, analysis, language);
    if (!survey.empty()) text.add("\n" + survey);
    return text.take();
}

}  // namespace xy::report
