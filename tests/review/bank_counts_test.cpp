#include "review/bank_counts.h"

#include <gtest/gtest.h>

#include "good_pack.h"

namespace xy::review {
namespace {

TEST(BankCounts, AddUpToTheItems) {
    quiz::Bank bank = good_pack();
    bank.items[0].form = "A";
    bank.items[1].kind = quiz::Kind::scale;
    bank.topics.push_back({"law", {"法律", "Law"}});
    bank.cards.push_back({"good", "card", "law", {}, {"山", "Ba"}, std::nullopt});
    const auto topics = topic_counts(bank);
    ASSERT_EQ(topics.size(), 3U);
    EXPECT_EQ(topics[0].total(), 8);
    EXPECT_EQ(topics[0].forms.at("A"), 1);
    EXPECT_EQ(topics[1].kinds.at(quiz::Kind::scale).without, 1);
    EXPECT_EQ(topics[2].total(), 0);
    EXPECT_EQ(topics[2].cards, 1);
    const TopicCount sum = sum_of(topics);
    EXPECT_EQ(sum.total(), 16);
    EXPECT_EQ(sum.cards, 1);
    int easy = 0;
    for (const quiz::Item& item : bank.items)
        easy += quiz::is_scored(item.kind) && item.difficulty == 1 ? 1 : 0;
    int counted = 0;
    for (const auto& [kind, count] : sum.kinds) counted += count.difficulty[0];
    EXPECT_EQ(counted, easy);
}

}  // namespace
}  // namespace xy::review
