// Marks of invented sessions, and the same statistics in the plainest way: from the raw rows, two passes,
// long double. Slow, and independent of the counters they are compared with.
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace xy::stats {

using Column = std::vector<long double>;

inline long double mean(const Column& x) {
    return std::accumulate(x.begin(), x.end(), 0.0L) / static_cast<long double>(x.size());
}

inline long double covariance(const Column& x, const Column& y) {
    long double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - mean(x)) * (y[i] - mean(y));
    return sum / static_cast<long double>(x.size() - 1);
}

inline long double correlation(const Column& x, const Column& y) {
    return covariance(x, y) / std::sqrt(covariance(x, x) * covariance(y, y));
}

/// Right or wrong of `items` items in `sessions` sessions: a logistic model, so that items hang together.
inline std::vector<std::vector<bool>> marks(int sessions, int items, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> ability(0, 1.2);
    std::uniform_real_distribution<double> unit(0, 1);
    std::vector<std::vector<bool>> all;
    for (int s = 0; s < sessions; ++s) {
        const double theta = ability(random);
        std::vector<bool> row;
        for (int i = 0; i < items; ++i)
            row.push_back(unit(random) < 1 / (1 + std::exp(-(theta - 0.4 * (i - items / 2)))));
        all.push_back(row);
    }
    return all;
}

inline int total(const std::vector<bool>& row) {
    return static_cast<int>(std::count(row.begin(), row.end(), true));
}

}  // namespace xy::stats
