#include "base/day.h"

#include <gtest/gtest.h>

namespace xy {
namespace {

TEST(Day, IsStoredInOneForm) {
    for (const char* day : {"2026-06-26", "2024-02-29", "0001-01-01"}) EXPECT_TRUE(is_day(day)) << day;
    for (const char* day : {"2026-02-29", "2026-00-10", "2026-10-00", "2026-13-01", "2026-6-26", "2026/06/26",
                            "20260626", "", "2026-06-2x", "-026-06-26", "2026-06-261", "0000-01-01"})
        EXPECT_FALSE(is_day(day)) << day;
}

TEST(Day, IsUnderstoodAsPeopleAndExcelWriteIt) {
    for (const char* written :
         {"2026-06-26", "2026-6-26", "2026/6/26", "2026/06/26", "2026.6.26", "2026年6月26日", "2026年6月26号",
          "2026 年 6 月 26 日", " 2026/6/26 ", "２０２６／６／２６", "２０２６年６月２６日", "2026．06．26"})
        EXPECT_EQ(day_as_written(written, "2026-03-01"), "2026-06-26") << written;
}

TEST(Day, WithoutAYearIsTheOneNearestToToday) {
    EXPECT_EQ(day_as_written("6月26日", "2026-03-01"), "2026-06-26");
    EXPECT_EQ(day_as_written("6 月 26 日", "2026-11-29"), "2026-06-26");
    EXPECT_EQ(day_as_written("1月5日", "2026-12-20"), "2027-01-05");
    EXPECT_EQ(day_as_written("12月31日", "2027-01-02"), "2026-12-31");
    EXPECT_EQ(day_as_written("2月29日", "2027-12-01"), "2028-02-29");
    EXPECT_EQ(day_as_written("2月29日", "2026-03-01"), std::nullopt) << "no year near has it";
}

TEST(Day, ThatDoesNotExistOrCouldMeanTwoIsNone) {
    for (const char* written : {"2026/2/30",
                                "2026/13/1",
                                "6/26",
                                "6/26/2026",
                                "26-6-26",
                                "26/6/2026",
                                "2026/6-26",
                                "2026-06",
                                "2026",
                                "20260626",
                                "",
                                "  ",
                                "明天",
                                "2026/6/26 10:00",
                                "2026/6/26/1",
                                "1026/6/26",
                                "2026/006/26",
                                "\xCA\xAF",
                                "2026年6月26日起",
                                "6月",
                                "-6月26日"})
        EXPECT_EQ(day_as_written(written, "2026-03-01"), std::nullopt) << written;
    EXPECT_EQ(day_as_written("6月26日", ""), std::nullopt) << "today is not known";
}

TEST(Day, DistancesAreInDays) {
    EXPECT_EQ(days_between("2026-02-28", "2026-03-01"), 1);
    EXPECT_EQ(days_between("2026-03-01", "2024-03-01"), -730);
}

}  // namespace
}  // namespace xy
