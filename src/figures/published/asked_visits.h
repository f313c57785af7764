// Whom the items of a report were put to. Inside figures/ only.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "figures/published/published_visits.h"

namespace xy::figures {

/// Ties answers to audiences, as a reader does who knows the programme: a bank is put to certain audiences,
/// no visit answers an item twice, and none answers more items than are drawn. So the n of the items of a
/// bank that only pensioners get say how many of them came, at the least.
class AskedVisits {
 public:
    /// All must outlive it. Register before Disclosure::decide().
    AskedVisits(Disclosure& disclosure, const tally::Tally& tally, const PublishedVisits& visits)
        : disclosure_(disclosure), tally_(tally), visits_(visits) {}

    /// `answered`: how often one item was answered.
    void limit(const tally::AskedItem& item, Disclosure::Cell answered);
    /// Call once, after all items.
    void limit_together();

 private:
    struct Asked {
        std::vector<Disclosure::Cell> audiences;
        std::vector<std::int64_t> most_answered;  ///< by audience
        Disclosure::Cell visits = 0;              ///< of all of them
        std::vector<Disclosure::Cell> answered;   ///< by item
    };
    using Key = std::pair<std::string, quiz::Phase>;
    Asked& asked(const Key& key);
    /// With whom it was put to: two reports may differ in that.
    std::string name_of(const Key& key) const;

    Disclosure& disclosure_;
    const tally::Tally& tally_;
    const PublishedVisits& visits_;
    std::map<Key, Asked> asked_;
};

}  // namespace xy::figures
