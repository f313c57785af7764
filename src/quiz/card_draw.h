// Which lesson cards a visitor sees.
#pragma once

#include <vector>

#include "base/random.h"
#include "quiz/item.h"
#include "quiz/programme.h"

namespace xy::quiz {

/// The cards of `open` that `step` may show.
std::vector<const Card*> cards_for(const CardsStep& step, const std::vector<const Card*>& open);

/// Takes `step.count` of them, or all where there are fewer: of as many topics as possible, which topics and
/// which card of each by chance. They come in the order of `step.topics`, since a lesson has an order;
/// without topics in the order of `open`.
std::vector<const Card*> draw_cards(const CardsStep& step, const std::vector<const Card*>& open,
                                    Random& random);

}  // namespace xy::quiz
