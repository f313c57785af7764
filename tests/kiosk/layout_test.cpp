// Nothing that a visitor reads is clipped, overlapping or off the screen, for every item of
// every shipped bank, in both languages and text sizes, on every screen size that is promised.
#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

#include "gallery.h"
#include "screens/question_screen.h"

namespace xy::kiosk {
namespace {

using namespace tests;
using screens::FeedbackState;
using screens::QuestionState;
using screens::ResultState;

class Layout : public GalleryTest {};

std::size_t option_pictures(const quiz::Item& item) {
    return static_cast<std::size_t>(
        std::count_if(item.options.begin(), item.options.end(),
                      [](const quiz::Option& o) { return o.picture.has_value(); }));
}

/// Of those that the feedback shows: what was chosen and what is right.
std::size_t feedback_pictures(const quiz::Item& item, quiz::OptionSet chosen) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < item.options.size(); ++i)
        if (item.options[i].picture && (((chosen | item.key()) >> i) & 1U) != 0) ++count;
    return count;
}

std::size_t pictures(const quiz::Item& item) {
    return option_pictures(item) + (item.picture ? 1 : 0);
}

enum class Order { as_written, reversed };

quiz::AskPage page_of(const quiz::Item& item, quiz::Phase phase, Order order = Order::as_written) {
    quiz::AskPage page{std::make_shared<const quiz::Item>(item), phase, true, {}};
    page.order.resize(item.options.size());
    std::iota(page.order.begin(), page.order.end(), std::size_t{0});
    if (order == Order::reversed) std::reverse(page.order.begin(), page.order.end());
    return page;
}

LocalizedText topic_of(const quiz::Item& item) {
    return shipped_setup().topic_title(item.bank, item.topic);
}

/// Question 10 of 10, the widest label.
QuestionState asked(quiz::AskPage page, quiz::OptionSet chosen = 0, bool saving = false) {
    QuestionState question;
    question.topic = topic_of(*page.item);
    question.noted = page.phase == quiz::Phase::pre;
    question.page = std::move(page);
    question.number = question.total = 19;
    question.chosen = chosen;
    question.saving = saving;
    return question;
}

FeedbackState answered(const quiz::Item& item, quiz::OptionSet chosen, bool review = false) {
    return {.page = page_of(item, quiz::Phase::quiz),
            .chosen = chosen,
            .topic = topic_of(item),
            .number = 19,
            .total = 19,
            .review = review,
            .last = review};
}

quiz::OptionSet all_of(const quiz::Item& item) {
    return (quiz::OptionSet{1} << item.options.size()) - 1;
}

std::vector<quiz::Item> scored_items() {
    std::vector<quiz::Item> items = shipped_items();
    std::erase_if(items, [](const quiz::Item& item) { return !quiz::is_scored(item.kind); });
    return items;
}

std::vector<quiz::Item> survey_items() {
    std::vector<quiz::Item> items = shipped_items();
    std::erase_if(items, [](const quiz::Item& item) { return quiz::is_scored(item.kind); });
    return items;
}

TEST_P(Layout, OfQuestions) {
    const auto items = scored_items();
    ASSERT_GE(items.size(), 40U);
    for (const quiz::Item& item : items) {
        const auto count = pictures(item);
        gallery_.hang(asked(page_of(item, quiz::Phase::quiz)), "", count);
        gallery_.hang(asked(page_of(item, quiz::Phase::pre, Order::reversed)), "reversed", count);
    }
}

TEST_P(Layout, OfQuestionsWithAChosenOption) {
    for (const quiz::Item& item : scored_items()) {
        const bool several = quiz::takes_several(item.kind);
        const auto page = page_of(item, quiz::Phase::post);
        gallery_.hang(asked(page, several ? all_of(item) : 1, !several), "chosen", pictures(item),
                      "question.option.2");
    }
}

TEST_P(Layout, OfFeedback) {
    for (const quiz::Item& item : scored_items()) {
        const auto hang = [&](quiz::OptionSet chosen, const std::string& what) {
            gallery_.hang(answered(item, chosen), what, feedback_pictures(item, chosen));
        };
        hang(0, "skipped");
        for (std::size_t i = 0; i < item.options.size(); ++i)
            hang(quiz::OptionSet{1} << i, "after option " + item.options[i].id);
        if (quiz::takes_several(item.kind)) hang(all_of(item), "after all options");
    }
}

