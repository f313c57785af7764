// A paper (试卷): what one visitor is asked, drawn from the banks by a programme. The same seed draws the
// same paper.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/random.h"
#include "quiz/item.h"
#include "quiz/programme.h"

namespace xy::quiz {

struct AskPage {
    std::shared_ptr<const Item> item;
    Phase phase = Phase::quiz;
    bool feedback = false;
    /// shown position → index in `item->options`; a permutation.
    std::vector<std::size_t> order;
};
struct PledgePage {};
struct ResultPage {};
struct CardPage {
    std::shared_ptr<const Card> card;
};
using Page = std::variant<AskPage, PledgePage, ResultPage, CardPage>;

/// Everything after the welcome and the audience, in order.
struct Paper {
    std::vector<Page> pages;
};

/// A part of a step that the banks cannot fill. Items used by an earlier rule of the same paper do not count.
struct Shortage {
    enum class Of {
        rule,   ///< a draw rule
        item,   ///< a fixed item
        cards,  ///< lesson cards
        form,   ///< a form that is missing, or has fewer items than the other one
    };
    std::size_t step = 0;  ///< index in Programme::steps
    std::string topic;     ///< of a rule, empty: any topic; "bank/item" of an item; "A" or "B" of a form
    std::string audience;
    int needed = 0;
    int available = 0;
    Of of = Of::rule;
};

/// Whether `programme` has anything to ask of this audience in particular: it draws from the scored items of
/// its banks, and some of them suits. A programme that draws nothing asks the same of everybody and so serves
/// all. An audience that is not served is not offered; one that is served too little is a shortage.
bool serves(const Programme& programme, std::span<const Bank> banks, std::string_view audience);

/// The draw rules, fixed items, forms and cards of `programme` that `banks` cannot fill for `audience` on
/// `day`.
std::vector<Shortage> shortages(const Programme& programme, std::span<const Bank> banks,
                                std::string_view audience, std::string_view day);

/// Draws a paper. No item and no card comes twice; items of a form come with their form only. Within a step
/// drawn items are mixed over topics. Options are shuffled unless the item forbids it. Where the banks are
/// short, fewer items are asked (see shortages()).
Paper draw_paper(const Programme& programme, std::span<const Bank> banks, std::string_view audience,
                 std::string_view day, Random& random);

}  // namespace xy::quiz
