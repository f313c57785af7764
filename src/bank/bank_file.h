// Bank files (questions/<bank-id>.json): read, checked, turned into quiz::Bank.
//
// The file is not trusted: at most 8 MB, at most 32 levels deep (checked while parsing), no duplicate keys,
// pictures only inside the bank's folder, not through links, and within the bounds of picture_content.h.
// Every mistake is reported at once with its line.
#pragma once

#include <filesystem>

#include "base/problem.h"
#include "quiz/item.h"

namespace xy::bank {

/// Reads one bank. A missing language, a character beyond the Basic Multilingual Plane, or the like is a
/// remark and leaves the bank usable.
Checked<quiz::Bank> load_bank(const std::filesystem::path& file);

}  // namespace xy::bank
