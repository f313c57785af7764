#include "quiz/card_draw.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace xy::quiz {
namespace {

/// Cards of one topic, in the order in which they are taken.
using Pile = std::vector<const Card*>;

/// One pile for each topic of `cards`, in the order in which the topics first come.
std::vector<Pile> piles_of(const std::vector<const Card*>& cards) {
    std::vector<Pile> piles;
    for (const Card* card : cards) {
        auto pile = std::find_if(piles.begin(), piles.end(),
                                 [&](const Pile& p) { return p.front()->topic == card->topic; });
        if (pile == piles.end()) pile = piles.insert(piles.end(), Pile());
        pile->push_back(card);
    }
    return piles;
}

}  // namespace

std::vector<const Card*> cards_for(const CardsStep& step, const std::vector<const Card*>& open) {
    if (step.topics.empty()) return open;
    std::vector<const Card*> cards;
    for (const std::string& topic : step.topics)
        std::copy_if(open.begin(), open.end(), std::back_inserter(cards),
                     [&](const Card* card) { return card->topic == topic; });
    return cards;
}

std::vector<const Card*> draw_cards(const CardsStep& step, const std::vector<const Card*>& open,
                                    Random& random) {
    const std::vector<const Card*> cards = cards_for(step, open);
    std::vector<Pile> piles = piles_of(cards);
    for (Pile& pile : piles) random.shuffle(std::span(pile));
    random.shuffle(std::span(piles));
    const std::size_t count = std::min(cards.size(), static_cast<std::size_t>(std::max(0, step.count)));
    std::vector<const Card*> drawn;
    for (std::size_t round = 0; drawn.size() < count; ++round)
        for (const Pile& pile : piles)
            if (round < pile.size() && drawn.size() < count) drawn.push_back(pile[round]);
    const auto place = [&](const Card* card) { return std::find(cards.begin(), cards.end(), card); };
    std::sort(drawn.begin(), drawn.end(),
              [&](const Card* one, const Card* other) { return place(one) < place(other); });
    return drawn;
}

}  // namespace xy::quiz
