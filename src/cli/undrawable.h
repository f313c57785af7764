// What the screen of a kiosk cannot draw, for `bank check` and `config check`.
#pragma once

#include <filesystem>
#include <vector>

#include "base/problem.h"

namespace xy::cli {

/// Remarks on the texts of these JSON files, asking the same fonts as the screen; one remark where these
/// fonts are not installed.
Problems undrawable_in(const std::vector<std::filesystem::path>& files);

}  // namespace xy::cli
