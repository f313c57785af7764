// Do 95 % intervals hold the truth 95 times in a hundred? Half-years are invented whose truth is known:
// events that differ from each other, visits that differ within them. XY_HALF_YEARS says how many (300; the
// table of docs/statistics.md is of 2,000).
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

#include "stats/clustered.h"
#include "stats/gain.h"
#include "stats/year_on_year.h"

namespace xy::stats {
namespace {

int half_years() {
    const char* const asked = std::getenv("XY_HALF_YEARS");
    return asked == nullptr ? 300 : std::atoi(asked);
}

/// With 300 half-years the share found is within 4 standard errors (±5 points) of 95 %; with 2,000 it must
/// lie in 93..97 %.
void expect_covered(int covered, int of, const char* what) {
    const double share = static_cast<double>(covered) / of;
    const double slack = of >= 2'000 ? 0.02 : 0.04;
    std::printf("%s: %.1f %% of %d\n", what, 100 * share, of);
    EXPECT_GE(share, 0.95 - slack) << what;
    EXPECT_LE(share, 0.95 + slack) << what;
}

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

constexpr double of_events = 0.35;  ///< standard deviation of events on the logit scale
constexpr double of_visits = 0.8;   ///< of visits within one

class HalfYear {
 public:
    explicit HalfYear(unsigned seed) : random(seed) {}

    double normal(double deviation) { return std::normal_distribution<double>(0, deviation)(random); }
    bool happens(double probability) { return std::bernoulli_distribution(probability)(random); }
    std::int64_t size() {
        return 20 + static_cast<std::int64_t>(std::lognormal_distribution<double>(3.2, 0.5)(random));
    }
    int right_of(int items, double level) {
        int right = 0;
        for (int i = 0; i < items; ++i) right += happens(logistic(level)) ? 1 : 0;
        return right;
    }

    std::mt19937 random;
};

/// The mean of logistic(level + both deviations), over so many draws that its error does not count.
double true_share(double level) {
    static const std::vector<double> deviations = [] {
        std::mt19937 random(99);
        std::normal_distribution<double> both(0, std::hypot(of_events, of_visits));
        std::vector<double> all(400'000);
        for (double& deviation : all) deviation = both(random);
        return all;
    }();
    double sum = 0;
    for (const double deviation : deviations) sum += logistic(level + deviation);
    return sum / static_cast<double>(deviations.size());
}

bool holds(const std::optional<Interval>& interval, double truth) {
    return interval && interval->low <= truth && truth <= interval->high;
}

TEST(Coverage, OfTheShareOfRightAnswers) {
    const double truth = true_share(0.9);
    const int all = half_years();
    int covered = 0;
    int naive = 0;
    for (int i = 0; i < all; ++i) {
        HalfYear half_year(static_cast<unsigned>(i + 1));
        ClusterSums events;
        for (int event = 0; event < 30; ++event) {
            const double level = 0.9 + half_year.normal(of_events);
            const std::int64_t visits = half_year.size();
            std::int64_t right = 0;
            for (std::int64_t v = 0; v < visits; ++v)
                right += half_year.right_of(10, level + half_year.normal(of_visits));
            events.add(right, 10 * visits);
        }
        const Proportion share{events.hits, events.n};
        covered += holds(interval_of(clustered(share, events, {})), truth) ? 1 : 0;
        naive += holds(wilson(share), truth) ? 1 : 0;
    }
    expect_covered(covered, all, "share of right answers");
    std::printf("the same as if all were strangers: %.1f %%\n", 100.0 * naive / all);
    EXPECT_LT(static_cast<double>(naive) / all, 0.7);
}

TEST(Coverage, OfTheGain) {
    constexpr double easier = 0.4;  // of form B, logits
    constexpr double learnt = 0.6;
    // In the order A, B and in B, A; each has half the weight.
    const double truth = (true_share(0.2 + learnt + easier) - true_share(0.2) + true_share(0.2 + learnt) -
                          true_share(0.2 + easier)) /
                         2;
    const int all = half_years();
    int covered = 0;
    int by_visits = 0;
    for (int i = 0; i < all; ++i) {
        HalfYear half_year(static_cast<unsigned>(i + 1));
        std::vector<EventGains> orders(2);
        std::vector<EventGains> one_event(2);
        for (int event = 0; event < 20; ++event) {
            const double level = 0.2 + half_year.normal(of_events);
            const double at_event = learnt + half_year.normal(0.2);
            const std::int64_t visits = half_year.size();
            for (std::int64_t v = 0; v < visits; ++v) {
                const double ability = level + half_year.normal(of_visits);
                const bool b_first = half_year.happens(0.5);
                const int pre = half_year.right_of(5, ability + (b_first ? easier : 0));
                const int post = half_year.right_of(5, ability + at_event + (b_first ? 0 : easier));
                orders[b_first ? 1 : 0][std::to_string(event)].add(pre, post, 5);
                one_event[b_first ? 1 : 0][""].add(pre, post, 5);
            }
        }
        covered += holds(measured(orders)->difference_interval, truth) ? 1 : 0;
        by_visits += holds(measured(one_event)->difference_interval, truth) ? 1 : 0;
    }
    expect_covered(covered, all, "gain");
    std::printf("the same by visits: %.1f %%\n", 100.0 * by_visits / all);
}

TEST(Coverage, OfTheYearOnYearChange) {
    // Means of 20 + a log-normal: both years alike but for the number of events.
    const double truth = 26.0 / 22 - 1;
    const int all = half_years();
    int covered = 0;
    for (int i = 0; i < all; ++i) {
        HalfYear half_year(static_cast<unsigned>(i + 1));
        std::vector<std::int64_t> now(26);
        std::vector<std::int64_t> before(22);
        for (auto* const year : {&now, &before})
            for (std::int64_t& visits : *year) visits = half_year.size();
        covered += holds(year_on_year(now, before)->interval, truth) ? 1 : 0;
    }
    expect_covered(covered, all, "year on year");
}

// The difference of the shares of two years.
TEST(Coverage, OfTheChangeOfRightAnswers) {
    const double truth = true_share(1.0) - true_share(0.8);
    const int all = half_years();
    int covered = 0;
    for (int i = 0; i < all; ++i) {
        HalfYear half_year(static_cast<unsigned>(i + 1));
        std::vector<Estimate> years;
        for (const double level : {0.8, 1.0}) {
            ClusterSums events;
            for (int event = 0; event < 20; ++event) {
                const double here = level + half_year.normal(of_events);
                const std::int64_t visits = half_year.size();
                std::int64_t right = 0;
                for (std::int64_t v = 0; v < visits; ++v)
                    right += half_year.right_of(5, here + half_year.normal(of_visits));
                events.add(right, 5 * visits);
            }
            years.push_back(clustered({events.hits, events.n}, events, {}));
        }
        covered += holds(difference_interval(years[0], years[1]), truth) ? 1 : 0;
    }
    expect_covered(covered, all, "change of right answers");
}

}  // namespace
}  // namespace xy::stats