TEST_P(Layout, OfTheReview) {
    for (const quiz::Item& item : scored_items()) {
        const quiz::OptionSet wrong = all_of(item) & ~item.key();
        const quiz::OptionSet first = wrong & (~wrong + 1);
        gallery_.hang(answered(item, first, true), "first wrong option", feedback_pictures(item, first));
        gallery_.hang(answered(item, 0, true), "skipped", feedback_pictures(item, 0));
    }
}

TEST_P(Layout, OfSurveyStatements) {
    const auto items = survey_items();
    ASSERT_GE(items.size(), 3U);
    for (const quiz::Item& item : items) {
        gallery_.hang(asked(page_of(item, quiz::Phase::survey)), "", pictures(item));
        gallery_.hang(asked(page_of(item, quiz::Phase::survey), 1, true), "chosen", pictures(item),
                      "survey.2");
    }
}

TEST_P(Layout, OfSurveyStatementsForChildren) {
    int with_faces = 0;
    for (const quiz::Item& item : survey_items()) {
        if (!item.faces) continue;
        ++with_faces;
        screens::KioskState state;
        state.screen = asked(page_of(item, quiz::Phase::survey), 1, true);
        state.visit.emplace().audience = "primary";
        gallery_.hang(state, shipped_setup(), "faces", pictures(item), "survey.2");
    }
    EXPECT_GE(with_faces, 2);
}

screens::CardState card_of(quiz::Card card, const LocalizedText& topic, int total) {
    return {.card = std::make_shared<const quiz::Card>(std::move(card)),
            .topic = topic,
            .number = std::min(2, total),
            .total = total,
            .asked = 19,
            .questions = 19};
}

TEST_P(Layout, OfEveryLessonCard) {
    for (const quiz::Bank& bank : shipped_setup().banks)
        for (const quiz::Card& card : bank.cards)
            gallery_.hang(card_of(card, shipped_setup().topic_title(bank.id, card.topic), 3), "",
                          card.picture ? 1 : 0);
}

/// As long as the loader lets it be, with and without a picture, alone and among the most there can be.
TEST_P(Layout, OfTheLongestLessonCard) {
    quiz::Card card{.bank = "any",
                    .id = "long",
                    .topic = "disguise",
                    .audiences = {},
                    .text = {{}, {}},
                    .picture = {{"pictures/scales.svg", {}}}};
    for (std::size_t i = 0; i < quiz::longest_card; ++i) card.text.zh += i % 12 == 11 ? "，" : "字";
    card.text.en =
        "Drugs are dressed up as milk-tea powder, popping candy, chocolate or vape liquid. If you do not "
        "know "
        "where something comes from, do not open it, do not taste it and do not carry it for anyone, whoever "
        "asks.";
    const LocalizedText topic{"伪装与新型毒品", "Disguises and new substances"};
    for (const int total : {1, 12}) gallery_.hang(card_of(card, topic, total), "longest", 1, "card.next");
    card.picture.reset();
    gallery_.hang(card_of(card, topic, 3), "without a picture");
    card.text = {"可以说不。", "You may say no."};
    gallery_.hang(card_of(card, topic, 3), "short");
}

// ---- the other screens -----------------------------------------------------------------------------------

