// What an organizer's own Word template can be filled with.
#pragma once

#include <vector>

#include "document/word_template.h"
#include "figures/period_report.h"

namespace xy::report {

/// Field names are Chinese whatever the language of the report: {{参与人次}}, {{发放宣传资料}}, {{表:场次}},
/// {{图:月度参与}}. Every measure of the ledger is a field under its title
/// (“5000 多”) and, with 含单位 behind it, with its unit (“5000 多份”).
document::Fields report_fields(const figures::PeriodReport& report);

}  // namespace xy::report
