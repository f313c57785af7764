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
#include <string_view>
#include <utility>
#include <vector>

#include "base/progress.h"
#include "outreach/period.h"
#include "quiz/time_bands.h"
#include "stats/clustered.h"
#include "stats/durations.h"
#include "stats/gain.h"
#include "stats/item_counts.h"
#include "stats/paired.h"
#include "stats/proportion.h"
#include "stats/quantile.h"
#include "stats/rapid_guess.h"
#include "stats/reliability.h"
#include "stats/scale_scores.h"
#include "store/visit_source.h"

namespace xy::tally {

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

/// Answers by the band of their time (quiz/time_bands.h).
using TimeBands = std::array<std::int64_t, quiz::last_time_band + 1>;

/// Answers of one item version. All of them feed the plain counts; the analysis takes completed sessions
/// only.
struct ItemTally {
    std::int64_t answered = 0;  ///< without skipped ones, whatever became of the session
    std::int64_t skipped = 0;
    std::int64_t right = 0;
    std::vector<std::int64_t> chosen;  ///< by option in bank order; an answer with several counts for each
    stats::ItemTimes times;            ///< of answered ones in completed sessions
    TimeBands time_bands{};            ///< the same, by quiz::time_band()
    stats::ItemCounts counts;          ///< scored items in completed sessions, a skipped one is wrong
    std::vector<stats::OptionCounts> options;           ///< likewise
    std::map<std::string, stats::Proportion> by_event;  ///< right of answered
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

/// What visits of one event were asked at the end.
struct EventShares {
    stats::Proportion at_threshold;  ///< of completed visits with scored items
    stats::Proportion pledges;       ///< given of asked
    EventShares& operator+=(const EventShares& other);
    friend bool operator==(const EventShares&, const EventShares&) = default;
};

/// Id and Chinese title: banks share topics that are called alike.
using TopicKey = std::pair<std::string, std::string>;

/// The items of a test, sorted name_of(); empty: drawn at random.
using Form = std::vector<std::string>;

/// Visits with a test of as many items before and after.
struct GainKey {
    std::string audience;
    int items = 0;
    Form before, after;

    bool is_drawn() const { return before.empty(); }
    friend auto operator<=>(const GainKey&, const GainKey&) = default;
};

/// A test before or after.
using FormKey = std::pair<quiz::Phase, Form>;

/// Statements of a survey with ordered steps that visits answered together, of one topic of a bank: what may
/// be meant as one scale. A bank says no more of it than the topic.
struct ScaleKey {
    std::string bank, topic;
    Form items;  ///< empty: asked in too many combinations
    friend auto operator<=>(const ScaleKey&, const ScaleKey&) = default;
};

/// The step at which a visit was left: before its first answer, or after one of this phase.
inline constexpr std::array<std::string_view, 5> left_steps{"start", "pre", "quiz", "post", "survey"};

/// Scored items without an answer, and why.
struct MissingData {
    std::int64_t shown = 0;            ///< answered or skipped
    std::int64_t omitted = 0;          ///< skipped
    std::int64_t completed = 0;        ///< visits
    std::int64_t completed_items = 0;  ///< shown in them
    std::int64_t left = 0;             ///< visits that were not completed
    std::int64_t left_items = 0;       ///< shown in them
    std::array<std::int64_t, left_steps.size()> left_at{};
    MissingData& operator+=(const MissingData& other);
    /// Items that those who left did not get to see: as many more as completed visits have on average.
    /// Nothing without completed visits.
    std::optional<double> not_reached() const;
    friend bool operator==(const MissingData&, const MissingData&) = default;
};

using EventMonth = std::pair<std::string, std::string>;  ///< event, “2025-06”

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
    std::map<std::string, Visits> by_month;             ///< "2026-06"
    std::map<EventMonth, std::int64_t> by_event_month;  ///< started
    std::map<std::pair<std::string, std::string>, Visits> by_audience_event;
    std::map<std::pair<std::string, std::string>, Visits> by_device_event;
    std::array<std::int64_t, 24> hours{};  ///< started, by clock hour
    std::set<std::pair<std::string, std::string>> device_days;
    stats::Durations durations;   ///< of completed visits
    stats::SessionScores scores;  ///< phase “quiz” of completed visits
    /// Pre- and post-test of completed visits that had both with the same number of items, by that number.
    std::map<int, stats::Gain> gains;
    std::map<GainKey, stats::EventGains> orders;  ///< the same visits by what was asked first, and by event
    /// Marks of marks in the pre-test of visits that ended before their post-test, by its number of items.
    std::map<int, stats::Proportion> left_after_pre;
    std::map<FormKey, stats::FormScores> forms;  ///< of completed visits; one without items: drawn at random
    std::map<ScaleKey, stats::ScaleScores> scales;  ///< of completed visits; two statements or more
    std::map<std::string, MissingData> missing;     ///< by audience
    /// Right of answers that came faster than anybody reads, phase “quiz”; counted with `rapid`.
    stats::Proportion guesses;
    stats::PairedTable passed;  ///< at or above the threshold before and after
    std::map<AskedItem, ItemTally> items;
    /// The most items that one visit answered. A reader knows it: it is what the programme draws.
    std::map<AskedAudience, int> most_answered;
    std::map<std::string, EventShares> shares_by_event;
    stats::ClusterSums answers_of_visits;                     ///< phase “quiz”, a visit a cluster
    std::map<TopicKey, stats::ClusterSums> topics_of_visits;  ///< likewise
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
    /// Right of scored answers that came faster than anybody reads; an item without any is not in it. Counted
    /// like Tally::rapid, and no counter that adds up: the threshold is of everything that is looked at.
    std::map<AskedItem, stats::Proportion> guesses;
    /// Milliseconds that given answers in completed visits took: from bands, until take_exact_times().
    std::map<AskedItem, stats::Quartiles> times;
};

/// Key of Analysis::items: bank, item and version.
std::string name_of(const AskedItem& item);

/// Counts once for all of them. Throws Stopped and store::StoreError.
std::vector<Analysis> analyse_each(store::VisitSource& source, std::span<const Selection> selections,
                                   const Progress& progress);
Analysis analyse(store::VisitSource& source, const Selection& selection, const Progress& progress);

}  // namespace xy::tally
