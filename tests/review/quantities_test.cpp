// Numbers with units, as law items write them.
#include "review/quantities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "review/characters.h"
#include "review/law_facts.h"

namespace xy::review {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> zh(std::string_view text) {
    std::vector<std::string> all;
    for (const Quantity& quantity : quantities(text, Language::zh)) all.push_back(text_of(quantity));
    return all;
}
std::vector<std::string> en(std::string_view text) {
    std::vector<std::string> all;
    for (const Quantity& quantity : quantities(text, Language::en)) all.push_back(text_of(quantity));
    return all;
}

TEST(Quantities, AreReadInChinese) {
    EXPECT_THAT(zh("社区戒毒的期限为三年。"), ElementsAre("3 year"));
    EXPECT_THAT(zh("处十日以上十五日以下拘留，并处三千元以下罚款"),
                ElementsAre("10 day", "15 day", "3000 yuan"));
    EXPECT_THAT(zh("10–15 天；5 至 10 日"), ElementsAre("10 day", "15 day", "5 day", "10 day"));
    EXPECT_THAT(zh("不满五百株，三千株以上，2999 株"), ElementsAre("500 plant", "3000 plant", "2999 plant"));
    EXPECT_THAT(zh("一千克以上，50 克"), ElementsAre("1000 gram", "50 gram"));
    EXPECT_THAT(zh("已满十四周岁不满16岁"), ElementsAre("14 age", "16 age"));
    EXPECT_THAT(zh("六个月至一年"), ElementsAre("6 month", "1 year"));
    EXPECT_THAT(zh("3,000元、一万元、两年、12 个月"),
                ElementsAre("3000 yuan", "10000 yuan", "2 year", "1 year"));
}

TEST(Quantities, AreNotReadIntoDatesAndWords) {
    EXPECT_THAT(zh("2026 年 1 月 1 日起施行；6 月 26 日；第三年；五年级；这一天；第九条；打 110"), IsEmpty());
    EXPECT_THAT(en("On 1 January 2026, grade 5, Article 9, call 110, from 3 sides"), IsEmpty());
}

TEST(Quantities, AreReadInEnglish) {
    EXPECT_THAT(en("Community treatment lasts three years."), ElementsAre("3 year"));
    EXPECT_THAT(en("10 to 15 days, up to 3,000 yuan or ¥1,000"),
                ElementsAre("10 day", "15 day", "3000 yuan", "1000 yuan"));
    EXPECT_THAT(en("10–15 days; a 15-day stay"), ElementsAre("10 day", "15 day", "15 day"));
    EXPECT_THAT(en("under 500 poppy plants, five hundred plants"), ElementsAre("500 plant", "500 plant"));
    EXPECT_THAT(en("50 g of it, 1,000 grams"), ElementsAre("50 gram", "1000 gram"));
    EXPECT_THAT(en("from 14 to 16 one is liable; under 16; a 15-year-old; 14 years old"),
                ElementsAre("14 age", "16 age", "16 age", "15 age", "14 age"));
    EXPECT_THAT(en("six to twelve months"), ElementsAre("6 month", "1 year"));
    EXPECT_THAT(en("twenty five days"), ElementsAre("25 day"));
}

TEST(Quantities, CalendarYears) {
    EXPECT_THAT(calendar_years("2026 年施行，1987-12-07，2999 株，2000 株，¥2000"), ElementsAre(2026, 1987));
    EXPECT_THAT(calendar_years("In force since 2026; 2,000 plants"), ElementsAre(2026));
}

TEST(Quantities, Numerals) {
    EXPECT_EQ(numeral(U"一百二十"), 120);
    EXPECT_EQ(numeral(U"三百四十七"), 347);
    EXPECT_EQ(numeral(U"十五"), 15);
    EXPECT_EQ(numeral(U"三万五千"), 35000);
    EXPECT_EQ(numeral(U"一千零五"), 1005);
    EXPECT_EQ(numeral(U"12,345"), 12345);
    EXPECT_EQ(numeral(U"山"), -1);
    EXPECT_EQ(numeral(U""), -1);
    EXPECT_EQ(numeral(U"99999999999999999999999"), -1);
}

TEST(Articles, AreReadInEveryWayTheyAreWritten) {
    EXPECT_THAT(articles_in("第九条"), ElementsAre(9));
    EXPECT_THAT(articles_in("第三百五十三条、第三百五十四条"), ElementsAre(353, 354));
    EXPECT_THAT(articles_in("第33、47条"), ElementsAre(33, 47));
    EXPECT_THAT(articles_in("第九条第二款"), ElementsAre(9));
    EXPECT_THAT(articles_in("2023 年第 120 号"), IsEmpty());
}

TEST(Likeness, OfTexts) {
    EXPECT_DOUBLE_EQ(Bigrams("山水云风").likeness(Bigrams("山水，云风！")), 1);
    EXPECT_DOUBLE_EQ(Bigrams("山水云风").likeness(Bigrams("花草树木")), 0);
    EXPECT_NEAR(Bigrams("山水云风").likeness(Bigrams("山水云")), 0.8, 1e-9);
    EXPECT_DOUBLE_EQ(Bigrams("山").likeness(Bigrams("山")), 1);
    EXPECT_DOUBLE_EQ(Bigrams("").likeness(Bigrams("")), 0);
}

}  // namespace
}  // namespace xy::review
