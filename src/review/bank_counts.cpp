#include "review/bank_counts.h"

#include <algorithm>

namespace xy::review {

KindCount& KindCount::operator+=(const KindCount& other) {
    for (std::size_t i = 0; i < difficulty.size(); ++i) difficulty[i] += other.difficulty[i];
    without += other.without;
    return *this;
}

int TopicCount::total() const {
    int all = 0;
    for (const auto& [kind, count] : kinds) all += count.total();
    return all;
}

TopicCount& TopicCount::operator+=(const TopicCount& other) {
    for (const auto& [kind, count] : other.kinds) kinds[kind] += count;
    for (const auto& [form, count] : other.forms) forms[form] += count;
    cards += other.cards;
    return *this;
}

std::vector<TopicCount> topic_counts(const quiz::Bank& bank) {
    std::vector<TopicCount> counts;
    for (const quiz::Topic& topic : bank.topics) {
        TopicCount count{bank.id, topic.id, topic.title, {}, {}, 0};
        for (const quiz::Item& item : bank.items) {
            if (item.topic != topic.id) continue;
            KindCount& kind = count.kinds[item.kind];
            if (quiz::is_scored(item.kind))
                ++kind.difficulty.at(static_cast<std::size_t>(item.difficulty - 1));
            else
                ++kind.without;
            if (!item.form.empty()) ++count.forms[item.form];
        }
        count.cards =
            static_cast<int>(std::count_if(bank.cards.begin(), bank.cards.end(),
                                           [&](const quiz::Card& card) { return card.topic == topic.id; }));
        counts.push_back(std::move(count));
    }
    return counts;
}

TopicCount sum_of(std::span<const TopicCount> counts) {
    TopicCount sum;
    for (const TopicCount& count : counts) sum += count;
    return sum;
}

}  // namespace xy::review
