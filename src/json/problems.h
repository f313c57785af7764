// Problems as JSON, for programs that check banks.
#pragma once

#include <string>

#include "base/problem.h"

namespace xy::json {

/// {"mistakes": n, "remarks": n, "problems": [{"severity", "file", "line", "pointer", "what", "advice"}, …]},
/// indented, with a new line at its end. A problem that breaks a strict rule has "rule", too.
std::string to_json(const Problems& problems);

}  // namespace xy::json
