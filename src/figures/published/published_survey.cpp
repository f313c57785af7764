#include "figures/published/published_survey.h"

#include "stats/likert.h"

namespace xy::figures {

std::vector<std::int64_t> SurveyFigure::distribution() const {
    std::vector<std::int64_t> shown;
    for (const Count& count : counts) {
        if (!count || !n) return {};
        shown.push_back(*count);
    }
    return shown;
}

PublishedSurvey::PublishedSurvey(Disclosure& disclosure, const Analysis& analysis, AskedVisits& asked_visits)
    : disclosure_(disclosure) {
    for (const auto& [asked, tally] : analysis.tally.items) {
        const store::ItemRow& row = analysis.items.at(name_of(asked));
        if (row.key != 0 || tally.answered == 0) continue;
        Item item;
        item.asked = &asked;
        item.row = &row;
        item.scale = row.kind == quiz::code(quiz::Kind::scale);
        register_item(item, tally, asked_visits);
        items_.push_back(std::move(item));
    }
}

void PublishedSurvey::register_item(Item& item, const ItemTally& tally, AskedVisits& asked) {
    item.n = disclosure_.published(tally.answered);
    asked.limit(*item.asked, item.n);
    for (const std::int64_t count : tally.chosen) item.steps.push_back(disclosure_.published(count));
    disclosure_.sum(item.n, item.steps);
    if (!item.scale) return;
    // Two ends of the same steps: what lies between them is their difference.
    const stats::Likert likert{tally.chosen};
    const auto end = [&](const stats::Proportion& share, bool high) {
        const Disclosure::ShareCells cells{disclosure_.published(share.hits),
                                           disclosure_.unpublished(share.n - share.hits), item.n};
        disclosure_.sum(item.n, {cells.hits, cells.misses});
        const std::size_t width = item.steps.size() < 4 ? 1 : 2;
        const auto first = high ? item.steps.end() - static_cast<std::ptrdiff_t>(width) : item.steps.begin();
        disclosure_.sum(cells.hits, {first, first + static_cast<std::ptrdiff_t>(width)});
        return cells;
    };
    if (item.steps.size() < 2) return;
    item.top = end(likert.top_two(), true);
    item.bottom = end(likert.bottom_two(), false);
    const std::int64_t middle =
        tally.answered - disclosure_.count(item.top.hits) - disclosure_.count(item.bottom.hits);
    disclosure_.sum(item.n, {item.top.hits, item.bottom.hits, disclosure_.unpublished(middle)});
}

SurveyFigure PublishedSurvey::figure(const Item& item, const OptionTexts& options, Language language) const {
    SurveyFigure figure;
    figure.item = item.asked->item;
    figure.stem = item.row->stem.in(language);
    figure.scale = item.scale;
    figure.n = disclosure_.shown(item.n);
    for (const std::string& option : item.row->options) {
        const auto text = options.find(name_of(*item.asked) + "/" + option);
        figure.steps.push_back(text == options.end() ? option : text->second.in(language));
    }
    for (const Disclosure::Cell step : item.steps) figure.counts.push_back(disclosure_.shown(step));
    if (!item.scale || item.steps.size() < 2) return figure;
    figure.top_two = disclosure_.shown(item.top);
    figure.bottom_two = disclosure_.shown(item.bottom);
    return figure;
}

std::vector<SurveyFigure> PublishedSurvey::figures(const OptionTexts& options, Language language) const {
    std::vector<SurveyFigure> figures;
    for (const Item& item : items_) figures.push_back(figure(item, options, language));
    return figures;
}

}  // namespace xy::figures
