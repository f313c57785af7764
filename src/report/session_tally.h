// One visit and its answers, on their way into the counters of an analysis.
#pragma once

#include <unordered_map>
#include <vector>

#include "report/analysis.h"

namespace xy::report {

/// Times below which an answer was not read, by item version.
using Thresholds = std::unordered_map<const store::ItemRow*, double>;

/// Counts visits into `tally`. Call session(), then answer() for each of its answers, and end() after the
/// last.
class SessionTally {
 public:
    SessionTally(Tally& tally, const Thresholds& thresholds, const std::set<std::string>& doubtful_days)
        : tally_(tally), thresholds_(thresholds), doubtful_days_(doubtful_days) {}

    void session(const store::SessionRow& row);
    void answer(const store::StoredAnswer& answer) { answers_.push_back({answer, &item(answer)}); }
    void end();

 private:
    struct PhaseScore {
        int items = 0;
        int right = 0;
    };

    struct Counted {
        store::StoredAnswer answer;
        ItemTally* tally = nullptr;  ///< never null
    };

    ItemTally& item(const store::StoredAnswer& answer);
    void count_plainly(const store::StoredAnswer& answer, ItemTally& item);
    void analyse_items(const std::array<PhaseScore, 4>& phases);
    void count_gain(const PhaseScore& pre, const PhaseScore& post);
    void count_rapid();

    Tally& tally_;
    const Thresholds& thresholds_;
    const std::set<std::string>& doubtful_days_;
    std::unordered_map<const store::ItemRow*, std::array<ItemTally*, 4>> known_;  ///< by phase
    std::vector<Counted> answers_;                                                ///< of the present session
    bool completed_ = false;
};

}  // namespace xy::report
