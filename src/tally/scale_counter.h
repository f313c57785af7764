// Survey statements of a topic that were answered together. Inside figures/ only.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "tally/analysis.h"

namespace xy::tally {

/// Adds, and lets go of all combinations of a topic of which there are too many: they were drawn at random.
/// The same in whatever order counters are added.
void add_scales(std::map<ScaleKey, stats::ScaleScores>& to,
                const std::map<ScaleKey, stats::ScaleScores>& from);

class ScaleCounter {
 public:
    explicit ScaleCounter(const std::vector<store::ItemRow>& rows);
    ScaleCounter(const ScaleCounter&) = delete;  // `last_` points into it
    ScaleCounter& operator=(const ScaleCounter&) = delete;
    ~ScaleCounter() = default;
    /// The answers of a completed visit. A topic of which a statement was skipped is passed over.
    void count(std::span<const store::VisitAnswer> answers);
    void add_to(Tally& tally, const std::vector<store::ItemRow>& rows) const;

 private:
    static constexpr std::size_t no_topic = static_cast<std::size_t>(-1);

    struct Step {
        std::size_t topic = 0;
        std::uint32_t item = 0;
        int step = 0;  ///< from 1; 0: skipped
    };
    using Places = std::vector<std::uint32_t>;            ///< in VisitSource::items(), ascending
    using Scales = std::map<Places, stats::ScaleScores>;  ///< without items: too many combinations

    void count(std::span<const Step> of_topic);

    std::vector<std::size_t> topic_of_;  ///< by item; no_topic: no statement with steps
    std::vector<Scales> topics_;
    std::vector<Scales::iterator> last_;  ///< by topic: mostly all are asked the same; end() at first
    std::vector<Step> steps_;             ///< reused, as are the next two
    Places places_;
    std::vector<int> values_;
};

}  // namespace xy::tally
