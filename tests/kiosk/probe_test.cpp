// The probe: one line of JSON for tests from outside, always whole.
#include "kiosk/probe.h"

#include <atomic>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "fake_pictures.h"
#include "gui/painter.h"
#include "shipped.h"
#include "support/folder.h"

namespace xy::kiosk {
namespace {

using namespace tests;
using nlohmann::json;

widgets::Frame small_frame(const std::string& screen = "question") {
    widgets::Frame frame;
    frame.screen = screen;
    frame.item = "junior/dare";
    frame.widgets = {{"question.option.1", {10.4F, 20.6F, 300, 96}, true, screens::Pick{0}},
                     {"question.confirm", {10, 200, 300, 96}, false, screens::Tap::confirm}};
    return frame;
}

TEST(Probe, SaysTheScreenTheItemAndTheWidgets) {
    const TemporaryFolder folder;
    Probe(folder.path() / "probe").show(small_frame());
    EXPECT_EQ(bytes_of(folder.path() / "probe"),
              R"({"screen":"question","item":"junior/dare","widgets":[)"
              R"({"id":"question.option.1","x":10,"y":21,"w":300,"h":96,"enabled":true},)"
              R"({"id":"question.confirm","x":10,"y":200,"w":300,"h":96,"enabled":false}]})"
              "\n");
}

TEST(Probe, IsOffUnlessAskedFor) {
    const TemporaryFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    Probe({}).show(small_frame());
    std::filesystem::current_path(before);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Probe, WritesOnlyWhenWhatIsShownChanges) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "probe";
    Probe probe(file);
    probe.show(small_frame());
    std::filesystem::remove(file);
    probe.show(small_frame());
    EXPECT_FALSE(std::filesystem::exists(file));
    probe.show(small_frame("feedback"));
    EXPECT_TRUE(std::filesystem::exists(file));
}

TEST(Probe, IsNeverSeenHalfWritten) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "probe";
    Probe probe(file);
    probe.show(small_frame());
    std::atomic<bool> done = false;
    std::thread reader([&] {
        while (!done) {
            const std::string text = bytes_of(file);
            EXPECT_TRUE(json::accept(text) && text.ends_with('\n')) << text;
        }
    });
    for (int i = 0; i < 2'000; ++i)
        probe.show(small_frame(i % 2 == 0 ? "feedback" : std::string(3'000, 'x')));
    done = true;
    reader.join();
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1)
        << "nothing is left beside it";
}

/// All words in a JSON value that are keys of an object.
void keys_of(const json& value, std::set<std::string>& keys) {
    for (const auto& [key, inner] : value.items()) {
        if (value.is_object()) keys.insert(key);
        if (inner.is_structured()) keys_of(inner, keys);
    }
}

/// What the probe says of an item whose right options are these.
std::string line_with_key(quiz::Item item, quiz::OptionSet key) {
    static FakePictures pictures;
    static gui::Painter painter(fonts(), pictures);
    screens::QuestionState question;
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        item.options[i].correct = ((key >> i) & 1U) != 0;
        question.page.order.push_back(i);
    }
    question.page.item = std::make_shared<const quiz::Item>(std::move(item));
    screens::KioskState state;
    state.screen = question;
    const TemporaryFolder folder;
    Probe(folder.path() / "probe")
        .show(painter.draw(state, shipped_setup(),
                           {.width = 1280, .height = 720, .motion = false, .touching = {}}));
    return bytes_of(folder.path() / "probe");
}

TEST(Probe, NeverTellsTheKeyOfAnItem) {
    for (const quiz::Item& item : shipped_items()) {
        const std::string line = line_with_key(item, item.key());
        EXPECT_EQ(line, line_with_key(item, ~item.key())) << item.id;
        std::set<std::string> keys;
        keys_of(json::parse(line), keys);
        EXPECT_EQ(keys,
                  (std::set<std::string>{"screen", "item", "widgets", "id", "x", "y", "w", "h", "enabled"}));
    }
}

TEST(ProbeLine, IsOneLineWithRoundedPixels) {
    widgets::Frame frame;
    frame.screen = "question";
    frame.item = "law-0";
    frame.widgets.push_back(
        {.id = "question.skip", .area = {10.4F, 20.5F, 99.9F, 48.0F}, .enabled = false, .action = {}});
    EXPECT_EQ(
        probe_line(frame),
        R"({"screen":"question","item":"law-0","widgets":[{"id":"question.skip","x":10,"y":21,"w":100,"h":48,"enabled":false}]})");
    widgets::Frame attract;
    attract.screen = "attract";
    EXPECT_EQ(probe_line(attract), R"({"screen":"attract","item":"","widgets":[]})");
}

}  // namespace
}  // namespace xy::kiosk
