// The survey of a report. Inside figures/ only.
#pragma once

#include <string>
#include <vector>

#include "figures/published/asked_visits.h"

namespace xy::figures {

/// Each statement stands for itself; its base is limited by the visits that it was put to. The two
/// highest and the two lowest steps together may show where one of them is withheld.
class PublishedSurvey {
 public:
    PublishedSurvey(Disclosure& disclosure, const tally::Analysis& analysis, AskedVisits& asked);

    std::vector<SurveyFigure> figures(const OptionTexts& options, Language language) const;

 private:
    struct Item {
        const tally::AskedItem* asked = nullptr;  ///< never null
        const store::ItemRow* row = nullptr;      ///< never null
        bool scale = false;
        Disclosure::Cell n = 0;
        std::vector<Disclosure::Cell> steps;
        Disclosure::ShareCells top, bottom;  ///< of a scale
    };
    void register_item(Item& item, const tally::ItemTally& tally, AskedVisits& asked);
    SurveyFigure figure(const Item& item, const OptionTexts& options, Language language) const;

    Disclosure& disclosure_;
    std::vector<Item> items_;
};

}  // namespace xy::figures
