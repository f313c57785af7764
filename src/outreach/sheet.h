// The sheet (活动登记表) of one event. Counts visits (人次), never persons, and no practice. What is copied
// by hand or photographed leaves the booth: it is a ShownSheet.
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
    std::int64_t most_asked = 0;      ///< items of the phase “quiz” in one visit, at most
    std::int64_t pledges_given = 0;
    std::int64_t pledges_asked = 0;
    std::optional<double> median_ms;  ///< length of the completed visits
    std::vector<HourCount> hours;     ///< clock hours with visits, all days of the event together, ascending
    std::vector<TopicCount> topics;   ///< phase “quiz”, least known first
    std::vector<LedgerLine> ledger;   ///< measures with entries that are not undone, by measure id
    std::int64_t practice = 0;        ///< practice visits: in none of the figures above
    friend bool operator==(const Sheet&, const Sheet&) = default;
};

/// What a reader gets to see of a sheet. A count that is nothing is withheld (※).
struct ShownSheet {
    using Count = std::optional<std::int64_t>;
    struct Hour {
        int hour = 0;
        Count started;
        friend bool operator==(const Hour&, const Hour&) = default;
    };
    struct Topic {
        std::string topic;
        LocalizedText title;
        Count right;  ///< withheld together with `answered`
        Count answered;
        friend bool operator==(const Topic&, const Topic&) = default;
    };

    Event event;
    bool internal = false;   ///< nothing is withheld: not for publication
    bool withholds = false;  ///< something is
    Count started;
    Count completed;
    Count abandoned;
    Count timed_out;
    Count right_answers;
    Count answered_items;
    Count skipped_items;
    Count pledges_given;
    Count pledges_asked;
    std::optional<double> median_ms;  ///< nothing: no visits, or withheld with them
    std::vector<Hour> hours;
    std::vector<Topic> topics;  ///< least known first; those that are withheld behind them, by id
    std::vector<LedgerLine> ledger;
    std::int64_t practice = 0;
    friend bool operator==(const ShownSheet&, const ShownSheet&) = default;
};

}  // namespace xy::outreach
