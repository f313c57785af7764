#include "stats/durations.h"

#include <cmath>
#include <limits>

namespace xy::stats {
namespace {

constexpr double growth = 1.02;
constexpr int under_a_millisecond = std::numeric_limits<int>::min();

int bucket_of(std::int64_t ms) {
    if (ms < 1) return under_a_millisecond;
    return static_cast<int>(std::floor(std::log(static_cast<double>(ms)) / std::log(growth)));
}

/// The value whose relative distance to both ends of the bucket is the same.
double middle_of(int bucket) {
    if (bucket == under_a_millisecond) return 0;
    return 2 * std::pow(growth, bucket + 1) / (1 + growth);
}

}  // namespace

void Durations::add(std::int64_t ms) {
    ++buckets_[bucket_of(ms)];
    ++n_;
}

Durations& Durations::operator+=(const Durations& other) {
    for (const auto& [bucket, count] : other.buckets_) buckets_[bucket] += count;
    n_ += other.n_;
    return *this;
}

std::optional<double> Durations::quantile(double share) const {
    if (n_ == 0) return std::nullopt;
    const auto position = static_cast<std::int64_t>(std::floor(static_cast<double>(n_ - 1) * share));
    std::int64_t before = 0;
    for (const auto& [bucket, count] : buckets_) {
        before += count;
        if (before > position) return middle_of(bucket);
    }
    return middle_of(buckets_.rbegin()->first);
}

}  // namespace xy::stats
