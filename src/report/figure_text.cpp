#include "report/figure_text.h"

#include <fmt/format.h>

#include "base/words.h"
#include "outreach/internal_mark.h"

namespace xy::report {

std::string text_of(const figures::Count& count) {
    return count ? std::to_string(*count) : "※";
}

std::string text_of(const figures::Share& share, Language language) {
    if (!share) return "※";
    const auto value = share->value();
    return value ? fmt::format("{:.1f}%", 100 * *value) : Words(language)("无数据", "no data");
}

std::string interval_text(const figures::Share& share, Language language) {
    const auto bounds = share ? interval_of(*share) : std::nullopt;
    if (!bounds) return "";
    return range_text(share) + Words(language)("，", ", ") + "n\u00a0=\u00a0" + std::to_string(share->n);
}

std::string range_text(const figures::Share& share) {
    const auto bounds = share ? interval_of(*share) : std::nullopt;
    return bounds ? fmt::format("{:.1f}–{:.1f}%", 100 * bounds->low, 100 * bounds->high) : "";
}

std::string notice_of(const figures::PeriodReport& report) {
    if (report.options.apart)
        return Words(report.options.language)("未与此前公布的报告一并做小数保护",
                                              "Not protected together with reports published before");
    if (!report.options.internal()) return "";
    return outreach::internal_mark(report.options.language);
}

std::string title_of(const figures::PeriodReport& report) {
    return report.place + report.period +
           Words(report.options.language)("禁毒宣传活动统计报告", ": report of drug-awareness outreach");
}

}  // namespace xy::report
