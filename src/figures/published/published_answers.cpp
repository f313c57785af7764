#include "figures/published/published_answers.h"

#include <algorithm>

#include "figures/published/item_measures.h"
#include "figures/ranking.h"
#include "tally/estimates.h"

namespace xy::figures {
namespace {

using stats::Proportion;

std::optional<std::size_t> worst_mistake(const store::ItemRow& row, const tally::ItemTally& tally) {
    std::optional<std::size_t> worst;
    for (std::size_t option = 0; option < tally.chosen.size(); ++option) {
        const bool right = ((row.key >> option) & 1U) != 0;
        if (right || tally.chosen[option] == 0) continue;
        if (!worst || tally.chosen[option] > tally.chosen[*worst]) worst = option;
    }
    return worst;
}

/// Ties shares that add up.
void sum_up(Disclosure& disclosure, const Disclosure::ShareCells& total,
            const std::vector<Disclosure::ShareCells>& parts) {
    std::vector<Disclosure::Cell> n, hits, misses;
    for (const Disclosure::ShareCells& part : parts) {
        n.push_back(part.n);
        hits.push_back(part.hits);
        misses.push_back(part.misses);
    }
    disclosure.sum(total.n, std::move(n));
    disclosure.sum(total.hits, std::move(hits));
    disclosure.sum(total.misses, std::move(misses));
}

ShareMeasure right_of_all() {
    return {"answers", [](const tally::Tally& tally) {
                return Proportion{tally.right_answers, tally.answered_items};
            }};
}

/// Right of all answers to `items`.
ShareMeasure right_of_topic(const tally::TopicKey& key, std::vector<tally::AskedItem> items) {
    return {"topic/" + key.first + "/" + key.second, [items = std::move(items)](const tally::Tally& tally) {
                Proportion right;
                for (const tally::AskedItem& asked : items) right += right_of_answered(asked).share(tally);
                return right;
            }};
}

}  // namespace

PublishedAnswers::PublishedAnswers(Disclosure& disclosure, const tally::Analysis& analysis,
                                   AskedVisits& asked)
    : disclosure_(disclosure), analysis_(analysis), all_(disclosure.headline_share(right_of_all())) {
    collect(analysis);
    std::vector<Disclosure::ShareCells> topics;
    for (auto& [key, topic] : topics_) {
        register_topic(key, topic, asked);
        topics.push_back(topic.right);
    }
    sum_up(disclosure_, all_, topics);
}

void PublishedAnswers::collect(const tally::Analysis& analysis) {
    for (const auto& [asked, tally] : analysis.tally.items) {
        const store::ItemRow& row = analysis.items.at(tally::name_of(asked));
        if (asked.phase != quiz::Phase::quiz || row.key == 0) continue;
        Topic& topic = topics_[{row.topic, row.topic_title.zh}];
        topic.title = row.topic_title;
        Item item{asked, &row, &tally, worst_mistake(row, tally), false, {}, {}};
        item.small = disclosure_.small(tally.right) || disclosure_.small(tally.answered - tally.right);
        if (item.mistake && disclosure_.small(tally.chosen[*item.mistake])) item.mistake.reset();
        topic.items.push_back(item);
    }
}

void PublishedAnswers::register_item(Item& item) {
    item.right = disclosure_.share(right_of_answered(item.asked));
    if (!item.mistake) return;
    const std::string name = measured_name(item.asked) + "/option/" + std::to_string(*item.mistake);
    item.chose_mistake.hits = disclosure_.published(chose(item.asked, *item.mistake));
    item.chose_mistake.n = item.right.n;
    disclosure_.print_with(item.chose_mistake.hits, item.right.n);
    item.chose_mistake.misses = disclosure_.rest(name + "/not", item.right.n, {item.chose_mistake.hits});
    // Who chose another wrong option is left over. With several right options an answer may hold both.
    if (item.row->kind != quiz::code(quiz::Kind::multiple))
        disclosure_.rest(name + "/other", item.right.misses, {item.chose_mistake.hits});
}

void PublishedAnswers::register_topic(const tally::TopicKey& key, Topic& topic, AskedVisits& asked) {
    std::vector<tally::AskedItem> items;
    std::vector<Disclosure::ShareCells> all, small;
    std::string names_of_small;
    for (Item& item : topic.items) {
        items.push_back(item.asked);
        if (item.small)
            item.right = disclosure_.withheld_share(right_of_answered(item.asked));
        else
            register_item(item);
        asked.limit(item.asked, item.right.n);
        (item.small ? small : all).push_back(item.right);
        if (item.small) names_of_small += "/" + measured_name(item.asked);
    }
    // Two small items that can be computed together are a small group too.
    if (!small.empty()) all.push_back(disclosure_.withheld_sum("small" + names_of_small, small));
    topic.right = disclosure_.share(right_of_topic(key, std::move(items)));
    sum_up(disclosure_, topic.right, all);
}

Share PublishedAnswers::right_answers(stats::ClusterBy by) const {
    return clustered_like(tally::right_answers(analysis_, by), disclosure_.shown(all_));
}

std::vector<TopicFigure> PublishedAnswers::topics(stats::ClusterBy by, Language language) const {
    std::vector<TopicFigure> figures;
    for (const auto& [key, topic] : topics_)
        figures.push_back({topic.title.empty() ? key.first : topic.title.in(language),
                           clustered_like(topic_right(analysis_, key, by), disclosure_.shown(topic.right))});
    std::stable_sort(figures.begin(), figures.end(),
                     [](const TopicFigure& a, const TopicFigure& b) { return known_less(a.right, b.right); });
    return figures;
}

ItemFigure PublishedAnswers::figure(const Topic& topic, const Item& item, stats::ClusterBy by,
                                    const OptionTexts& options, Language language) const {
    ItemFigure figure;
    figure.bank = item.asked.bank;
    figure.item = item.asked.item;
    figure.stem = item.row->stem.in(language);
    figure.topic = topic.title.in(language);
    if (item.small) return figure;
    figure.right = clustered_like(item_right(*item.tally, by), disclosure_.shown(item.right));
    if (!figure.right) return figure;
    if (const auto rest = item.tally->counts.discrimination()) figure.discrimination = *rest;
    if (!item.mistake) return figure;
    figure.chose_mistake = disclosure_.shown(item.chose_mistake);
    if (!figure.chose_mistake) return figure;
    const std::string& option = item.row->options[*item.mistake];
    const auto text = options.find(tally::name_of(item.asked) + "/" + option);
    figure.mistake = text == options.end() ? option : text->second.in(language);
    return figure;
}

std::vector<ItemFigure> PublishedAnswers::items(stats::ClusterBy by, const OptionTexts& options,
                                                Language language) const {
    std::vector<ItemFigure> figures;
    for (const auto& [key, topic] : topics_)
        for (const Item& item : topic.items)
            if (item.tally->answered > 0) figures.push_back(figure(topic, item, by, options, language));
    // A stable order of what is withheld would tell nothing: it is that of the bank.
    std::stable_sort(figures.begin(), figures.end(), [](const ItemFigure& a, const ItemFigure& b) {
        if (a.right.has_value() != b.right.has_value()) return a.right.has_value();
        if (a.bank != b.bank) return a.bank < b.bank;
        return known_less(a.right, b.right);
    });
    return figures;
}

}  // namespace xy::figures
