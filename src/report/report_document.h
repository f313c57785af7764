// The report of a period as a document: what it says and in which order, for HTML and Word alike.
#pragma once

#include "document/document.h"
#include "figures/period_report.h"

namespace xy::report {

document::Document report_document(const figures::PeriodReport& report);

}  // namespace xy::report
