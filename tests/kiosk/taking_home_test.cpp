// From a command of the panel to files on the stick: the report of a period, and what may happen to it.
#include <chrono>
#include <csignal>
#include <fstream>
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/mount.h>
#include <sys/stat.h>

#include "figures/report_scope.h"
#include "kiosk/effect_runner.h"
#include "report/report_file.h"
#include "shipped.h"
#include "support/folder.h"

namespace xy::kiosk {
namespace {

using namespace tests;
namespace fs = std::filesystem;
using screens::CarryEnded;
using screens::CarryFault;
using testing::UnorderedElementsAreArray;

constexpr const char* name = "禁毒宣传报告-2026年上半年-2026-07-02";

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        names.push_back(entry.path().filename().string());
    return names;
}

/// What every report consists of, in the language.
std::vector<std::string> all_forms(Language language) {
    std::vector<std::string> names;
    for (const report::ReportFile& file : report::report_forms) names.emplace_back(file.name(language));
    return names;
}

class TakingHome : public testing::Test {
 protected:
    TakingHome() { fs::create_directories(stick()); }

    fs::path data() const { return folder_.path() / "data"; }
    fs::path stick() const { return folder_.path() / "sticks" / "STICK"; }
    fs::path own() const { return folder_.path() / "文档" / "reports"; }

