// The result: how it greets, what it gives to take home, how it closes, and the second look at missed items.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk.h"

namespace xy::screens {
namespace {

using namespace tests;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// A quiz of these items without anything around it, answered as the letters say: r right, w wrong, s
/// skipped.
Desk after(const std::vector<std::string>& items, const std::string& answers,
           screens::Setup around = setup()) {
    around.programme.steps = {quiz::WelcomeStep{}, questions(quiz::Phase::quiz, true, items),
                              quiz::ResultStep{}};
    Desk desk(around);
    desk.tap(Tap::start);
    for (std::size_t i = 0; i < items.size(); ++i) {
        EXPECT_EQ(desk.question().page.item->id, items[i]);
        if (answers[i] == 's')
            desk.tap(Tap::skip);
        else
            desk.answer(answers[i] == 'r');
        desk.tap(Tap::next);
    }
    EXPECT_EQ(desk.shown(), "result");
    desk.take_asked();
    return desk;
}

/// A setup whose bank has ten plain items q-0 … q-9 of the topic "law".
screens::Setup ten_items() {
    screens::Setup around = setup();
    quiz::Bank& bank = around.banks[0];
    const quiz::Item plain = bank.items[0];
    bank.items.clear();
    for (int i = 0; i < 10; ++i) {
        bank.items.push_back(plain);
        bank.items.back().id = "q-" + std::to_string(i);
    }
    return around;
}

Praise praise_after(const std::string& answers) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < answers.size(); ++i) items.push_back("q-" + std::to_string(i));
    return after(items, answers, ten_items()).result().praise;
}

TEST(Praise, IsForEverybody) {
    EXPECT_EQ(praise_after("rrrrrrrrrr"), Praise::great);
    EXPECT_EQ(praise_after("rrrrrrrrrw"), Praise::great);
    EXPECT_EQ(praise_after("rrrrrrrrww"), Praise::good);
    EXPECT_EQ(praise_after("rrrrrrwwww"), Praise::good);
    EXPECT_EQ(praise_after("rrrrrwwwww"), Praise::growing);
    EXPECT_EQ(praise_after("rrrrwwwwww"), Praise::growing);
    EXPECT_EQ(praise_after("rrrwwwwwww"), Praise::learning);
    EXPECT_EQ(praise_after("ssssssssss"), Praise::learning);
    EXPECT_EQ(praise_after("rrr"), Praise::great);
    EXPECT_EQ(praise_after("rrw"), Praise::good);
}

std::vector<std::string> take_home_after(const std::vector<std::string>& items, const std::string& answers) {
    const Desk desk = after(items, answers);
    std::vector<std::string> words;
    for (const LocalizedText& sentence : desk.result().take_home) words.push_back(sentence.zh);
    return words;
}

TEST(TakeHome, IsNothingWhenNothingWasMissed) {
    EXPECT_THAT(take_home_after({"candy-1", "law-1"}, "rr"), IsEmpty());
}

TEST(TakeHome, IsAtMostTwoOfDifferentTopics) {
    EXPECT_THAT(take_home_after({"candy-1", "candy-2", "law-1", "help-1"}, "wwrr"),
                ElementsAre("candy-1!", "candy-2!"));
    EXPECT_THAT(take_home_after({"candy-1", "candy-2", "law-1", "help-1"}, "wwwr"),
                ElementsAre("candy-1!", "law-1!", "candy-2!"))
        << "three for whom nearly all was new";
    EXPECT_THAT(take_home_after({"candy-1", "candy-2", "law-1", "help-1"}, "wrww"),
                ElementsAre("candy-1!", "law-1!", "help-1!"));
}

TEST(TakeHome, OfOneTopicWhenOnlyThatWasMissed) {
    EXPECT_THAT(take_home_after({"candy-1", "candy-2", "law-1", "candy-3"}, "wwrr"),
                ElementsAre("candy-1!", "candy-2!"));
}

TEST(TakeHome, SkippedItemsCountAsMissed) {
    EXPECT_THAT(take_home_after({"candy-1", "law-1"}, "rs"), ElementsAre("law-1!"));
}

