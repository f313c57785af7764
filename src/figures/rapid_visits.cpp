#include "figures/rapid_visits.h"

#include <algorithm>
#include <cmath>

namespace xy::figures {
namespace {

/// Limits from fewer times than this would decide nothing.
constexpr std::int64_t enough_times = 50;

bool counts(const store::VisitAnswer& answer) {
    return answer.scored && answer.chosen != 0;
}

}  // namespace

void ExpectedThresholds::learn(std::span<const store::VisitAnswer> answers) {
    for (const store::VisitAnswer& answer : answers)
        if (counts(answer)) times_[answer.item].add(answer.time_ms);
    if (++visits_ == next_edition_) expect();
}

void ExpectedThresholds::expect() {
    next_edition_ *= 2;
    ++edition_;
    for (std::size_t item = 0; item < times_.size(); ++item) {
        if (times_[item].n < enough_times) continue;
        const double threshold = times_[item].threshold_ms();
        low_[item] = static_cast<std::int64_t>(threshold / 2);
        high_[item] = std::min(static_cast<std::int64_t>(std::ceil(threshold * 3 / 2)),
                               static_cast<std::int64_t>(stats::longest_guess_ms));
    }
}

void RapidVisits::count(std::span<const store::VisitAnswer> answers, const ExpectedThresholds& expected) {
    if (edition_ != expected.edition()) {
        narrow(expected.low(), expected.high());
        edition_ = expected.edition();
    }
    int given = 0;
    int sure = 0;
    int possible = 0;
    for (const store::VisitAnswer& answer : answers) {
        if (!counts(answer)) continue;
        ++given;
        sure += answer.time_ms < expected.low()[answer.item] ? 1 : 0;
        possible += answer.time_ms < expected.high()[answer.item] ? 1 : 0;
    }
    if (stats::is_rapid(sure, given)) {
        ++rapid_;
    } else if (stats::is_rapid(possible, given)) {
        Undecided visit{given, sure, {}};
        for (const store::VisitAnswer& answer : answers)
            if (counts(answer) && answer.time_ms >= expected.low()[answer.item] &&
                answer.time_ms < expected.high()[answer.item])
                visit.between.emplace_back(answer.item, answer.time_ms);
        undecided_.push_back(std::move(visit));
    }
}

void RapidVisits::narrow(const Thresholds& low, const Thresholds& high) {
    if (low_.empty()) {
        low_ = low;
        high_ = high;
        return;
    }
    for (std::size_t item = 0; item < low_.size(); ++item) {
        low_[item] = std::max(low_[item], low[item]);
        high_[item] = std::min(high_[item], high[item]);
    }
}

RapidVisits& RapidVisits::operator+=(const RapidVisits& other) {
    rapid_ += other.rapid_;
    undecided_.insert(undecided_.end(), other.undecided_.begin(), other.undecided_.end());
    if (!other.low_.empty()) narrow(other.low_, other.high_);
    edition_ = -1;
    return *this;
}

std::optional<std::int64_t> RapidVisits::rapid(const Thresholds& thresholds) const {
    for (std::size_t item = 0; item < low_.size(); ++item)
        if (thresholds[item] != never_answered &&
            (thresholds[item] < low_[item] || thresholds[item] > high_[item]))
            return std::nullopt;
    std::int64_t rapid = rapid_;
    for (const Undecided& visit : undecided_) {
        int guesses = visit.guesses;
        for (const auto& [item, time_ms] : visit.between) guesses += time_ms < thresholds[item] ? 1 : 0;
        rapid += stats::is_rapid(guesses, visit.answers) ? 1 : 0;
    }
    return rapid;
}

bool RapidVisits::agrees(const RapidVisits& other, const Thresholds& thresholds) const {
    const auto mine = rapid(thresholds);
    const auto others = other.rapid(thresholds);
    return !mine || !others || *mine == *others;
}

bool RapidVisits::fits(std::size_t items) const {
    if (low_.size() != high_.size() || (!low_.empty() && low_.size() != items)) return false;
    for (const Undecided& visit : undecided_)
        for (const auto& [item, time_ms] : visit.between)
            if (item >= items) return false;
    return true;
}

bool is_rapid(std::span<const store::VisitAnswer> answers, const Thresholds& thresholds) {
    int guesses = 0;
    int given = 0;
    for (const store::VisitAnswer& answer : answers) {
        if (!counts(answer)) continue;
        ++given;
        guesses += answer.time_ms < thresholds[answer.item] ? 1 : 0;
    }
    return stats::is_rapid(guesses, given);
}

}  // namespace xy::figures
