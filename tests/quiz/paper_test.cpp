#include "quiz/paper.h"

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
using testing::UnorderedElementsAre;

constexpr std::string_view today = "2026-06-26";

Paper draw(const Programme& programme, const Bank& bank, std::uint64_t seed = 1,
           std::string_view audience = "") {
    Random random(seed);
    return draw_paper(programme, std::span(&bank, 1), audience, today, random);
}

std::vector<Shortage> missing(const Programme& programme, const Bank& bank, std::string_view audience = "") {
    return shortages(programme, std::span(&bank, 1), audience, today);
}

const AskPage& page(const Paper& paper, std::size_t index) {
    return std::get<AskPage>(paper.pages.at(index));
}

TEST(Paper, AsksAsManyOfEachTopicAsTheProgrammeSays) {
    const Bank bank = example_bank({"law", "refuse", "help"}, 6);
    const Programme programme = example_programme({draw_of({{"law", 3}, {"refuse", 2}})});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        std::map<std::string, int> topics;
        for (const Page& p : draw(programme, bank, seed).pages) ++topics[std::get<AskPage>(p).item->topic];
        EXPECT_EQ(topics, (std::map<std::string, int>{{"law", 3}, {"refuse", 2}}));
    }
}

TEST(Paper, NeverAsksAnItemTwice) {
    const Bank bank = example_bank({"law", "refuse"}, 5);
    const Programme programme =
        example_programme({draw_of({{"law", 2}}, Phase::pre), fixed({"b/law-0", "b/refuse-1"}),
                           draw_of({{"", 3}, {"law", 2}}), draw_of({{"refuse", 1}}, Phase::post)});
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto asked = ids(draw(programme, bank, seed));
        EXPECT_EQ(std::set<std::string>(asked.begin(), asked.end()).size(), asked.size());
        EXPECT_EQ(asked.size(), 10U);
    }
}

TEST(Paper, AnItemNamedTwiceIsAskedOnceAndMissedOnce) {
    const Bank bank = example_bank({"law"}, 2);
    const Programme programme = example_programme({fixed({"b/law-0"}), fixed({"b/law-0"})});
    EXPECT_THAT(ids(draw(programme, bank)), ElementsAre("law-0"));
    EXPECT_EQ(missing(programme, bank).size(), 1U);
}

TEST(Paper, TheSameSeedDrawsTheSamePaper) {
    const Bank bank = example_bank({"law", "refuse"}, 10);
    const Programme programme = example_programme({draw_of({{"law", 5}, {"refuse", 5}})});
    const Paper a = draw(programme, bank, 7);
    const Paper b = draw(programme, bank, 7);
    ASSERT_EQ(ids(a), ids(b));
    for (std::size_t i = 0; i < a.pages.size(); ++i) EXPECT_EQ(page(a, i).order, page(b, i).order);
    EXPECT_NE(ids(a), ids(draw(programme, bank, 8)));
}

TEST(Paper, EveryItemComesUpAboutEquallyOften) {
    const Bank bank = example_bank({"law"}, 5);
    const Programme programme = example_programme({draw_of({{"law", 2}})});
    std::map<std::string, int> counts;
    for (std::uint64_t seed = 0; seed < 5000; ++seed)
        for (const std::string& id : ids(draw(programme, bank, seed))) ++counts[id];
    ASSERT_EQ(counts.size(), 5U);
    for (const auto& [id, count] : counts) EXPECT_NEAR(count, 2000, 200) << id;
}

TEST(Paper, MixesTheTopicsWithinAStep) {
    const Bank bank = example_bank({"law", "refuse"}, 4);
    const Programme programme = example_programme({draw_of({{"law", 4}, {"refuse", 4}})});
    int refuse_first = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed)
        refuse_first += page(draw(programme, bank, seed), 0).item->topic == "refuse" ? 1 : 0;
    EXPECT_NEAR(refuse_first, 500, 80);
}

TEST(Paper, FixedItemsComeFirstInTheirOrder) {
    const Bank bank = example_bank({"law"}, 6);
    QuestionsStep step = fixed({"b/law-3", "b/law-1"});
    step.draw = {{"law", 2}};
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto asked = ids(draw(example_programme({step}), bank, seed));
        ASSERT_EQ(asked.size(), 4U);
        EXPECT_EQ(asked[0], "law-3");
        EXPECT_EQ(asked[1], "law-1");
    }
}

TEST(Paper, DrawnItemsAreAllMixedEvenWhenAFixedOneIsMissing) {
    const Bank bank = example_bank({"law", "refuse"}, 1);
    QuestionsStep step = fixed({"b/gone"});
    step.draw = {{"law", 1}, {"refuse", 1}};
    int refuse_first = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed)
        refuse_first += ids(draw(example_programme({step}), bank, seed)).at(0) == "refuse-0" ? 1 : 0;
    EXPECT_NEAR(refuse_first, 200, 60);
}

