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
using Page = std::variant<AskPage, PledgePage, ResultPage>;

/// Everything after the welcome and the audience, in order.
struct Paper {
    std::vector<Page> pages;
};

/// A draw rule that the banks cannot fill. Items used by an earlier rule of the same paper do not count.
struct Shortage {
    std::size_t step = 0;  ///< index in Programme::steps
    std::string topic;     ///< empty: any topic
    std::string audience;
    int needed = 0;
    int available = 0;
};

/// The draw rules (and fixed items) of `programme` that `banks` cannot fill for `audience` on `day`.
std::vector<Shortage> shortages(const Programme& programme, std::span<const Bank> banks,
                                std::string_view audience, std::string_view day);

/// Draws a paper. No item comes twice. Within a step drawn items are mixed over topics. Options are shuffled
/// unless the item forbids it. Where the banks are short, fewer items are asked (see shortages()).
Paper draw_paper(const Programme& programme, std::span<const Bank> banks, std::string_view audience,
                 std::string_view day, Random& random);

}  // namespace xy::quiz
