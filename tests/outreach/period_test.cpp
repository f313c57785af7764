#include "outreach/period.h"

#include <gtest/gtest.h>

namespace xy::outreach {
namespace {

std::string days_of(std::string_view text) {
    const auto period = parse_period(text);
    return period ? period->from + ".." + period->to : "refused";
}

TEST(Period, EveryFormMeansWholeDays) {
    EXPECT_EQ(days_of("2026"), "2026-01-01..2026-12-31");
    EXPECT_EQ(days_of("2026H1"), "2026-01-01..2026-06-30");
    EXPECT_EQ(days_of("2026h2"), "2026-07-01..2026-12-31");
    EXPECT_EQ(days_of("2026Q1"), "2026-01-01..2026-03-31");
    EXPECT_EQ(days_of("2026Q4"), "2026-10-01..2026-12-31");
    EXPECT_EQ(days_of("2024-02"), "2024-02-01..2024-02-29");
    EXPECT_EQ(days_of("2026-06-01..2026-06-26"), "2026-06-01..2026-06-26");
}

TEST(Period, WhatNoCalendarHasIsRefused) {
    for (const char* text :
         {"", "26", "2026H3", "2026Q0", "2026Q5", "2026-13", "2026-00", "2026-6", "2026-02-30..2026-03-01",
          "2026-06-02..2026-06-01", "2026-06-01..", "..", "last year", "-026", "2026H1 "})
        EXPECT_EQ(days_of(text), "refused") << text;
}

std::string usual_on(std::string_view today) {
    std::string all;
    for (const std::string& code : usual_periods(today)) {
        EXPECT_TRUE(parse_period(code)) << code;
        all += (all.empty() ? "" : " ") + code;
    }
    return all;
}

TEST(Period, WhatAnOfficeReportsOnIsSeenFromToday) {
    EXPECT_EQ(usual_on("2026-11-25"), "2026H2 2026H1 2026 2026Q4 2026-11");
    EXPECT_EQ(usual_on("2026-06-26"), "2026H1 2025H2 2026 2026Q2 2026-06");
    EXPECT_EQ(usual_on("2026-12-31"), "2026H2 2026H1 2026 2026Q4 2026-12");
}

TEST(Period, OneThatHasOnlyBegunGivesWayToTheOneBefore) {
    EXPECT_EQ(usual_on("2026-01-05"), "2026H1 2025H2 2025 2025Q4 2026-01");
    EXPECT_EQ(usual_on("2026-03-31"), "2026H1 2025H2 2025 2026Q1 2026-03");
    EXPECT_EQ(usual_on("2026-04-01"), "2026H1 2025H2 2026 2026Q1 2026-04");
    EXPECT_EQ(usual_on("2026-07-02"), "2026H2 2026H1 2026 2026Q2 2026-07");
    EXPECT_EQ(usual_on("yesterday"), "");
}

TEST(Period, InJulyAndJanuaryTheHalfYearThatEndedIsTheLikelyOne) {
    EXPECT_EQ(likely_period("2026-07-02"), 1U);
    EXPECT_EQ(likely_period("2026-01-31"), 1U);
    EXPECT_EQ(likely_period("2026-06-30"), 0U);
    EXPECT_EQ(likely_period("2026-08-01"), 0U);
}

TEST(Period, TheYearBeforeKeepsTheEndOfTheMonth) {
    EXPECT_EQ(year_before(*parse_period("2026H1")).to, "2025-06-30");
    EXPECT_EQ(year_before(*parse_period("2024-02")).to, "2023-02-28");
    EXPECT_EQ(year_before(*parse_period("2025-02")).to, "2024-02-29");
    EXPECT_EQ(year_before(*parse_period("2024-02-29..2024-03-10")).from, "2023-02-28");
}

TEST(Period, BothEndsAreInIt) {
    const Period period = *parse_period("2026-06");
    EXPECT_TRUE(period.contains("2026-06-01"));
    EXPECT_TRUE(period.contains("2026-06-30"));
    EXPECT_FALSE(period.contains("2026-07-01"));
    EXPECT_FALSE(period.contains("2026-05-31"));
}

}  // namespace
}  // namespace xy::outreach