TEST(Paper, TopicsAreServedBeforeRulesForAnyTopic) {
    const Bank bank = example_bank({"law", "refuse"}, 2);
    const Programme programme = example_programme({draw_of({{"", 2}, {"law", 2}})});
    for (std::uint64_t seed = 0; seed < 100; ++seed) EXPECT_EQ(ids(draw(programme, bank, seed)).size(), 4U);
    EXPECT_THAT(missing(programme, bank), IsEmpty());
}

TEST(Paper, ATopicOfALaterStepIsServedBeforeAnyTopicOfAnEarlierOne) {
    const Bank bank = example_bank({"law", "refuse"}, 2);
    const Programme programme = example_programme({draw_of({{"", 2}}, Phase::pre), draw_of({{"law", 2}})});
    for (std::uint64_t seed = 0; seed < 100; ++seed) EXPECT_EQ(ids(draw(programme, bank, seed)).size(), 4U);
}

TEST(Paper, AsksOnlyWhatIsMeantForTheAudience) {
    Bank bank = example_bank({"law"}, 2);
    bank.items.push_back(for_audiences(example_item("grown-ups", "law"), {"family"}));
    bank.items.push_back(for_audiences(example_item("children", "law"), {"primary", "junior"}));
    const Programme programme = example_programme({draw_of({{"law", 4}})});
    EXPECT_THAT(ids(draw(programme, bank, 1, "primary")), UnorderedElementsAre("law-0", "law-1", "children"));
    EXPECT_THAT(ids(draw(programme, bank, 1, "family")), UnorderedElementsAre("law-0", "law-1", "grown-ups"));
    EXPECT_EQ(ids(draw(programme, bank, 1, "")).size(), 4U) << "nobody asked who it is";
}

TEST(Paper, AnItemDropsOutAfterItsLastDay) {
    Bank bank = example_bank({"law"}, 1);
    bank.items[0].valid_until = "2026-06-26";
    const Programme programme = example_programme({draw_of({{"law", 1}})});
    EXPECT_EQ(ids(draw(programme, bank)).size(), 1U);
    bank.items[0].valid_until = "2026-06-25";
    EXPECT_THAT(ids(draw(programme, bank)), IsEmpty());
    EXPECT_THAT(ids(draw(example_programme({fixed({"b/law-0"})}), bank)), IsEmpty());
}

TEST(Paper, SurveyItemsAreNeverDrawnAsQuestions) {
    Bank bank = example_bank({"law"}, 1);
    bank.items.push_back(example_item("mood", "law", Kind::scale, 5));
    bank.items.push_back(example_item("wish", "law", Kind::choice, 3));
    EXPECT_THAT(ids(draw(example_programme({draw_of({{"", 3}})}), bank)), ElementsAre("law-0"));
}

TEST(Paper, OnlyTheBanksOfTheProgrammeAreDrawnFrom) {
    std::vector<Bank> banks{example_bank({"law"}, 2), example_bank({"law"}, 2)};
    banks[1].id = "other";
    for (Item& item : banks[1].items) item.bank = "other";
    Programme programme = example_programme({draw_of({{"law", 4}})});
    Random random(1);
    EXPECT_EQ(ids(draw_paper(programme, banks, "", today, random)).size(), 2U);
    EXPECT_EQ(shortages(programme, banks, "", today).at(0).available, 2);
    programme.banks.clear();
    EXPECT_EQ(ids(draw_paper(programme, banks, "", today, random)).size(), 4U) << "no banks named: all";
}

TEST(Paper, PagesFollowTheStepsInTheirOrder) {
    Bank bank = example_bank({"law"}, 3);
    bank.items.push_back(example_item("mood", "law", Kind::scale, 5));
    QuestionsStep pre = draw_of({{"law", 1}}, Phase::pre);
    pre.feedback = false;
    const Paper paper = draw(example_programme({WelcomeStep{}, AudienceStep{}, pre, draw_of({{"law", 1}}),
                                                SurveyStep{{"b/mood"}}, PledgeStep{}, ResultStep{}}),
                             bank);
    ASSERT_EQ(paper.pages.size(), 5U);
    EXPECT_EQ(page(paper, 0).phase, Phase::pre);
    EXPECT_FALSE(page(paper, 0).feedback);
    EXPECT_EQ(page(paper, 1).phase, Phase::quiz);
    EXPECT_TRUE(page(paper, 1).feedback);
    EXPECT_EQ(page(paper, 2).phase, Phase::survey);
    EXPECT_FALSE(page(paper, 2).feedback);
    EXPECT_TRUE(std::holds_alternative<PledgePage>(paper.pages[3]));
    EXPECT_TRUE(std::holds_alternative<ResultPage>(paper.pages[4]));
}

