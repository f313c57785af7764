#include "outreach/personal_data.h"

#include <gtest/gtest.h>

namespace xy::outreach {
namespace {

TEST(PersonalNumber, IdCardsAreSeenHoweverTheyAreWritten) {
    for (const char* note : {"450103199003074578", "证号45010319900307457X。", "4501 0319 9003 0745 78",
                             "４５０１０３１９９００３０７４５７８", "450103900307457"})
        EXPECT_EQ(personal_number_in(note), PersonalNumber::id_card) << note;
}

TEST(PersonalNumber, MobileNumbersAreSeenHoweverTheyAreWritten) {
    for (const char* note : {"联系13812345678", "138-1234-5678", "138 1234 5678", "１３８１２３４５６７８"})
        EXPECT_EQ(personal_number_in(note), PersonalNumber::mobile) << note;
}

TEST(PersonalNumber, OtherLongNumbersAreSeen) {
    EXPECT_EQ(personal_number_in("QQ 123456789"), PersonalNumber::long_number);
    EXPECT_EQ(personal_number_in("6222021234567890123"), PersonalNumber::long_number);
}

TEST(PersonalNumber, OrdinaryNotesPass) {
    for (const char* note : {"", "发放 300 份，上午 9:30", "2026-06-26 10:30 开始", "拨打12355",
                             "展板 8 块、横幅 2 条", "共 1200000 份"})
        EXPECT_EQ(personal_number_in(note), std::nullopt) << note;
}

}  // namespace
}  // namespace xy::outreach
