// How many items of which kind banks have.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "quiz/item.h"

namespace xy::review {

/// Items of one kind: by difficulty 1, 2, 3. Survey items, which have none, count in `without`.
struct KindCount {
    std::array<int, 3> difficulty{};
    int without = 0;

    int total() const { return difficulty[0] + difficulty[1] + difficulty[2] + without; }
    KindCount& operator+=(const KindCount& other);
};

/// A topic of a bank, or a sum of topics.
struct TopicCount {
    std::string bank;   ///< id
    std::string topic;  ///< id; empty for a sum
    LocalizedText title;
    std::map<quiz::Kind, KindCount> kinds;
    std::map<std::string, int> forms;  ///< items of form A and B
    int cards = 0;

    int total() const;
    TopicCount& operator+=(const TopicCount& other);
};

/// The topics of the bank in its order, zeros too.
std::vector<TopicCount> topic_counts(const quiz::Bank& bank);
/// Their sum, without bank and topic.
TopicCount sum_of(std::span<const TopicCount> counts);

}  // namespace xy::review
