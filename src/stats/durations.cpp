#include "stats/durations.h"

#include <cmath>
#include <limits>

namespace xy::stats {
namespace {

constexpr double growth = 1.02;
constexpr std::int64_t under_a_millisecond = std::numeric_limits<std::int64_t>::min();

std::int64_t bucket_of(std::int64_t ms) {
    if (ms < 1) return under_a_millisecond;
    return static_cast<std::int64_t>(std::floor(std::log(static_cast<double>(ms)) / std::log(growth)));
}

/// The value whose relative distance to both ends of the bucket is the same.
double middle_of(std::int64_t bucket) {
    if (bucket == under_a_millisecond) return 0;
    return 2 * std::pow(growth, static_cast<double>(bucket + 1)) / (1 + growth);
}

}  // namespace

void Durations::make_buckets() {
    std::map<std::int64_t, std::int64_t> buckets;
    for (const auto& [ms, count] : counts_) buckets[bucket_of(ms)] += count;
    counts_ = std::move(buckets);
}

void Durations::add(std::int64_t ms) {
    if (n_ == exact_up_to) make_buckets();
    ++n_;
    ++counts_[n_ > exact_up_to ? bucket_of(ms) : ms];
}

Durations& Durations::operator+=(const Durations& other) {
    const bool many = n_ + other.n_ > exact_up_to;
    if (many && n_ <= exact_up_to) make_buckets();
    const bool sort_in = many && other.n_ <= exact_up_to;
    for (const auto& [key, count] : other.counts_) counts_[sort_in ? bucket_of(key) : key] += count;
    n_ += other.n_;
    return *this;
}

double Durations::at(std::int64_t position) const {
    std::int64_t before = 0;
    std::int64_t key = 0;
    for (const auto& [here, count] : counts_) {
        key = here;
        before += count;
        if (before > position) break;
    }
    return n_ > exact_up_to ? middle_of(key) : static_cast<double>(key);
}

std::optional<double> Durations::quantile(double share) const {
    if (n_ == 0) return std::nullopt;
    const double position = static_cast<double>(n_ - 1) * share;
    const double below = std::floor(position);
    const double first = at(static_cast<std::int64_t>(below));
    if (position == below) return first;
    return first + (position - below) * (at(static_cast<std::int64_t>(below) + 1) - first);
}

}  // namespace xy::stats
