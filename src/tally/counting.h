// All visits of a source, read by several threads and counted for each of several selections.
#pragma once

#include <span>
#include <vector>

#include "tally/visit_counter.h"

namespace xy::tally {

/// Milliseconds by place in VisitSource::items(), rounded up: an answer with less is a guess; 0 where there
/// are no times.
using Thresholds = std::vector<std::int64_t>;
/// What the times in `all` make of “too fast”.
Thresholds thresholds_of(const Tally& all, const VisitKeys& keys);

/// As many threads as the machine has processors, but no more than help.
unsigned default_thread_count();

/// A tally for each selection, with `rapid` 0. Throws Stopped.
std::vector<Tally> count_visits(store::VisitSource& source, std::span<const Selection> selections,
                                const VisitKeys& keys, unsigned threads, const Progress& progress);

/// What came too fast to have been read.
struct Guesses {
    static constexpr std::size_t phases = 4;

    std::int64_t visits = 0;               ///< completed visits with too many of them
    stats::Proportion answers;             ///< right of them, phase “quiz”, whatever became of the visit
    std::vector<stats::Proportion> items;  ///< likewise by place in VisitSource::items() and phase
    explicit Guesses(std::size_t item_count = 0) : items(phases * item_count) {}
    Guesses& operator+=(const Guesses& other);
    const stats::Proportion& of(std::size_t item, quiz::Phase phase) const {
        return items.at(phases * item + static_cast<std::size_t>(phase));
    }
    friend bool operator==(const Guesses&, const Guesses&) = default;
};

/// Of each selection at its thresholds; the same otherwise. Reads only visits with an answer under the
/// highest threshold. Throws Stopped.
std::vector<Guesses> count_rapid(store::VisitSource& source, std::span<const Selection> selections,
                                 std::span<const Thresholds> thresholds, const VisitKeys& keys,
                                 unsigned threads, const Progress& progress);

}  // namespace xy::tally
