// Quantiles of the distributions that intervals are made of.
#pragma once

namespace xy::stats {

/// I_x(a, b): the share of a beta distribution that lies under x. Requires a, b > 0 and x in 0..1. By the
/// continued fraction of NIST's Digital Library of Mathematical Functions, 8.17.22; error under 1e-12.
double regularized_beta(double x, double a, double b);

/// Quantile of Student's t, `share` in 0.5..1 (0.975 for a two-sided 95 % interval), `freedom` > 0. Beyond
/// ten million degrees that of the normal distribution.
double student_t(double share, double freedom);
/// The t that stands for `z` with so many degrees of freedom: with as much of the distribution beyond it.
double student_t_of(double z, double freedom);

/// Quantile of the F distribution, `share` in 0..1 (open), both degrees of freedom > 0.
double f_quantile(double share, double numerator, double denominator);

}  // namespace xy::stats
