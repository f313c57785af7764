#include "figures/published_answers.h"

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

}  // namespace

PublishedAnswers::PublishedAnswers(Disclosure& disclosure, const Analysis& analysis)
    : disclosure_(disclosure),
      all_(disclosure.share({analysis.tally.right_answers, analysis.tally.answered_items})),
      estimate_(figures::right_answers(analysis)) {
    collect(analysis);
    std::vector<Disclosure::Cell> n, right, wrong;
    for (auto& [key, topic] : topics_) {
        register_topic(topic);
        n.push_back(topic.right.n);
        right.push_back(topic.right.hits);
        wrong.push_back(topic.right.misses);
    }
    disclosure_.sum(all_.n, std::move(n));
    disclosure_.sum(all_.hits, std::move(right));
    disclosure_.sum(all_.misses, std::move(wrong));
}

void PublishedAnswers::collect(const Analysis& analysis) {
    for (const auto& [asked, tally] : analysis.tally.items) {
        const store::ItemRow& row = analysis.items.at(name_of(asked));
        if (asked.phase != quiz::Phase::quiz || row.key == 0) continue;
        Topic& topic = topics_[{row.topic, row.topic_title.zh}];
        topic.title = row.topic_title;
        if (topic.items.empty()) topic.estimate = topic_right(analysis, {row.topic, row.topic_title.zh});
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

void PublishedAnswers::register_topic(Topic& topic) {
    Proportion all;
    Proportion withheld;
    std::vector<Disclosure::Cell> n, right, wrong;
    for (Item& item : topic.items) {
        Proportion& sum = item.small ? withheld : all;
        sum.hits += item.tally->right;
        sum.n += item.tally->answered;
        if (item.small) continue;
        register_item(item);
        n.push_back(item.right.n);
        right.push_back(item.right.hits);
        wrong.push_back(item.right.misses);
    }
    if (withheld.n > 0) {
        const Disclosure::ShareCells rest{disclosure_.withheld(withheld.hits),
                                          disclosure_.withheld(withheld.n - withheld.hits),
                                          disclosure_.withheld(withheld.n)};
        disclosure_.sum(rest.n, {rest.hits, rest.misses});
        n.push_back(rest.n);
        right.push_back(rest.hits);
        wrong.push_back(rest.misses);
    }
    topic.right = disclosure_.share({all.hits + withheld.hits, all.n + withheld.n});
    disclosure_.sum(topic.right.n, std::move(n));
    disclosure_.sum(topic.right.hits, std::move(right));
    disclosure_.sum(topic.right.misses, std::move(wrong));
}

std::vector<TopicFigure> PublishedAnswers::topics(Language language) const {
    std::vector<TopicFigure> figures;
    for (const auto& [key, topic] : topics_)
        figures.push_back({topic.title.empty() ? key.first : topic.title.in(language),
                           clustered_like(topic.estimate, disclosure_.shown(topic.right))});
    std::stable_sort(figures.begin(), figures.end(),
                     [](const TopicFigure& a, const TopicFigure& b) { return known_less(a.right, b.right); });
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
    figure.right = clustered_like(item_right(*item.tally), disclosure_.shown(item.right));
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
    // A stable order of what is withheld would tell nothing: it is that of the bank.
    std::stable_sort(figures.begin(), figures.end(), [](const ItemFigure& a, const ItemFigure& b) {
        if (a.right.has_value() != b.right.has_value()) return a.right.has_value();
        if (a.bank != b.bank) return a.bank < b.bank;
        return known_less(a.right, b.right);
    });
    return figures;
}

}  // namespace xy::figures
