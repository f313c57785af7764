// Two parallel short tests: before and after, and never anything else.
#include "quiz/forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "example_items.h"

namespace xy::quiz {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view today = "2026-06-26";

Item of_form(std::string id, std::string form, std::vector<std::string> audiences = {}) {
    Item item = for_audiences(example_item(std::move(id), "law"), std::move(audiences));
    item.form = std::move(form);
    return item;
}

/// Six items of "law" without a form, and two forms of three.
Bank bank_with_forms(const std::string& id = "b") {
    Bank bank = example_bank({"law"}, 6);
    for (const std::string form : {"A", "B"})
        for (const std::string number : {"1", "2", "3"}) bank.items.push_back(of_form(form + number, form));
    bank.id = id;
    for (Item& item : bank.items) item.bank = id;
    return bank;
}

QuestionsStep form_step(FormRule rule, Phase phase) {
    QuestionsStep step;
    step.phase = phase;
    step.feedback = false;
    step.form = rule;
    return step;
}

Programme before_and_after() {
    return example_programme({form_step(FormRule::either, Phase::pre), draw_of({{"law", 4}}),
                              form_step(FormRule::other, Phase::post)});
}

std::set<std::string> asked(const Paper& paper, Phase phase) {
    std::set<std::string> ids;
    for (const Page& page : paper.pages)
        if (const auto* ask = std::get_if<AskPage>(&page); ask != nullptr && ask->phase == phase)
            ids.insert(ask->item->id);
    return ids;
}

Paper draw(const Programme& programme, std::span<const Bank> banks, std::uint64_t seed,
           std::string_view audience = "") {
    Random random(seed);
    return draw_paper(programme, banks, audience, today, random);
}

std::vector<Shortage> missing(const Programme& programme, const Bank& bank) {
    return shortages(programme, std::span(&bank, 1), "junior", today);
}

const std::set<std::string> form_a{"A1", "A2", "A3"};
const std::set<std::string> form_b{"B1", "B2", "B3"};

TEST(Forms, BeforeAndAfterAreTheTwoFormsAndShareNoItem) {
    const Bank bank = bank_with_forms();
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Paper paper = draw(before_and_after(), {&bank, 1}, seed);
        const auto before = asked(paper, Phase::pre);
        EXPECT_TRUE(before == form_a || before == form_b);
        EXPECT_EQ(asked(paper, Phase::post), before == form_a ? form_b : form_a);
    }
}

TEST(Forms, EitherComesFirstForAboutHalfOfTheVisitors) {
    const Bank bank = bank_with_forms();
    int first_a = 0;
    for (std::uint64_t seed = 0; seed < 2000; ++seed)
        first_a += asked(draw(before_and_after(), {&bank, 1}, seed), Phase::pre) == form_a ? 1 : 0;
    EXPECT_NEAR(first_a, 1000, 90);  // four standard deviations
}

TEST(Forms, NeverTurnUpInTheQuizHoweverMuchIsAskedFor) {
    const Bank bank = bank_with_forms();
    const Programme greedy = example_programme({draw_of({{"law", 20}, {"", 20}})});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto ids = asked(draw(greedy, {&bank, 1}, seed), Phase::quiz);
        EXPECT_THAT(ids, SizeIs(6));
        for (const std::string& id : ids) EXPECT_FALSE(form_a.contains(id) || form_b.contains(id)) << id;
    }
    EXPECT_EQ(missing(greedy, bank).at(0).available, 6) << "and are not counted as there for it";
}

TEST(Forms, AFixedFormIsTheSameForEverybody) {
    const Bank bank = bank_with_forms();
    const Programme programme =
        example_programme({form_step(FormRule::b, Phase::pre), form_step(FormRule::other, Phase::post)});
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        EXPECT_EQ(asked(draw(programme, {&bank, 1}, seed), Phase::pre), form_b);
        EXPECT_EQ(asked(draw(programme, {&bank, 1}, seed), Phase::post), form_a);
    }
}

TEST(Forms, AreMixedSoThatNobodyCopiesTheOrder) {
    const Bank bank = bank_with_forms();
    std::set<std::vector<std::string>> orders;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Paper paper = draw(before_and_after(), {&bank, 1}, seed);
        auto order = ids(paper);
        order.resize(3);
        orders.insert(order);
    }
    EXPECT_EQ(orders.size(), 12U) << "six orders of each form";
}

TEST(Forms, AreThoseOfTheVisitorsOwnPack) {
    std::vector<Bank> packs{bank_with_forms("primary"), bank_with_forms("junior")};
    for (Bank& pack : packs)
        for (Item& item : pack.items) {
            item.audiences = {pack.id};
            item.id = pack.id + "-" + item.id;
        }
    Programme programme = before_and_after();
    programme.banks = {"primary", "junior"};
    for (const std::string audience : {"primary", "junior"})
        for (const std::string& id : ids(draw(programme, packs, 3, audience)))
            EXPECT_TRUE(id.starts_with(audience)) << id;
}

