// All figures of a selection of visits: counted in one walk over their source, on all processors, in memory
// that grows with the items and the days of events but not with the answers. Counts visits (人次), never
// persons; practice is in none of the figures but its own.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/progress.h"
#include "outreach/period.h"
#include "stats/durations.h"
#include "stats/gain.h"
#include "stats/item_counts.h"
#include "stats/paired.h"
#include "stats/proportion.h"
#include "stats/rapid_guess.h"
#include "stats/reliability.h"
#include "store/visit_source.h"

namespace xy::figures {

/// What is looked at; nothing chosen is everything.
struct Selection {
    std::optional<outreach::Period> period;
    std::optional<std::set<std::string, std::less<>>> events;  ///< ids

    bool has(std::string_view event) const { return !events || events->contains(event); }
};

struct Visits {
    std::int64_t started = 0;  ///< completed + abandoned + timed out + still open
    std::int64_t completed = 0;
    std::int64_t abandoned = 0;
    std::int64_t timed_out = 0;
    Visits& operator+=(const Visits& other);
    friend bool operator==(const Visits&, const Visits&) = default;
};

/// Answers of one item version. All of them feed the plain counts; the analysis takes completed sessions
/// only.
struct ItemTally {
    std::int64_t answered = 0;  ///< without skipped ones, whatever became of the session
    std::int64_t skipped = 0;
    std::int64_t right = 0;
    std::vector<std::int64_t> chosen;  ///< by option in bank order; an answer with several counts for each
    stats::ItemTimes times;            ///< of answered ones in completed sessions
    stats::ItemCounts counts;          ///< scored items in completed sessions, a skipped one is wrong
    std::vector<stats::OptionCounts> options;  ///< likewise
    ItemTally& operator+=(const ItemTally& other);
    friend bool operator==(const ItemTally&, const ItemTally&) = default;
};

/// An item version as it was put: bank, item, version, phase.
struct AskedItem {
    std::string bank, item, version;
    quiz::Phase phase = quiz::Phase::quiz;
    friend auto operator<=>(const AskedItem&, const AskedItem&) = default;
};

/// What was put to whom: the items of a bank in a phase, to an audience.
struct AskedAudience {
    std::string bank;
    quiz::Phase phase = quiz::Phase::quiz;
    std::string audience;
    friend auto operator<=>(const AskedAudience&, const AskedAudience&) = default;
};

/// Counters. Those of two devices, added, are those of both together, bit for bit.
struct Tally {
    Visits visits;
    std::int64_t practice = 0;
    std::int64_t right_answers = 0;   ///< phase “quiz”
    std::int64_t answered_items = 0;  ///< phase “quiz”, without skipped ones
    std::int64_t skipped_items = 0;   ///< phase “quiz”
    std::int64_t pledges_asked = 0;
    std::int64_t pledges_given = 0;
    std::int64_t doubtful_clock =
        0;                   ///< visits on days whose date may be wrong: in the totals, not in `hours`
    std::int64_t rapid = 0;  ///< completed, too fast to have been read; in all figures, and told apart
    std::map<std::string, Visits> by_event;
    std::map<std::string, Visits> by_audience;
    std::map<std::string, Visits> by_month;                                      ///< "2026-06"
    std::map<std::pair<std::string, std::string>, std::int64_t> by_event_month;  ///< started
    std::array<std::int64_t, 24> hours{};                                        ///< started, by clock hour
    std::set<std::pair<std::string, std::string>> device_days;
    stats::Durations durations;   ///< of completed visits
    stats::SessionScores scores;  ///< phase “quiz” of completed visits
    /// Pre- and post-test of completed visits that had both with the same number of items, by that number.
    std::map<int, stats::Gain> gains;
    stats::PairedTable passed;  ///< at or above the threshold before and after
    std::map<AskedItem, ItemTally> items;
    /// The most items that one visit answered. A reader knows it: it is what the programme draws.
    std::map<AskedAudience, int> most_answered;
    Tally& operator+=(const Tally& other);
    friend bool operator==(const Tally&, const Tally&) = default;
};

/// A session counts as passed with at least this share of right items, in percent.
inline constexpr int pass_percent = 60;

struct Analysis {
    Selection selection;
    Tally tally;
    std::map<std::string, store::ItemRow> items;  ///< texts, by name_of(AskedItem)
    std::vector<outreach::Event> events;          ///< those with visits in the selection
};

/// Key of Analysis::items: bank, item and version.
std::string name_of(const AskedItem& item);

/// Counts once for all of them. Throws Stopped and store::StoreError.
std::vector<Analysis> analyse_each(store::VisitSource& source, std::span<const Selection> selections,
                                   const Progress& progress);
Analysis analyse(store::VisitSource& source, const Selection& selection, const Progress& progress);

}  // namespace xy::figures
