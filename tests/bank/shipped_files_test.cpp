// What the project ships loads without a single mistake or remark.
#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "bank/bank_file.h"
#include "bank/configuration.h"
#include "json/folder.h"
#include "support/texts.h"

namespace xy::bank {
namespace {

const std::filesystem::path source = XY_SOURCE_DIR;

TEST(ShippedFiles, EveryBankIsClean) {
    const auto files = json::files_in(source / "questions");
    ASSERT_GE(files.size(), 2U);
    for (const auto& file : files) {
        const auto bank = load_bank(file);
        EXPECT_TRUE(bank.value) << file;
        EXPECT_TRUE(bank.problems.empty()) << printed(bank.problems);
    }
}

/// What the project promises of its packs.
TEST(ShippedFiles, ThePacksHaveTheirItemsTopicsFormsAndCards) {
    std::size_t items = 0;
    std::size_t situations = 0;
    std::size_t with_picture = 0;
    for (const char* name : {"primary", "junior", "senior", "college", "family", "cadre"}) {
        const auto bank = load_bank(source / "questions" / (std::string(name) + ".json"));
        ASSERT_TRUE(bank.value) << name;
        std::map<std::string, std::set<int>> difficulties;
        std::map<std::string, int> forms;
        std::set<std::string> carded;
        for (const quiz::Item& item : bank.value->items) {
            ++items;
            situations += item.kind == quiz::Kind::situation ? 1 : 0;
            const bool drawn =
                std::any_of(item.options.begin(), item.options.end(),
                            [](const quiz::Option& option) { return option.picture.has_value(); });
            with_picture += item.picture || drawn ? 1 : 0;
            EXPECT_EQ(item.audiences, std::vector<std::string>{name}) << item.id;
            if (item.form.empty())
                difficulties[item.topic].insert(item.difficulty);
            else
                ++forms[item.form];
        }
        for (const quiz::Card& card : bank.value->cards) carded.insert(card.topic);
        EXPECT_EQ(difficulties.size(), 8U) << name;
        for (const auto& [topic, three] : difficulties) EXPECT_EQ(three.size(), 3U) << name << " " << topic;
        EXPECT_EQ(forms, (std::map<std::string, int>{{"A", 5}, {"B", 5}})) << name;
        EXPECT_EQ(carded.size(), 8U) << name;
    }
    EXPECT_GE(items, 260U);
    EXPECT_GE(10 * situations, 4 * items);
    EXPECT_GE(with_picture, 30U);
}

TEST(ShippedFiles, TheConfigurationIsCleanAndNoInventedEventIsOpen) {
    const auto loaded = load_configuration(source / "kiosk-config", source / "questions", "2026-06-26");
    ASSERT_TRUE(loaded.value) << printed(loaded.problems);
    EXPECT_TRUE(loaded.problems.empty()) << printed(loaded.problems);
    EXPECT_EQ(loaded.value->open_event(), nullptr);
}

}  // namespace
}  // namespace xy::bank