    /// Completed visits on a day: one answer each, every second one right.
    void visits(int count, const std::string& day) const {
        store::Store store = store::Store::open(data());
        const bank::Configuration& configuration = shipped_configuration();
        store.put_items(configuration.banks);
        store.plan_event(*shipped_setup().event);
        const quiz::Item& item = configuration.banks.front().items.front();
        store.in_one_transaction([&] {
            for (int i = 0; i < count; ++i) {
                store::SessionRow visit;
                visit.start.id = new_random_id();
                visit.start.event = shipped_setup().event->id;
                visit.start.hour = {day, 9};
                visit.outcome = quiz::Outcome::completed;
                store.put_session(visit);
                quiz::Answer answer;
                answer.bank = item.bank;
                answer.item = item.id;
                answer.item_version = item.version;
                const bool right = i % 2 == 0;
                answer.chosen = right ? item.key() : item.key() == 1U ? 2U : 1U;
                answer.correct = right;
                answer.time = Milliseconds(9'000);
                store.add(visit.start.id, answer);
            }
        });
    }

    screens::CarryReport command(const fs::path& place) const {
        return {.place = place.string(),
                .name = name,
                .period = outreach::parse_period("2026H1"),
                .internal = false,
                .language = Language::zh,
                .made_on = "2026-07-02"};
    }

    EffectRunner running() const {
        return {std::make_unique<Recorder>(data(), [] {}),
                data(),
                shipped_configuration(),
                shipped_configuration().banks,
                {folder_.path() / "sticks", own()},
                [] {}};
    }

    /// Runs the command to its end; `moved` sees how far it is and may act on the runner.
    CarryEnded ended(const screens::PanelCommand& wanted,
                     const std::function<void(EffectRunner&, double)>& moved = {}) const {
        EffectRunner runner = running();
        runner.run({wanted});
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (std::chrono::steady_clock::now() < end) {
            for (const screens::Action& action : runner.take_actions()) {
                const auto* event = std::get_if<screens::PanelEvent>(&action);
                if (event == nullptr) continue;
                if (const auto* outcome = std::get_if<CarryEnded>(event)) return *outcome;
                if (const auto* share = std::get_if<screens::CarryMoved>(event); share != nullptr && moved)
                    moved(runner, share->share);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        ADD_FAILURE() << "it does not end";
        return {};
    }

    /// Nothing stands on the stick, and nothing is left behind on the own disk.
    void expect_nothing() const {
        EXPECT_TRUE(names_in(stick()).empty()) << testing::PrintToString(names_in(stick()));
        EXPECT_FALSE(fs::exists(data() / "outbox-report"));
    }

    TemporaryFolder folder_;
};

TEST_F(TakingHome, TheReportStandsOnTheStickInEveryForm) {
    visits(40, "2026-06-26");
    const CarryEnded outcome = ended(command(stick()));
    EXPECT_EQ(outcome.why, "");
    EXPECT_EQ(outcome.folder, (stick() / name).string());
    EXPECT_THAT(outcome.files, UnorderedElementsAreArray(all_forms(Language::zh)));
    EXPECT_FALSE(outcome.nothing_took_place);
    auto expected = all_forms(Language::zh);
    expected.emplace_back("SHA256SUMS");
    EXPECT_THAT(names_in(stick() / name), UnorderedElementsAreArray(expected));
    for (const std::string& file : outcome.files)
        EXPECT_GT(fs::file_size(stick() / name / file), 100U) << file;
    const std::string html = bytes_of(stick() / name / "报告.html");
    EXPECT_THAT(html, testing::HasSubstr("2026 年上半年"));
    EXPECT_THAT(html, testing::HasSubstr("40"));
    EXPECT_FALSE(fs::exists(data() / "outbox-report"));
}

TEST_F(TakingHome, ASecondReportReplacesNothing) {
    visits(3, "2026-06-26");
    ASSERT_EQ(ended(command(stick())).why, "");
    EXPECT_EQ(ended(command(stick())).folder, (stick() / name).string() + "-2");
}

TEST_F(TakingHome, OnlyTheInternalOneShowsSmallNumbersAndItSaysSo) {
    visits(3, "2026-06-26");
    auto wanted = command(stick());
    const std::string open = bytes_of(fs::path(ended(wanted).folder) / "报告.html");
    wanted.internal = true;
    const std::string internal = bytes_of(fs::path(ended(wanted).folder) / "报告.html");
    EXPECT_THAT(open, testing::HasSubstr("※"));
    EXPECT_THAT(internal, testing::HasSubstr("内部"));
    EXPECT_THAT(open, testing::Not(testing::HasSubstr("class=\"internal\"")));
    EXPECT_NE(open, internal);
}

TEST_F(TakingHome, AnEnglishPanelWritesEnglishFiles) {
    visits(3, "2026-06-26");
    auto wanted = command(stick());
    wanted.language = Language::en;
    wanted.name = "outreach-report";
    EXPECT_THAT(ended(wanted).files, UnorderedElementsAreArray(all_forms(Language::en)));
    EXPECT_THAT(bytes_of(stick() / "outreach-report" / "report.html"),
                testing::HasSubstr("First half of 2026"));
}

TEST_F(TakingHome, APeriodInWhichNothingTookPlaceIsReportedAndSaidSo) {
    visits(3, "2025-03-01");
    const CarryEnded outcome = ended(command(stick()));
    EXPECT_EQ(outcome.why, "");
    EXPECT_TRUE(outcome.nothing_took_place);
    EXPECT_THAT(outcome.files, UnorderedElementsAreArray(all_forms(Language::zh)));
    auto everything = command(stick());
    everything.period.reset();
    EXPECT_FALSE(ended(everything).nothing_took_place);
}

TEST_F(TakingHome, WithoutAStickTheOwnFolderIsMade) {
    visits(3, "2026-06-26");
    EXPECT_EQ(ended(command(own())).folder, (own() / name).string());
    EXPECT_TRUE(fs::exists(own() / name / "SHA256SUMS"));
}

TEST_F(TakingHome, APulledStickIsSaidSoAndNoFolderTakesItsPlace) {
    visits(3, "2026-06-26");
    const CarryEnded outcome =
        ended(command(stick()), [&](EffectRunner&, double) { fs::remove_all(stick()); });
    EXPECT_EQ(outcome.fault, CarryFault::gone);
    EXPECT_FALSE(fs::exists(stick()));
    EXPECT_FALSE(fs::exists(own())) << "made only when it is used";
    EXPECT_FALSE(fs::exists(data() / "outbox-report"));
}

/// A small file system of its own on the place of the stick, where the system lets us make one.
class SmallStick {
 public:
    SmallStick(fs::path point, const std::string& size) : point_(std::move(point)) {
        mounted_ = ::mount("stick", point_.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
    }
    ~SmallStick() {
        if (mounted_) ::umount2(point_.c_str(), MNT_DETACH);
    }
    SmallStick(const SmallStick&) = delete;
    SmallStick& operator=(const SmallStick&) = delete;
    bool mounted() const { return mounted_; }

 private:
    fs::path point_;
    bool mounted_;
};

TEST_F(TakingHome, AFullStickIsSaidSo) {
    visits(3, "2026-06-26");
    const SmallStick small(stick(), "16k");
    if (!small.mounted()) GTEST_SKIP() << "mounting needs privileges";
    EXPECT_EQ(ended(command(stick())).fault, CarryFault::no_room);
    expect_nothing();
}

TEST_F(TakingHome, AReadOnlyStickIsSaidSo) {
    visits(3, "2026-06-26");
    const SmallStick small(stick(), "2000k");
    if (!small.mounted()) GTEST_SKIP() << "mounting needs privileges";
    ASSERT_EQ(::mount(nullptr, stick().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
    EXPECT_EQ(ended(command(stick())).fault, CarryFault::read_only);
    expect_nothing();
}

TEST_F(TakingHome, StoppedWhereverItIsNothingStandsThere) {
    visits(2'500, "2026-06-26");
    int stopped = 0;
    for (const double at : {0.0, 0.3, 0.8, 0.86}) {
        const CarryEnded outcome = ended(command(stick()), [&](EffectRunner& runner, double share) {
            if (share >= at) runner.run({screens::PanelCommand{screens::StopCarry{}}});
        });
        // A stop that comes when all is done changes nothing.
        if (outcome.why.empty()) {
            fs::remove_all(outcome.folder);
            continue;
        }
        EXPECT_EQ(outcome.fault, CarryFault::stopped) << at << ": " << outcome.why;
        expect_nothing();
        ++stopped;
    }
    EXPECT_GT(stopped, 0);
}

TEST_F(TakingHome, StoppedBeforeItBeganItEndsAtOnce) {
    visits(1, "2026-06-26");
    EffectRunner runner = running();
    runner.run({screens::PanelCommand{command(stick())}, screens::PanelCommand{screens::StopCarry{}}});
    std::optional<CarryEnded> outcome;
    while (!outcome) {
        for (const screens::Action& action : runner.take_actions())
            if (const auto* event = std::get_if<screens::PanelEvent>(&action))
                if (const auto* end = std::get_if<CarryEnded>(event)) outcome = *end;
        std::this_thread::yield();
    }
    EXPECT_EQ(outcome->fault, CarryFault::stopped);
    expect_nothing();
}

TEST_F(TakingHome, AfterAStopNothingMoreIsDone) {
    visits(2'500, "2026-06-26");
    store::Store store = store::Store::open(data());
    const fs::path folder = data() / "outbox-report";
    // Asked at least before each file and at the end.
    for (int allowed = 0; allowed <= static_cast<int>(report::report_forms.size()); ++allowed) {
        int asked = 0;
        const auto progress = [&](double) { return ++asked <= allowed; };
        EXPECT_THROW(write_report(store, folder, shipped_configuration(), command(stick()), progress),
                     Stopped);
        EXPECT_EQ(asked, allowed + 1) << "goes on after it was stopped";
        EXPECT_FALSE(fs::exists(folder));
    }
}

TEST_F(TakingHome, LeftOversOfACrashAreNotCarriedAlong) {
    visits(3, "2026-06-26");
    fs::create_directories(data() / "outbox-report");
    std::ofstream(data() / "outbox-report" / "old.html") << "half";
    EXPECT_THAT(ended(command(stick())).files, UnorderedElementsAreArray(all_forms(Language::zh)));
}

TEST_F(TakingHome, AStoreThatCannotBeOpenedEndsTheWork) {
    fs::create_directories(folder_.path());
    std::ofstream(data()) << "a file where the folder should be";
    const CarryEnded outcome = ended(command(stick()));
    EXPECT_EQ(outcome.fault, CarryFault::other);
    EXPECT_NE(outcome.why, "");
}

}  // namespace
}  // namespace xy::kiosk
