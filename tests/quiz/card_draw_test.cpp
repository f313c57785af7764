#include "quiz/card_draw.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "example_items.h"

namespace xy::quiz {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Card card(std::string id, std::string topic, std::vector<std::string> audiences = {}) {
    return {.bank = "b",
            .id = std::move(id),
            .topic = std::move(topic),
            .audiences = std::move(audiences),
            .text = {"一句话。", "One sentence."},
            .picture = {}};
}

/// Two cards each of law, refuse and help.
Bank bank_with_cards() {
    Bank bank = example_bank({"law", "refuse", "help"}, 2);
    for (const std::string topic : {"law", "refuse", "help"})
        for (const std::string number : {"1", "2"}) bank.cards.push_back(card(topic + number, topic));
    return bank;
}

std::vector<std::string> shown(const std::vector<Step>& steps, const Bank& bank, std::uint64_t seed,
                               std::string_view audience = "") {
    Random random(seed);
    std::vector<std::string> ids;
    for (const Page& page :
         draw_paper(example_programme(steps), {&bank, 1}, audience, "2026-06-26", random).pages)
        if (const auto* shown = std::get_if<CardPage>(&page)) ids.push_back(shown->card->id);
    return ids;
}

std::vector<Shortage> missing(const CardsStep& step, const Bank& bank, std::string_view audience) {
    return shortages(example_programme({step}), {&bank, 1}, audience, "2026-06-26");
}

std::string topic_of(const std::string& id) {
    return id.substr(0, id.size() - 1);
}

TEST(CardDraw, ShowsAsManyAsTheStepSaysOfItsTopics) {
    const Bank bank = bank_with_cards();
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto ids = shown({CardsStep{2, {"help", "law"}}}, bank, seed);
        ASSERT_THAT(ids, SizeIs(2));
        EXPECT_EQ(topic_of(ids[0]), "help") << "in the order of the step";
        EXPECT_EQ(topic_of(ids[1]), "law");
    }
}

TEST(CardDraw, CoversAsManyTopicsAsPossibleBeforeOneComesAgain) {
    const Bank bank = bank_with_cards();
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        std::map<std::string, int> topics;
        for (const std::string& id : shown({CardsStep{4, {}}}, bank, seed)) ++topics[topic_of(id)];
        EXPECT_THAT(topics, SizeIs(3));
    }
}

TEST(CardDraw, EveryCardHasItsChance) {
    const Bank bank = bank_with_cards();
    std::map<std::string, int> times;
    for (std::uint64_t seed = 0; seed < 3000; ++seed)
        for (const std::string& id : shown({CardsStep{1, {}}}, bank, seed)) ++times[id];
    EXPECT_THAT(times, SizeIs(6));
    for (const auto& [id, count] : times) EXPECT_NEAR(count, 500, 90) << id;
}

TEST(CardDraw, ShowsOnlyCardsOfTheAudience) {
    Bank bank = bank_with_cards();
    for (Card& c : bank.cards) c.audiences = {c.id.ends_with("1") ? "junior" : "family"};
    for (std::uint64_t seed = 0; seed < 30; ++seed)
        for (const std::string& id : shown({CardsStep{3, {}}}, bank, seed, "junior"))
            EXPECT_TRUE(id.ends_with("1")) << id;
}

TEST(CardDraw, NoCardComesTwiceInAVisit) {
    const Bank bank = bank_with_cards();
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        const auto ids = shown({CardsStep{3, {"law", "refuse"}}, CardsStep{3, {}}}, bank, seed);
        EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 6U);
    }
}

TEST(CardDraw, ChangesNothingOfWhatIsAsked) {
    const Bank bank = bank_with_cards();
    const QuestionsStep quiz = draw_of({{"law", 2}, {"help", 1}});
    const auto drawn = [&](const std::vector<Step>& steps) {
        Random random(5);
        return ids(draw_paper(example_programme(steps), {&bank, 1}, "", "2026-06-26", random));
    };
    auto with = drawn({CardsStep{2, {}}, quiz});
    auto without = drawn({quiz});
    std::sort(with.begin(), with.end());
    std::sort(without.begin(), without.end());
    EXPECT_EQ(with, without);
}

TEST(CardShortages, AreNamedWithTheirNumbers) {
    Bank bank = bank_with_cards();
    EXPECT_THAT(missing({4, {"law", "help"}}, bank, "junior"), IsEmpty());
    const auto short_of = missing({5, {"law", "help"}}, bank, "junior");
    ASSERT_THAT(short_of, SizeIs(1));
    EXPECT_EQ(short_of[0].of, Shortage::Of::cards);
    EXPECT_EQ(short_of[0].needed, 5);
    EXPECT_EQ(short_of[0].available, 4);
    for (Card& c : bank.cards) c.audiences = {"family"};
    EXPECT_EQ(missing({1, {}}, bank, "junior").at(0).available, 0);
}

TEST(CardShortages, ShowWhatThereIs) {
    EXPECT_THAT(shown({CardsStep{9, {"law"}}}, bank_with_cards(), 1), SizeIs(2));
    EXPECT_THAT(shown({CardsStep{3, {}}}, example_bank({"law"}, 2), 1), IsEmpty());
}

}  // namespace
}  // namespace xy::quiz
