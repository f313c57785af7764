// Scores of the forms that are asked before and after. Inside figures/ only.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "tally/analysis.h"

namespace xy::tally {

/// Adds, and lets go of all tests of a phase of which there are too many: they were drawn at random, and no α
/// is theirs. The same in whatever order counters are added.
void add_forms(std::map<FormKey, stats::FormScores>& to, const std::map<FormKey, stats::FormScores>& from);

/// Items by name, and where each of those that were given stands among them.
struct SortedForm {
    Form items;
    std::vector<std::size_t> to;
};

/// `places`: in `rows`.
SortedForm sorted_form(std::span<const std::uint32_t> places, const std::vector<store::ItemRow>& rows);

class FormCounter {
 public:
    /// The answers of a completed visit.
    void count(std::span<const store::VisitAnswer> answers);
    void add_to(Tally& tally, const std::vector<store::ItemRow>& rows) const;

 private:
    using Places = std::vector<std::uint32_t>;
    using Forms = std::map<Places, stats::FormScores>;  ///< without items: drawn

    void count(Forms& forms, std::span<const store::VisitAnswer> answers, quiz::Phase phase);

    std::map<quiz::Phase, Forms> phases_;
};

}  // namespace xy::tally
