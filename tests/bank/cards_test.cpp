// Lesson cards and the two forms of a bank, as its author writes them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bank/bank_file.h"
#include "bank/bank_reader.h"
#include "bank/programme_check.h"
#include "support/folder.h"
#include "support/good_bank.h"
#include "support/texts.h"

namespace xy::bank {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string with_cards = changed(good_bank, R"(  "items": [)", R"json(  "cards": [
    {
      "id": "light",
      "topic": "law",
      "audiences": ["primary"],
      "text": { "zh": "不认识的东西，不尝、不收。", "en": "Do not taste what you do not know." },
      "picture": { "file": "pictures/a.svg", "alt": { "zh": "图", "en": "A picture" } }
    },
    { "id": "plain", "topic": "refuse", "audiences": [], "text": { "zh": "可以说不。", "en": "You may say no." } }
  ],
  "items": [)json");

class Cards : public testing::Test {
 protected:
    Cards() {
        folder_.write("pictures/a.svg", small_svg);
        folder_.write("pictures/c.png", small_png());
    }

    Checked<quiz::Bank> load(const std::string& text) { return load_bank(folder_.write("small.json", text)); }
    /// What is said about the bank with `from` changed into `to`; one mistake on the line of `at`.
    std::string mistake(std::string_view from, std::string_view to, std::string_view at) {
        const std::string text = changed(with_cards, from, to);
        const auto bank = load(text);
        EXPECT_FALSE(bank.value);
        EXPECT_EQ(bank.problems.size(), 1U) << printed(bank.problems);
        if (!bank.problems.empty()) {
            EXPECT_EQ(bank.problems[0].line, line_of(text, at)) << printed(bank.problems);
        }
        return printed(bank.problems);
    }

    TemporaryFolder folder_;
};

TEST_F(Cards, ArriveAsTheirAuthorWroteThem) {
    const auto bank = load(with_cards);
    ASSERT_TRUE(bank.value) << printed(bank.problems);
    EXPECT_TRUE(bank.problems.empty()) << printed(bank.problems);
    ASSERT_EQ(bank.value->cards.size(), 2U);
    const quiz::Card& card = bank.value->cards[0];
    EXPECT_EQ(card.bank, "small");
    EXPECT_EQ(card.id, "light");
    EXPECT_EQ(card.topic, "law");
    EXPECT_THAT(card.audiences, ElementsAre("primary"));
    EXPECT_EQ(card.text.en, "Do not taste what you do not know.");
    ASSERT_TRUE(card.picture);
    EXPECT_EQ(card.picture->file, (folder_.path() / "pictures/a.svg").string());
    EXPECT_EQ(card.picture->alt.zh, "图");
    EXPECT_FALSE(bank.value->cards[1].picture);
}

TEST_F(Cards, ABankWithoutAnyIsAsBefore) {
    const auto bank = load(good_bank);
    ASSERT_TRUE(bank.value);
    EXPECT_TRUE(bank.value->cards.empty());
    for (const quiz::Item& item : bank.value->items) EXPECT_EQ(item.form, "");
}

TEST_F(Cards, AMisspeltTopicIsNamed) {
    EXPECT_THAT(mistake(R"("plain", "topic": "refuse")", R"("plain", "topic": "refuze")", "refuze"),
                HasSubstr(R"(/cards/1/topic: unknown topic "refuze"; did you mean "refuse"?)"));
}

TEST_F(Cards, AnIdTwiceIsNamedButAnItemMayHaveTheSame) {
    EXPECT_THAT(mistake(R"("id": "plain")", R"("id": "light")", "You may say no"),
                HasSubstr(R"(another card has the id "light")"));
    EXPECT_TRUE(load(changed(with_cards, R"("id": "plain")", R"("id": "one")")).value);
}

TEST_F(Cards, APictureThatIsNotThereIsNamed) {
    EXPECT_THAT(mistake("pictures/a.svg", "pictures/b.svg", "pictures/b.svg"),
                HasSubstr("/cards/0/picture/file: there is no picture"));
}

TEST_F(Cards, AnUnknownKeyIsNamed) {
    EXPECT_THAT(mistake(R"("id": "plain",)", R"("id": "plain", "txt": 1,)", "txt"),
                HasSubstr(R"(did you mean "text"?)"));
}

TEST_F(Cards, WithoutTextIsNoCard) {
    EXPECT_THAT(mistake(R"(, "text": { "zh": "可以说不。", "en": "You may say no." })", "", "plain"),
                HasSubstr(R"(the key "text" is missing)"));
}

TEST_F(Cards, SixtyCharactersAreReadInTimeAndOneMoreIsTooMany) {
    std::string long_text;
    for (int i = 0; i < 60; ++i) long_text += "字";
    EXPECT_TRUE(load(changed(with_cards, "可以说不。", long_text)).value);
    EXPECT_THAT(mistake("可以说不。", long_text + "字", "plain"), HasSubstr("61 Chinese characters"));
}

TEST_F(Cards, AnAudienceTheKioskDoesNotKnowIsNamed) {
    const auto file = folder_.write("small.json", changed(with_cards, R"("audiences": ["primary"],
      "text")",
                                                          R"("audiences": ["primari"],
      "text")"));
    const std::vector<std::string> known{"primary", "junior"};
    const std::string said = printed(check_bank(file, read_bank(file), &known, "2026-06-26"));
    EXPECT_THAT(said, HasSubstr("/cards/0/audiences/0"));
    EXPECT_THAT(said, HasSubstr(R"(did you mean "primary"?)"));
}

TEST_F(Cards, OneThatDoesNotSayForWhomIsARemark) {
    const auto bank = load(changed(with_cards, R"("audiences": [], "text")", R"("text")"));
    ASSERT_TRUE(bank.value);
    EXPECT_THAT(printed(bank.problems), HasSubstr("it is for everybody"));
}

TEST_F(Cards, AFormArrivesAndMakesNoNewVersionOfTheItem) {
    const auto before = load(good_bank);
    const auto after = load(changed(good_bank, R"("difficulty": 2,)", R"("difficulty": 2, "form": "B",)"));
    ASSERT_TRUE(before.value && after.value) << printed(after.problems);
    EXPECT_EQ(after.value->items[0].form, "B");
    EXPECT_EQ(after.value->items[0].version, before.value->items[0].version);
}

}  // namespace
}  // namespace xy::bank
