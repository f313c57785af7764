// Files that are damaged, or made to do harm. None may crash the kiosk, hang it, or pass for good.
#include <ctime>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bank/bank_file.h"
#include "base/random.h"
#include "json/file_text.h"
#include "support/folder.h"
#include "support/good_bank.h"
#include "support/texts.h"

namespace xy::bank {
namespace {

using testing::HasSubstr;

class HostileFile : public testing::Test {
 protected:
    HostileFile() {
        folder_.write("pictures/a.svg", small_svg);
        folder_.write("pictures/c.png", small_png());
    }

    Checked<quiz::Bank> load(std::string_view text) {
        const std::clock_t start = std::clock();
        auto bank = load_bank(folder_.write("small.json", text));
        took_s_ = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        return bank;
    }

    TemporaryFolder folder_;
    double took_s_ = 0;  ///< of the processor: other programs do not count
};

TEST_F(HostileFile, AHundredThousandLevelsAreRefusedAtOnce) {
    for (const std::string& bomb :
         {std::string(100'000, '['), std::string(100'000, '[') + std::string(100'000, ']')}) {
        const auto bank = load(bomb);
        EXPECT_FALSE(bank.value);
        EXPECT_THAT(printed(bank.problems), HasSubstr("nested more than 32 levels deep"));
        EXPECT_LT(took_s_, 1);
    }
}

TEST_F(HostileFile, AHundredThousandObjectsInEachOtherAreRefusedAtOnce) {
    std::string bomb;
    for (int i = 0; i < 100'000; ++i) bomb += "{\"a\":";
    const auto bank = load(bomb);
    EXPECT_THAT(printed(bank.problems), HasSubstr("nested more than 32 levels deep"));
    EXPECT_LT(took_s_, 1);
}

TEST_F(HostileFile, NineMegabytesAreRefusedUnread) {
    const auto file = folder_.write("small.json", "{");
    std::filesystem::resize_file(file, 9U * 1024 * 1024);
    const std::clock_t start = std::clock();
    const auto bank = load_bank(file);
    EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 0.1);
    EXPECT_THAT(printed(bank.problems), HasSubstr("larger than 8 MB; split it into several files"));
}

TEST_F(HostileFile, ExactlyEightMegabytesAreStillRead) {
    const auto file =
        folder_.write("small.json", good_bank + std::string(json::max_file_bytes - good_bank.size(), ' '));
    EXPECT_TRUE(load_bank(file).value);
    std::ofstream(file, std::ios::app) << ' ';
    EXPECT_FALSE(load_bank(file).value);
}

TEST_F(HostileFile, ABankCutOffAnywhereIsReported) {
    const std::size_t end = good_bank.rfind('}');
    for (std::size_t length = 0; length <= end; ++length) {
        const auto bank = load(std::string_view(good_bank).substr(0, length));
        ASSERT_FALSE(bank.value) << "after " << length << " bytes";
        ASSERT_TRUE(has_mistakes(bank.problems)) << "after " << length << " bytes";
    }
}

TEST_F(HostileFile, RandomlyChangedBanksNeverCrashAndNeverFailSilently) {
    Random random(20260626);
    for (int round = 0; round < 4000; ++round) {
        std::string text = good_bank;
        for (std::uint64_t flips = 1 + random.below(3); flips > 0; --flips)
            text[random.below(text.size())] = static_cast<char>(random.below(256));
        const auto bank = load(text);
        ASSERT_EQ(bank.value.has_value(), !has_mistakes(bank.problems)) << text;
    }
}

TEST_F(HostileFile, RandomlyShuffledPiecesNeverCrash) {
    Random random(7);
    for (int round = 0; round < 1000; ++round) {
        const std::size_t from = random.below(good_bank.size());
        const std::size_t length = random.below(good_bank.size() - from);
        const std::size_t to = random.below(good_bank.size());
        const auto bank =
            load(good_bank.substr(0, to) + good_bank.substr(from, length) + good_bank.substr(to));
        ASSERT_EQ(bank.value.has_value(), !has_mistakes(bank.problems));
    }
}

TEST_F(HostileFile, ATextInAnotherEncodingIsNamedWithItsLine) {
    const auto bank = load(changed(good_bank, "甲", "\xBC\xD7"));  // 甲 in GB18030
    ASSERT_EQ(bank.problems.size(), 1U);
    EXPECT_EQ(bank.problems[0].line, line_of(good_bank, "甲"));
    EXPECT_THAT(bank.problems[0].what, HasSubstr("not UTF-8 text"));
    EXPECT_EQ(bank.problems[0].advice, "save the file as UTF-8 in your editor");
}

TEST_F(HostileFile, InvalidFormsOfUtf8AreRefused) {
    for (const char* form : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                             "\xF0\x80\x80\xAF", "\xFF", "\x80", "\xE5\x90"})
        EXPECT_THAT(printed(load(changed(good_bank, "甲", form)).problems), HasSubstr("not UTF-8")) << form;
}

TEST_F(HostileFile, Utf16IsNamed) {
    EXPECT_THAT(printed(load(std::string("\xFF\xFE{\0}\0", 6)).problems),
                HasSubstr("not UTF-8 text but UTF-16"));
}

TEST_F(HostileFile, ManyMistakesAreCutOffWithTheirNumber) {
    std::string topics;
    for (int i = 0; i < 5000; ++i) topics += "7,\n";
    const auto bank = load(
        "{ \"id\": \"small\", \"title\": { \"zh\": \"题\", \"en\": \"T\" }, \"items\": [1], \"topics\": [" +
        topics + "8] }");
    EXPECT_FALSE(bank.value);
    EXPECT_LE(bank.problems.size(), 1001U);
    EXPECT_THAT(to_string(bank.problems.back()), HasSubstr("5002 mistakes in all"));
}

TEST_F(HostileFile, AMistakeIsNotLostBehindAThousandRemarks) {
    std::string topics;
    for (int i = 0; i < 3000; ++i)
        topics += "{ \"id\": \"t" + std::to_string(i) + "\", \"title\": { \"zh\": \"题\" } },\n";
    const auto bank =
        load("{ \"id\": \"small\", \"title\": { \"zh\": \"题\", \"en\": \"T\" }, \"topics\": [" + topics +
             "{ \"id\": \"last\", \"title\": { \"zh\": \"题\" } }], \"items\": [] }");
    EXPECT_FALSE(bank.value);
    EXPECT_TRUE(has_mistakes(bank.problems));
}

TEST_F(HostileFile, AVeryLongUnknownKeyIsCutInTheMessage) {
    const auto bank = load("{\"" + std::string(2'000'000, 'x') + "\": 1}");
    EXPECT_LT(took_s_, 2);
    for (const Problem& problem : bank.problems) EXPECT_LT(to_string(problem).size(), 400U);
}

TEST_F(HostileFile, APipeIsNotWaitedFor) {
    const auto pipe = folder_.path() / "small.json";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_THAT(printed(load_bank(pipe).problems), HasSubstr("is not a file"));
}

TEST_F(HostileFile, AFileWithoutPermissionIsSaidSo) {
    if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const auto file = folder_.write("small.json", good_bank);
    std::filesystem::permissions(file, std::filesystem::perms::none);
    EXPECT_THAT(printed(load_bank(file).problems), HasSubstr("cannot be read"));
}

}  // namespace
}  // namespace xy::bank
