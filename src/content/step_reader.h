// One step of a programme.
#pragma once

#include <optional>

#include "content/findings.h"
#include "content/json_value.h"
#include "content/programme_file.h"
#include "quiz/programme.h"

namespace xy::content {

/// Nothing when it cannot be told which step is meant. `places` is filled either way.
std::optional<quiz::Step> read_step(const JsonValue& value, StepPlaces& places, Findings& findings);

/// Reports steps in an order that makes no sense: a welcome that is not first, an audience after a question,
/// …
void check_order(const std::vector<quiz::Step>& steps, const std::vector<StepPlaces>& places,
                 const Place& whole, Findings& findings);

}  // namespace xy::content
