// One step of a programme.
#pragma once

#include <optional>

#include "bank/programme_file.h"
#include "base/problem_collector.h"
#include "json/value.h"
#include "quiz/programme.h"

namespace xy::bank {

/// Nothing when it cannot be told which step is meant. `places` is filled either way.
std::optional<quiz::Step> read_step(const json::Value& value, StepPlaces& places,
                                    ProblemCollector& collector);

/// Reports steps in an order that makes no sense: a welcome that is not first, an audience after a question,
/// …
void check_order(const std::vector<quiz::Step>& steps, const std::vector<StepPlaces>& places,
                 const SourceLocation& whole, ProblemCollector& collector);

}  // namespace xy::bank
