#include "access/recovery_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xy::access {
namespace {

TEST(RecoveryCode, IsLongNewAndReadable) {
    const std::string code = new_recovery_code();
    EXPECT_EQ(code.size(), 16U);
    EXPECT_NE(code, new_recovery_code());
    EXPECT_EQ(in_groups("7KQ2M0XVABCD1234"), "7KQ2-M0XV-ABCD-1234");
    EXPECT_EQ(in_groups("7KQ2M"), "7KQ2-M");
}

TEST(RecoveryCode, IsTakenHoweverItIsTyped) {
    EXPECT_EQ(parse_recovery_code("7kq2-m0xv abcd-1234"), "7KQ2M0XVABCD1234");
    EXPECT_EQ(parse_recovery_code("7KQ2-MOXV-ABCD-I234"), "7KQ2M0XVABCD1234") << "O is 0, I is 1";
    EXPECT_EQ(parse_recovery_code(in_groups("7KQ2M0XVABCD1234")), "7KQ2M0XVABCD1234");
    for (const char* text : {"", "7KQ2-M0XV-ABCD-123", "7KQ2-M0XV-ABCD-12345", "7KQ2-M0XV-ABCD-123U", "密码"})
        EXPECT_FALSE(parse_recovery_code(text)) << text;
}

TEST(RecoveryCode, IsFoundInAFile) {
    using testing::ElementsAre;
    EXPECT_THAT(recovery_codes_in("Xiangyang 向阳\r\n7kq2-m0xv-abcd-1234\r\n"),
                ElementsAre("7KQ2M0XVABCD1234"));
    EXPECT_THAT(recovery_codes_in("7KQ2M0XVABCD1234"), ElementsAre("7KQ2M0XVABCD1234"));
    for (const char* text : {"", "\n\n", "nothing\nhere"})
        EXPECT_THAT(recovery_codes_in(text), testing::IsEmpty());
}

TEST(RecoveryCode, OneStickIsTheKeyOfManyDevices) {
    std::string text = with_code("", "7KQ2M0XVABCD1234", "01 号");
    text = with_code(text, "ZZZZM0XVABCD1234", "02 号");
    EXPECT_EQ(text, "7KQ2-M0XV-ABCD-1234  # 01 号\nZZZZ-M0XV-ABCD-1234  # 02 号\n");
    EXPECT_EQ(with_code(text, "7KQ2M0XVABCD1234", "01 号"), text) << "once is enough";
    EXPECT_THAT(recovery_codes_in(text), testing::ElementsAre("ZZZZM0XVABCD1234", "7KQ2M0XVABCD1234"));
    EXPECT_EQ(with_code("somebody's", "7KQ2M0XVABCD1234", "01"), "somebody's\n7KQ2-M0XV-ABCD-1234  # 01\n");
}

/// A stick of a district, the key of more devices than can be tried.
TEST(RecoveryCode, TheNewestOfTheDeviceItselfIsTriedFirst) {
    std::string text;
    for (int device = 1; device <= 60; ++device)
        for (const std::string round : {"A", "B"}) {
            const std::string number = std::to_string(100 + device);
            text = with_code(text, "7KQ2M0XV" + number + round + "ZZZZ", "0" + number + " 号");
        }
    const auto codes = recovery_codes_in(text, "0107 号");
    ASSERT_EQ(codes.size(), most_codes);
    EXPECT_EQ(codes[0], "7KQ2M0XV107BZZZZ");
    EXPECT_EQ(codes[1], "7KQ2M0XV107AZZZZ");
    EXPECT_EQ(codes[2], "7KQ2M0XV160BZZZZ") << "then those of others, which it may have been called before";
}

}  // namespace
}  // namespace xy::access
