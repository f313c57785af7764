#include "bank/bank_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/folder.h"
#include "support/good_bank.h"
#include "support/texts.h"

namespace xy::bank {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

class BankFile : public testing::Test {
 protected:
    BankFile() {
        folder_.write("pictures/a.svg", small_svg);
        folder_.write("pictures/c.png", small_png());
    }

    Checked<quiz::Bank> load(const std::string& text) { return load_bank(folder_.write("small.json", text)); }
    quiz::Bank good(const std::string& text) {
        const auto bank = load(text);
        EXPECT_TRUE(bank.value) << printed(bank.problems);
        return bank.value.value_or(quiz::Bank());
    }
    /// The version of the item at `index` after `from` became `to`.
    std::string version(std::size_t index, const std::string& from, const std::string& to) {
        return good(changed(good_bank, from, to)).items.at(index).version;
    }

    TemporaryFolder folder_;
};

TEST_F(BankFile, EverythingAnAuthorWroteArrives) {
    const quiz::Bank bank = good(good_bank);
    EXPECT_EQ(bank.id, "small");
    EXPECT_EQ(bank.title, (LocalizedText{"小题库", "Small bank"}));
    EXPECT_THAT(bank.topics, ElementsAre(quiz::Topic{"law", {"法律", "Law"}},
                                         quiz::Topic{"refuse", {"拒绝", "Saying no"}}));
    ASSERT_EQ(bank.items.size(), 6U);
    const quiz::Item& item = bank.items[0];
    EXPECT_EQ(item.bank, "small");
    EXPECT_EQ(item.id, "one");
    EXPECT_EQ(item.kind, quiz::Kind::single);
    EXPECT_THAT(item.audiences, ElementsAre("primary", "junior"));
    EXPECT_EQ(item.topic, "law");
    EXPECT_EQ(item.focus, quiz::Focus::skill);
    EXPECT_EQ(item.difficulty, 2);
    EXPECT_TRUE(item.shuffle);
    EXPECT_EQ(item.explanation, (LocalizedText{"因为", "Because"}));
    EXPECT_EQ(item.take_home, (LocalizedText{"记住", "Remember"}));
    EXPECT_EQ(item.valid_until, "2027-12-31");
    ASSERT_TRUE(item.source);
    EXPECT_EQ(item.source->law.zh, "《禁毒法》");
    EXPECT_EQ(item.source->article.en, "Article 9");
    EXPECT_EQ(item.source->in_force, "2008-06-01");
    EXPECT_EQ(item.source->checked_on, "2025-11-01");
    ASSERT_EQ(item.options.size(), 3U);
    EXPECT_EQ(item.options[1].id, "b");
    EXPECT_EQ(item.options[1].feedback.en, "Think again");
    EXPECT_EQ(item.key(), 0b001U);
}

TEST_F(BankFile, PercentAndHashSignsAreOrdinaryText) {
    const quiz::Bank bank = good(good_bank);
    EXPECT_EQ(bank.items[0].stem.zh, "选哪个？ %s%n");
    EXPECT_EQ(bank.items[0].stem.en, "Which one? ##1");
}

TEST_F(BankFile, PicturesAreFoundBesideTheBank) {
    const quiz::Bank bank = good(good_bank);
    ASSERT_TRUE(bank.items[0].picture);
    EXPECT_EQ(bank.items[0].picture->file, (folder_.path() / "pictures/a.svg").string());
    EXPECT_EQ(bank.items[0].picture->alt.en, "A picture");
    ASSERT_TRUE(bank.items[0].options[2].picture);
    EXPECT_EQ(bank.items[0].options[2].picture->file, (folder_.path() / "pictures/c.png").string());
}

TEST_F(BankFile, SeveralRightOptionsMakeAKey) {
    const quiz::Item item = good(good_bank).items[1];
    EXPECT_EQ(item.kind, quiz::Kind::multiple);
    EXPECT_EQ(item.key(), 0b011U);
    EXPECT_FALSE(item.shuffle);
}

TEST_F(BankFile, ATrueOrFalseItemGetsItsTwoOptions) {
    const quiz::Item item = good(good_bank).items[2];
    ASSERT_EQ(item.options.size(), 2U);
    EXPECT_EQ(item.options[0].id, "true");
    EXPECT_EQ(item.options[0].text, (LocalizedText{"对", "True"}));
    EXPECT_EQ(item.options[1].id, "false");
    EXPECT_EQ(item.options[1].text, (LocalizedText{"错", "False"}));
    EXPECT_EQ(item.key(), 0b10U);
    EXPECT_EQ(good(changed(good_bank, R"("answer": false)", R"("answer": true)")).items[2].key(), 0b01U);
}

TEST_F(BankFile, AScaleGetsFiveNumberedSteps) {
    const quiz::Item item = good(good_bank).items[4];
    EXPECT_THAT(item.options, ElementsAre(Field(&quiz::Option::id, "1"), Field(&quiz::Option::id, "2"),
                                          Field(&quiz::Option::id, "3"), Field(&quiz::Option::id, "4"),
                                          Field(&quiz::Option::id, "5")));
    EXPECT_EQ(item.options[4].text.en, "Five");
    EXPECT_EQ(item.key(), 0U);
}

TEST_F(BankFile, OneFileWithSevenMistakesNamesAllSevenWithTheirLines) {
    std::string text = good_bank;
    text = changed(text, R"("kind": "single",)", R"("kind": "single", "shufle": true,)");
    text = changed(text, "pictures/a.svg", "../a.svg");
    text = changed(text, "2025-11-01", "2025-13-01");
    text = changed(text, R"("difficulty": 1,)", R"("difficulty": 9,)");
    text = changed(text, R"("correct": false)", R"("correct": "no")");
    text = changed(text, R"("topic": "law",
      "focus": "knowledge",
      "difficulty": 3)",
                   R"("topic": "laws",
      "focus": "knowledge",
      "difficulty": 3)");
    text = changed(text, R"(, "feedback": { "zh": "可以走开", "en": "You may leave" })", "");
    const auto bank = load(text);
    EXPECT_FALSE(bank.value);
    const auto problem = [&](std::string_view at, const std::string& pointer, const std::string& what) {
        return AllOf(Field(&Problem::line, line_of(text, at)), Field(&Problem::pointer, pointer),
                     Field(&Problem::what, HasSubstr(what)));
    };
    EXPECT_THAT(bank.problems,
                ElementsAre(problem("shufle", "/items/0/shufle", "unknown key"),
                            problem("../a.svg", "/items/0/picture/file", "leads outside"),
                            problem("2025-13-01", "/items/0/source/checked_on", "not a day"),
                            problem("\"difficulty\": 9", "/items/1/difficulty", "9 is out of range"),
                            problem("\"no\"", "/items/1/options/2/correct", "found a text"),
                            problem("laws", "/items/2/topic", R"(unknown topic "laws")"),
                            problem("Stay", "/items/3/options/1", R"("feedback" is missing)")))
        << printed(bank.problems);
}

