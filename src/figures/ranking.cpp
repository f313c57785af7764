#include "figures/ranking.h"

namespace xy::figures {
namespace {

bool is_known(const Share& share) {
    return share && share->n > 0;
}

LeastKnown& ranking_of(std::vector<LeastKnown>& rankings, const ItemFigure& item) {
    for (LeastKnown& ranking : rankings)
        if (ranking.bank == item.bank) return ranking;
    rankings.push_back({item.bank, item, {}, false});
    return rankings.back();
}

}  // namespace

bool known_less(const Share& a, const Share& b) {
    if (!is_known(a) || !is_known(b)) return is_known(a) && !is_known(b);
    return interval_of(*a)->high < interval_of(*b)->high;
}

bool not_distinguishable(const Share& a, const Share& b) {
    if (!is_known(a) || !is_known(b)) return false;
    const auto difference = difference_interval(*a, *b);
    return difference->low <= 0 && difference->high >= 0;
}

std::vector<LeastKnown> least_known_of(std::span<const ItemFigure> items) {
    std::vector<LeastKnown> rankings;
    for (const ItemFigure& item : items) {
        if (!is_known(item.right)) continue;
        LeastKnown& ranking = ranking_of(rankings, item);
        if (item.item != ranking.first.item && not_distinguishable(ranking.first.right, item.right))
            ranking.not_distinguishable.push_back(item.stem);
    }
    for (const ItemFigure& item : items)
        for (LeastKnown& ranking : rankings)
            if (ranking.bank == item.bank && !item.right) ranking.some_withheld = true;
    return rankings;
}

}  // namespace xy::figures
