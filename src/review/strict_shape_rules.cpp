// What a bank must have: practice, every difficulty, forms that are alike.
#include <algorithm>
#include <fmt/core.h>
#include <map>
#include <set>
#include <tuple>

#include "base/problem_collector.h"
#include "review/strict_rule.h"

namespace xy::review {
namespace {

using quiz::Item;

constexpr double least_situations = 0.40;

/// What a form is made of: topic, kind, difficulty → how many.
using Make = std::map<std::tuple<std::string, std::string, int>, int>;

Make make_of(const quiz::Bank& bank, std::string_view form) {
    Make make;
    for (const Item& item : bank.items)
        if (item.form == form) ++make[{item.topic, std::string(code(item.kind)), item.difficulty}];
    return make;
}

int size_of(const Make& make) {
    int size = 0;
    for (const auto& [key, count] : make) size += count;
    return size;
}

/// What A has more often than B.
std::string surplus(const Make& a, const Make& b) {
    std::string text;
    for (const auto& [key, count] : a) {
        const auto other = b.find(key);
        const int more = count - (other == b.end() ? 0 : other->second);
        if (more > 0)
            text += fmt::format("{}{} {} of difficulty {}", text.empty() ? "" : ", ", std::get<0>(key),
                                std::get<1>(key), std::get<2>(key));
    }
    return text.empty() ? "nothing" : text;
}

}  // namespace

void check_situation_share(const Review& review, RuleProblems& problems) {
    for (std::size_t b = 0; b < review.banks.size(); ++b) {
        int scored = 0;
        int situations = 0;
        for (const Item& item : review.banks[b].items) {
            scored += quiz::is_scored(item.kind) ? 1 : 0;
            situations += item.kind == quiz::Kind::situation ? 1 : 0;
        }
        if (scored == 0 || situations >= least_situations * scored) continue;
        problems.add(b, "/items",
                     fmt::format("{} of {} items are situations ({:.0f} %)", situations, scored,
                                 100.0 * situations / scored),
                     "at least 40 %: practise what one can do and say");
    }
}

void check_difficulties(const Review& review, RuleProblems& problems) {
    for (std::size_t b = 0; b < review.banks.size(); ++b) {
        const quiz::Bank& bank = review.banks[b];
        const bool scored = std::any_of(bank.items.begin(), bank.items.end(),
                                        [](const Item& item) { return quiz::is_scored(item.kind); });
        for (std::size_t t = 0; t < bank.topics.size() && scored; ++t) {
            std::set<int> missing{1, 2, 3};
            for (const Item& item : bank.items)
                if (item.topic == bank.topics[t].id && item.form.empty()) missing.erase(item.difficulty);
            for (const int difficulty : missing)
                problems.add(b, fmt::format("/topics/{}", t),
                             fmt::format("the topic {} has no item of difficulty {} outside the forms",
                                         in_quotes(bank.topics[t].id), difficulty),
                             "add one");
        }
    }
}

void check_forms(const Review& review, RuleProblems& problems) {
    for (std::size_t b = 0; b < review.banks.size(); ++b) {
        const Make a = make_of(review.banks[b], "A");
        const Make bs = make_of(review.banks[b], "B");
        if (a == bs) continue;
        problems.add(b, "/items",
                     fmt::format("form A has {} items, form B {}; only A has {}; only B has {}", size_of(a),
                                 size_of(bs), surplus(a, bs), surplus(bs, a)),
                     "give both forms the same topics, kinds and difficulties");
    }
}

void check_take_home(const Review& review, RuleProblems& problems) {
    for (std::size_t b = 0; b < review.banks.size(); ++b)
        for (std::size_t i = 0; i < review.banks[b].items.size(); ++i)
            if (quiz::is_scored(review.banks[b].items[i].kind) && review.banks[b].items[i].take_home.empty())
                problems.add(b, item_pointer(i), "no sentence to take home", "write \"take_home\"");
}

}  // namespace xy::review
