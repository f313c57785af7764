// A report as an Excel workbook (.xlsx), for people who go on working with the figures in Excel or WPS.
#pragma once

#include <filesystem>
#include <string>

#include "figures/period_report.h"
#include "report/report_error.h"

namespace xy::report {

/// The bytes of the workbook. Sheets 概览, 场次, 乡镇×六进, 台账, 题目分析, 问卷, 说明, with numbers as
/// numbers, withheld ones as ※; A4, headers repeated on every page and frozen; an internal report says so in
/// the page header of each sheet. `scratch` must not exist and is gone afterwards: the library writes files
/// only. Throws ReportError.
std::string workbook(const figures::PeriodReport& report, const std::filesystem::path& scratch);

}  // namespace xy::report
