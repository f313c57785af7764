#include <fmt/format.h>

#include "base/words.h"
#include "report/report_document.h"

namespace xy::report {

std::vector<std::string> explanations_of(const figures::PeriodReport& report) {
    const figures::ReportOptions& options = report.options;
    std::vector<std::string> lines{words(
        options.language,
        "本活动答题正确率（现场自愿参与，非抽样调查）：（甲）答对题次 ÷ 作答题次；（乙）完成答题且答对率"
        "达标的人次 ÷ 完成人次；区间为 95% Wilson "
        "区间。不等同于官方“知晓率”。“人次”按答题次数计，不代表人数。",
        "Right answers of volunteers, not of a sample: (a) right ÷ answered items; (b) completed visits at "
        "the threshold ÷ completed visits; 95% Wilson intervals. Visits, not persons.")};
    if (!report.gains.empty())
        lines.push_back(words(
            options.language,
            "前后测提升：同一次答题中后测与前测平均答对率之差，区间为配对均值差的 95% 区间；相对提升 g = "
            "（后测 − 前测）÷（1 − 前测），按平均值计。",
            "Gain: mean share right in the post-test less that in the pre-test of the same visits, with the "
            "95% "
            "interval of the paired difference; relative gain g = (post − pre) ÷ (1 − pre) of the means."));
    if (report.year_before)
        lines.push_back(words(options.language, "同比区间按活动场次聚类计算。",
                              "The interval of the change to the year before is clustered by event."));
    if (!options.internal())
        lines.push_back(fmt::format(
            fmt::runtime(words(options.language, "※ 人数过少，为保护参与者不予公布（门槛 {}，含补充隐去）。",
                               "※ withheld to protect small groups (under {}, and what would reveal them).")),
            options.threshold));
    return lines;
}

}  // namespace xy::report