TEST_F(BankFile, AVersionIsSixteenHexadecimalDigits) {
    for (const quiz::Item& item : good(good_bank).items)
        EXPECT_THAT(item.version, MatchesRegex("[0-9a-f]{16}"));
}

TEST_F(BankFile, TheVersionOfAnItemStaysTheSameForever) {
    // Stored answers carry it. Should this change, statistics of one item would fall apart in two. Computed
    // apart from this program, with Python's hashlib.blake2b.
    EXPECT_EQ(good(good_bank).items[0].version, "eacac7f748e87445");
}

TEST_F(BankFile, WhateverAVisitorSeesBeforeAnsweringMakesANewVersion) {
    const std::string before = good(good_bank).items[0].version;
    EXPECT_NE(version(0, "选哪个？", "选哪一个？"), before);
    EXPECT_NE(version(0, "Which one?", "Which?"), before);
    EXPECT_NE(version(0, R"("zh": "乙")", R"("zh": "乙乙")"), before);
    EXPECT_NE(version(0, R"("id": "b")", R"("id": "bb")"), before);
    EXPECT_NE(version(0, R"("kind": "single",)", R"("kind": "single", "shuffle": false,)"), before);
    EXPECT_NE(
        version(0, R"("picture": { "file": "pictures/a.svg")", R"("picture": { "file": "pictures/c.png")"),
        before);
    EXPECT_NE(
        version(0, R"(, "picture": { "file": "pictures/c.png", "alt": { "zh": "丙图", "en": "C" } })", ""),
        before);
    const std::string other_key =
        changed(changed(good_bank, R"("en": "A" }, "correct": true)", R"("en": "A" })"), R"("en": "B" },)",
                R"("en": "B" }, "correct": true,)");
    EXPECT_NE(good(other_key).items[0].version, before);
}