TEST(TakeHome, NeverSaysTheSameTwiceAndLeavesEmptyOnesOut) {
    screens::Setup around = setup();
    auto& items = around.banks[0].items;
    items[0].take_home = {};                  // candy-1
    items[3].take_home = items[1].take_home;  // law-1 as candy-2
    const Desk desk = after({"candy-1", "candy-2", "law-1"}, "www", around);
    ASSERT_EQ(desk.result().take_home.size(), 1U);
    EXPECT_EQ(desk.result().take_home[0].zh, "candy-2!");
}

TEST(Result, OnceMoreIsATrialForTheSameAudience) {
    Desk desk;
    desk.start();
    desk.tap(ChooseLanguage{Language::en});
    desk.go_to("result");
    const std::string audience = desk.state.visit->audience;
    desk.take_asked();
    desk.tap(Tap::again);
    desk.store_confirms();
    EXPECT_EQ(desk.shown(), "question");
    EXPECT_EQ(desk.state.visit->audience, audience);
    EXPECT_EQ(desk.state.language, Language::en);
    EXPECT_TRUE(desk.state.preview.has_value());
    EXPECT_THAT(desk.take_asked(), Contains(AllOf(StartsWith("begin"), HasSubstr("practice"))))
        << "a visitor is counted once";
}

TEST(Result, AFriendBeginsAVisitThatCounts) {
    Desk desk;
    desk.start();
    desk.go_to("result");
    desk.tap(Tap::next_visitor);
    EXPECT_EQ(desk.shown(), "audience");
    EXPECT_FALSE(desk.state.preview.has_value());
    EXPECT_FALSE(desk.state.visit.has_value()) << "nothing of the first visit stays";
    EXPECT_EQ(desk.state.language, Language::zh);
    desk.take_asked();
    desk.tap(ChooseAudience{"pupil"});
    EXPECT_THAT(desk.take_asked(), ElementsAre("begin pupil zh 2026-06-26 9"));
}

TEST(Result, OnceMoreBeginsOnceWhereThereIsNothingToChoose) {
    screens::Setup around = setup();
    around.audiences.resize(1);
    std::erase_if(around.programme.steps,
                  [](const quiz::Step& step) { return std::holds_alternative<quiz::WelcomeStep>(step); });
    Desk desk(around);
    desk.start();
    desk.tap(ChooseLanguage{Language::en});
    desk.go_to("result");
    desk.take_asked();
    desk.tap(Tap::again);
    const auto asked = desk.take_asked();
    EXPECT_EQ(std::count_if(asked.begin(), asked.end(),
                            [](const std::string& effect) { return effect.starts_with("begin"); }),
              1);
    EXPECT_EQ(desk.shown(), "question");
}

TEST(Result, NobodyIsCountedBeforeTheFriendIsThere) {
    screens::Setup around = setup();
    around.audiences.resize(1);
    Desk desk(around);
    desk.start();
    desk.go_to("result");
    desk.take_asked();
    desk.tap(Tap::next_visitor);
    EXPECT_EQ(desk.shown(), "attract");
    for (const std::string& effect : desk.take_asked()) EXPECT_FALSE(effect.starts_with("begin")) << effect;
}

TEST(Result, APreTestIsNotPartOfTheScore) {
    Desk desk;
    desk.start();
    desk.answer(false);
    desk.go_to("result");
    EXPECT_EQ(desk.result().asked, 3);
    EXPECT_EQ(desk.result().right, 3);
    EXPECT_EQ(desk.result().before, (quiz::PhaseScore{0, 1}));
    EXPECT_EQ(desk.result().after, quiz::PhaseScore{});
}

TEST(Result, OnlyWhatWasSaidCountsAsLearned) {
    screens::Setup around = setup();
    for (quiz::Step& step : around.programme.steps)
        if (auto* questions = std::get_if<quiz::QuestionsStep>(&step)) questions->feedback = false;
    Desk silent(around);
    silent.start();
    while (silent.shown() == "question") silent.answer(false);
    silent.go_to("result");
    EXPECT_EQ(silent.result().learned, 0);
    EXPECT_EQ(silent.result().praise, Praise::growing) << "nothing was said yet";
    const Desk told = after({"candy-1", "law-1"}, "ww");
    EXPECT_EQ(told.result().learned, 2);
    EXPECT_EQ(told.result().praise, Praise::learning);
}

