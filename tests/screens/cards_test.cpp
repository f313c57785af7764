// Lesson cards, the two forms, and what a programme offers, as visitors meet them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

screens::Setup cards_in_steps(std::vector<quiz::Step> steps) {
    screens::Setup around = setup_with_cards();
    around.programme.steps = std::move(steps);
    return around;
}

TEST(Cards, ComeOneAfterTheOtherAndNothingOfThemIsStored) {
    Desk desk(setup_with_cards());
    desk.go_to("card");
    desk.take_asked();
    for (int number = 1; number <= 3; ++number) {
        ASSERT_EQ(desk.shown(), "card");
        EXPECT_EQ(desk.card().number, number);
        EXPECT_EQ(desk.card().total, 3);
        EXPECT_EQ(desk.card().topic.zh, "主题 " + desk.card().card->topic);
        desk.act(Tap::next);
        EXPECT_THAT(desk.asked, IsEmpty());
        EXPECT_EQ(desk.state.in_flight, 0U) << "nobody waits for the disk";
    }
    EXPECT_EQ(desk.shown(), "question");
}

/// What a whole visit asks of the store, without which step of a shuffled survey was touched.
std::vector<std::string> asked_by(screens::Setup around) {
    Desk desk(std::move(around));
    desk.go_to("result");
    std::vector<std::string> asked = desk.take_asked();
    for (std::string& effect : asked)
        if (effect.find("survey/") != std::string::npos) effect.erase(effect.rfind(' '));
    return asked;
}

TEST(Cards, LeaveTheAnswersAndTheirPlacesAlone) {
    EXPECT_EQ(asked_by(setup_with_cards()), asked_by(setup()));
}

TEST(Cards, AreOnlyThoseOfTheAudience) {
    std::set<std::string> pupils;
    std::set<std::string> parents;
    for (int visitor = 0; visitor < 40; ++visitor) {
        for (auto& [audience, seen] : {std::pair<std::string, std::set<std::string>&>{"pupil", pupils},
                                       std::pair<std::string, std::set<std::string>&>{"parent", parents}}) {
            Desk desk(setup_with_cards());
            desk.moment.fresh_seed = static_cast<std::uint64_t>(visitor) * 10;
            desk.start(audience);
            desk.go_to("card");
            for (; desk.shown() == "card"; desk.tap(Tap::next)) seen.insert(desk.card().card->id);
        }
    }
    EXPECT_THAT(pupils, ElementsAre("card-candy", "card-help", "card-law"));
    EXPECT_THAT(parents, ElementsAre("card-candy", "card-help", "card-law", "card-of-parents"));
}

TEST(Cards, AskBeforeSomebodyLeaves) {
    Desk desk(setup_with_cards());
    desk.go_to("card");
    desk.tap(Tap::back);
    EXPECT_EQ(desk.shown(), "card+leave");
    desk.tap(Tap::stay);
    EXPECT_EQ(desk.shown(), "card");
    desk.tap(Tap::back);
    desk.take_asked();
    desk.tap(Tap::leave);
    EXPECT_EQ(desk.take_asked().front(), "finish abandoned zh");
    expect_fresh(desk);
}

TEST(Cards, LanguageAndTextSizeChangeUnderTheReader) {
    Desk desk(setup_with_cards());
    desk.go_to("card");
    const std::string id = desk.card().card->id;
    desk.tap(ChooseLanguage{Language::en});
    desk.tap(Tap::toggle_text_size);
    EXPECT_EQ(desk.card().card->id, id);
    EXPECT_EQ(desk.state.language, Language::en);
    EXPECT_TRUE(desk.state.large_text);
}

TEST(Cards, AfterTheLastOneTheVisitMayEnd) {
    Desk desk(cards_in_steps({quiz::WelcomeStep{}, quiz::CardsStep{2, {"law", "help"}}, quiz::ResultStep{}}));
    desk.tap(Tap::start);
    desk.tap(Tap::next);
    desk.tap(Tap::next);
    EXPECT_EQ(desk.shown(), "result");
    EXPECT_EQ(desk.result().praise, Praise::thanks);
    EXPECT_THAT(desk.asked, ElementsAre("begin zh 2026-06-26 9", "finish completed zh"));
}

TEST(Cards, AtTheDoorBeginTheSessionWhenTheFirstIsRead) {
    Desk desk(cards_in_steps({quiz::CardsStep{2, {"law", "help"}},
                              questions(quiz::Phase::quiz, true, {"candy-1"}), quiz::ResultStep{}}));
    ASSERT_EQ(desk.shown(), "card");
    desk.live(std::chrono::hours(1));
    EXPECT_EQ(desk.shown(), "card") << "it stands there until somebody comes";
    desk.tap(Tap::back);
    EXPECT_EQ(desk.shown(), "card");
    EXPECT_THAT(desk.asked, IsEmpty());
    desk.tap(Tap::next);
    EXPECT_THAT(desk.asked, ElementsAre("begin zh 2026-06-26 9"));
    EXPECT_EQ(desk.card().number, 2);
    desk.live(Seconds(200));
    desk.store_confirms();
    EXPECT_EQ(desk.asked.at(1), "finish timed_out zh");
    expect_fresh(desk);
}

