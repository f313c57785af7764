// A report as organizers get it, and what it supplies for their own templates.
#pragma once

#include "document/document.h"
#include "document/word_template.h"

namespace xy::document::tests {

charts::Chart half_a_year();
charts::Chart audiences();
charts::Chart survey();

/// Place × venue kind, with gaps, a withheld figure and a total.
Table coverage();
/// The events of the period.
Table events();

/// Every kind of block, as in the report of a half-year.
Document report();

/// The names that reports supply.
Fields report_fields();

}  // namespace xy::document::tests
