#include "report/report_summary.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/words.h"
#include "report/figure_text.h"

namespace xy::report {
namespace {

using document::Mark;
using document::Run;

/// A sentence made piece by piece.
class Sentence {
 public:
    explicit Sentence(const figures::PeriodReport& report)
        : report_(report), words_(report.options.language) {}

    document::Paragraph paragraph() && {
        if (report_.nothing_took_place()) {
            plain(words_("本期没有开展活动，也没有参加人次。", "Nothing took place in this period."));
        } else {
            outreach();
            ledger();
            quiz();
            not_entered();
        }
        return {document::ParagraphStyle::lead, std::move(runs_)};
    }

 private:
    void plain(const std::string& text) { runs_.push_back({text}); }
    void strong(const std::string& text) { runs_.push_back({text, Mark::strong}); }

    void outreach() {
        const std::vector<std::string> kinds = venue_kinds();
        plain(report_.place.empty() ? "" : report_.place + words_("，", ": "));
        plain(report_.period + words_("共开展", ": "));
        if (!kinds.empty() && report_.options.language == Language::zh) plain(words_.join(kinds) + "等");
        plain(words_("宣传活动 ", ""));
        strong(words_.format("{} 场", "{} events", report_.held()));
        if (report_.coverage.townships > 0) {
            plain(words_("，覆盖 ", " in "));
            strong(words_.format("{} / {} 个乡镇（街道）", "{} of {} townships", report_.coverage.covered,
                                 report_.coverage.townships));
        }
    }

    std::vector<std::string> venue_kinds() const {
        std::vector<std::string> kinds;
        for (const figures::Group& group : report_.table(figures::Grouping::venue).groups)
            if (group.events > 0) kinds.push_back(group.name);
        return kinds;
    }

    void ledger() {
        bool first = true;
        for (const figures::LedgerFigure& figure : report_.ledger) {
            if (!figure.entered) continue;
            plain((first ? words_("；", "; ") : words_("，", ", ")) + figure.measure + " ");
            strong(figure.amount);
            first = false;
        }
    }

    void quiz() {
        plain(words_("；", "; "));
        strong(text_of(report_.visits) + words_(" 人次", " visits"));
        plain(words_("参加现场禁毒知识答题，完成 ", " to the quiz, of which "));
        strong(report_.completed ? words_.format("{} 人次", "{}", report_.completed->hits) : "※");
        plain(words_.format("（{}），本活动答题正确率 ", " ({}) were completed; right answers here ",
                            text_of(report_.completed, report_.options.language)));
        strong(text_of(report_.right_answers, report_.options.language));
        plain(words_("。", ". "));
    }

    void not_entered() {
        std::vector<std::string> missing;
        for (const figures::LedgerFigure& figure : report_.ledger)
            if (!figure.entered) missing.push_back(figure.measure);
        if (missing.empty()) return;
        plain(words_.join(missing) + words_("：", ": "));
        runs_.push_back({words_("未填报", "not entered"), Mark::gap});
        plain(words_("。", "."));
    }

