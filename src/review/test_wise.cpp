#include "review/test_wise.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/utf8.h"
#include "review/word_match.h"

namespace xy::review {
namespace {

using quiz::Item;
using quiz::Kind;

int words_of_rule(std::string_view rule, const std::string& text, Language language, const StrictData& data) {
    int count = 0;
    for (const WordGroup* group : data.groups_of(rule)) count += words_in(*group, text, language);
    return count;
}

/// A statement is decided by its own words: the options 对 and 错 say nothing.
double liking_of_truth(const Item& item, bool for_true, Guesser guesser, Language language,
                       const StrictData& data) {
    if (guesser == Guesser::first) return for_true ? 1 : 0;
    const bool absolute = guesser == Guesser::moderate &&
                          words_of_rule("absolute-words", item.stem.in(language), language, data) > 0;
    return absolute && !for_true ? 1 : 0;
}

double liking(const Item& item, std::size_t option, Guesser guesser, Language language,
              const StrictData& data) {
    if (item.kind == Kind::true_false) return liking_of_truth(item, option == 0, guesser, language, data);
    const std::string& text = item.options[option].text.in(language);
    switch (guesser) {
        case Guesser::longest:
            return static_cast<double>(characters_in(text));
        case Guesser::shortest:
            return -static_cast<double>(characters_in(text));
        case Guesser::polite:
            return words_of_rule("polite-words", text, language, data);
        case Guesser::moderate:
            return words_of_rule("absolute-words", text, language, data) > 0 ? -1 : 0;
        default:
            return 0;
    }
}

std::size_t number_chosen(const Item& item) {
    return item.kind == Kind::multiple ? std::max<std::size_t>(1, item.options.size() / 2) : 1;
}

double choose(std::size_t n, std::size_t k) {
    double ways = 1;
    for (std::size_t i = 0; i < k; ++i) ways = ways * static_cast<double>(n - i) / static_cast<double>(i + 1);
    return ways;
}

}  // namespace

std::string_view name_of(Guesser guesser) {
    constexpr std::array<std::string_view, 6> names{"random", "longest", "shortest",
                                                    "first",  "polite",  "moderate"};
    return names[static_cast<std::size_t>(guesser)];
}

double chance_of_mark(const Item& item, Guesser guesser, Language language, const StrictData& data) {
    std::vector<double> scores = option_scores(item, guesser, language, data);
    // With shuffling every place is alike likely; without, the first is the first of the file.
    if (guesser == Guesser::first && !item.shuffle && item.kind != Kind::true_false)
        for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = -static_cast<double>(i);
    const std::size_t chosen = number_chosen(item);
    if (scores.size() < chosen) return 0;
    std::vector<double> sorted = scores;
    std::sort(sorted.rbegin(), sorted.rend());
    const double least = sorted[chosen - 1];
    std::size_t sure = 0;      // scores higher than the least one chosen
    std::size_t tied = 0;      // as much
    std::size_t tied_key = 0;  // and right
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const bool correct = item.options[i].correct;
        if (scores[i] > least && !correct) return 0;
        if (scores[i] < least && correct) return 0;
        sure += scores[i] > least ? 1 : 0;
        tied += scores[i] == least ? 1 : 0;
        tied_key += scores[i] == least && correct ? 1 : 0;
    }
    return tied_key == chosen - sure ? 1 / choose(tied, tied_key) : 0;
}

std::vector<double> option_scores(const Item& item, Guesser guesser, Language language,
                                  const StrictData& data) {
    std::vector<double> all;
    for (std::size_t i = 0; i < item.options.size(); ++i)
        all.push_back(liking(item, i, guesser, language, data));
    return all;
}

quiz::OptionSet choice(const quiz::AskPage& page, Guesser guesser, std::span<const double> scores,
                       Random& random) {
    std::vector<std::size_t> options = page.order;
    // Ties are broken by chance, or by the place on the screen.
    if (guesser != Guesser::first) random.shuffle(std::span(options));
    std::stable_sort(options.begin(), options.end(),
                     [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    quiz::OptionSet chosen = 0;
    for (std::size_t i = 0; i < number_chosen(*page.item) && i < options.size(); ++i)
        chosen |= quiz::OptionSet{1} << options[i];
    return chosen;
}

double pass_rate(std::span<const double> chances, int asked, int percent) {
    const std::size_t most = std::min(chances.size(), static_cast<std::size_t>(std::max(asked, 0)));
    if (most == 0) return 0;
    // sums[n][r]: over all sets of n of the items seen so far, the sum of the probabilities of exactly r
    // right.
    std::vector<std::vector<double>> sums(most + 1, std::vector<double>(most + 1, 0));
    sums[0][0] = 1;
    for (const double p : chances)
        for (std::size_t n = most; n > 0; --n)
            for (std::size_t r = n + 1; r-- > 0;)
                sums[n][r] += sums[n - 1][r] * (1 - p) + (r > 0 ? sums[n - 1][r - 1] * p : 0);
    double passes = 0;
    for (std::size_t r = 0; r <= most; ++r)
        if (100 * r >= static_cast<std::size_t>(percent) * most) passes += sums[most][r];
    return passes / choose(chances.size(), most);
}

}  // namespace xy::review