TEST(Paper, KeepsItsItemsWhenTheBanksAreGone) {
    Paper paper;
    {
        const Bank bank = example_bank({"law"}, 1);
        paper = draw(example_programme({draw_of({{"law", 1}})}), bank);
    }
    EXPECT_EQ(page(paper, 0).item->id, "law-0");
}

TEST(ShownOrder, IsAlwaysAPermutation) {
    const Bank bank = example_bank({"law"}, 1);
    for (std::uint64_t seed = 0; seed < 100; ++seed)
        EXPECT_THAT(page(draw(example_programme({fixed({"b/law-0"})}), bank, seed), 0).order,
                    UnorderedElementsAre(0U, 1U, 2U, 3U));
}

TEST(ShownOrder, PutsTheRightOptionEverywhereAboutEquallyOften) {
    const Bank bank = example_bank({"law"}, 1);
    std::map<std::size_t, int> places;
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        const auto order = page(draw(example_programme({fixed({"b/law-0"})}), bank, seed), 0).order;
        ++places[static_cast<std::size_t>(std::find(order.begin(), order.end(), 0U) - order.begin())];
    }
    for (std::size_t place = 0; place < 4; ++place) EXPECT_NEAR(places[place], 1000, 120);
}

TEST(ShownOrder, IsTheAuthorsWhenTheItemForbidsShuffling) {
    Bank bank = example_bank({"law"}, 1);
    bank.items[0].shuffle = false;
    for (std::uint64_t seed = 0; seed < 20; ++seed)
        EXPECT_THAT(page(draw(example_programme({fixed({"b/law-0"})}), bank, seed), 0).order,
                    ElementsAre(0U, 1U, 2U, 3U));
}

TEST(ShownOrder, TrueAndFalseAndScalesStandStill) {
    Bank bank;
    bank.id = "b";
    bank.items = {example_item("truth", "law", Kind::true_false, 2),
                  example_item("mood", "law", Kind::scale, 5)};
    const Programme programme = example_programme({fixed({"b/truth"}), SurveyStep{{"b/mood"}}});
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Paper paper = draw(programme, bank, seed);
        EXPECT_THAT(page(paper, 0).order, ElementsAre(0U, 1U));
        EXPECT_THAT(page(paper, 1).order, ElementsAre(0U, 1U, 2U, 3U, 4U));
    }
}

TEST(Shortages, SayStepTopicAudienceAndNumbers) {
    Bank bank = example_bank({"law"}, 2);
    bank.items.push_back(for_audiences(example_item("grown-ups", "law"), {"family"}));
    const Programme programme = example_programme({WelcomeStep{}, draw_of({{"law", 4}})});
    const auto short_of = missing(programme, bank, "primary");
    ASSERT_EQ(short_of.size(), 1U);
    EXPECT_EQ(short_of[0].step, 1U);
    EXPECT_EQ(short_of[0].topic, "law");
    EXPECT_EQ(short_of[0].audience, "primary");
    EXPECT_EQ(short_of[0].needed, 4);
    EXPECT_EQ(short_of[0].available, 2);
    EXPECT_EQ(missing(programme, bank, "family").at(0).available, 3);
}

TEST(Shortages, AreNoneWhenThereIsExactlyEnough) {
    EXPECT_THAT(missing(example_programme({draw_of({{"law", 3}})}), example_bank({"law"}, 3)), IsEmpty());
}

TEST(Shortages, ItemsOfAnEarlierRuleDoNotCountAgain) {
    const Programme programme = example_programme({draw_of({{"law", 2}}, Phase::pre), draw_of({{"law", 2}})});
    const auto short_of = missing(programme, example_bank({"law"}, 3));
    ASSERT_EQ(short_of.size(), 1U);
    EXPECT_EQ(short_of[0].step, 1U);
    EXPECT_EQ(short_of[0].available, 1);
}

TEST(Shortages, AFixedItemIsTakenFromTheSupplyAndNamedWhenMissing) {
    const Programme programme = example_programme({fixed({"b/law-0", "b/none"}), draw_of({{"law", 2}})});
    const auto short_of = missing(programme, example_bank({"law"}, 2));
    ASSERT_EQ(short_of.size(), 2U);
    EXPECT_EQ(short_of[0].topic, "b/none");
    EXPECT_EQ(short_of[0].needed, 1);
    EXPECT_EQ(short_of[0].available, 0);
    EXPECT_EQ(short_of[1].topic, "law");
    EXPECT_EQ(short_of[1].available, 1);
}

TEST(Shortages, AskFewerItemsThanWanted) {
    EXPECT_EQ(ids(draw(example_programme({draw_of({{"law", 9}})}), example_bank({"law"}, 2))).size(), 2U);
}

}  // namespace
}  // namespace xy::quiz
