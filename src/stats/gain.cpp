#include "stats/gain.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <set>
#include <vector>

#include "stats/clustered.h"
#include "stats/distributions.h"
#include "stats/real.h"

namespace xy::stats {

void Gain::add(int pre, int post, int items) {
    assert(items_ == 0 || items_ == items);
    items_ = items;
    ++n_;
    pre_ += pre;
    post_ += post;
    pre_pre_ += std::int64_t{pre} * pre;
    post_post_ += std::int64_t{post} * post;
    pre_post_ += std::int64_t{pre} * post;
}

Gain& Gain::operator+=(const Gain& other) {
    assert(items_ == 0 || other.items_ == 0 || items_ == other.items_);
    items_ = std::max(items_, other.items_);
    n_ += other.n_;
    pre_ += other.pre_;
    post_ += other.post_;
    pre_pre_ += other.pre_pre_;
    post_post_ += other.post_post_;
    pre_post_ += other.pre_post_;
    return *this;
}

std::optional<double> Gain::mean_pre() const {
    if (n_ == 0) return std::nullopt;
    return real(pre_) / (real(n_) * items_);
}

std::optional<double> Gain::mean_post() const {
    if (n_ == 0) return std::nullopt;
    return real(post_) / (real(n_) * items_);
}

std::optional<double> Gain::difference() const {
    if (n_ == 0) return std::nullopt;
    return real(post_ - pre_) / (real(n_) * items_);
}

/// In shares squared. The sums are whole, so nothing is lost before the division.
double Gain::covariance_of_means(std::int64_t sum_ab, std::int64_t sum_a, std::int64_t sum_b) const {
    const double covariance =
        (real(n_) * real(sum_ab) - real(sum_a) * real(sum_b)) / (real(n_) * real(n_ - 1));
    return covariance / (real(n_) * items_ * items_);
}

double Gain::variance(double by_post, double by_pre) const {
    return std::max(by_post * by_post * covariance_of_means(post_post_, post_, post_) +
                        by_pre * by_pre * covariance_of_means(pre_pre_, pre_, pre_) +
                        2 * by_post * by_pre * covariance_of_means(pre_post_, pre_, post_),
                    0.0);
}

std::optional<Interval> Gain::difference_interval(double z) const {
    const EventGains one{{"", *this}};
    const auto of_one = measured({&one, 1}, z);
    return of_one ? of_one->difference_interval : std::nullopt;
}

std::optional<double> Gain::hake() const {
    const auto pre = mean_pre();
    if (!pre || pre_ == n_ * items_) return std::nullopt;
    return (*mean_post() - *pre) / (1 - *pre);
}

std::optional<Interval> Gain::hake_interval(double z) const {
    const EventGains one{{"", *this}};
    const auto of_one = measured({&one, 1}, z);
    return of_one ? of_one->hake_interval : std::nullopt;
}

namespace {

/// by_post·mean_post + by_pre·mean_pre of one order.
struct Term {
    double by_post = 0;
    double by_pre = 0;
};

class Orders {
 public:
    explicit Orders(std::span<const EventGains> orders) : orders_(orders) {
        std::set<std::string> events;
        for (const EventGains& order : orders) {
            Gain all;
            for (const auto& [event, gain] : order) {
                if (gain.n() == 0) continue;
                all += gain;
                events.insert(event);
            }
            n_ += all.n();
            totals_.push_back(all);
        }
        events_.assign(events.begin(), events.end());
    }

    bool has_empty() const {
        return std::any_of(totals_.begin(), totals_.end(), [](const Gain& g) { return g.n() == 0; });
    }
    const std::vector<Gain>& totals() const { return totals_; }
    std::int64_t n() const { return n_; }
    /// Of each order: its pair's visits in all, divided among the orders of the pair.
    std::vector<double> weights(std::span<const std::vector<EventGains>> pairs) const {
        std::vector<double> weights;
        for (const std::vector<EventGains>& pair : pairs) {
            std::int64_t of_pair = 0;
            for (std::size_t i = 0; i < pair.size(); ++i) of_pair += totals_[weights.size() + i].n();
            weights.insert(weights.end(), pair.size(),
                           real(of_pair) / (real(n_) * static_cast<double>(pair.size())));
        }
        return weights;
    }
    std::int64_t clusters() const {
        const auto events = static_cast<std::int64_t>(events_.size());
        return events >= fewest_clusters ? events : 0;
    }

