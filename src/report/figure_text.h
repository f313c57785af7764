// Figures as text, the same in every form for people.
#pragma once

#include <string>

#include "figures/period_report.h"

namespace xy::report {

/// “内部资料：含小数据，不得公开”; empty for a public report.
std::string notice_of(const figures::PeriodReport& report);

/// “2026 年上半年禁毒宣传活动统计报告”.
std::string title_of(const figures::PeriodReport& report);

/// Of a share that is shown; withheld with it.
inline figures::Count hits_of(const figures::Share& share) {
    return share ? figures::Count(share->hits) : figures::Count();
}

/// A count, or ※ where it is withheld.
std::string text_of(const figures::Count& count);
/// “83.6%”, ※ where it is withheld, “无数据” where nothing was counted.
std::string text_of(const figures::Share& share, Language language);
/// “82.9–84.3%”, the 95 % interval; empty where there is none.
std::string range_text(const figures::Share& share);
/// “82.9–84.3%，n = 28710”.
std::string interval_text(const figures::Share& share, Language language);

}  // namespace xy::report
