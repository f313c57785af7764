// The sheet (活动登记表) of one event: all its figures, ready to be copied by hand or photographed. Counts
// visits (人次), never persons, and no practice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outreach/event.h"
#include "outreach/ledger.h"

namespace xy::outreach {

struct HourCount {
    int hour = 0;  ///< 0..23, local clock
    std::int64_t started = 0;
    friend bool operator==(const HourCount&, const HourCount&) = default;
};

/// One for each id and Chinese title, over all banks.
struct TopicCount {
    std::string topic;
    LocalizedText title;
    std::int64_t right = 0;
    std::int64_t answered = 0;  ///< without skipped items
    friend bool operator==(const TopicCount&, const TopicCount&) = default;
};

struct LedgerLine {
    std::string measure;
    LocalizedText title;
    LocalizedText unit;
    LedgerTotal total;
    friend bool operator==(const LedgerLine&, const LedgerLine&) = default;
};

struct Sheet {
    Event event;
    std::int64_t started = 0;  ///< completed + abandoned + timed out + still open
    std::int64_t completed = 0;
    std::int64_t abandoned = 0;
    std::int64_t timed_out = 0;
    std::int64_t right_answers = 0;   ///< phase “quiz” only
    std::int64_t answered_items = 0;  ///< phase “quiz” only, without skipped items
    std::int64_t skipped_items = 0;   ///< phase “quiz” only
    std::int64_t pledges_given = 0;
    std::int64_t pledges_asked = 0;
    std::optional<double> median_ms;  ///< length of the completed visits
    std::vector<HourCount> hours;     ///< clock hours with visits, all days of the event together, ascending
    std::vector<TopicCount> topics;   ///< phase “quiz”, least known first
    std::vector<LedgerLine> ledger;   ///< measures with entries that are not undone, by measure id
    std::int64_t practice = 0;        ///< practice visits: in none of the figures above
    friend bool operator==(const Sheet&, const Sheet&) = default;
};

}  // namespace xy::outreach
