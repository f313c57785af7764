#include "figures/published/published_answers.h"

#include <algorithm>

#include "figures/estimates.h"
#include "figures/ranking.h"

namespace xy::figures {
namespace {

using stats::Proportion;

std::optional<std::size_t> worst_mistake(const store::ItemRow& row, const ItemTally& tally) {
    std::optional<std::size_t> worst;
    for (std::size_t option = 0; option < tally.chosen.size(); ++option) {
        const bool right = ((row.key >> option) & 1U) != 0;
        if (right || tally.chosen[option] == 0) continue;
        if (!worst || tally.chosen[option] > tally.chosen[*worst]) worst = option;
    }
    return worst;
}

/// Shares that add up.
struct Parts {
    std::vector<Disclosure::Cell> n, hits, misses;

    void add(const Disclosure::ShareCells& share) {
        n.push_back(share.n);
        hits.push_back(share.hits);
        misses.push_back(share.misses);
    }
    static std::int64_t count(const Disclosure& disclosure, const std::vector<Disclosure::Cell>& cells) {
        std::int64_t all = 0;
        for (const Disclosure::Cell cell : cells) all += disclosure.count(cell);
        return all;
    }
    void sum(Disclosure& disclosure, const Disclosure::ShareCells& total) const {
        disclosure.sum(total.n, n);
        disclosure.sum(total.hits, hits);
        disclosure.sum(total.misses, misses);
    }
};

}  // namespace

PublishedAnswers::PublishedAnswers(Disclosure& disclosure, const Analysis& analysis, AskedVisits& asked)
    : disclosure_(disclosure),
      analysis_(analysis),
      all_(disclosure.headline_share({analysis.tally.right_answers, analysis.tally.answered_items})) {
    collect(analysis);
    Parts topics;
    for (auto& [key, topic] : topics_) {
        register_topic(topic, asked);
        topics.add(topic.right);
    }
    topics.sum(disclosure_, all_);
}

void PublishedAnswers::collect(const Analysis& analysis) {
    for (const auto& [asked, tally] : analysis.tally.items) {
        const store::ItemRow& row = analysis.items.at(name_of(asked));
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
    const ItemTally& tally = *item.tally;
    item.right = disclosure_.share({tally.right, tally.answered});
    if (!item.mistake) return;
    const std::int64_t chose = tally.chosen[*item.mistake];
    item.chose_mistake.hits = disclosure_.published(chose);
    item.chose_mistake.n = item.right.n;
    item.chose_mistake.misses = disclosure_.unpublished(tally.answered - chose);
    disclosure_.sum(item.right.n, {item.chose_mistake.hits, item.chose_mistake.misses});
    // Who chose another wrong option is left over. With several right options an answer may hold both.
    if (item.row->kind != quiz::code(quiz::Kind::multiple))
        disclosure_.sum(item.right.misses, {item.chose_mistake.hits,
                                            disclosure_.unpublished(tally.answered - tally.right - chose)});
}

Disclosure::ShareCells PublishedAnswers::hidden(const Proportion& right) {
    const Disclosure::ShareCells cells{disclosure_.withheld(right.hits),
                                       disclosure_.withheld(right.n - right.hits),
                                       disclosure_.present(right.n)};
    disclosure_.sum(cells.n, {cells.hits, cells.misses});
    return cells;
}

void PublishedAnswers::register_topic(Topic& topic, AskedVisits& asked) {
    Parts all, small;
    for (Item& item : topic.items) {
        if (item.small)
            item.right = hidden({item.tally->right, item.tally->answered});
        else
            register_item(item);
        asked.limit(item.asked, item.right.n);
        (item.small ? small : all).add(item.right);
    }
    // Two small items that can be computed together are a small group too.
    if (!small.n.empty()) {
        const Disclosure::ShareCells rest =
            hidden({small.count(disclosure_, small.hits), small.count(disclosure_, small.n)});
        small.sum(disclosure_, rest);
        all.add(rest);
    }
    topic.right = disclosure_.share({all.count(disclosure_, all.hits), all.count(disclosure_, all.n)});
    all.sum(disclosure_, topic.right);
}

Share PublishedAnswers::right_answers(stats::ClusterBy by) const {
    return clustered_like(figures::right_answers(analysis_, by), disclosure_.shown(all_));
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
    const auto text = options.find(name_of(item.asked) + "/" + option);
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
