// The panel asks what the strict rules say about the banks that are loaded.
#include <chrono>
#include <gtest/gtest.h>
#include <thread>

#include "kiosk/effect_runner.h"
#include "shipped.h"
#include "support/folder.h"

namespace xy::kiosk {
namespace {

using namespace tests;

std::optional<int> remarks_on(const bank::Configuration& configuration) {
    const TemporaryFolder folder;
    EffectRunner runner(std::make_unique<Recorder>(folder.path() / "data", [] {}), folder.path() / "data",
                        configuration, configuration.banks, {folder.path(), folder.path()}, [] {});
    runner.run({screens::PanelCommand(screens::ReviewBanks{"2026-11-28"})});
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (std::chrono::steady_clock::now() < end) {
        for (const screens::Action& action : runner.take_actions())
            if (const auto* event = std::get_if<screens::PanelEvent>(&action))
                if (const auto* reviewed = std::get_if<screens::BanksReviewed>(event))
                    return reviewed->remarks;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return std::nullopt;
}

TEST(BankReview, FindsNothingInTheShippedBanks) {
    EXPECT_EQ(remarks_on(shipped_configuration()), 0);
}

TEST(BankReview, CountsEveryRemark) {
    bank::Configuration configuration = shipped_configuration();
    configuration.banks.front().items.front().explanation.zh = "吸一次就会上瘾。";
    EXPECT_EQ(remarks_on(configuration), 1);
    configuration.banks.back().items.front().stem.zh = "邻居是个瘾君子。";
    EXPECT_EQ(remarks_on(configuration), 2);
}

}  // namespace
}  // namespace xy::kiosk
