// The scored answers of a report: in all, by topic, by item. Inside figures/ only.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "figures/published/asked_visits.h"

namespace xy::figures {

/// Answers of phase “quiz”. Topics add up to the total and items to their topic; each item is limited by the
/// visits that it was put to. An item with a small count is withheld as a whole; the withheld items of a
/// topic, taken together, are what a reader could compute.
class PublishedAnswers {
 public:
    PublishedAnswers(Disclosure& disclosure, const tally::Analysis& analysis, AskedVisits& asked);

    Share right_answers(stats::ClusterBy by) const;
    /// Least known first, withheld ones last.
    std::vector<TopicFigure> topics(stats::ClusterBy by, Language language) const;
    std::vector<ItemFigure> items(stats::ClusterBy by, const OptionTexts& options, Language language) const;

 private:
    struct Item {
        tally::AskedItem asked;
        const store::ItemRow* row = nullptr;      ///< never null
        const tally::ItemTally* tally = nullptr;  ///< never null
        std::optional<std::size_t> mistake;       ///< the wrong option chosen most
        bool small = false;                       ///< has a small count
        Disclosure::ShareCells right;
        Disclosure::ShareCells chose_mistake;  ///< unless it is small or nobody was wrong
    };
    struct Topic {
        LocalizedText title;
        Disclosure::ShareCells right;
        std::vector<Item> items;
    };

    void collect(const tally::Analysis& analysis);
    void register_item(Item& item);
    void register_topic(const tally::TopicKey& key, Topic& topic, AskedVisits& asked);
    ItemFigure figure(const Topic& topic, const Item& item, stats::ClusterBy by, const OptionTexts& options,
                      Language language) const;

    Disclosure& disclosure_;
    const tally::Analysis& analysis_;
    Disclosure::ShareCells all_;
    std::map<tally::TopicKey, Topic> topics_;
};

}  // namespace xy::figures