TEST(Result, WhatWasMissedInThePreTestCanBeLookedAtNow) {
    Desk desk;
    desk.start();
    const std::string asked = desk.question().page.item->id;
    desk.answer(false);
    EXPECT_TRUE(desk.question().noted) << "the answer comes later";
    desk.go_to("result");
    EXPECT_EQ(desk.result().missed, 1);
    desk.tap(Tap::review);
    EXPECT_EQ(desk.feedback().page.item->id, asked);
}

// ---- closing ---------------------------------------------------------------------------------------------

TEST(Result, ClosesByItself) {
    Desk desk = after({"candy-1"}, "r");
    EXPECT_EQ(desk.state.seconds_left, 20);
    desk.live(Milliseconds(19'999));
    EXPECT_EQ(desk.shown(), "result");
    EXPECT_EQ(desk.state.seconds_left, 1);
    desk.live(Milliseconds(1));
    EXPECT_THAT(desk.asked, ElementsAre("count fair 2026-06-26")) << "it had ended as completed";
    expect_fresh(desk);
}

TEST(Result, SecondsLeftCountDownOneByOne) {
    Desk desk = after({"candy-1"}, "r");
    for (int left = 20; left > 0; --left) {
        EXPECT_EQ(desk.state.seconds_left, left);
        desk.live(Seconds(1));
    }
}

TEST(Result, ATouchKeepsItOpenLonger) {
    Desk desk = after({"candy-1"}, "r");
    desk.live(Seconds(15));
    desk.tap(Tap::touch);
    EXPECT_EQ(desk.state.seconds_left, 20);
    desk.live(Seconds(15));
    EXPECT_EQ(desk.shown(), "result");
}

TEST(Result, FinishAndBackCloseIt) {
    for (const Action& tap : {Action(Tap::finish), Action(Tap::back)}) {
        Desk desk = after({"candy-1"}, "w");
        desk.tap(Tap::toggle_text_size);
        desk.tap(tap);
        expect_fresh(desk);
    }
}

// ---- a second look ---------------------------------------------------------------------------------------

TEST(ReviewOfMissed, ShowsThemOneAfterTheOtherAndComesBack) {
    Desk desk = after({"candy-1", "law-1", "help-1"}, "wrs");
    EXPECT_EQ(desk.result().missed, 2);
    desk.tap(Tap::review);
    EXPECT_EQ(desk.shown(), "review");
    EXPECT_EQ(desk.feedback().page.item->id, "candy-1");
    EXPECT_EQ(desk.feedback().chosen, 2U);
    EXPECT_EQ(desk.feedback().number, 1);
    EXPECT_EQ(desk.feedback().total, 2);
    EXPECT_FALSE(desk.feedback().last);
    desk.tap(Tap::next);
    EXPECT_EQ(desk.feedback().page.item->id, "help-1");
    EXPECT_TRUE(desk.feedback().skipped());
    EXPECT_TRUE(desk.feedback().last);
    desk.tap(Tap::next);
    EXPECT_EQ(desk.shown(), "result");
    EXPECT_EQ(desk.state.seconds_left, 20);
    EXPECT_THAT(desk.asked, IsEmpty()) << "looking again is no answer";
    desk.tap(Tap::review);
    EXPECT_EQ(desk.feedback().number, 1) << "it can be looked at once more";
}

TEST(ReviewOfMissed, BackLeadsToTheResult) {
    Desk desk = after({"candy-1", "law-1"}, "ww");
    desk.tap(Tap::review);
    desk.tap(Tap::back);
    EXPECT_EQ(desk.shown(), "result");
}

TEST(ReviewOfMissed, IsNotOfferedWhenNothingWasMissed) {
    Desk desk = after({"candy-1"}, "r");
    desk.tap(Tap::review);
    EXPECT_EQ(desk.shown(), "result");
}

TEST(ReviewOfMissed, LeftAloneEndsWithoutASecondEnd) {
    Desk desk = after({"candy-1"}, "w");
    desk.tap(Tap::review);
    desk.live(Seconds(200));
    EXPECT_THAT(desk.asked, ElementsAre("count fair 2026-06-26"));
    expect_fresh(desk);
}

}  // namespace
}  // namespace xy::screens
