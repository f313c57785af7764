#include "report/report_summary.h"

#include <cmath>
#include <fmt/format.h>

#include "base/words.h"
#include "report/report_document.h"

namespace xy::report {
namespace {

using document::Mark;
using document::Run;

/// A sentence made piece by piece.
class Sentence {
 public:
    explicit Sentence(const figures::PeriodReport& report) : report_(report) {}

    document::Paragraph paragraph() && {
        if (report_.nothing_took_place()) {
            plain(words("本期没有开展活动，也没有参加人次。", "Nothing took place in this period."));
        } else {
            outreach();
            ledger();
            quiz();
            not_entered();
        }
        return {document::ParagraphStyle::lead, std::move(runs_)};
    }

 private:
    std::string words(std::string_view zh, std::string_view en) const {
        return xy::words(report_.options.language, zh, en);
    }
    void plain(const std::string& text) { runs_.push_back({text}); }
    void strong(const std::string& text) { runs_.push_back({text, Mark::strong}); }

    void outreach() {
        const std::vector<std::string> kinds = venue_kinds();
        plain(report_.place.empty() ? "" : report_.place + words("，", ": "));
        plain(report_.period + words("共开展", ": "));
        if (!kinds.empty() && report_.options.language == Language::zh)
            plain(listed(kinds, Language::zh) + "等");
        plain(words("宣传活动 ", ""));
        strong(fmt::format(fmt::runtime(words("{} 场", "{} events")), report_.held()));
        if (report_.coverage.townships > 0) {
            plain(words("，覆盖 ", " in "));
            strong(fmt::format(fmt::runtime(words("{} / {} 个乡镇（街道）", "{} of {} townships")),
                               report_.coverage.covered, report_.coverage.townships));
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
            plain((first ? words("；", "; ") : words("，", ", ")) + figure.measure + " ");
            strong(figure.amount);
            first = false;
        }
    }

    void quiz() {
        plain(words("；", "; "));
        strong(text_of(report_.visits) + words(" 人次", " visits"));
        plain(words("参加现场禁毒知识答题，完成 ", " to the quiz, of which "));
        strong(report_.completed ? fmt::format(fmt::runtime(words("{} 人次", "{}")), report_.completed->hits)
                                 : "※");
        plain(fmt::format(
            fmt::runtime(words("（{}），本活动答题正确率 ", " ({}) were completed; right answers here ")),
            text_of(report_.completed, report_.options.language)));
        strong(text_of(report_.right_answers, report_.options.language));
        plain(words("。", ". "));
    }

    void not_entered() {
        std::vector<std::string> missing;
        for (const figures::LedgerFigure& figure : report_.ledger)
            if (!figure.entered) missing.push_back(figure.measure);
        if (missing.empty()) return;
        plain(listed(missing, report_.options.language) + words("：", ": "));
        runs_.push_back({words("未填报", "not entered"), Mark::gap});
        plain(words("。", "."));
    }

    const figures::PeriodReport& report_;
    std::vector<Run> runs_;
};

document::KeyFigure visits_of(const figures::PeriodReport& report) {
    const Language language = report.options.language;
    document::KeyFigure figure{words(language, "参加人次", "Visits"), text_of(report.visits), ""};
    if (!report.year_before) return figure;
    const stats::Change& change = report.year_before->change;
    figure.below = fmt::format("{} {:+.0f}%", words(language, "同比", "on the year"), 100 * change.ratio);
    if (change.interval)
        figure.below +=
            fmt::format(fmt::runtime(words(language, "（{:+.0f}% ～ {:+.0f}%）", " ({:+.0f}% to {:+.0f}%)")),
                        100 * change.interval->low, 100 * change.interval->high);
    return figure;
}

document::KeyFigure gain_of(const figures::PeriodReport& report) {
    const Language language = report.options.language;
    const figures::GainFigure& gain = report.gains.front();
    return {words(language, "前后测提升（百分点）", "Gain (points)"),
            fmt::format("{:+.1f}", 100 * (gain.after - gain.before)),
            fmt::format(
                fmt::runtime(words(language, "{:.1f}～{:.1f}，n = {} 对", "{:.1f} to {:.1f}, n = {} pairs")),
                100 * gain.difference.low, 100 * gain.difference.high, gain.n)};
}

}  // namespace

document::Paragraph summary_of(const figures::PeriodReport& report) {
    return Sentence(report).paragraph();
}

document::KeyFigures key_figures_of(const figures::PeriodReport& report) {
    const Language language = report.options.language;
    const auto rate = [&](const std::string& name, const figures::Share& share) {
        return document::KeyFigure{name, text_of(share, language), interval_text(share, language)};
    };
    document::KeyFigures figures{{visits_of(report)}};
    figures.figures.push_back(rate(words(language, "完成率", "Completed"), report.completed));
    figures.figures.push_back(
        rate(words(language, "答题正确率（甲）", "Right answers (a)"), report.right_answers));
    figures.figures.push_back(
        report.gains.empty()
            ? rate(fmt::format(fmt::runtime(words(language, "答对 {}% 以上（乙）", "At least {}% right (b)")),
                               figures::pass_percent),
                   report.at_threshold)
            : gain_of(report));
    return figures;
}

}  // namespace xy::report