TEST_P(Layout, OfTheAttractScreen) {
    for (const std::int64_t today : {0, 7, 128, 99'999}) {
        screens::KioskState state;
        state.today = today;
        gallery_.hang(state, shipped_setup(), std::to_string(today) + " today");
    }
    screens::Setup closed = shipped_setup();
    closed.event.reset();
    gallery_.hang(screens::KioskState{}, closed, "no event");
    screens::Setup wordy = shipped_setup();
    wordy.event->occasion = {"全民禁毒宣传月暨中小学生毒品预防教育集中宣传周",
                             "National Drug Awareness Month for schools"};
    wordy.event->place = {"张掖市甘州区沙井镇南沟村村民委员会文化广场",
                          "Culture Square, Nangou Village, Shajing Town"};
    gallery_.hang(screens::KioskState{}, wordy, "long event name");
    for (const quiz::Programme& programme : shipped_setup().programmes) {
        screens::Setup other = shipped_setup();
        other.programme = programme;
        gallery_.hang(screens::KioskState{}, other, programme.id);
    }
    screens::Setup inviting = shipped_setup();
    inviting.programme.invitation = {"先测一测，再学一学，最后再测一次，一共六分钟",
                                     "Test, learn and test again: six minutes in all"};
    gallery_.hang(screens::KioskState{}, inviting, "long invitation");
}

TEST_P(Layout, OfTheAudienceScreen) {
    screens::KioskState state;
    state.screen = screens::AudienceState{};
    gallery_.hang(state, shipped_setup(), "as shipped", 0, "audience.primary");
    const std::vector<outreach::Audience> groups = {
        {"primary", {"小学", "Primary school"}, {"5–6 年级", "Grades 5–6"}},
        {"junior", {"初中", "Junior high"}, {"7–9 年级", "Grades 7–9"}},
        {"senior", {"高中 / 中职", "Senior high / vocational"}, {"", ""}},
        {"college", {"大学", "University"}, {"", ""}},
        {"family", {"家长 / 村民", "Parents / villagers"}, {"家庭版", "For families"}},
        {"cadre", {"企事业单位职工", "Employees"}, {"工厂、工地、机关", "Factories, sites and offices"}},
    };
    for (std::size_t count = 1; count <= groups.size(); ++count) {
        screens::Setup setup = shipped_setup();
        setup.programme.steps = {quiz::WelcomeStep{}, quiz::AudienceStep{}};  // serves whoever comes
        setup.audiences.assign(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(count));
        gallery_.hang(state, setup, std::to_string(count) + " groups");
    }
}

TEST_P(Layout, OfThePledge) {
    gallery_.hang(screens::PledgeState{}, "");
    gallery_.hang(screens::PledgeState{true}, "saving", 0, "pledge.yes");
}

/// The longest sentences to take home, in characters of the given language.
std::vector<LocalizedText> longest_take_homes() {
    std::vector<LocalizedText> all;
    for (const quiz::Item& item : shipped_items())
        if (!item.take_home.empty()) all.push_back(item.take_home);
    const auto length = [](const LocalizedText& text) { return std::max(text.zh.size(), text.en.size()); };
    std::sort(all.begin(), all.end(),
              [&](const LocalizedText& a, const LocalizedText& b) { return length(a) > length(b); });
    return {all.at(0), all.at(1), all.at(2)};
}

TEST_P(Layout, OfTheResult) {
    using screens::Praise;
    for (const Praise praise :
         {Praise::thanks, Praise::learning, Praise::growing, Praise::good, Praise::great})
        for (std::size_t sentences = 0; sentences <= (praise == Praise::learning ? 3U : 2U); ++sentences) {
            screens::KioskState state;
            state.seconds_left = 120;
            state.counted_day = "2026-12-26";
            ResultState result{.praise = praise,
                               .right = praise == Praise::learning ? 0 : 10,
                               .asked = 10,
                               .before = {10, 10},
                               .after = {10, static_cast<int>(5 * sentences)},
                               .take_home = {},
                               .missed = static_cast<int>(sentences)};
            result.take_home = longest_take_homes();
            result.take_home.resize(sentences);
            if (praise == Praise::thanks) result = {};
            state.screen = result;
            gallery_.hang(state, shipped_setup(),
                          "praise " + std::to_string(static_cast<int>(praise)) + " with " +
                              std::to_string(sentences) + " sentences");
        }
}

TEST_P(Layout, OfEverySentenceToTakeHome) {
    for (const quiz::Item& item : shipped_items()) {
        if (item.take_home.empty()) continue;
        screens::KioskState state;
        state.seconds_left = 20;
        state.counted_day = "2026-12-26";
        state.screen = ResultState{.praise = screens::Praise::growing,
                                   .right = 3,
                                   .asked = 10,
                                   .before = {1, 2},
                                   .after = {},
                                   .take_home = {item.take_home, item.take_home},
                                   .missed = 7};
        gallery_.hang(state, shipped_setup(), item.id);
    }
}

TEST_P(Layout, OfWhatLiesOverAScreen) {
    using screens::Overlay;
    const auto question = asked(page_of(scored_items().front(), quiz::Phase::quiz));
    for (const Overlay overlay : {Overlay::still_there, Overlay::leave, Overlay::staff})
        for (const int seconds : {60, 7}) {
            screens::KioskState state;
            state.screen = question;
            state.overlay = overlay;
            state.seconds_left = seconds;
            gallery_.hang(state, shipped_setup(), "over a question", pictures(scored_items().front()));
            state.screen = screens::PledgeState{};
            gallery_.hang(state, shipped_setup(), "over the pledge");
        }
}

TEST_P(Layout, OfAStoreThatDoesNotOpen) {
    screens::Setup setup = shipped_setup();
    setup.known = false;
    screens::KioskState state;
    state.overlay = screens::Overlay::staff;
    gallery_.hang(state, setup, "the store does not open");
}

INSTANTIATE_TEST_SUITE_P(At, Layout, every_sheet, name_of_sheet);

}  // namespace
}  // namespace xy::kiosk
