// Counts the visits of one selection: few instructions a visit, since there may be millions.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "tally/analysis.h"
#include "tally/doubtful_days.h"
#include "tally/form_counter.h"
#include "tally/gain_counter.h"
#include "tally/scale_counter.h"

namespace xy::tally {

/// What a source says of the numbers in its visits.
struct VisitKeys {
    std::vector<store::ItemRow> items;            ///< by VisitAnswer::item
    std::map<std::int64_t, std::string> devices;  ///< by VisitRow::setup
    DoubtfulDays doubtful = {};                   ///< visits of such a day are counted on another
};

class VisitCounter {
 public:
    /// Both must outlive it.
    VisitCounter(const VisitKeys& keys, const Selection& selection);

    /// Passes over a visit that is not selected; asks for answers only where they count.
    void count(store::VisitReader& reader);
    /// `rapid` stays 0, and the hours and
    /// durations are those of no visit: VisitSource::day_times() has them.
    Tally tally() const;

 private:
    static constexpr std::size_t phases = 4;
    static constexpr std::size_t most_options = 12;  ///< that an answer can choose from

    /// Answers of an item at an event; there are never so many that they do not fit.
    struct RightCount {
        std::uint32_t hits = 0;
        std::uint32_t n = 0;
    };

    /// What is told apart by day and event.
    struct DayCount {
        std::string event, day;
        bool selected = false;
        bool doubtful = false;  ///< counted on `day`, which is not the one that was recorded
        Visits visits;
        EventShares shares;
        std::map<std::int64_t, Visits> setups;
        std::size_t event_number = 0;                ///< in `events_`
        std::vector<RightCount>* answers = nullptr;  ///< of its event, in `answers_of_events_`
    };

    /// Counters of an item in a phase. Scored answers of completed visits are counted in `by_rest` alone, and
    /// in `scored_skipped`; everything else is found from there.
    struct ItemCells {
        /// For each rest score: wrong, right, and each option chosen.
        std::vector<std::int64_t> by_rest;
        std::size_t number = 0;  ///< in the order in which they were met
        std::int64_t scored_skipped = 0;
        std::int64_t answered = 0;
        std::int64_t skipped = 0;
        std::int64_t right = 0;
        std::array<std::int64_t, most_options> chosen{};
        /// Of answers that were given in completed visits.
        std::array<std::uint32_t, quiz::last_time_band + 1> time_bands{};
    };

    struct AudienceCount {
        Visits visits;
        std::vector<Visits> by_event;    ///< by place in `events_`
        std::vector<int> most_answered;  ///< by bank and phase: items that one visit answered
    };

    struct PhaseScore {
        int items = 0;
        int right = 0;
        int skipped = 0;
    };
    using Scores = std::array<PhaseScore, phases>;

    std::size_t options_of(std::size_t item) const {
        return std::min(keys_.items[item].options.size(), most_options);
    }
    /// Found without making strings where it was met before.
    DayCount& day_of(const store::VisitRow& visit);
    ItemCells& cells(const store::VisitAnswer& answer);
    static Scores scores_of(std::span<const store::VisitAnswer> answers);
    void count_plainly(ItemCells& item, const store::VisitAnswer& answer, bool completed);
    void count_scored(ItemCells& item, const store::VisitAnswer& answer, const PhaseScore& score);
    void count_at_event(DayCount& day, const ItemCells& item, const store::VisitAnswer& answer) const;
    void count_topic(const store::VisitAnswer& answer);
    void count_topics_of_visit();
    void count_completed(const Scores& scores, DayCount& day);
    void count_left(const Scores& scores);
    void count_missing(const store::VisitRow& visit, std::span<const store::VisitAnswer> answers,
                       const Scores& scores);
    void count_gain(store::VisitReader& reader, const PhaseScore& pre, const PhaseScore& post);
    AudienceCount& audience_of(const store::VisitRow& visit);
    void count_session(const store::VisitRow& visit, DayCount& day, AudienceCount& audience);
    void count_banks(std::span<const store::VisitAnswer> answers, AudienceCount& audience);
    void add_days(Tally& tally) const;
    void add_audiences(Tally& tally) const;
    void add_topics(Tally& tally) const;
    void add_events(const ItemCells& cells, ItemTally& tally) const;
    ItemTally item_tally(std::size_t item, const ItemCells& cells) const;

    const VisitKeys& keys_;
    const Selection& selection_;
    Tally tally_;                                             ///< without what the days and `items_` hold
    std::unordered_map<std::string, DayCount> days_;          ///< by event, NUL and day
    std::string day_name_;                                    ///< reused
    std::map<std::string, std::size_t, std::less<>> events_;  ///< in the order in which they were met
    std::map<std::string, AudienceCount, std::less<>> audiences_;
    std::vector<std::string> banks_;
    std::vector<std::size_t> bank_of_;  ///< by item
    std::vector<int> answered_of_;      ///< by bank and phase, in the present visit; then 0 again
    std::map<std::string, MissingData, std::less<>> missing_;  ///< by audience
    std::vector<std::unique_ptr<ItemCells>> items_;  ///< by item and phase; null where nothing was asked
    std::size_t met_ = 0;                            ///< how many of them are not null
    std::map<std::string, std::vector<RightCount>, std::less<>> answers_of_events_;  ///< by ItemCells::number
    GainCounter gains_;
    FormCounter forms_;
    ScaleCounter scales_;
    std::vector<TopicKey> topics_;
    std::vector<std::size_t> topic_of_;  ///< place in `topics_`, by item
    std::vector<stats::ClusterSums> topics_of_visits_;
    std::vector<RightCount> topics_of_visit_;  ///< of the present visit
    std::vector<std::size_t> touched_;         ///< topics it has answers of
};

/// Whether the day and the event of a visit are in a selection.
bool selected(std::string_view event, std::string_view day, const Selection& selection);

}  // namespace xy::tally
