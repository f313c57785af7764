// What the project ships loads without a single mistake or remark.
#include <gtest/gtest.h>
#include <set>

#include "content/bank_file.h"
#include "content/configuration.h"
#include "content/json_folder.h"
#include "folder.h"

namespace xy::content {
namespace {

const std::filesystem::path source = XY_SOURCE_DIR;

TEST(ShippedFiles, EveryBankIsClean) {
    const auto files = json_files(source / "questions");
    ASSERT_GE(files.size(), 2U);
    for (const auto& file : files) {
        const auto bank = load_bank(file);
        EXPECT_TRUE(bank.value) << file;
        EXPECT_TRUE(bank.problems.empty()) << printed(bank.problems);
    }
}

TEST(ShippedFiles, TheStarterBankHasEveryScoredKindAndPicturesForThreeAudiences) {
    const auto bank = load_bank(source / "questions/starter.json");
    ASSERT_TRUE(bank.value);
    EXPECT_GE(bank.value->items.size(), 40U);
    std::set<quiz::Kind> kinds;
    std::set<std::string> audiences;
    std::set<std::string> pictures;
    for (const quiz::Item& item : bank.value->items) {
        kinds.insert(item.kind);
        audiences.insert(item.audiences.begin(), item.audiences.end());
        if (item.picture) pictures.insert(item.picture->file);
    }
    EXPECT_EQ(kinds, (std::set<quiz::Kind>{quiz::Kind::single, quiz::Kind::multiple, quiz::Kind::true_false,
                                           quiz::Kind::situation}));
    EXPECT_GE(audiences.size(), 3U);
    EXPECT_GE(pictures.size(), 8U);
}

TEST(ShippedFiles, TheConfigurationIsCleanAndHasAnOpenEvent) {
    const auto loaded = load_configuration(source / "kiosk-config", source / "questions", "2026-06-26");
    ASSERT_TRUE(loaded.value) << printed(loaded.problems);
    EXPECT_TRUE(loaded.problems.empty()) << printed(loaded.problems);
    EXPECT_NE(loaded.value->open_event(), nullptr);
}

}  // namespace
}  // namespace xy::content
