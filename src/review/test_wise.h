// Test-wise guessers: what a visitor reaches who knows nothing but how options betray themselves.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/localized.h"
#include "base/random.h"
#include "quiz/paper.h"
#include "review/strict_data.h"

namespace xy::review {

enum class Guesser {
    random,
    longest,   ///< the longest option
    shortest,  ///< the shortest option
    first,     ///< the first one shown; of a statement: true
    polite,    ///< the option with the most polite and careful words
    moderate,  ///< crosses out options with absolute words; a statement with one is taken for false
};
inline constexpr Guesser all_guessers[] = {Guesser::random, Guesser::longest, Guesser::shortest,
                                           Guesser::first,  Guesser::polite,  Guesser::moderate};
std::string_view name_of(Guesser guesser);

/// The probability that the guesser gets the mark of a scored item whose options are shuffled. Where its
/// trick does not decide, it guesses. Of k options of a multiple item it chooses k/2 (those of ours are
/// mostly two of four).
double chance_of_mark(const quiz::Item& item, Guesser guesser, Language language, const StrictData& data);

/// How much the guesser likes each option (as Item::options), apart from where it is shown; the highest is
/// chosen. Kept by whoever plays many times.
std::vector<double> option_scores(const quiz::Item& item, Guesser guesser, Language language,
                                  const StrictData& data);

/// What the guesser taps on this page. `scores`: option_scores() of its item.
quiz::OptionSet choice(const quiz::AskPage& page, Guesser guesser, std::span<const double> scores,
                       Random& random);

/// The probability of a pass (at least `percent` right) when `asked` of these items are drawn, all draws
/// alike likely, answers independent; exact. Fewer items than `asked`: all of them. None: 0.
double pass_rate(std::span<const double> chances, int asked, int percent);

}  // namespace xy::review
