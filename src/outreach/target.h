// Targets (目标): what an office set out to reach in a period; the list is configuration.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "outreach/period.h"

namespace xy::outreach {

/// What a target is about: a measure of the ledger, or a figure that the kiosk counts itself.
enum class TargetSubject { measure, events, visits, townships, right_percent };

/// "measure", "events", "visits", "townships", "right-percent".
std::string_view code(TargetSubject subject);
std::optional<TargetSubject> parse_target_subject(std::string_view code);

struct Target {
    std::string id;
    Period period;
    TargetSubject subject = TargetSubject::measure;
    std::string measure;      ///< id of a Measure; empty for the other subjects
    std::int64_t amount = 0;  ///< more than 0; 1..100 for right_percent
};

}  // namespace xy::outreach
