#include "simulation/visitor.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "quiz/score.h"

namespace xy::simulation {
namespace {

using quiz::OptionSet;

constexpr double skip_chance = 0.02;
constexpr double decline_chance = 0.05;
constexpr double rapid_share = 0.03;

double logistic(double x) {
    return 1.0 / (1.0 + std::exp(-x));
}

Milliseconds around(double median_ms, double spread, Random& random) {
    return Milliseconds(static_cast<std::int64_t>(median_ms * std::exp(spread * random.normal())));
}

/// An option, more often one with more pull; never one in `excluded`.
std::size_t drawn_by_pull(const ItemNature& nature, OptionSet excluded, Random& random) {
    double sum = 0;
    for (std::size_t i = 0; i < nature.pull.size(); ++i)
        if (((excluded >> i) & 1U) == 0) sum += nature.pull[i];
    double rest = random.unit() * sum;
    std::size_t last = 0;
    for (std::size_t i = 0; i < nature.pull.size(); ++i) {
        if (((excluded >> i) & 1U) != 0) continue;
        last = i;
        rest -= nature.pull[i];
        if (rest < 0) break;
    }
    return last;
}

OptionSet any_option(const quiz::Item& item, Random& random) {
    return OptionSet{1} << random.below(item.options.size());
}

/// Wrong answers to a multiple choice are mostly one option off.
OptionSet wrong_set(const ItemNature& nature, OptionSet key, Random& random) {
    const OptionSet chosen = key ^ (OptionSet{1} << drawn_by_pull(nature, 0, random));
    return chosen != 0 ? chosen : key ^ any_option(nature.item, random);
}

double chance_of_right(const Visitor& visitor, const SimulatedPage& page) {
    const ItemNature& nature = *page.nature;
    const double choices = quiz::takes_several(nature.item.kind)
                               ? std::exp2(nature.item.options.size())
                               : static_cast<double>(nature.item.options.size());
    const double learned = page.phase == quiz::Phase::post ? 0.5 : 0.0;
    const double known = logistic(1.7 * nature.sharpness * (visitor.ability + learned - nature.difficulty));
    return 1.0 / choices + (1.0 - 1.0 / choices) * known;
}

OptionSet tap_scored(const Visitor& visitor, const SimulatedPage& page, Random& random) {
    const ItemNature& nature = *page.nature;
    const OptionSet key = nature.known;
    if (visitor.rapid) return any_option(nature.item, random);
    if (random.unit() < skip_chance) return 0;
    if (random.unit() < chance_of_right(visitor, page)) return key;
    if (quiz::takes_several(nature.item.kind)) return wrong_set(nature, key, random);
    return OptionSet{1} << drawn_by_pull(nature, key, random);
}

OptionSet tap_survey(const Visitor& visitor, const ItemNature& nature, Random& random) {
    if (random.unit() < decline_chance) return 0;
    if (nature.item.kind != quiz::Kind::scale) return OptionSet{1} << drawn_by_pull(nature, 0, random);
    const auto steps = static_cast<double>(nature.item.options.size());
    const double place = steps * logistic(0.8 + 0.4 * visitor.ability - nature.difficulty + random.normal());
    return OptionSet{1} << static_cast<unsigned>(std::clamp(place, 0.0, steps - 1.0));
}

}  // namespace

ItemNature nature_of(const quiz::Item& item, Random& random) {
    ItemNature nature{
        item, item.difficulty - 2.5 + 0.6 * random.normal(), 0.6 + 0.8 * random.unit(), {}, item.key()};
    for (std::size_t i = 0; i < item.options.size(); ++i)
        nature.pull.push_back(std::exp(0.8 * random.normal()));
    return nature;
}

void key_wrongly(ItemNature& nature) {
    const OptionSet next = nature.item.key() << 1U;
    nature.known = (next >> nature.item.options.size()) == 0 ? next : OptionSet{1};
}

double chance_of_mark(const Visitor& visitor, const SimulatedPage& page) {
    const ItemNature& nature = *page.nature;
    const OptionSet key = nature.item.key();
    if (visitor.rapid)
        return std::has_single_bit(key) ? 1.0 / static_cast<double>(nature.item.options.size()) : 0.0;
    const double right = (1 - skip_chance) * chance_of_right(visitor, page);
    if (nature.known == key) return right;
    double pull = 0;
    double of_key = 0;
    for (std::size_t i = 0; i < nature.pull.size(); ++i) {
        if (((nature.known >> i) & 1U) == 0) pull += nature.pull[i];
        if (((key >> i) & 1U) != 0) of_key += nature.pull[i];
    }
    return (1 - skip_chance - right) * of_key / pull;
}

Visitor new_visitor(Random& random, double audience_shift) {
    Visitor visitor;
    visitor.ability = random.normal() + audience_shift;
    visitor.pace = std::exp(0.3 * random.normal());
    visitor.rapid = random.unit() < rapid_share;
    visitor.patience = std::exp(0.7 * random.normal());
    return visitor;
}

void answer_page(const Visitor& visitor, const SimulatedPage& page, Random& random, quiz::Answer& answer) {
    const ItemNature& nature = *page.nature;
    const bool scored = quiz::is_scored(nature.item.kind);
    answer.chosen = scored ? tap_scored(visitor, page, random) : tap_survey(visitor, nature, random);
    answer.correct = quiz::mark(nature.item, answer.chosen);
    const double median = visitor.rapid ? 450 : (scored ? 7'500 : 4'500) * visitor.pace;
    answer.time = around(median, visitor.rapid ? 0.3 : 0.5, random);
}

}  // namespace xy::simulation