    const figures::PeriodReport& report_;
    Words words_;
    std::vector<Run> runs_;
};

document::KeyFigure visits_of(const figures::PeriodReport& report) {
    const Words words(report.options.language);
    document::KeyFigure figure{words("参加人次", "Visits"), text_of(report.visits), ""};
    if (!report.year_before) return figure;
    const stats::Change& change = report.year_before->change;
    figure.below = fmt::format("{} {:+.0f}%", words("同比", "on the year"), 100 * change.ratio);
    if (change.interval)
        figure.below += words.format("（{:+.0f}% ～ {:+.0f}%）", " ({:+.0f}% to {:+.0f}%)",
                                     100 * change.interval->low, 100 * change.interval->high);
    return figure;
}

document::KeyFigure gain_of(const figures::PeriodReport& report) {
    const Words words(report.options.language);
    const figures::GainFigure& gain = *report.gain();
    std::string below = words.format("n = {} 对", "n = {} pairs", gain.n);
    if (gain.difference)
        below = words.format("{:.1f}～{:.1f}，", "{:.1f} to {:.1f}, ", 100 * gain.difference->low,
                             100 * gain.difference->high) +
                below;
    return {words("前后测提升（百分点）", "Gain (points)"), fmt::format("{:+.1f}", 100 * gain.gain()), below};
}

/// Five, and how many there are.
std::string first_few(const std::vector<std::string>& stems, const Words& words) {
    constexpr std::size_t few = 5;
    std::vector<std::string> quoted;
    for (std::size_t i = 0; i < std::min(few, stems.size()); ++i) quoted.push_back("“" + stems[i] + "”");
    std::string text = words.join(quoted);
    if (stems.size() > few) text += words.format("等 {} 题", " and others, {} in all", stems.size());
    return text;
}

std::string comparison_explanation(const figures::PeriodReport& report) {
    const Words words(report.options.language);
    const figures::Comparison& before = *report.year_before;
    std::string text =
        before.change.interval
            ? words("同比区间按活动场次聚类计算。",
                    "The interval of the change to the year before is clustered by event.")
            : words(
                  "同比不附区间：本期或上年同期活动不足 5 场，或有活动的人次未予公布（区间会使其可被推算）。",
                  "The change to the year before has no interval: either period had fewer than 5 events, or "
                  "an event is withheld, which an interval would reveal.");
    if (before.right_answers_changed && report.right_answers)
        text += words.format(
            "两期题目相同，答题正确率相差 {:+.1f} 个百分点（95% 区间 {:+.1f}～{:+.1f}）。",
            " Both asked the same items; right answers changed by {:+.1f} points (95% interval {:+.1f} "
            "to {:+.1f}).",
            100 * (*report.right_answers->value() - *before.right_answers->value()),
            100 * before.right_answers_changed->low, 100 * before.right_answers_changed->high);
    else if (!before.same_items())
        text += words.format(
            "两期题目不同（本期 {} 题，上年同期 {} 题，相同 {} 题），答题正确率不作同比。",
            " The items differ ({} now, {} the year before, {} in both), so right answers are not "
            "compared.",
            before.items_now, before.items_before, before.items_common);
    return text;
}

std::string interval_explanation(const figures::PeriodReport& report) {
    const Words words(report.options.language);
    std::string text = words(
        "比率的区间为 95% Wilson 区间，有效样本量 = n ÷ "
        "设计效应：同一场活动、同一次答题的作答彼此相近，区间据此"
        "放宽。各场人次均公布且有 5 场以上的按场次聚类，否则按人次。",
        "Intervals of shares are 95% Wilson intervals with an effective n = n ÷ design effect: answers of "
        "one "
        "event and of one visit are alike. Clustered by event where there are five or more and all are "
        "shown, "
        "else by visit.");
    if (report.right_answers && report.right_answers->n > 0)
        text +=
            words.format("本期答题正确率的设计效应为 {:.1f}。",
                         " Design effect of the right answers: {:.1f}.", report.right_answers->design_effect);
    return text;
}

std::string gain_explanation(const Words& words) {
    return words(
        "前后测提升：同一次答题中后测与前测平均答对率之差；两份平行卷先后互换的，两种次序权重相同，试卷难易因"
        "此"
        "相抵；人人次序相同的，只列两次得分。区间为配对差的 95% 区间（t 分布），聚类同上；不足 10 "
        "对的不列。相对"
        "提升 g =（后测 − 前测）÷（1 − 前测），按平均值计。",
        "Gain: mean share right in the post-test less that in the pre-test of the same visits. Both orders "
        "of "
        "two forms weigh the same, so that an easier form cancels; with one order for all, only the two "
        "scores "
        "stand. 95% interval of the paired difference (Student's t), clustered as above, none under 10 "
        "pairs; "
        "relative gain g = (post − pre) ÷ (1 − pre) of the means.");
}

}  // namespace

document::Paragraph summary_of(const figures::PeriodReport& report) {
    return Sentence(report).paragraph();
}

document::KeyFigures key_figures_of(const figures::PeriodReport& report) {
    const Language language = report.options.language;
    const Words words(language);
    const auto rate = [&](const std::string& name, const figures::Share& share) {
        return document::KeyFigure{name, text_of(share, language), interval_text(share, language)};
    };
    document::KeyFigures figures{{visits_of(report)}};
    figures.figures.push_back(rate(words("完成率", "Completed"), report.completed));
    figures.figures.push_back(rate(words("答题正确率（甲）", "Right answers (a)"), report.right_answers));
    figures.figures.push_back(
        report.gain() == nullptr
            ? rate(words.format("答对 {}% 以上（乙）", "At least {}% right (b)", tally::pass_percent),
                   report.at_threshold)
            : gain_of(report));
    return figures;
}

std::vector<std::string> least_known_notes(const figures::PeriodReport& report) {
    const Words words(report.options.language);
    std::vector<std::string> lines{
        words("各题库分别排列，按答对率 95% 区间的上限从低到高。",
              "Each bank for itself, by the upper end of the 95% interval of right answers.")};
    for (const figures::LeastKnown& least : report.least_known_of_banks) {
        std::string line = words.format("题库 {}：", "Bank {}: ", least.bank);
        line += least.not_distinguishable.empty()
                    ? words.format("“{}”低于其他各题", "“{}” is below all others", least.first.stem)
                    : words.format("“{}”与{}无法区分", "“{}” is not distinguishable from {}",
                                   least.first.stem, first_few(least.not_distinguishable, words));
        if (least.some_withheld) line += words("（只在列出的题目中比较）", " (of the items shown)");
        lines.push_back(line + words("。", "."));
    }
    return lines;
}

std::vector<std::string> explanations_of(const figures::PeriodReport& report) {
    const figures::ReportOptions& options = report.options;
    const Words words(options.language);
    std::vector<std::string> lines{
        words(
            "本活动答题正确率（现场自愿参与，非抽样调查）：（甲）答对题次 ÷ 作答题次；（乙）完成答题且答对率"
            "达标的人次 ÷ 完成人次。不等同于官方“知晓率”。“人次”按答题次数计，不代表人数。",
            "Right answers of volunteers, not of a sample: (a) right ÷ answered items; (b) completed visits "
            "at "
            "the threshold ÷ completed visits. Visits, not persons."),
        interval_explanation(report)};
    if (!report.gains.empty()) lines.push_back(gain_explanation(words));
    if (report.year_before) lines.push_back(comparison_explanation(report));
    if (!options.internal())
        lines.push_back(words.format(
            "※ 人数过少，为保护参与者不予公布（门槛 {}，含补充隐去）。",
            "※ withheld to protect small groups (under {}, and what would reveal them).", options.threshold));
    if (report.withheld_for_them > 0)
        lines.push_back(words.format(
            "此前公布过 {} 份有重叠的报告，本报告与其一并做小数保护，因此另隐去 {} 个数。",
            "{} reports that overlap this one were published before; it is protected together with them, "
            "which withholds {} more counts.",
            report.earlier_reports, report.withheld_for_them));
    if (options.apart)
        lines.push_back(
            words("本报告未与此前公布的报告一并做小数保护：对照阅读有可能推算出被隐去的小数。",
                  "Not protected together with reports published before: who reads both may work out what is "
                  "withheld."));
    return lines;
}

}  // namespace xy::report
