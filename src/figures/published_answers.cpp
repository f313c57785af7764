#include "figures/published_answers.h"

#include <algorithm>

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

/// Least known first; what is withheld comes last, in the order it had.
template <typename Figure>
void sort_by_share(std::vector<Figure>& figures) {
    std::stable_sort(figures.begin(), figures.end(), [](const Figure& a, const Figure& b) {
        const bool known_a = a.right && a.right->n > 0;
        const bool known_b = b.right && b.right->n > 0;
        if (!known_a || !known_b) return known_a && !known_b;
        return static_cast<double>(a.right->hits) * static_cast<double>(b.right->n) <
               static_cast<double>(b.right->hits) * static_cast<double>(a.right->n);
    });
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

std::vector<TopicFigure> PublishedAnswers::topics(Language language) const {
    std::vector<TopicFigure> figures;
    for (const auto& [key, topic] : topics_)
        figures.push_back(
            {topic.title.empty() ? key.first : topic.title.in(language), disclosure_.shown(topic.right)});
    sort_by_share(figures);
    return figures;
}

ItemFigure PublishedAnswers::figure(const Topic& topic, const Item& item, const OptionTexts& options,
                                    Language language) const {
    ItemFigure figure;
    figure.bank = item.asked.bank;
    figure.item = item.asked.item;
    figure.stem = item.row->stem.in(language);
    figure.topic = topic.title.in(language);
    if (item.small) return figure;
    figure.right = disclosure_.shown(item.right);
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

std::vector<ItemFigure> PublishedAnswers::items(const OptionTexts& options, Language language) const {
    std::vector<ItemFigure> figures;
    for (const auto& [key, topic] : topics_)
        for (const Item& item : topic.items)
            if (item.tally->answered > 0) figures.push_back(figure(topic, item, options, language));
    sort_by_share(figures);
    return figures;
}

}  // namespace xy::figures
