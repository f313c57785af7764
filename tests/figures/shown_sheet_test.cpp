// The sheet of an event that is copied or photographed.
#include "figures/shown_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xy::figures {
namespace {

outreach::Sheet sheet_of_a_day() {
    outreach::Sheet sheet;
    sheet.event.id = "market";
    sheet.started = 100;
    sheet.completed = 80;
    sheet.abandoned = 17;
    sheet.timed_out = 3;
    sheet.right_answers = 300;
    sheet.answered_items = 400;
    sheet.skipped_items = 4;
    sheet.pledges_given = 70;
    sheet.pledges_asked = 90;
    sheet.median_ms = 95'000;
    sheet.hours = {{9, 50}, {10, 47}, {11, 3}};
    sheet.topics = {{"law", {"法律", "Law"}, 80, 130},
                    {"help", {"求助", "Help"}, 120, 170},
                    {"plants", {"植物", "Plants"}, 100, 100}};
    sheet.ledger = {{"leaflets", {"单页", "Leaflets"}, {"份", ""}, {3, outreach::Precision::exact, 1}}};
    return sheet;
}

TEST(ShownSheet, SmallCountsAreWithheldAndWhatWouldGiveThemAway) {
    const outreach::ShownSheet shown = shown_sheet(sheet_of_a_day(), Readers::everyone);
    EXPECT_TRUE(shown.withholds);
    EXPECT_FALSE(shown.internal);
    EXPECT_FALSE(shown.timed_out) << "3 visits";
    EXPECT_FALSE(shown.abandoned && shown.completed && shown.started) << "100 - 80 - 17 = 3";
    EXPECT_FALSE(shown.skipped_items);
    EXPECT_FALSE(shown.hours[2].started);
    EXPECT_FALSE(shown.started && shown.hours[0].started && shown.hours[1].started) << "100 - 50 - 47 = 3";
    EXPECT_EQ(shown.right_answers, 300);
    EXPECT_EQ(shown.ledger.front().total.amount, 3) << "leaflets are nobody";
}

TEST(ShownSheet, OfFewVisitsNothingOfThemIsShown) {
    outreach::Sheet few;
    few.started = few.completed = few.pledges_asked = 3;
    few.right_answers = 5;
    few.answered_items = 9;
    few.pledges_given = 2;
    few.median_ms = 60'000;
    few.hours = {{9, 3}};
    few.topics = {{"law", {"法律", ""}, 5, 9}};
    const outreach::ShownSheet shown = shown_sheet(few, Readers::everyone);
    EXPECT_FALSE(shown.started || shown.completed || shown.right_answers || shown.pledges_given ||
                 shown.median_ms);
    EXPECT_FALSE(shown.hours[0].started);
    EXPECT_FALSE(shown.topics[0].answered);
    EXPECT_EQ(shown.abandoned, 0);
}

// 100 visits of at most ten items: 997 answers leave no more than 3 that were passed over.
TEST(ShownSheet, HowManyItemsAVisitGetsIsKnown) {
    outreach::Sheet sheet;
    sheet.started = sheet.completed = sheet.pledges_asked = sheet.pledges_given = 100;
    sheet.right_answers = 700;
    sheet.answered_items = 997;
    sheet.skipped_items = 3;
    sheet.most_asked = 10;
    sheet.topics = {{"law", {"法律", ""}, 700, 997}};
    const outreach::ShownSheet shown = shown_sheet(sheet, Readers::everyone);
    EXPECT_FALSE(shown.skipped_items);
    EXPECT_FALSE(shown.started && shown.answered_items);
}

TEST(ShownSheet, TheOfficeSeesAllAndItSaysSo) {
    const outreach::Sheet sheet = sheet_of_a_day();
    const outreach::ShownSheet shown = shown_sheet(sheet, Readers::office);
    EXPECT_TRUE(shown.internal);
    EXPECT_FALSE(shown.withholds);
    EXPECT_EQ(shown.timed_out, 3);
    EXPECT_EQ(shown.hours[2].started, 3);
    EXPECT_EQ(shown.median_ms, sheet.median_ms);
    EXPECT_EQ(shown.topics[1].right, 120);
}

TEST(ShownSheet, AWithheldTopicDoesNotStandWhereItsRateWouldPutIt) {
    outreach::Sheet sheet = sheet_of_a_day();
    sheet.topics.insert(sheet.topics.begin(), {"a-new-one", {"新题", "New"}, 1, 7});
    sheet.right_answers += 1;
    sheet.answered_items += 7;
    const outreach::ShownSheet shown = shown_sheet(sheet, Readers::everyone);
    bool gone = false;
    for (const outreach::ShownSheet::Topic& topic : shown.topics) {
        if (!topic.answered) gone = true;
        EXPECT_EQ(gone, !topic.answered) << topic.topic;
    }
    EXPECT_TRUE(gone);
}

TEST(ShownSheet, HoursOfOtherVisitsAddUpToNothing) {
    outreach::Sheet sheet = sheet_of_a_day();
    sheet.hours = {{9, 500}};
    EXPECT_EQ(shown_sheet(sheet, Readers::everyone).hours[0].started, 500);
}

}  // namespace
}  // namespace xy::figures
