// Pictures for reviewers: what does not fit is said, what fits is not.
#include "kiosk/preview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shipped.h"
#include "support/folder.h"

namespace xy::kiosk::tests {
namespace {

quiz::Bank one_item() {
    quiz::Bank bank;
    bank.id = "small";
    bank.items = {shipped_items().front()};
    return bank;
}

TEST(Preview, AShippedItemFits) {
    const TemporaryFolder folder;
    const auto faults = draw_preview(one_item(), folder.path() / "new", fonts());
    EXPECT_TRUE(faults.empty()) << faults.front().what;
    for (const char* end : {"-zh-question.png", "-zh-feedback.png", "-en-question.png", "-en-feedback.png"})
        EXPECT_TRUE(std::filesystem::exists(folder.path() / "new" / (one_item().items[0].id + end))) << end;
}

TEST(Preview, SaysWhatDoesNotFitAndWhatCannotBeDrawn) {
    const TemporaryFolder folder;
    quiz::Bank bank = one_item();
    for (int i = 0; i < 60; ++i) bank.items[0].explanation.zh += "这一段太长了，屏幕上放不下。";
    bank.items[0].stem.en = "What is \u0e01?";
    const auto faults = draw_preview(bank, folder.path(), fonts());
    const auto says = [&](const std::string& language, const std::string& part) {
        return std::any_of(faults.begin(), faults.end(), [&](const PreviewProblem& fault) {
            return fault.item == bank.items[0].id && fault.language == language &&
                   fault.what.find(part) != std::string::npos;
        });
    };
    EXPECT_TRUE(says("zh", "does not fit on the feedback screen"));
    EXPECT_TRUE(says("en", "lacks a character"));
    EXPECT_FALSE(says("en", "does not fit"));
}

TEST(Preview, AFolderThatCannotBeWrittenIsSaidSo) {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / (one_item().items[0].id + "-zh-question.png"));
    EXPECT_THROW(draw_preview(one_item(), folder.path(), fonts()), std::runtime_error);
}

}  // namespace
}  // namespace xy::kiosk::tests
