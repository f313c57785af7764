// Players who know nothing, on invented items and on what is shipped.
#include "review/test_wise.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

#include "bank/bank_file.h"
#include "good_pack.h"
#include "json/folder.h"
#include "quiz/paper.h"
#include "quiz/score.h"

namespace xy::review {
namespace {

using quiz::Item;
using quiz::Kind;

constexpr int pass_percent = 60;  // as tally::pass_percent, which this level cannot see

Item item_of(Kind kind, std::vector<quiz::Option> options) {
    Item item;
    item.kind = kind;
    item.stem = {"山水", "Bako"};
    item.options = std::move(options);
    return item;
}
quiz::Option option(const char* zh, bool correct = false) {
    return {zh, {zh, zh}, correct, {}, {}};
}
double chance(const Item& item, Guesser guesser) {
    return chance_of_mark(item, guesser, Language::zh, strict_data());
}

TEST(TestWise, ChancesOfOneKey) {
    const Item item =
        item_of(Kind::single, {option("山"), option("山水云", true), option("云风"), option("花草")});
    EXPECT_DOUBLE_EQ(chance(item, Guesser::random), 0.25);
    EXPECT_DOUBLE_EQ(chance(item, Guesser::longest), 1);
    EXPECT_DOUBLE_EQ(chance(item, Guesser::shortest), 0);
    EXPECT_DOUBLE_EQ(chance(item, Guesser::first), 0.25);
}

TEST(TestWise, TiesAreGuessed) {
    const Item item = item_of(Kind::single, {option("山水"), option("云风", true), option("花")});
    EXPECT_DOUBLE_EQ(chance(item, Guesser::longest), 0.5);
}

TEST(TestWise, SeveralKeys) {
    Item item =
        item_of(Kind::multiple, {option("山水云", true), option("云风花", true), option("花"), option("草")});
    EXPECT_DOUBLE_EQ(chance(item, Guesser::longest), 1);
    EXPECT_DOUBLE_EQ(chance(item, Guesser::random), 1.0 / 6);
    item.options[2].text.zh = "花草树木";  // now one is sure and wrong
    EXPECT_DOUBLE_EQ(chance(item, Guesser::longest), 0);
    item.options[2].text.zh = "花草树";
    EXPECT_DOUBLE_EQ(chance(item, Guesser::longest), 1.0 / 3);
}

TEST(TestWise, WordsAndStatements) {
    const Item item = item_of(Kind::single, {option("谢谢您", true), option("永远山水"), option("花草")});
    EXPECT_DOUBLE_EQ(chance(item, Guesser::polite), 1);
    EXPECT_DOUBLE_EQ(chance(item, Guesser::moderate), 0.5);
    Item statement = item_of(Kind::true_false, {option("对"), option("错", true)});
    EXPECT_DOUBLE_EQ(chance(statement, Guesser::first), 0);
    EXPECT_DOUBLE_EQ(chance(statement, Guesser::moderate), 0.5);
    statement.stem.zh = "山永远是山。";
    EXPECT_DOUBLE_EQ(chance(statement, Guesser::moderate), 1);
}

TEST(TestWise, PassRateIsExact) {
    const std::vector<double> certain{1, 1, 1, 0, 0};
    EXPECT_DOUBLE_EQ(pass_rate(certain, 5, 60), 1);
    EXPECT_DOUBLE_EQ(pass_rate(certain, 5, 61), 0);
    // Two of the five are drawn: both must be right at 60 %, of which there are 3 in 10 pairs.
    EXPECT_NEAR(pass_rate(certain, 2, 60), 0.3, 1e-12);
    const std::vector<double> coins(10, 0.5);
    EXPECT_NEAR(pass_rate(coins, 10, 60), 386.0 / 1024, 1e-12);  // binomial: 6 or more of 10
    EXPECT_DOUBLE_EQ(pass_rate({}, 10, 60), 0);
}

quiz::Programme ten_items() {
    quiz::Programme programme;
    quiz::QuestionsStep step;
    step.draw = {{"", 10}};
    programme.steps = {step};
    return programme;
}

/// Plays papers as the kiosk draws and shuffles them.
class Sessions {
 public:
    Sessions(const quiz::Bank& bank, std::string audience) : banks_{bank}, audience_(std::move(audience)) {
        for (const Item& item : bank.items)
            for (const Guesser guesser : all_guessers)
                for (const Language language : {Language::zh, Language::en})
                    liked_[{item.id, guesser, language}] =
                        option_scores(item, guesser, language, strict_data());
    }

    /// Shares of sessions passed, by guesser and language.
    std::map<std::pair<Guesser, Language>, double> play(int sessions) {
        std::map<std::pair<Guesser, Language>, double> passed;
        Random random(20261125);
        for (int i = 0; i < sessions; ++i) {
            const quiz::Paper paper = quiz::draw_paper(ten_items(), banks_, audience_, "2026-11-25", random);
            for (const Guesser guesser : all_guessers)
                for (const Language language : {Language::zh, Language::en})
                    passed[{guesser, language}] +=
                        passes(paper, guesser, language, random) ? 1.0 / sessions : 0;
        }
        return passed;
    }

 private:
    bool passes(const quiz::Paper& paper, Guesser guesser, Language language, Random& random) {
        int asked = 0;
        int right = 0;
        for (const quiz::Page& page : paper.pages) {
            const auto* ask = std::get_if<quiz::AskPage>(&page);
            if (ask == nullptr) continue;
            ++asked;
            const auto& scores = liked_.at({ask->item->id, guesser, language});
            right += quiz::mark(*ask->item, choice(*ask, guesser, scores, random)).value_or(false) ? 1 : 0;
        }
        return asked > 0 && 100 * right >= pass_percent * asked;
    }

    std::vector<quiz::Bank> banks_;
    std::string audience_;
    std::map<std::tuple<std::string, Guesser, Language>, std::vector<double>> liked_;
};

constexpr int sessions = 10'000;

TEST(TestWise, SessionsAgreeWithTheExactRate) {
    quiz::Bank bank = good_pack();
    for (std::size_t i = 0; i < 8; ++i)
        for (quiz::Option& one : bank.items[i].options)
            if (one.correct) one.text.zh += "山";
    std::vector<double> chances;
    for (const Item& item : bank.items) chances.push_back(chance(item, Guesser::longest));
    const double exact = pass_rate(chances, 10, pass_percent);
    const auto passed = Sessions(bank, "primary").play(sessions);
    const double error = std::sqrt(exact * (1 - exact) / sessions);
    EXPECT_NEAR(passed.at({Guesser::longest, Language::zh}), exact, 4 * error);
    EXPECT_GT(exact, passed.at({Guesser::random, Language::zh}) + 0.03);
}

TEST(TestWise, NobodyPassesTheShippedBanksByATrick) {
    for (const auto& file : json::files_in(std::filesystem::path(XY_SOURCE_DIR) / "questions")) {
        const auto loaded = bank::load_bank(file);
        ASSERT_TRUE(loaded.value) << file;
        const quiz::Bank& bank = *loaded.value;
        std::set<std::string> audiences;
        for (const Item& item : bank.items)
            if (quiz::is_scored(item.kind)) audiences.insert(item.audiences.begin(), item.audiences.end());
        for (const std::string& audience : audiences) {
            const auto passed = Sessions(bank, audience).play(sessions);
            for (const auto& [who, share] : passed)
                EXPECT_LE(share, passed.at({Guesser::random, who.second}) + 0.03)
                    << bank.id << " " << audience << " " << name_of(who.first) << " " << code(who.second);
        }
    }
}

}  // namespace
}  // namespace xy::review
