#include "report/report_summary.h"

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
    const figures::GainFigure& gain = report.gains.front();
    return {words("前后测提升（百分点）", "Gain (points)"),
            fmt::format("{:+.1f}", 100 * (gain.after - gain.before)),
            words.format("{:.1f}～{:.1f}，n = {} 对", "{:.1f} to {:.1f}, n = {} pairs",
                         100 * gain.difference.low, 100 * gain.difference.high, gain.n)};
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
        report.gains.empty()
            ? rate(words.format("答对 {}% 以上（乙）", "At least {}% right (b)", figures::pass_percent),
                   report.at_threshold)
            : gain_of(report));
    return figures;
}

std::vector<std::string> explanations_of(const figures::PeriodReport& report) {
    const figures::ReportOptions& options = report.options;
    const Words words(options.language);
    std::vector<std::string> lines{words(
        "本活动答题正确率（现场自愿参与，非抽样调查）：（甲）答对题次 ÷ 作答题次；（乙）完成答题且答对率"
        "达标的人次 ÷ 完成人次；区间为 95% Wilson "
        "区间。不等同于官方“知晓率”。“人次”按答题次数计，不代表人数。",
        "Right answers of volunteers, not of a sample: (a) right ÷ answered items; (b) completed visits at "
        "the threshold ÷ completed visits; 95% Wilson intervals. Visits, not persons.")};
    if (!report.gains.empty())
        lines.push_back(words(
            "前后测提升：同一次答题中后测与前测平均答对率之差，区间为配对均值差的 95% 区间；相对提升 g = "
            "（后测 − 前测）÷（1 − 前测），按平均值计。",
            "Gain: mean share right in the post-test less that in the pre-test of the same visits, with the "
            "95% "
            "interval of the paired difference; relative gain g = (post − pre) ÷ (1 − pre) of the means."));
    if (report.year_before && !report.year_before->change.interval)
        lines.push_back(words(
            "同比不附区间：本期或上年同期有活动的人次未予公布（区间会使其可被推算），或活动不足 5 场。",
            "The change to the year before has no interval: an event of either period is withheld, which an "
            "interval would reveal, or there were fewer than 5 events."));
    if (report.year_before && report.year_before->change.interval)
        lines.push_back(words("同比区间按活动场次聚类计算。",
                              "The interval of the change to the year before is clustered by event."));
    if (!options.internal())
        lines.push_back(words.format(
            "※ 人数过少，为保护参与者不予公布（门槛 {}，含补充隐去）。",
            "※ withheld to protect small groups (under {}, and what would reveal them).", options.threshold));
    return lines;
}

}  // namespace xy::report
