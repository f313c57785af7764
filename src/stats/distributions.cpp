#include "stats/distributions.h"

#include <cmath>
#include <limits>

#include "stats/proportion.h"

namespace xy::stats {
namespace {

constexpr double nearly_normal = 1e7;

/// Lentz's way through the continued fraction; it ends within a few √max(a, b) steps where x < (a+1)/(a+b+2).
double beta_fraction(double x, double a, double b) {
    constexpr double tiny = 1e-300;
    constexpr int most_steps = 100'000;
    const auto away_from_zero = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int step = 1; step < most_steps; ++step) {
        const double m = step;
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away_from_zero(1 + even * d);
        c = away_from_zero(1 + even / c);
        fraction *= d * c;
        d = 1 / away_from_zero(1 + odd * d);
        c = away_from_zero(1 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < 1e-15) break;
    }
    return fraction;
}

/// The x of I_x(a, b) = share, by halving: every double is reached.
double beta_quantile(double share, double a, double b) {
    double low = 0;
    double high = 1;
    while (true) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) return middle;
        (regularized_beta(middle, a, b) < share ? low : high) = middle;
    }
}

}  // namespace

double regularized_beta(double x, double a, double b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
    return 1 - front * beta_fraction(1 - x, b, a) / b;
}

double student_t(double share, double freedom) {
    // P(|T| > t) = I_x(ν/2, 1/2) with x = ν/(ν + t²).
    const double beyond = 2 * (1 - share);
    if (beyond >= 1) return 0;
    const double x = beta_quantile(beyond, freedom / 2, 0.5);
    return std::sqrt(freedom * (1 - x) / x);
}

double student_t_of(double z, double freedom) {
    if (freedom > nearly_normal) return z;
    return student_t(1 - std::erfc(z / std::sqrt(2.0)) / 2, freedom);
}

double f_quantile(double share, double numerator, double denominator) {
    const double x = beta_quantile(share, numerator / 2, denominator / 2);
    if (x >= 1) return std::numeric_limits<double>::infinity();
    return denominator * x / (numerator * (1 - x));
}

}  // namespace xy::stats