TEST(Cards, InTwoPlacesAreCountedApart) {
    Desk desk(cards_in_steps({quiz::WelcomeStep{}, quiz::CardsStep{1, {"law"}},
                              questions(quiz::Phase::quiz, false, {"candy-1"}), quiz::CardsStep{2, {}},
                              quiz::ResultStep{}}));
    desk.go_to("card");
    EXPECT_EQ(desk.card().total, 1);
    desk.tap(Tap::next);
    desk.answer(true);
    EXPECT_EQ(desk.card().number, 1);
    EXPECT_EQ(desk.card().total, 2);
}

// ---- before and after ------------------------------------------------------------------------------------

screens::Setup before_and_after() {
    screens::Setup around = setup_with_cards();
    for (quiz::Item& item : around.banks.front().items) {
        if (item.id == "candy-1" || item.id == "help-1") item.form = "A";
        if (item.id == "candy-3" || item.id == "help-3") item.form = "B";
    }
    quiz::QuestionsStep pre{quiz::Phase::pre, false, {}, {}, quiz::FormRule::either};
    quiz::QuestionsStep post{quiz::Phase::post, false, {}, {}, quiz::FormRule::other};
    quiz::QuestionsStep quiz_step{quiz::Phase::quiz, true, {}, {{"candy", 1}, {"help", 1}}};
    around.programme.steps = {
        quiz::WelcomeStep{}, quiz::AudienceStep{}, pre, quiz::CardsStep{2, {}}, quiz_step, post,
        quiz::ResultStep{}};
    return around;
}

TEST(BeforeAndAfter, ReachTheStoreAsAsManyItemsOfEachPhaseAndNeverTheSame) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Desk desk(before_and_after());
        desk.moment.fresh_seed = seed;
        desk.go_to("result");
        std::set<std::string> pre;
        std::set<std::string> post;
        for (const std::string& effect : desk.take_asked()) {
            const std::string item = effect.substr(0, effect.rfind(' ', effect.rfind(' ') - 1));
            if (effect.find(" pre ") != std::string::npos) pre.insert(item.substr(item.rfind('/')));
            if (effect.find(" post ") != std::string::npos) post.insert(item.substr(item.rfind('/')));
            if (effect.find(" quiz ") != std::string::npos) {
                EXPECT_THAT(item, testing::EndsWith("-2"));
            }
        }
        EXPECT_THAT(pre, SizeIs(2));
        EXPECT_THAT(post, SizeIs(2));
        for (const std::string& item : pre) EXPECT_FALSE(post.contains(item)) << item;
    }
}

// ---- who is offered, large type --------------------------------------------------------------------------

screens::Setup only_for(const std::vector<std::string>& audiences) {
    screens::Setup around = setup();
    around.programme.steps[3] = quiz::QuestionsStep{quiz::Phase::quiz, true, {}, {{"", 2}}};
    for (quiz::Item& item : around.banks.front().items) item.audiences = audiences;
    return around;
}

TEST(Offered, AreTheAudiencesThatTheProgrammeServes) {
    Desk desk(only_for({"pupil", "other"}));
    EXPECT_THAT(desk.around.offered(desk.around.programme),
                ElementsAre(testing::Field(&outreach::Audience::id, "pupil"),
                            testing::Field(&outreach::Audience::id, "other")));
    desk.tap(Tap::start);
    desk.tap(ChooseAudience{"parent"});
    EXPECT_EQ(desk.shown(), "audience") << "not offered, so not taken";
    desk.tap(ChooseAudience{"other"});
    EXPECT_EQ(desk.shown(), "question");
}

TEST(Offered, WithOneLeftNobodyIsAsked) {
    Desk desk(only_for({"parent"}));
    desk.tap(Tap::start);
    ASSERT_EQ(desk.shown(), "question");
    EXPECT_THAT(desk.asked, ElementsAre("begin parent zh 2026-06-26 9"));
}

TEST(LargeType, IsThereFromTheStartAndForTheNextVisitor) {
    screens::Setup market = setup();
    market.programme.large_type = true;
    Desk desk(market);
    EXPECT_TRUE(desk.state.large_text);
    desk.go_to("question");
    EXPECT_TRUE(desk.state.large_text);
    desk.tap(Tap::toggle_text_size);
    EXPECT_FALSE(desk.state.large_text);
    desk.go_to("result");
    desk.tap(Tap::finish);
    EXPECT_TRUE(desk.state.large_text);
}

TEST(LargeType, MadeSmallAndLeftAloneComesBack) {
    screens::Setup market = setup();
    market.programme.large_type = true;
    Desk desk(market);
    desk.live(std::chrono::hours(1));
    EXPECT_THAT(desk.asked, IsEmpty()) << "large text alone is nobody's touch";
    desk.tap(Tap::toggle_text_size);
    desk.live(Seconds(120));
    EXPECT_TRUE(desk.state.large_text);
}

}  // namespace
}  // namespace xy::screens