TEST(Forms, OfTwoBanksForOneAudienceTheFirstOfTheProgrammeIsAsked) {
    const std::vector<Bank> banks{bank_with_forms("one"), bank_with_forms("two")};
    Programme programme = before_and_after();
    programme.banks = {"two", "one"};
    for (std::uint64_t seed = 0; seed < 20; ++seed)
        for (const Page& page : draw(programme, banks, seed).pages) {
            const auto& ask = std::get<AskPage>(page);
            if (ask.phase != Phase::quiz) {
                EXPECT_EQ(ask.item->bank, "two");
            }
        }
}

TEST(Forms, AnOldProgrammeDrawsAsIfThereWereNone) {
    const Bank plain = example_bank({"law"}, 6);
    const Bank marked = bank_with_forms();
    const Programme programme = example_programme({draw_of({{"law", 4}})});
    for (std::uint64_t seed = 0; seed < 20; ++seed)
        EXPECT_EQ(ids(draw(programme, {&plain, 1}, seed)), ids(draw(programme, {&marked, 1}, seed)));
}

TEST(FormShortages, AreNoneWhenBothAreThere) {
    EXPECT_THAT(missing(before_and_after(), bank_with_forms()), IsEmpty());
}

TEST(FormShortages, AMissingFormIsNamedOnce) {
    Bank bank = bank_with_forms();
    std::erase_if(bank.items, [](const Item& item) { return item.form == "B"; });
    const auto short_of = missing(before_and_after(), bank);
    ASSERT_THAT(short_of, SizeIs(1));
    EXPECT_EQ(short_of[0].of, Shortage::Of::form);
    EXPECT_EQ(short_of[0].topic, "B");
    EXPECT_EQ(short_of[0].needed, 3);
    EXPECT_EQ(short_of[0].available, 0);
    EXPECT_EQ(short_of[0].audience, "junior");
    EXPECT_EQ(short_of[0].step, 0U);
}

TEST(FormShortages, AFormWithFewerItemsIsNamed) {
    Bank bank = bank_with_forms();
    bank.items.pop_back();
    ASSERT_THAT(missing(before_and_after(), bank), SizeIs(1));
    EXPECT_EQ(missing(before_and_after(), bank)[0].available, 2);
}

TEST(FormShortages, AnItemThatExpiredMakesTheFormsUnequal) {
    Bank bank = bank_with_forms();
    bank.items.back().valid_until = "2026-06-25";
    EXPECT_THAT(missing(before_and_after(), bank), SizeIs(1));
}

TEST(FormShortages, WithoutAnyFormBothAreNamed) {
    const auto short_of = missing(before_and_after(), example_bank({"law"}, 6));
    ASSERT_THAT(short_of, SizeIs(2));
    EXPECT_EQ(short_of[0].topic, "A");
    EXPECT_EQ(short_of[1].topic, "B");
}

TEST(FormShortages, OneFormAloneNeedsNoOther) {
    Bank bank = bank_with_forms();
    std::erase_if(bank.items, [](const Item& item) { return item.form == "B"; });
    EXPECT_THAT(missing(example_programme({form_step(FormRule::a, Phase::pre)}), bank), IsEmpty());
}

TEST(Serves, AnAudienceThatSomeScoredItemSuits) {
    Bank bank = example_bank({"law"}, 2);
    for (Item& item : bank.items) item.audiences = {"junior"};
    bank.items.push_back(example_item("mood", "law", Kind::scale, 5));  // for everybody, but no question
    const Programme draws = example_programme({draw_of({{"law", 1}})});
    EXPECT_TRUE(serves(draws, {&bank, 1}, "junior"));
    EXPECT_FALSE(serves(draws, {&bank, 1}, "cadre"));
    EXPECT_FALSE(serves(example_programme({form_step(FormRule::a, Phase::pre)}), {&bank, 1}, "cadre"));
    Programme of_others = draws;
    of_others.banks = {"another"};
    EXPECT_FALSE(serves(of_others, {&bank, 1}, "junior"));
}

TEST(Serves, EverybodyWhereTheSameIsAskedOfAll) {
    const Bank bank = example_bank({"law"}, 1);
    EXPECT_TRUE(serves(example_programme({SurveyStep{{"b/mood"}}}), {&bank, 1}, "cadre"));
    EXPECT_TRUE(serves(example_programme({fixed({"b/law-0"})}), {&bank, 1}, "cadre"));
}

}  // namespace
}  // namespace xy::quiz
