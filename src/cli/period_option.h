// --period: which days are looked at.
#pragma once

#include <optional>
#include <string>

#include "outreach/period.h"

namespace CLI {
class App;
}

namespace xy::cli {

/// --period, checked while the command line is read; empty when it is not given.
void add_period_option(CLI::App& verb, std::string& text);
std::optional<outreach::Period> chosen_period(const std::string& text);

}  // namespace xy::cli
