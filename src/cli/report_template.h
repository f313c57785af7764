// An organizer's own Word template: its fields, and how it is filled.
#pragma once

#include <filesystem>
#include <string>

#include "figures/period_report.h"

namespace xy::cli {

/// The bytes of the filled file. Placeholders that no field has are named on standard error; `complete` says
/// whether there were none. Throws CannotDo when the file cannot be read or is no usable template.
std::string filled_template(const std::filesystem::path& file, const figures::PeriodReport& report,
                            bool& complete);

/// Prints every placeholder with what it is filled with.
void print_fields(const figures::PeriodReport& report, bool json);

}  // namespace xy::cli