TEST_F(BankFile, FacesMakeANewVersionOfAScaleAndNoneAreTheOldOne) {
    const auto faces = [&](const std::string& written) {
        const std::string kind = R"("kind": "scale",)";
        return good(changed(good_bank, kind, kind + written)).items[4];
    };
    const quiz::Item before = good(good_bank).items[4];
    EXPECT_FALSE(before.faces);
    EXPECT_TRUE(faces(R"( "faces": true,)").faces);
    EXPECT_NE(faces(R"( "faces": true,)").version, before.version);
    EXPECT_EQ(faces(R"( "faces": false,)").version, before.version);
}

TEST_F(BankFile, ATextThatMovesToItsNeighbourMakesANewVersion) {
    // 选 | 哪个 and 选哪 | 个 are different texts although they are the same letters in the same order.
    const std::string a = good(changed(good_bank, R"({ "zh": "选哪个？ %s%n", "en": "Which one? ##1" })",
                                       R"({ "zh": "ab", "en": "c" })"))
                              .items[0]
                              .version;
    const std::string b = good(changed(good_bank, R"({ "zh": "选哪个？ %s%n", "en": "Which one? ##1" })",
                                       R"({ "zh": "a", "en": "bc" })"))
                              .items[0]
                              .version;
    EXPECT_NE(a, b);
}

TEST_F(BankFile, ACorrectedSourceOrExplanationDoesNotSplitStatistics) {
    const std::string before = good(good_bank).items[0].version;
    EXPECT_EQ(version(0, "第九条", "第十条"), before);
    EXPECT_EQ(version(0, "因为", "因此"), before);
    EXPECT_EQ(version(0, "再想想", "再想一想"), before);
    EXPECT_EQ(version(0, "2027-12-31", "2028-12-31"), before);
    EXPECT_EQ(version(0, R"("difficulty": 2)", R"("difficulty": 3)"), before);
}

TEST_F(BankFile, ABankInAnotherFolderHasTheSameVersions) {
    folder_.write("elsewhere/pictures/a.svg", small_svg);
    folder_.write("elsewhere/pictures/c.png", small_png());
    const auto moved = load_bank(folder_.write("elsewhere/small.json", good_bank));
    ASSERT_TRUE(moved.value);
    EXPECT_EQ(moved.value->items[0].version, good(good_bank).items[0].version);
}

TEST_F(BankFile, AByteOrderMarkIsAccepted) {
    EXPECT_TRUE(load("\xEF\xBB\xBF" + good_bank).value);
}

TEST_F(BankFile, LinesAreRightInAFileFromWindows) {
    std::string text;
    for (const char c : changed(good_bank, R"("id": "several")", R"("id": "Several")"))
        text += c == '\n' ? "\r\n" : std::string(1, c);
    const auto bank = load(text);
    ASSERT_EQ(bank.problems.size(), 1U) << printed(bank.problems);
    EXPECT_EQ(bank.problems[0].line, line_of(text, "Several"));
}

TEST_F(BankFile, ABankThatIsNotThereIsSaidSo) {
    const auto bank = load_bank(folder_.path() / "none.json");
    ASSERT_EQ(bank.problems.size(), 1U);
    EXPECT_EQ(bank.problems[0].what, "there is no such file");
    EXPECT_EQ(bank.problems[0].line, 0);
}

TEST_F(BankFile, AFolderIsNoBank) {
    EXPECT_THAT(printed(load_bank(folder_.path()).problems), HasSubstr("is not a file"));
}

TEST_F(BankFile, ABankInTheCurrentFolderFindsItsPictures) {
    const auto before = std::filesystem::current_path();
    folder_.write("small.json", good_bank);
    std::filesystem::current_path(folder_.path());
    const auto bank = load_bank("small.json");
    std::filesystem::current_path(before);
    ASSERT_TRUE(bank.value) << printed(bank.problems);
    EXPECT_EQ(bank.value->items[0].picture->file, "pictures/a.svg");
}

}  // namespace
}  // namespace xy::bank
