// The automatic visitor of demonstrations: gets through every screen, and varies.
#include "kiosk/autoplay.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

#include "fake_pictures.h"
#include "gui/painter.h"
#include "kiosk/options.h"
#include "screens/flow.h"
#include "shipped.h"

namespace xy::kiosk {
namespace {

using namespace tests;

/// Lets one automatic visitor through the shipped programme with a store that always works. Returns the
/// screens.
std::vector<std::string> visit(std::uint64_t seed, std::set<std::string>& actions) {
    FakePictures pictures;
    static gui::Painter painter(fonts(), pictures);
    screens::Moment moment{.now = Milliseconds(0), .hour = {today, 9}, .fresh_id = {}, .fresh_seed = seed};
    screens::KioskState state = screens::at_rest(shipped_setup(), moment);
    Autoplay autoplay(1, seed);
    std::vector<std::string> seen;
    bool begun = false;
    for (int taps = 0; taps < 200; ++taps) {
        const widgets::Frame frame = painter.draw(
            state, shipped_setup(), {.width = 640, .height = 360, .motion = false, .touching = {}});
        seen.push_back(frame.screen);
        if (begun && frame.screen == "attract") return seen;
        const auto action = autoplay.touch(frame);
        if (!action) {
            ADD_FAILURE() << "stuck on " << frame.screen;
            return seen;
        }
        for (const widgets::Widget& widget : frame.widgets)
            if (widget.action == *action) actions.insert(widget.id);
        screens::update(state, *action, shipped_setup(), moment);
        while (state.in_flight > 0) screens::update(state, screens::Recorded{}, shipped_setup(), moment);
        begun = begun || state.visit;
        moment.now += shipped_setup().timing.reading;
        screens::update(state, screens::Tick{}, shipped_setup(), moment);
    }
    ADD_FAILURE() << "never came home";
    return seen;
}

TEST(Autoplay, GoesThroughAWholeVisit) {
    std::set<std::string> actions;
    std::set<std::string> screens;
    for (std::uint64_t seed = 0; seed < 40; ++seed)
        for (const std::string& screen : visit(seed, actions)) screens.insert(screen);
    EXPECT_EQ(screens, (std::set<std::string>{"attract", "audience", "question", "feedback", "survey",
                                              "pledge", "result"}));
    for (const char* id :
         {"audience.primary", "audience.junior", "audience.family", "question.option.1", "question.option.2",
          "question.confirm", "survey.1", "survey.5", "pledge.yes", "pledge.no", "result.finish"})
        EXPECT_TRUE(actions.contains(id)) << "no visitor ever touched " << id;
}

TEST(Autoplay, LeavesNobodyWhenItIsOff) {
    Autoplay nobody(0, 1);
    EXPECT_FALSE(nobody.active());
    widgets::Frame frame;
    frame.screen = "attract";
    frame.widgets = {
        {.id = "any", .area = {0, 0, 10, 10}, .action = screens::Tap::start, .role = widgets::Role::primary}};
    EXPECT_FALSE(nobody.touch(frame));
    Autoplay one(1, 1);
    EXPECT_TRUE(one.touch(frame));
    one.visit_ended();
    EXPECT_FALSE(one.touch(frame));
}

TEST(Autoplay, DoesNotTouchWhatIsDisabled) {
    Autoplay one(1, 1);
    widgets::Frame frame;
    frame.screen = "pledge";
    frame.widgets = {{.id = "any",
                      .area = {0, 0, 10, 10},
                      .enabled = false,
                      .action = screens::Tap::next,
                      .role = widgets::Role::primary}};
    EXPECT_FALSE(one.touch(frame));
}

TEST(Autoplay, GivesUpWhereNothingHelps) {
    Autoplay one(1, 1);
    widgets::Frame frame;
    frame.screen = "attract";
    frame.widgets = {
        {.id = "any", .area = {0, 0, 10, 10}, .action = screens::Tap::start, .role = widgets::Role::primary}};
    const auto go_on = [&] {
        for (int touches = 0; touches < 10'000; ++touches) one.touch(frame);
    };
    EXPECT_THROW(go_on(), std::runtime_error);
}

// ---- the command line ------------------------------------------------------------------------------------

std::variant<Options, int> parse(std::vector<std::string> words) {
    std::vector<char*> argv;
    words.insert(words.begin(), "xiangyang-kiosk");
    for (std::string& word : words) argv.push_back(word.data());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    auto parsed = parse_options(static_cast<int>(argv.size()), argv.data());
    testing::internal::GetCapturedStdout();
    testing::internal::GetCapturedStderr();
    return parsed;
}

int exit_code(const std::vector<std::string>& words) {
    const auto parsed = parse(words);
    return std::holds_alternative<int>(parsed) ? std::get<int>(parsed) : -1;
}

TEST(CommandLine, ReadsAWindowSize) {
    const auto options = std::get<Options>(parse({"--window", "1280x720", "--lang", "en", "--seed", "7"}));
    EXPECT_EQ(options.window->width, 1280);
    EXPECT_EQ(options.window->height, 720);
    EXPECT_EQ(options.language, Language::en);
    EXPECT_EQ(options.seed, 7U);
    EXPECT_EQ(options.autoplay, 0);
    EXPECT_TRUE(options.probe.empty());
    EXPECT_FALSE(std::get<Options>(parse({})).window);
}

TEST(CommandLine, RefusesWhatMakesNoSenseWithTwo) {
    EXPECT_EQ(exit_code({"--help"}), 0);
    EXPECT_EQ(exit_code({"--version"}), 0);
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"--nonsense"},
                                               {"--window", "1280"},
                                               {"--window", "1280x"},
                                               {"--window", "x720"},
                                               {"--window", "1280x720x3"},
                                               {"--window", "10x10"},
                                               {"--window", "99999x720"},
                                               {"--window", "-5x720"},
                                               {"--lang", "fr"},
                                               {"--autoplay", "0"},
                                               {"--autoplay", "-3"},
                                               {"--seed", "soon"},
                                               {"stray"}})
        EXPECT_EQ(exit_code(words), 2) << words.front() << " " << words.back();
}

TEST(Demonstration, IsTheFirstEventOfTheConfigurationOrOneOfItsOwn) {
    const outreach::Event own = demonstration_event({});
    EXPECT_FALSE(own.id.empty());
    EXPECT_FALSE(own.name.empty());
    EXPECT_EQ(own.day, "") << "whatever the clock says";
    outreach::Event planned;
    planned.id = "fair";
    EXPECT_EQ(demonstration_event({planned, own}).id, "fair");
}

}  // namespace
}  // namespace xy::kiosk
