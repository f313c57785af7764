// The verbs of `xiangyang bank`.
#pragma once

#include <string>
#include <vector>

#include "quiz/item.h"
#include "review/strict_data.h"

namespace CLI {
class App;
}

namespace xy::cli {

/// What the strict rules know; throws CannotDo when the shipped data is damaged.
review::StrictData strict_data();

/// The banks of these files, schemas passed over; throws CannotDo when one has mistakes.
std::vector<quiz::Bank> usable_banks(const std::vector<std::string>& files);

void add_bank_check(CLI::App& bank, int& exit_code);
void add_bank_rules(CLI::App& bank, int& exit_code);
void add_bank_table(CLI::App& bank, int& exit_code);
void add_bank_preview(CLI::App& bank, int& exit_code);

}  // namespace xy::cli
