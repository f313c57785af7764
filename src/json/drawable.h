// Which texts of a file a screen cannot draw.
#pragma once

#include <filesystem>
#include <functional>

#include "base/problem.h"

namespace xy::json {

/// A remark for every text of `file` with a character that `can_draw` denies: where it stands, and the first
/// such character. Line ends and tabs are drawn. None for a file that cannot be parsed; others report that.
Problems undrawable_texts(const std::filesystem::path& file, const std::function<bool(char32_t)>& can_draw);

}  // namespace xy::json
