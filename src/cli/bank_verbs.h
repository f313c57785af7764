// The verbs of `xiangyang bank`.
#pragma once

#include "content/strict_data.h"

namespace CLI {
class App;
}

namespace xy::cli {

/// What the strict rules know; throws CannotDo when the shipped data is damaged.
content::StrictData strict_data();

void add_bank_check(CLI::App& bank, int& exit_code);
void add_bank_rules(CLI::App& bank, int& exit_code);

}  // namespace xy::cli
