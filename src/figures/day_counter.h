// Counts the visits of one day of one event: few instructions a visit, since there may be millions.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "figures/analysis.h"

namespace xy::figures {

/// A day of an event: what counters are kept by. Every selection is made of whole ones.
struct EventDay {
    std::string event, day;
    friend auto operator<=>(const EventDay&, const EventDay&) = default;
};

/// What a store says of the numbers in its visits.
struct Register {
    std::vector<store::ItemRow> items;            ///< by VisitAnswer::item
    std::map<std::int64_t, std::string> devices;  ///< by VisitRow::setup
};

class DayCounter {
 public:
    /// `all` must outlive it.
    explicit DayCounter(const Register& all) : all_(all), items_(phases * all.items.size()) {}

    void count(const store::VisitRow& visit, std::span<const store::VisitAnswer> answers);
    /// Without what the day and the event say: those are put in by add_day(). `rapid` stays 0.
    Tally tally(const std::string& day) const;

 private:
    static constexpr std::size_t phases = 4;
    static constexpr std::size_t most_options = 12;  ///< that an answer can choose from

    /// Counters of an item in a phase. Scored answers of completed visits are counted in `by_rest` alone, and
    /// in `scored_skipped`; everything else is found from there. What those touch comes first and begins a
    /// line of the cache: visits come in no order of days, so that most of the time goes into waiting for it.
    struct alignas(64) ItemCells {
        /// For each rest score: wrong, right, and each option chosen. Of one day, so that 32 bits are enough.
        std::vector<std::uint32_t> by_rest;
        std::int64_t scored_skipped = 0;
        stats::ItemTimes times;  ///< its n without those counted in by_rest
        std::int64_t answered = 0;
        std::int64_t skipped = 0;
        std::int64_t right = 0;
        std::array<std::int64_t, most_options> chosen{};
    };

    struct PhaseScore {
        int items = 0;
        int right = 0;
        int skipped = 0;
    };
    using Scores = std::array<PhaseScore, phases>;

    std::size_t options_of(std::size_t item) const {
        return std::min(all_.items[item].options.size(), most_options);
    }
    ItemCells& cells(const store::VisitAnswer& answer);
    static Scores scores_of(std::span<const store::VisitAnswer> answers);
    void count_plainly(const store::VisitAnswer& answer, bool completed);
    void count_scored(const store::VisitAnswer& answer, const PhaseScore& score);
    void count_completed(const store::VisitRow& visit, const Scores& scores);
    void count_gain(const PhaseScore& pre, const PhaseScore& post);
    ItemTally item_tally(std::size_t item, const ItemCells& cells) const;

    const Register& all_;
    Tally tally_;
    std::map<std::string, Visits, std::less<>> audiences_;
    std::set<std::int64_t> setups_;
    std::vector<std::unique_ptr<ItemCells>> items_;  ///< by item and phase; null where nothing was asked
};

/// Adds the counters of a day to those of a selection. On a `doubtful` day the clock may have been wrong.
void add_day(Tally& all, const EventDay& day, const Tally& of_day, bool doubtful);

}  // namespace xy::figures
