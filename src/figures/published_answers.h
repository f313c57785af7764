// The scored answers of a report: in all, by topic, by item. Inside figures/ only.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "figures/period_report.h"

namespace xy::figures {

/// Answers of phase “quiz”. Topics add up to the total and items to their topic. An item with a small count
/// is withheld as a whole; the withheld items of a topic, taken together, are what a reader could compute.
class PublishedAnswers {
 public:
    PublishedAnswers(Disclosure& disclosure, const Analysis& analysis);

    Share right_answers() const { return clustered_like(estimate_, disclosure_.shown(all_)); }
    /// Least known first, withheld ones last.
    std::vector<TopicFigure> topics(Language language) const;
    std::vector<ItemFigure> items(const OptionTexts& options, Language language) const;

 private:
    struct Item {
        AskedItem asked;
        const store::ItemRow* row = nullptr;   ///< never null
        const ItemTally* tally = nullptr;      ///< never null
        std::optional<std::size_t> mistake;    ///< the wrong option chosen most
        bool small = false;                    ///< has a small count
        Disclosure::ShareCells right;          ///< unless it is small
        Disclosure::ShareCells chose_mistake;  ///< unless it is small or nobody was wrong
    };
    struct Topic {
        LocalizedText title;
        Disclosure::ShareCells right;
        stats::Estimate estimate;
        std::vector<Item> items;
    };

    void collect(const Analysis& analysis);
    void register_item(Item& item);
    void register_topic(Topic& topic);
    ItemFigure figure(const Topic& topic, const Item& item, const OptionTexts& options,
                      Language language) const;

    Disclosure& disclosure_;
    Disclosure::ShareCells all_;
    stats::Estimate estimate_;
    std::map<TopicKey, Topic> topics_;
};

}  // namespace xy::figures
