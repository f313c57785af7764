// Whole screens: what is painted, and that painting by parts shows the same as painting everything.
#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "album.h"
#include "base/random.h"
#include "gui/take_home.h"
#include "support/folder.h"
#include "support/shell.h"
#include "wording/visitor_wording.h"

namespace xy::gui {
namespace {

using namespace tests;
using testing::IsEmpty;

/// A painter with its paper.
class Easel {
 public:
    Easel(int width, int height) : paper(width, height), width_(width), height_(height) {}

    Frame draw(const screens::KioskState& state, View view = {}) {
        view.width = width_;
        view.height = height_;
        return painter.draw(state, around, view);
    }
    std::vector<paint::PixelRect> paint() { return painter.paint(paper.buffer()); }
    std::vector<paint::PixelRect> show(const screens::KioskState& state, const View& view = {}) {
        draw(state, view);
        return paint();
    }

    PlainPictures pictures;
    Painter painter{fonts(), pictures};
    Paper paper;
    screens::Setup around = setup();

 private:
    int width_;
    int height_;
};

int area(const std::vector<paint::PixelRect>& rects) {
    int sum = 0;
    for (const paint::PixelRect& rect : rects) sum += rect.width() * rect.height();
    return sum;
}

class AnyScreens : public testing::TestWithParam<std::pair<int, int>> {};

TEST_P(AnyScreens, LookTheSamePaintedByPartsOrWhole) {
    const auto [width, height] = GetParam();
    Easel by_parts(width, height);
    Easel whole(width, height);
    const auto states = album();
    Random random(11);
    screens::KioskState state = states.front();
    std::int64_t painted = 0;
    constexpr int frames = 150;
    for (int i = 0; i < frames; ++i) {
        if (random.below(3) != 0) state = states[random.below(states.size())];
        state.language = random.below(2) == 0 ? Language::zh : Language::en;
        state.large_text = random.below(4) == 0;
        state.seconds_left = static_cast<int>(random.below(16));
        View view;
        view.age = Milliseconds(random.below(900));
        view.motion = random.below(2) == 0;
        const Frame frame = by_parts.draw(state, view);
        if (!frame.widgets.empty() && random.below(2) == 0) {
            const std::string& id = frame.widgets[random.below(frame.widgets.size())].id;
            (random.below(2) == 0 ? view.touching.pressed : view.touching.focused) = id;
            by_parts.draw(state, view);
        }
        painted += area(by_parts.paint());
        whole.painter.forget();
        whole.show(state, view);
        ASSERT_TRUE(by_parts.paper.pixels() == whole.paper.pixels()) << "frame " << i << ", " << frame.screen;
    }
    EXPECT_LT(painted, std::int64_t{frames} * width * height) << "parts were never enough";
}

INSTANTIATE_TEST_SUITE_P(At, AnyScreens,
                         testing::Values(std::pair{480, 270}, std::pair{270, 480}, std::pair{333, 207}),
                         [](const auto& size) {
                             return std::to_string(size.param.first) + "x" +
                                    std::to_string(size.param.second);
                         });

TEST(Painter, AnUnchangedScreenRepaintsNothing) {
    Easel easel(960, 540);
    for (const auto& state : album()) {
        easel.show(state, {.motion = false, .touching = {}});
        EXPECT_THAT(easel.show(state, {.motion = false, .touching = {}}), IsEmpty()) << screen_name(state);
    }
}

TEST(Painter, APressedOptionRepaintsOnlyNearIt) {
    Easel easel(1920, 1080);
    const auto state = state_of(question(item(quiz::Kind::single, "题目", {"一", "二", "三", "四"})));
    const Frame frame = easel.draw(state, {.age = Milliseconds(5'000), .touching = {}});
    easel.paint();
    View pressed{.age = Milliseconds(5'000), .touching = {}};
    pressed.touching.pressed = "question.option.2";
    const Area& option = frame.widget("question.option.2")->area;
    for (const paint::PixelRect& part : easel.show(state, pressed)) {
        EXPECT_GE(static_cast<float>(part.x0), option.x - 128);
        EXPECT_LE(static_cast<float>(part.x1), option.x + option.w + 128);
        EXPECT_GE(static_cast<float>(part.y0), option.y - 128);
        EXPECT_LE(static_cast<float>(part.y1), option.y + option.h + 128);
    }
}

/// How many colours are painted in this part of the paper.
std::size_t colours_in(const Paper& paper, int x0, int y0, int x1, int y1) {
    std::set<std::uint32_t> colours;
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) colours.insert(paper.at(x, y));
    return colours.size();
}

TEST(Painter, BothLeavesOfTheFlowerHaveSoftEdges) {
    Easel easel(1920, 1080);
    easel.show(album().front(), {.motion = false, .touching = {}});
    EXPECT_GT(colours_in(easel.paper, 1140, 760, 1200, 830), 8U);  // left, against the sky
    EXPECT_GT(colours_in(easel.paper, 1300, 760, 1380, 830), 8U);  // right
}

TEST(Painter, MovementEnds) {
    for (const auto& state : album()) {
        Easel easel(480, 270);
        if (screen_name(state) == "attract") continue;  // a breeze comes back
        // Petals fall for four seconds.
        const Milliseconds end(screen_name(state) == "result" ? 4'000 : 1'000);
        EXPECT_FALSE(easel.draw(state, {.age = end, .touching = {}}).next) << screen_name(state);
    }
}

TEST(Painter, TheFlowerSwaysAtMostTenTimesASecondAndRests) {
    Easel easel(480, 270);
    const auto attract = album().front();
    std::map<std::int64_t, int> frames;  // in each second
    for (Milliseconds age{0}; age < std::chrono::minutes(1);) {
        ++frames[age.count() / 1'000];
        const Frame frame = easel.draw(attract, {.age = age, .touching = {}});
        ASSERT_TRUE(frame.next);
        ASSERT_GT(*frame.next, Milliseconds{0});
        age += *frame.next;
    }
    for (const auto& [second, count] : frames) EXPECT_LE(count, 10) << "in second " << second;
    EXPECT_LE(frames.size(), 25U) << "most of the time nothing is drawn";
    EXPECT_FALSE(easel.draw(attract, {.motion = false, .touching = {}}).next);
}

TEST(Painter, TheFlowerBlinksAndOpensItsEyesAgain) {
    Easel easel(1920, 1080);
    const auto attract = album().front();
    constexpr Milliseconds still{4'000};
    easel.show(attract, {.age = still, .touching = {}});
    const int shut = area(easel.show(attract, {.age = Milliseconds(6'050), .touching = {}}));
    EXPECT_GT(shut, 0);
    EXPECT_LT(shut, 1920 * 1080 / 50) << "little more than the eyes is painted";
    EXPECT_GT(area(easel.show(attract, {.age = Milliseconds(6'200), .touching = {}})), 0);
    EXPECT_THAT(easel.show(attract, {.age = still, .touching = {}}), IsEmpty()) << "as before";
}

TEST(Painter, TheFlowerLooksWhereTheScreenWasTouched) {
    Easel easel(1920, 1080);
    const auto attract = album().front();
    View view{.motion = false, .touching = {}};
    easel.show(attract, view);
    view.touching.last = {1'800.0F, 100.0F};
    EXPECT_GT(area(easel.show(attract, view)), 0);
    view.touching.last = {1'750.0F, 120.0F};
    EXPECT_GT(area(easel.show(attract, view)), 0);
}

TEST(Painter, TheFlowerThinksAboutOneTeaserAfterTheOther) {
    Easel easel(1920, 1080);
    easel.around.programme.teasers = {{"安全吗？", "Is it safe?"}, {"找谁说？", "Whom to tell?"}};
    const auto thinks_at = [&](std::int64_t ms, bool motion) {
        std::vector<std::string> found;
        for (const paint::SetText& text :
             easel.draw(album().front(), {.age = Milliseconds(ms), .motion = motion, .touching = {}}).texts)
            if (text.words == "安全吗？" || text.words == "找谁说？") found.push_back(text.words);
        return found;
    };
    EXPECT_EQ(thinks_at(0, true), std::vector<std::string>{"安全吗？"});
    EXPECT_EQ(thinks_at(8'000, true), std::vector<std::string>{"找谁说？"});
    EXPECT_EQ(thinks_at(16'000, true), std::vector<std::string>{"安全吗？"});
    EXPECT_EQ(thinks_at(8'000, false), std::vector<std::string>{"安全吗？"}) << "nothing moves";
    easel.around.programme.teasers.clear();
    EXPECT_TRUE(thinks_at(0, true).empty());
}

TEST(Painter, AFullGlyphCacheDoesNotChangeAScreen) {
    Easel easel(3840, 2160);
    const auto state = album()[2];
    easel.show(state, {.motion = false, .touching = {}});
    const auto before = easel.paper.pixels();
    // Some thousand big characters, far more than are kept.
    char32_t next = 0x4E00;
    for (int i = 0; i < 60; ++i) {
        std::string words;
        for (int k = 0; k < 60; ++k, ++next) {
            words += static_cast<char>(0xE0U | (next >> 12U));
            words += static_cast<char>(0x80U | ((next >> 6U) & 0x3FU));
            words += static_cast<char>(0x80U | (next & 0x3FU));
        }
        easel.show(state_of(question(item(quiz::Kind::true_false, words, {"对", "错"}))),
                   {.motion = false, .touching = {}});
    }
    easel.show(state, {.motion = false, .touching = {}});
    EXPECT_TRUE(easel.paper.pixels() == before);
}

TEST(Painter, PreparingAScreenDoesNotShowIt) {
    Easel easel(960, 540);
    const auto states = album();
    easel.show(states[2], {.motion = false, .touching = {}});
    const auto before = easel.paper.pixels();
    easel.painter.prepare(states[5], easel.around,
                          {.width = 960, .height = 540, .motion = false, .touching = {}});
    EXPECT_TRUE(easel.paper.pixels() == before);
    easel.show(states[2], {.motion = false, .touching = {}});
    EXPECT_TRUE(easel.paper.pixels() == before);
}

TEST(Painter, APictureThatCannotBeReadLeavesTheQuestionUsable) {
    Easel easel(960, 540);
    auto asked = item(quiz::Kind::single, "题目", {"一", "二"});
    asked.picture = quiz::Picture{"missing.svg", {}};
    const Frame frame = easel.draw(state_of(question(asked)));
    EXPECT_NE(frame.widget("question.option.2"), nullptr);
    easel.paint();
}

// ---- texts from a bank are only texts --------------------------------------------------------------------

std::size_t count_of(const Frame& frame, const std::string& words) {
    std::size_t count = 0;
    for (const SetText& text : frame.texts) count += text.words == words ? 1 : 0;
    return count;
}

TEST(OddTexts, AreShownAsTheyAre) {
    Easel easel(1920, 1080);
    const std::vector<std::string> odd = {"%s%n%d", "a##b", "###", "{}", "<b>x</b>", "\\n", "%"};
    const auto state = state_of(question(item(quiz::Kind::single, "%s%n ## {}", odd)));
    const Frame frame = easel.draw(state);
    EXPECT_EQ(count_of(frame, "%s%n ## {}"), 1U);
    for (const std::string& words : odd) EXPECT_EQ(count_of(frame, words), 1U) << words;
}

/// Pixels that differ between two stems.
std::size_t difference(const std::string& one, const std::string& other) {
    Easel easel(960, 540);
    const auto state = [](const std::string& stem) {
        auto asked = item(quiz::Kind::true_false, stem, {"对", "错"});
        asked.id = "same";
        return state_of(question(asked));
    };
    easel.show(state(one), {.motion = false, .touching = {}});
    const auto before = easel.paper.pixels();
    easel.show(state(other), {.motion = false, .touching = {}});
    std::size_t count = 0;
    for (std::size_t i = 0; i < before.size(); ++i) count += before[i] != easel.paper.pixels()[i] ? 1 : 0;
    return count;
}

TEST(OddTexts, EachCharacterOfThemIsInk) {
    EXPECT_EQ(difference("a##b", "a##b"), 0U);
    EXPECT_GT(difference("a##b", "a"), 20U);
    EXPECT_GT(difference("100%", "100"), 20U);
    EXPECT_GT(difference("%s", "%n"), 5U);
}

TEST(OddTexts, HugeAndMalformedOnesDoNotHurt) {
    Easel easel(480, 270);
    std::string endless;
    for (int i = 0; i < 3'000; ++i) endless += "毒";
    for (const std::string& stem :
         {endless, std::string(5'000, 'x'), std::string("\xFF\xFE\xE5"), std::string("\0a", 2)}) {
        easel.show(state_of(question(item(quiz::Kind::single, stem, {stem, "二"}))));
        EXPECT_FALSE(
            easel.draw(state_of(question(item(quiz::Kind::single, stem, {stem, "二"})))).widgets.empty());
    }
}

// ---- sizes of text ---------------------------------------------------------------------------------------

/// Font size of the words on this frame, 0 where they are not on it.
int size_of(const Frame& frame, const std::string& words) {
    for (const SetText& text : frame.texts)
        if (text.words == words) return text.size;
    return 0;
}

TEST(Sizes, OptionsBesideAPictureStayLargeUnderALongStem) {
    Easel easel(1920, 1080);
    const std::vector<std::string> options{"Take it along", "Leave it closed", "Ask later", "Call home"};
    const auto asked = [&](const std::string& stem) {
        quiz::Item pictured = item(quiz::Kind::single, stem, options);
        pictured.picture = quiz::Picture{"a.svg", {"图", "Picture"}};
        return easel.draw(state_of(question(pictured)));
    };
    const Frame one_line = asked("What now?");
    const Frame two_lines = asked(
        "On the way home someone you do not know asks you to carry a closed box to "
        "the station. What now?");
    for (const std::string& option : options) {
        EXPECT_GT(size_of(one_line, option), 36) << option;
        EXPECT_GE(size_of(two_lines, option), size_of(one_line, option) * 9 / 10) << option;
    }
}

TEST(Sizes, OptionsOfAnAnsweredQuestionAreOfOneSize) {
    Easel easel(1920, 1080);
    const std::vector<std::string> options{
        "No", "Say that you have to go, thank them and walk to the bus stop with your classmates", "Later"};
    screens::FeedbackState feedback;
    feedback.page = question(item(quiz::Kind::single, "What now?", options)).page;
    feedback.chosen = 2;
    feedback.number = feedback.total = 1;
    const Frame frame = easel.draw(state_of(feedback));
    EXPECT_GT(size_of(frame, "No"), 0) << "the better one";
    EXPECT_EQ(size_of(frame, options[1]), size_of(frame, "No")) << "the chosen one";
    EXPECT_EQ(size_of(frame, "Later"), 0) << "the others no longer matter";
}

TEST(Sizes, WordsUnderAPictureStayOnTheScreenWhenNothingFits) {
    Easel easel(1024, 600);
    const std::string endless(60, 'w');
    quiz::Item pictured = item(quiz::Kind::single, "题目", {endless, "Water", "Juice", "Milk"});
    for (quiz::Option& option : pictured.options) {
        option.text.en = option.text.zh;
        option.picture = quiz::Picture{"a.svg", {"图", "Picture"}};
    }
    screens::KioskState state = state_of(question(pictured));
    state.language = Language::en;
    const Frame frame = easel.draw(state);
    for (const SetText& text : frame.texts)
        if (text.words == "Water" || text.words == "Juice" || text.words == "Milk") {
            EXPECT_GE(text.text.y, 0) << text.words;
            EXPECT_LE(text.text.y + text.text.h, 600) << text.words;
        }
    EXPECT_GT(size_of(frame, "Water"), 0);
}

// ---- what can be touched ---------------------------------------------------------------------------------

TEST(Frames, HaveTheWidgetsOfTheProbe) {
    const std::map<std::string, std::set<std::string>> expected = {
        {"attract", {"attract.start", "attract.lang.zh", "attract.lang.en"}},
        {"audience", {"audience.back", "audience.pupil", "audience.parent"}},
        {"question",
         {"question.option.1", "question.option.2", "question.skip", "question.language",
          "question.text_size", "question.home"}},
        {"feedback", {"feedback.next", "feedback.language", "feedback.text_size", "feedback.home"}},
        {"review", {"feedback.next"}},
        {"survey", {"survey.1", "survey.2", "survey.3", "survey.decline", "survey.home"}},
        {"card", {"card.next", "card.language", "card.text_size", "card.home"}},
        {"pledge", {"pledge.yes", "pledge.no"}},
        {"result", {"result.finish"}},
        {"still_there", {"still_there.newcomer", "still_there.stay"}},
        {"leave", {"leave.yes", "leave.no"}},
        {"staff", {"staff.retry"}},
    };
    Easel easel(960, 540);
    std::set<std::string> seen;
    for (const auto& state : album()) {
        const Frame frame = easel.draw(state);
        seen.insert(frame.screen);
        for (const std::string& id : expected.at(frame.screen))
            EXPECT_NE(frame.widget(id), nullptr) << id << " on " << frame.screen;
        std::set<std::string> ids;
        for (const Widget& widget : frame.widgets)
            EXPECT_TRUE(ids.insert(widget.id).second) << "twice: " << widget.id;
    }
    EXPECT_EQ(seen.size(), expected.size());
}

TEST(Frames, AskedWhetherSomebodyIsThereNothingOfTheVisitIsShown) {
    Easel easel(960, 540);
    for (const auto overlay : {screens::Overlay::still_there, screens::Overlay::leave}) {
        auto state = album()[2];
        const std::string stem = std::get<screens::QuestionState>(state.screen).page.item->stem.zh;
        const auto shows = [&](const Frame& frame) {
            return std::any_of(frame.texts.begin(), frame.texts.end(),
                               [&](const SetText& text) { return text.words == stem; });
        };
        EXPECT_TRUE(shows(easel.draw(state)));
        state.overlay = overlay;
        EXPECT_FALSE(shows(easel.draw(state)));
    }
}

TEST(Frames, BeforeTheFirstAnswerThereIsNothingToLeave) {
    Easel easel(960, 540);
    auto state = album()[2];
    state.visit.emplace();
    EXPECT_EQ(easel.draw(state).widget("question.home"), nullptr);
    state.visit->recorded = true;
    EXPECT_NE(easel.draw(state).widget("question.home"), nullptr);
}

TEST(Frames, TheWayInForStaffMovesWhileItIsHeld) {
    Easel easel(960, 540);
    const auto next_of = [&](const std::string& pressed) {
        View view;
        view.motion = false;
        view.touching = {.pressed = pressed, .focused = {}, .held = 0.5F};
        return easel.draw(album()[0], view).next;
    };
    EXPECT_EQ(next_of(""), std::nullopt) << "it stands still";
    EXPECT_TRUE(next_of("attract.event"));
    EXPECT_EQ(next_of("attract.start"), std::nullopt);
}

TEST(Frames, UnderAnOverlayNothingOfTheScreenCanBeTouched) {
    Easel easel(960, 540);
    auto state = album()[2];
    state.overlay = screens::Overlay::leave;
    const Frame frame = easel.draw(state);
    for (const Widget& widget : frame.widgets) EXPECT_TRUE(widget.id.starts_with("leave.")) << widget.id;
    EXPECT_EQ(frame.at(1, 1), nullptr);
}

TEST(Frames, WhileSavingNothingCanBeAnswered) {
    Easel easel(960, 540);
    auto asked = question(item(quiz::Kind::single, "题目", {"一", "二"}));
    asked.saving = true;
    const Frame frame = easel.draw(state_of(asked));
    for (const char* id : {"question.option.1", "question.option.2", "question.skip"})
        EXPECT_FALSE(frame.widget(id)->enabled) << id;
}

TEST(Frames, ADisabledWidgetIsNotTouched) {
    Frame frame;
    frame.widgets = {{"below", {0, 0, 100, 100}, true, screens::Tap::next},
                     {"above", {50, 50, 100, 100}, false, screens::Tap::next}};
    EXPECT_EQ(frame.at(60, 60)->id, "below");
    frame.widgets[1].enabled = true;
    EXPECT_EQ(frame.at(60, 60)->id, "above");
    EXPECT_EQ(frame.at(100, 20), nullptr) << "the right edge is outside";
    EXPECT_EQ(frame.widget("nowhere"), nullptr);
}

/// Whether the head of the panel sends the staff to the device's page.
bool sends_to_the_device(const screens::PanelState& panel) {
    Easel easel(960, 540);
    return count_of(easel.draw(state_of(panel)), "请看“设备与设置”") == 1;
}

TEST(Panel, SaysOnEveryPageThatSomethingAsksToBeLookedAt) {
    using screens::Notice;
    screens::PanelState well;
    well.known = true;
    well.facts.free_bytes = 1'000'000'000;
    EXPECT_FALSE(sends_to_the_device(well));
    well.facts.notices = {{.kind = Notice::Kind::wrong_day, .day = "2035-03-01"}};
    EXPECT_FALSE(sends_to_the_device(well)) << "nobody has to do anything";
    for (const Notice::Kind kind : {Notice::Kind::set_aside, Notice::Kind::no_recovery_code}) {
        screens::PanelState panel = well;
        panel.facts.notices.push_back({.kind = kind});
        EXPECT_TRUE(sends_to_the_device(panel));
    }
    screens::PanelState damaged = well;
    damaged.checked = screens::StoreChecked{"row 17 is missing"};
    EXPECT_TRUE(sends_to_the_device(damaged));
    screens::PanelState full = well;
    full.facts.free_bytes = 1'000'000;
    EXPECT_TRUE(sends_to_the_device(full));
    // A quota, or a stick as data folder: there is room, and still nothing can be written.
    screens::PanelState unwritten = well;
    unwritten.trouble = screens::StoreFault::full;
    EXPECT_TRUE(sends_to_the_device(unwritten));
    unwritten.note = screens::PanelNote::failed;
    EXPECT_EQ(
        count_of(Easel(960, 540).draw(state_of(unwritten)), "没有做成：这台电脑的磁盘满了，请先腾出空间"), 1);
    screens::PanelState low = well;
    low.facts.battery_percent = 5;
    EXPECT_TRUE(sends_to_the_device(low));
}

TEST(Panel, AClockThatIsWrongSaysNothingOfOtherDays) {
    const std::string said = "2035-03-01 的 1 人次：那时机器日期不对，统计时算在 2026-06-26";
    screens::PanelState panel;
    panel.known = true;
    panel.tab = screens::Tab::device;
    panel.facts.last_day = "2026-06-26";
    panel.facts.notices = {{.kind = screens::Notice::Kind::wrong_day,
                            .day = "2035-03-01",
                            .visits = 1,
                            .counted_on = "2026-06-26"}};
    const auto shown_on = [&](const std::string& today) {
        Easel easel(960, 540);
        screens::KioskState state = state_of(panel);
        state.counted_day = today;
        return count_of(easel.draw(state), said);
    };
    EXPECT_EQ(shown_on("2026-06-27"), 1U);
    EXPECT_EQ(shown_on("2026-06-25"), 0U);
    EXPECT_EQ(shown_on("1970-01-01"), 0U);
}

// Of 24 hours there is no room for every figure; an hour without bar and mark would be one of nobody.
TEST(Panel, AWithheldHourShowsItsMarkHoweverNarrow) {
    screens::PanelState panel;
    panel.known = true;
    panel.tab = screens::Tab::today;
    outreach::ShownSheet sheet;
    sheet.started = sheet.completed = 9'000;
    sheet.abandoned = sheet.timed_out = sheet.skipped_items = 0;
    sheet.right_answers = sheet.answered_items = sheet.pledges_given = sheet.pledges_asked = 9'000;
    for (int hour = 0; hour < 24; ++hour) sheet.hours.push_back({hour, 100 + hour});
    panel.facts.sheet = sheet;
    panel.facts.started = 9'000;
    panel.facts.events.emplace_back().state = outreach::EventState::open;
    const auto marks = [&] { return count_of(Easel(960, 540).draw(state_of(panel)), "※"); };
    const auto before = marks();
    panel.facts.sheet->hours[3].started = panel.facts.sheet->hours[4].started = std::nullopt;
    EXPECT_EQ(marks(), before + 2);
}

/// Pixels in the colours of an open petal.
int petals_seen(Easel& easel, const screens::KioskState& state) {
    easel.show(state, {.motion = false, .touching = {}});
    int seen = 0;
    for (int y = 0; y < easel.paper.height(); ++y)
        for (int x = 0; x < easel.paper.width(); ++x)
            if (const auto colour = easel.paper.at(x, y); colour == 0xFFB81CU || colour == 0xFFD261U) ++seen;
    return seen;
}

TEST(Flower, EveryAnswerOpensAPetalRightOrNot) {
    for (const quiz::OptionSet given : {1U, 2U}) {
        Easel easel(1920, 1080);
        screens::FeedbackState feedback;
        feedback.page = question(item(quiz::Kind::single, "题目", {"一", "二"})).page;
        feedback.chosen = given;
        feedback.total = 12;
        int before = 0;
        for (feedback.number = 1; feedback.number <= 12; ++feedback.number) {
            const int now = petals_seen(easel, state_of(feedback));
            EXPECT_GT(now, before + 500) << "petal " << feedback.number << " of answer " << given;
            before = now;
        }
    }
}

TEST(Flower, TheBarShowsWhatWasAnswered) {
    Easel easel(1920, 1080);
    screens::QuestionState asked = question(item(quiz::Kind::single, "题目", {"一", "二"}));
    asked.number = 1;
    EXPECT_EQ(petals_seen(easel, state_of(asked)), 0) << "nothing yet";
    asked.number = 2;
    EXPECT_GT(petals_seen(easel, state_of(asked)), 50);
}

TEST(Portrait, WhatIsTouchedStandsLow) {
    Easel easel(1080, 1920);
    for (const auto& state : album()) {
        const Frame frame = easel.draw(state, {.motion = false, .touching = {}});
        const bool asks = frame.screen == "question" || frame.screen == "feedback";
        if (!asks || state.overlay != screens::Overlay::none) continue;
        for (const Widget& widget : frame.widgets)
            EXPECT_GT(widget.area.y, 1920 * 0.33F) << frame.screen << " " << widget.id;
    }
}

/// What zbarimg reads of the screen.
std::string read_codes(const Paper& paper) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "screen.pgm";
    const std::filesystem::path read = folder.path() / "read.txt";
    {
        std::ofstream out(file, std::ios::binary);
        out << "P5 " << paper.width() << " " << paper.height() << " 255\n";
        for (int y = 0; y < paper.height(); ++y)
            for (int x = 0; x < paper.width(); ++x) out.put(static_cast<char>(paper.at(x, y) >> 8U & 0xFFU));
    }
    const std::string command =
        "zbarimg --quiet --raw " + word(file.string()) + " >" + word(read.string()) + " 2>&1";
    return std::system(command.c_str()) == 0 ? bytes_of(read) : std::string();
}

TEST(TakeHome, ATelephoneReadsTheNumbersAndTheSentences) {
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1024, 600}, std::pair{1080, 1920}}) {
        Easel easel(width, height);
        screens::ResultState result;
        result.praise = screens::Praise::great;
        result.right = 9;
        result.asked = 10;
        result.take_home = {{"不认识的东西，不尝、不收、不带。", "Take nothing you do not know."},
                            {"拿不准，就问信得过的大人。", "Not sure? Ask an adult you trust."}};
        easel.show(state_of(result), {.motion = false, .touching = {}});
        const std::string read = read_codes(easel.paper);
        EXPECT_THAT(read, testing::HasSubstr("12355")) << width;
        EXPECT_THAT(read, testing::HasSubstr("不认识的东西，不尝、不收、不带。\n拿不准")) << width;
    }
}

TEST(TakeHome, IsAtMost300BytesOfWholeSentencesWithoutAnAddress) {
    const std::string endless(280, 'a');
    for (const Language language : {Language::zh, Language::en}) {
        const std::string text = take_home_text(wording::visitor_wording(language), language,
                                                {{endless, endless}, {"短句。", "Short."}});
        EXPECT_LE(text.size(), 300U);
        EXPECT_THAT(text, testing::Not(testing::HasSubstr("aaa")));
        EXPECT_THAT(text, testing::HasSubstr(language == Language::zh ? "\n短句。" : "\nShort."));
        EXPECT_THAT(text, testing::Not(testing::HasSubstr("://")));
    }
}

TEST(Words, OfTheDayIsAnotherOneEveryDay) {
    const auto word = [](const std::string& day) { return wording::word_of_day(Language::zh, day); };
    for (int day = 1; day < 31; ++day) {
        const auto date = [](int of) {
            return std::string("2026-06-") + (of < 10 ? "0" : "") + std::to_string(of);
        };
        EXPECT_NE(word(date(day)), word(date(day + 1))) << day;
    }
    EXPECT_NE(word("2026-06-30"), word("2026-07-01"));
    EXPECT_EQ(word("2026-06-26"), word("2026-06-26"));
    EXPECT_FALSE(word("").empty()) << "without a day there is a word, too";
}

TEST(Words, ADayIsShort) {
    EXPECT_EQ(wording::short_day(Language::zh, "2026-06-26"), "6·26");
    EXPECT_EQ(wording::short_day(Language::en, "2026-06-26"), "26 Jun");
    EXPECT_EQ(wording::short_day(Language::en, "unknown"), "unknown");
}

TEST(Words, FillInAtMostOnePlace) {
    EXPECT_EQ(wording::filled("{} 道题", "10"), "10 道题");
    EXPECT_EQ(wording::filled("no place", "10"), "no place");
    EXPECT_EQ(wording::filled("{} {}", "{}"), "{} {}");
}

}  // namespace
}  // namespace xy::gui