    /// Around `value`, which is the sum of `terms` (one of each order).
    std::optional<Interval> interval(double value, std::span<const Term> terms, double z) const {
        const bool few = std::any_of(totals_.begin(), totals_.end(), [](const Gain& g) { return g.n() < 2; });
        if (n_ < fewest_pairs || few) return std::nullopt;
        const double half = std::max(clusters() > 0 ? half_by_events(terms, z) : half_by_visits(terms, z),
                                     narrowest_half(terms, z));
        return Interval{value - half, value + half};
    }

 private:
    double half_by_events(std::span<const Term> terms, double z) const {
        double squares = 0;
        for (const std::string& event : events_) {
            double residual = 0;
            for (std::size_t i = 0; i < terms.size(); ++i) residual += residual_of(event, i, terms[i]);
            squares += residual * residual;
        }
        const auto m = static_cast<double>(events_.size());
        return student_t_of(z, m - 1) * std::sqrt(m / (m - 1) * squares);
    }

    double residual_of(const std::string& event, std::size_t order, const Term& term) const {
        const auto found = orders_[order].find(event);
        if (found == orders_[order].end()) return 0;
        const Gain& here = found->second;
        const Gain& all = totals_[order];
        const double share = real(here.n()) / real(all.n());
        const double base = real(all.n()) * all.items();
        return term.by_post * (real(here.post()) / base - *all.mean_post() * share) +
               term.by_pre * (real(here.pre()) / base - *all.mean_pre() * share);
    }

    double half_by_visits(std::span<const Term> terms, double z) const {
        double variance = 0;
        double by_freedom = 0;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const double of_order = totals_[i].variance(terms[i].by_post, terms[i].by_pre);
            variance += of_order;
            by_freedom += of_order * of_order / real(totals_[i].n() - 1);
        }
        if (variance == 0) return 0;
        return student_t_of(z, variance * variance / by_freedom) * std::sqrt(variance);
    }

    double narrowest_half(std::span<const Term> terms, double z) const {
        double squares = 0;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const Gain& all = totals_[i];
            const double half =
                std::abs(terms[i].by_post) * wilson(Proportion{0, all.n()}, z)->high / all.items();
            squares += half * half;
        }
        return std::sqrt(squares);
    }

    std::span<const EventGains> orders_;
    std::vector<Gain> totals_;
    std::vector<std::string> events_;
    std::int64_t n_ = 0;
};

}  // namespace

std::optional<MeasuredGain> measured(std::span<const EventGains> orders, double z) {
    const std::vector<EventGains> pair(orders.begin(), orders.end());
    return measured_over({&pair, 1}, z);
}

std::optional<MeasuredGain> measured_over(std::span<const std::vector<EventGains>> pairs, double z) {
    std::vector<EventGains> orders;
    for (const std::vector<EventGains>& pair : pairs) orders.insert(orders.end(), pair.begin(), pair.end());
    const Orders all(orders);
    if (orders.empty() || all.has_empty()) return std::nullopt;
    const std::vector<double> weights = all.weights(pairs);
    MeasuredGain result;
    result.n = all.n();
    result.events = all.clusters();
    std::vector<Term> terms;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        result.before += weights[i] * *all.totals()[i].mean_pre();
        result.after += weights[i] * *all.totals()[i].mean_post();
        result.difference += weights[i] * *all.totals()[i].difference();
        terms.push_back({weights[i], -weights[i]});
    }
    result.difference_interval = all.interval(result.difference, terms, z);
    if (const double room = 1 - result.before; room > 1e-12) {
        const double g = result.difference / room;
        result.hake = g;
        // ∂g/∂post = 1/room; ∂g/∂pre = (post − 1)/room² = (g − 1)/room.
        std::vector<Term> of_hake;
        for (const double weight : weights) of_hake.push_back({weight / room, weight * (g - 1) / room});
        result.hake_interval = all.interval(g, of_hake, z);
    }
    if (pairs.size() != 1 || orders.size() != 2) return result;
    terms[1] = {-0.5, 0.5};
    result.form_difference = (*all.totals()[0].difference() - *all.totals()[1].difference()) / 2;
    result.form_interval = all.interval(*result.form_difference, terms, z);
    return result;
}

}  // namespace xy::stats
