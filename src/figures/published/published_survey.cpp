#include "figures/published/published_survey.h"

#include "figures/published/item_measures.h"

namespace xy::figures {

std::vector<std::int64_t> SurveyFigure::distribution() const {
    std::vector<std::int64_t> shown;
    for (const Count& count : counts) {
        if (!count || !n) return {};
        shown.push_back(*count);
    }
    return shown;
}

PublishedSurvey::PublishedSurvey(Disclosure& disclosure, const tally::Analysis& analysis,
                                 AskedVisits& asked_visits)
    : disclosure_(disclosure) {
    for (const auto& [asked, tally] : analysis.tally.items) {
        const store::ItemRow& row = analysis.items.at(tally::name_of(asked));
        if (row.key != 0 || tally.answered == 0) continue;
        Item item;
        item.asked = &asked;
        item.row = &row;
        item.scale = row.kind == quiz::code(quiz::Kind::scale);
        register_item(item, tally, asked_visits);
        items_.push_back(std::move(item));
    }
}

void PublishedSurvey::register_item(Item& item, const tally::ItemTally& tally, AskedVisits& asked_visits) {
    const std::string name = measured_name(*item.asked);
    item.n = disclosure_.published(answered(*item.asked));
    asked_visits.limit(*item.asked, item.n);
    for (std::size_t step = 0; step < tally.chosen.size(); ++step)
        item.steps.push_back(disclosure_.published(chose(*item.asked, step)));
    // With several choices an answer may hold more than one.
    if (item.row->kind != quiz::code(quiz::Kind::multiple)) disclosure_.sum(item.n, item.steps);
    if (!item.scale || item.steps.size() < 2) return;
    // Two ends of the same steps: what lies between them is their difference.
    const auto end = [&](const std::string& which, bool high) {
        const std::size_t width = item.steps.size() < 4 ? 1 : 2;
        const auto first = high ? item.steps.end() - static_cast<std::ptrdiff_t>(width) : item.steps.begin();
        const Disclosure::Cell hits = disclosure_.published_sum(
            name + "/" + which, {first, first + static_cast<std::ptrdiff_t>(width)});
        const Disclosure::ShareCells cells{hits, disclosure_.rest(name + "/not_" + which, item.n, {hits}),
                                           item.n};
        return cells;
    };
    item.top = end("top", true);
    item.bottom = end("bottom", false);
    disclosure_.rest(name + "/middle", item.n, {item.top.hits, item.bottom.hits});
}

SurveyFigure PublishedSurvey::figure(const Item& item, const OptionTexts& options, Language language) const {
    SurveyFigure figure;
    figure.item = item.asked->item;
    figure.stem = item.row->stem.in(language);
    figure.scale = item.scale;
    figure.n = disclosure_.shown(item.n);
    for (const std::string& option : item.row->options) {
        const auto text = options.find(tally::name_of(*item.asked) + "/" + option);
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
