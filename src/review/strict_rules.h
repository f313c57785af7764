// The strict rules for banks: every rule of good writing that a machine can check.
#pragma once

#include <span>
#include <vector>

#include "review/strict_rule.h"

namespace xy::review {

/// In the order in which they are listed and checked.
std::span<const StrictRule> strict_rules();

/// What all rules say about the banks, by rule.
std::vector<RuleProblem> rule_problems(const Review& review);

}  // namespace xy::review
