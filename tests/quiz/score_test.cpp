#include "quiz/score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "example_items.h"

namespace xy::quiz {
namespace {

using testing::ElementsAre;

Answered answered(Item item, OptionSet chosen, Phase phase = Phase::quiz) {
    Answered a;
    a.answer.phase = phase;
    a.answer.item = item.id;
    a.answer.chosen = chosen;
    a.answer.correct = mark(item, chosen);
    a.page.item = std::make_shared<const Item>(std::move(item));
    a.page.phase = phase;
    return a;
}

TEST(Mark, OneRightOptionIsRightAndAnyOtherIsNot) {
    const Item item = example_item("x", "law");
    EXPECT_EQ(mark(item, 0b0001), true);
    EXPECT_EQ(mark(item, 0b0010), false);
    EXPECT_EQ(mark(item, 0b0011), false);
    EXPECT_EQ(mark(item, 0), false) << "skipped";
}

TEST(Mark, SeveralAreRightOnlyAsAWhole) {
    Item item = example_item("x", "law", Kind::multiple);
    item.options[2].correct = true;
    EXPECT_EQ(mark(item, 0b0101), true);
    EXPECT_EQ(mark(item, 0b0001), false) << "one is missing";
    EXPECT_EQ(mark(item, 0b0111), false) << "one too many";
    EXPECT_EQ(mark(item, 0b1111), false) << "everything ticked";
    EXPECT_EQ(mark(item, 0b1010), false) << "the opposite";
    EXPECT_EQ(mark(item, 0), false);
}

TEST(Mark, SurveysAreNeitherRightNorWrong) {
    EXPECT_FALSE(mark(example_item("mood", "law", Kind::scale, 5), 1).has_value());
    EXPECT_FALSE(mark(example_item("wish", "law", Kind::choice, 3), 0).has_value());
}

TEST(Score, CountsRightAndAskedByTopicInTheOrderAsked) {
    const std::vector<Answered> visit{
        answered(example_item("r1", "refuse"), 1), answered(example_item("l1", "law"), 2),
        answered(example_item("r2", "refuse"), 1), answered(example_item("l2", "law"), 1)};
    const Score total = score(visit);
    EXPECT_EQ(total.right, 3);
    EXPECT_EQ(total.asked, 4);
    ASSERT_EQ(total.topics.size(), 2U);
    EXPECT_EQ(total.topics[0].topic, "refuse");
    EXPECT_EQ(total.topics[0].right, 2);
    EXPECT_EQ(total.topics[0].asked, 2);
    EXPECT_EQ(total.topics[1].topic, "law");
    EXPECT_EQ(total.topics[1].right, 1);
    EXPECT_EQ(total.topics[1].asked, 2);
}

TEST(Score, APreTestIsNotPartOfIt) {
    const std::vector<Answered> visit{answered(example_item("a", "law"), 1, Phase::pre),
                                      answered(example_item("b", "law"), 2, Phase::pre),
                                      answered(example_item("c", "law"), 1, Phase::post)};
    EXPECT_EQ(score(visit).right, 1);
    EXPECT_EQ(score(visit).asked, 1);
    EXPECT_EQ(score_of(visit, Phase::pre), (PhaseScore{1, 2}));
    EXPECT_EQ(score_of(visit, Phase::post), (PhaseScore{1, 1}));
    EXPECT_EQ(score_of(visit, Phase::quiz), PhaseScore{});
}

TEST(Score, ASurveyIsNotPartOfIt) {
    const std::vector<Answered> visit{
        answered(example_item("mood", "law", Kind::scale, 5), 1, Phase::survey)};
    EXPECT_EQ(score(visit).asked, 0);
    EXPECT_TRUE(score(visit).topics.empty());
    EXPECT_TRUE(missed(visit).empty());
}

TEST(Score, ASkippedItemWasAskedAndIsNotRight) {
    const std::vector<Answered> visit{answered(example_item("a", "law"), 0)};
    EXPECT_TRUE(visit[0].answer.skipped());
    EXPECT_EQ(score(visit).right, 0);
    EXPECT_EQ(score(visit).asked, 1);
    EXPECT_EQ(missed(visit).size(), 1U);
}

TEST(Score, OfNothingIsNothing) {
    EXPECT_EQ(score({}).asked, 0);
    EXPECT_TRUE(missed({}).empty());
}

TEST(Missed, AreTheWrongAndSkippedOnesInTheOrderAsked) {
    const std::vector<Answered> visit{
        answered(example_item("a", "law"), 2), answered(example_item("b", "law"), 1),
        answered(example_item("c", "law"), 0), answered(example_item("d", "law"), 4, Phase::pre),
        answered(example_item("e", "law"), 8, Phase::post)};
    std::vector<std::string> wrong;
    for (const Answered* a : missed(visit)) wrong.push_back(a->answer.item);
    EXPECT_THAT(wrong, ElementsAre("a", "c", "d", "e")) << "of the pre-test nothing was said yet";
}

}  // namespace
}  // namespace xy::quiz
