// How an invented visitor answers.
//
// Right or wrong follows a three-parameter logistic model: guessing 1/k + (1 - 1/k) · logistic(a (ability -
// b)). Wrong answers prefer some distractors over others, as real ones do.
#pragma once

#include <vector>

#include "base/random.h"
#include "quiz/paper.h"
#include "quiz/session.h"

namespace xy::simulation {

/// What makes an item easy or hard; drawn once per simulation.
struct ItemNature {
    quiz::Item item;
    double difficulty = 0;     ///< b: at this ability half of those who do not guess are right
    double sharpness = 1;      ///< a
    std::vector<double> pull;  ///< of each option when the answer is wrong or has no key; not negative
    quiz::OptionSet known =
        0;  ///< what those who know choose: the key, or another one where the bank is mistaken
};

ItemNature nature_of(const quiz::Item& item, Random& random);
/// As if the bank had the wrong option as its key: those who know choose the option after the right one.
/// Requires a scored item with one right option.
void key_wrongly(ItemNature& nature);

/// A page of a paper, with what is needed to answer it.
struct SimulatedPage {
    const ItemNature* nature = nullptr;  ///< nullptr: the pledge
    quiz::Phase phase = quiz::Phase::quiz;
};

struct Visitor {
    double ability = 0;   ///< standard normal, shifted by audience
    double pace = 1;      ///< factor on times
    bool rapid = false;   ///< taps anything at once
    double patience = 1;  ///< factor on the chance to walk away
};

/// The model's probability that the visitor gets the mark of a scored page.
double chance_of_mark(const Visitor& visitor, const SimulatedPage& page);

Visitor new_visitor(Random& random, double audience_shift);

/// What the visitor taps; `answer` gets chosen, correct and time, the rest is left.
void answer_page(const Visitor& visitor, const SimulatedPage& page, Random& random, quiz::Answer& answer);

}  // namespace xy::simulation
