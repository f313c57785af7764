#include "figures/published/item_measures.h"

namespace xy::figures {
namespace {

/// nullptr: was not asked.
const tally::ItemTally* tally_of(const tally::Tally& tally, const tally::AskedItem& asked) {
    const auto found = tally.items.find(asked);
    return found == tally.items.end() ? nullptr : &found->second;
}

}  // namespace

std::string measured_name(const tally::AskedItem& asked) {
    return "item/" + tally::name_of(asked) + "/" + std::string(quiz::code(asked.phase));
}

Measure answered(const tally::AskedItem& asked) {
    return {measured_name(asked) + "/n",
            [asked](const tally::Tally& tally) {
                const tally::ItemTally* item = tally_of(tally, asked);
                return item == nullptr ? 0 : item->answered;
            },
            false, true};
}

ShareMeasure right_of_answered(const tally::AskedItem& asked) {
    return {measured_name(asked),
            [asked](const tally::Tally& tally) {
                const tally::ItemTally* item = tally_of(tally, asked);
                return item == nullptr ? stats::Proportion() : stats::Proportion{item->right, item->answered};
            },
            true};
}

Measure chose(const tally::AskedItem& asked, std::size_t option) {
    return {measured_name(asked) + "/option/" + std::to_string(option),
            [asked, option](const tally::Tally& tally) {
                const tally::ItemTally* item = tally_of(tally, asked);
                return item == nullptr || item->chosen.size() <= option ? 0 : item->chosen[option];
            }};
}

}  // namespace xy::figures
