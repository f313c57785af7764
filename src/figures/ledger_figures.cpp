#include "figures/ledger_figures.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "base/words.h"

namespace xy::figures {
namespace {

/// “约 300”, “300 余”, “over 300”.
std::string number_of(const outreach::LedgerTotal& total, Language language) {
    using outreach::Precision;
    const std::string number = std::to_string(total.amount);
    if (total.precision == Precision::exact) return number;
    if (total.precision == Precision::about) return Words(language)("约 ", "about ") + number;
    if (language == Language::en) return "over " + number;
    return number + (total.precision == Precision::over ? " 余" : " 多");
}

std::string amount_of(const outreach::LedgerTotal& total, const std::string& unit, Language language) {
    const bool joined = language == Language::zh && total.precision >= outreach::Precision::over;
    return number_of(total, language) + (joined ? "" : " ") + unit;
}

std::string word_for(outreach::Precision precision, Language language) {
    switch (precision) {
        case outreach::Precision::exact:
            return Words(language)("准确", "exact");
        case outreach::Precision::about:
            return Words(language)("约", "about");
        case outreach::Precision::over:
            return Words(language)("余", "over");
        default:
            return Words(language)("多", "over");
    }
}

}  // namespace

std::vector<LedgerFigure> ledger_figures(const std::vector<outreach::Event>& events,
                                         const ReportSources& sources, Language language) {
    std::vector<LedgerFigure> figures;
    for (const outreach::Measure& measure : sources.measures) {
        outreach::LedgerTotal sum;
        for (const outreach::Event& event : events) {
            const outreach::LedgerTotal total = outreach::total_of(sources.ledger, event.id, measure.id);
            if (total.entries == 0) continue;
            sum.amount += total.amount;
            sum.entries += total.entries;
            sum.precision = std::max(sum.precision, total.precision);
        }
        const bool entered = sum.entries > 0;
        const std::string missing = Words(language)("未填报", "not entered");
        const std::string unit = measure.unit.in(language);
        figures.push_back({measure.id, measure.title.in(language), unit,
                           entered ? amount_of(sum, unit, language) : missing,
                           entered ? number_of(sum, language) : missing, word_for(sum.precision, language),
                           sum.amount, entered, sum.precision >= outreach::Precision::over});
    }
    return figures;
}

namespace {

using outreach::TargetSubject;

/// A target while its line is made.
class Line {
 public:
    Line(const PeriodReport& report, const outreach::Target& target)
        : report_(report), target_(target), words_(report.options.language) {
        figure_.target = static_cast<double>(target.amount);
    }

    TargetFigure figure() && {
        actual();
        judge();
        return std::move(figure_);
    }

 private:
    void actual() {
        switch (target_.subject) {
            case TargetSubject::measure:
                return measure();
            case TargetSubject::events:
                return set(words_("开展活动", "Events"), words_("场", "events"), report_.held());
            case TargetSubject::visits:
                return set(words_("参加答题", "Visits"), words_("人次", "visits"), report_.visits);
            case TargetSubject::townships:
                return set(words_("覆盖乡镇", "Townships reached"), words_("个", "townships"),
                           report_.coverage.covered);
            case TargetSubject::right_percent:
                return right_percent();
        }
    }

    void set(const std::string& subject, const std::string& unit, const Count& count) {
        figure_.subject = subject;
        figure_.unit = unit;
        if (count) figure_.actual = static_cast<double>(*count);
        figure_.actual_text = count ? std::to_string(*count) : "※";
    }

    void right_percent() {
        figure_.subject = words_("本活动答题正确率（甲）", "Right answers here (a)");
        figure_.unit = "%";
        const Share& share = report_.right_answers;
        figure_.actual_text = share ? words_("无数据", "no data") : "※";
        if (!share || share->n == 0) return;
        figure_.actual = 100 * *share->value();
        figure_.actual_text = fmt::format("{:.1f}", *figure_.actual);
    }

    void measure() {
        const auto found =
            std::find_if(report_.ledger.begin(), report_.ledger.end(),
                         [&](const LedgerFigure& figure) { return figure.id == target_.measure; });
        if (found == report_.ledger.end()) return;
        figure_.subject = found->measure;
        figure_.unit = found->unit;
        figure_.actual_text = found->amount;
        if (!found->entered) return;
        figure_.actual = static_cast<double>(found->total);
        figure_.at_least = found->at_least;
    }

    void judge() {
        if (!figure_.actual) {
            figure_.status = figure_.actual_text;
            return;
        }
        figure_.reached = *figure_.actual / figure_.target;
        figure_.met = *figure_.actual >= figure_.target;
        figure_.status = figure_.met ? words_("达到", "reached") : missing();
    }

    std::string missing() const {
        const std::vector<std::string> places = report_.coverage.not_covered();
        if (target_.subject == TargetSubject::townships && !places.empty())
            return words_.join(places) + words_("未开展", ": none yet");
        const double rest = figure_.target - *figure_.actual;
        const std::string number =
            rest == std::floor(rest) ? fmt::format("{:.0f}", rest) : fmt::format("{:.1f}", rest);
        return words_("差 ", "") + number + " " + figure_.unit + words_("", " to go");
    }

    const PeriodReport& report_;
    const outreach::Target& target_;
    Words words_;
    TargetFigure figure_;
};

}  // namespace

std::vector<TargetFigure> target_figures(const PeriodReport& report,
                                         const std::optional<outreach::Period>& period,
                                         const ReportSources& sources) {
    std::vector<TargetFigure> figures;
    if (!period) return figures;
    for (const outreach::Target& target : sources.targets)
        if (target.period == *period) figures.push_back(Line(report, target).figure());
    return figures;
}

}  // namespace xy::figures
