// The card screen: one lesson card (知识卡), and one way on.
#pragma once

#include <memory>

#include "quiz/item.h"

namespace xy::screens {

struct CardState {
    std::shared_ptr<const quiz::Card> card;
    LocalizedText topic;
    int number = 1;  ///< place among the cards that come one after the other, from 1
    int total = 1;
    int asked = 0;      ///< questions of the visit that came before it
    int questions = 1;  ///< of the whole visit
};

}  // namespace xy::screens
