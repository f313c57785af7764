// A report as a spreadsheet, for people who go on working with the figures in Excel or WPS.
#pragma once

#include "document/spreadsheet.h"
#include "figures/period_report.h"

namespace xy::report {

/// Sheets 概览, 场次, 乡镇×六进, 台账, 题目分析, 问卷, 说明, with numbers as numbers, withheld ones as ※; an
/// internal report says so at the top of every page.
document::Spreadsheet workbook(const figures::PeriodReport& report);

}  // namespace xy::report
