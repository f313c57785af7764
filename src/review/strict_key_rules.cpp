// What the place and the length of the right option give away.
#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <map>
#include <set>

#include "base/utf8.h"
#include "review/strict_rule.h"
#include "review/test_wise.h"

namespace xy::review {
namespace {

using quiz::Item;
using quiz::Kind;

/// Below this many items a share says nothing.
constexpr std::size_t least_items = 8;

constexpr std::array<Language, 2> languages{Language::zh, Language::en};
constexpr std::string_view bank_level = "/items";

std::string_view name_of(Language language) {
    return language == Language::zh ? "Chinese" : "English";
}

/// The scored items whose options are written by the author.
std::vector<const Item*> with_options(const quiz::Bank& bank) {
    std::vector<const Item*> items;
    for (const Item& item : bank.items)
        if (quiz::is_scored(item.kind) && item.kind != Kind::true_false) items.push_back(&item);
    return items;
}

std::vector<const Item*> with_one_key(const quiz::Bank& bank) {
    std::vector<const Item*> items = with_options(bank);
    std::erase_if(items, [](const Item* item) { return item->kind == Kind::multiple; });
    return items;
}

double mean_length(const Item& item, bool correct, Language language) {
    double sum = 0;
    int count = 0;
    for (const quiz::Option& option : item.options)
        if (option.correct == correct) {
            sum += static_cast<double>(characters_in(option.text.in(language)));
            ++count;
        }
    return count > 0 ? sum / count : 0;
}

/// Whether the one right option is longer than every other.
bool is_single_longest(const Item& item, Language language) {
    std::size_t right = 0;
    std::size_t wrong = 0;
    for (const quiz::Option& option : item.options) {
        std::size_t& longest = option.correct ? right : wrong;
        longest = std::max(longest, characters_in(option.text.in(language)));
    }
    return right > wrong;
}

/// Chi-square of `counts` against an even spread.
double chi_square(const std::vector<int>& counts, double total) {
    const double expected = total / static_cast<double>(counts.size());
    double sum = 0;
    for (const int count : counts) sum += (count - expected) * (count - expected) / expected;
    return sum;
}

/// The 5 % point of chi-square for 1 to 5 degrees of freedom (any table of the distribution).
constexpr std::array<double, 6> critical{0, 3.841, 5.991, 7.815, 9.488, 11.070};

std::string spread(const std::vector<int>& counts) {
    std::string text;
    for (const int count : counts) text += fmt::format("{}{}", text.empty() ? "" : ", ", count);
    return text;
}

/// The audiences whose visitors are asked different items of the bank; "" for everybody.
std::set<std::string> audiences_of(const quiz::Bank& bank) {
    std::set<std::string> audiences;
    for (const Item& item : bank.items)
        if (quiz::is_scored(item.kind)) audiences.insert(item.audiences.begin(), item.audiences.end());
    if (audiences.empty()) audiences.insert("");
    return audiences;
}

struct Test {
    int asked = 10;
    int pass_percent = 60;
    double tolerance = 0.03;  ///< by how much a trick may pass more often than chance
};

struct PassRates {
    double guessing = 0;
    double guesser = 0;
};

PassRates pass_rates(const quiz::Bank& bank, const std::string& audience, Guesser guesser, Language language,
                     const StrictData& data) {
    std::vector<double> guessing;
    std::vector<double> playing;
    for (const Item& item : bank.items) {
        // A form is asked as a whole and never drawn.
        if (!quiz::is_scored(item.kind) || !item.form.empty() || !item.suits(audience)) continue;
        guessing.push_back(chance_of_mark(item, Guesser::random, language, data));
        playing.push_back(chance_of_mark(item, guesser, language, data));
    }
    const Test test;
    if (guessing.size() < least_items) return {};
    return {pass_rate(guessing, test.asked, test.pass_percent),
            pass_rate(playing, test.asked, test.pass_percent)};
}

std::string advice_against(Guesser guesser) {
    switch (guesser) {
        case Guesser::longest:
            return "shorten right options that are the longest, or lengthen wrong ones";
        case Guesser::shortest:
            return "lengthen right options that are the shortest, or shorten wrong ones";
        case Guesser::polite:
            return "make more wrong options polite and careful, or right ones plainer";
        case Guesser::moderate:
            return "use words like 一定, all, never in right options and true statements too, or not at all";
        default:
            return "spread the key evenly";
    }
}

}  // namespace

void check_answer_length(const Review& review, RuleProblems& problems) {
    constexpr double tolerance = 0.15;
    for (std::size_t b = 0; b < review.banks.size(); ++b) {
        const std::vector<const Item*> items = with_options(review.banks[b]);
        if (items.size() < least_items) continue;
        for (const Language language : languages) {
            double right = 0;
            double wrong = 0;
            for (const Item* item : items) {
                right += mean_length(*item, true, language);
                wrong += mean_length(*item, false, language);
            }
            const double ratio = wrong > 0 ? right / wrong : 1;
            if (ratio >= 1 - tolerance && ratio <= 1 + tolerance) continue;
            const auto count = static_cast<double>(items.size());
            problems.add(
                b, std::string(bank_level),
                fmt::format(
                    "{}: right options have {:.1f} characters on average, wrong ones {:.1f} ({:+.0f} %)",
                    name_of(language), right / count, wrong / count, 100 * (ratio - 1)),
                "bring them within 15 % of each other");
        }
    }
}

void check_longest_option(const Review& review, RuleProblems& problems) {
    constexpr double tolerance = 0.05;
    for (std::size_t b = 0; b < review.banks.size(); ++b) {
        const std::vector<const Item*> items = with_one_key(review.banks[b]);
        if (items.size() < least_items) continue;
        for (const Language language : languages) {
            double chance = 0;
            int longest = 0;
            for (const Item* item : items) {
                chance += 1.0 / static_cast<double>(item->options.size());
                longest += is_single_longest(*item, language) ? 1 : 0;
            }
            const auto count = static_cast<double>(items.size());
            if (longest / count <= chance / count + tolerance) continue;
            problems.add(
                b, std::string(bank_level),
                fmt::format("{}: the right option is the single longest in {} of {} items ({:.0f} %); by "
                            "chance it would be {:.0f} %",
                            name_of(language), longest, items.size(), 100 * longest / count,
                            100 * chance / count),
                "shorten right options, or lengthen a wrong one");
        }
    }
}

void check_key_position(const Review& review, RuleProblems& problems) {
    for (std::size_t b = 0; b < review.banks.size(); ++b) {
        std::map<std::size_t, std::vector<int>> by_size;
        for (const Item* item : with_one_key(review.banks[b])) {
            std::vector<int>& counts = by_size[item->options.size()];
            counts.resize(item->options.size());
            for (std::size_t i = 0; i < item->options.size(); ++i)
                counts[i] += item->options[i].correct ? 1 : 0;
        }
        for (const auto& [size, counts] : by_size) {
            int total = 0;
            for (const int count : counts) total += count;
            if (static_cast<std::size_t>(total) < least_items || size - 1 >= critical.size()) continue;
            if (chi_square(counts, total) <= critical[size - 1]) continue;
            problems.add(b, std::string(bank_level),
                         fmt::format("among {} items with {} options the key stands at the places {} times: "
                                     "uneven (chi-square beyond its 5 % point)",
                                     total, size, spread(counts)),
                         "reorder options in the file so that every place has the key alike often");
        }
    }
}

void check_true_false_balance(const Review& review, RuleProblems& problems) {
    for (std::size_t b = 0; b < review.banks.size(); ++b) {
        int truths = 0;
        int total = 0;
        for (const Item& item : review.banks[b].items) {
            if (item.kind != Kind::true_false) continue;
            ++total;
            truths += item.options.front().correct ? 1 : 0;
        }
        const int apart = std::abs(2 * truths - total);
        // 45–55 % of few statements may be nothing at all: then the nearest possible.
        if (total == 0 || 10 * apart <= total || apart <= total % 2) continue;
        problems.add(
            b, std::string(bank_level),
            fmt::format("{} of {} statements are true ({:.0f} %)", truths, total, 100.0 * truths / total),
            "turn statements round until 45–55 % are true");
    }
}

void check_test_wise(const Review& review, RuleProblems& problems) {
    const Test test;
    for (std::size_t b = 0; b < review.banks.size(); ++b)
        for (const std::string& audience : audiences_of(review.banks[b]))
            for (const Guesser guesser : all_guessers)
                for (const Language language : languages) {
                    const PassRates rates =
                        pass_rates(review.banks[b], audience, guesser, language, review.data);
                    if (rates.guesser <= rates.guessing + test.tolerance) continue;
                    problems.add(
                        b, std::string(bank_level),
                        fmt::format(
                            "{}{}{}: the guesser \"{}\" passes {:.1f} % of tests of {} items, one who "
                            "guesses {:.1f} %",
                            audience, audience.empty() ? "" : ", ", name_of(language),
                            review::name_of(guesser), 100 * rates.guesser, test.asked, 100 * rates.guessing),
                        advice_against(guesser));
                }
}

}  // namespace xy::review
