// The participation tables, as an office and a spreadsheet see them.
#include "report/participation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xy::report {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

store::ParticipationRow row(const std::string& audience, Language language, std::int64_t started) {
    store::ParticipationRow row;
    row.event = "market";
    row.event_name = {"赶集日宣传", "Market day"};
    row.place = {"城关镇", "Chengguan"};
    row.venue = "village";
    row.audience = audience;
    row.language = language;
    row.started = started;
    row.completed = started - 2;
    row.abandoned = 1;
    row.timed_out = 1;
    row.right_answers = 5 * started;
    row.answered_items = 6 * started;
    row.skipped_items = 3;
    return row;
}

figures::Titles titles() {
    figures::Titles titles;
    titles.audiences["junior"] = {"初中", "Junior high"};
    titles.venues["village"] = {"进农村", "Villages"};
    return titles;
}

TEST(Participation, ForPrograms) {
    const std::vector rows{row("junior", Language::zh, 10), row("", Language::en, 3)};
    EXPECT_EQ(participation_csv(rows),
              "event,event_name_zh,event_name_en,place_zh,place_en,venue,audience,language,started,completed,"
              "abandoned,timed_out,right_answers,answered_items,skipped_items\r\n"
              "market,赶集日宣传,Market day,城关镇,Chengguan,village,junior,zh,10,8,1,1,50,60,3\r\n"
              "market,赶集日宣传,Market day,城关镇,Chengguan,village,,en,3,1,1,1,15,18,3\r\n");
}

TEST(Participation, ForPeopleInASpreadsheet) {
    const std::vector rows{row("junior", Language::zh, 10), row("", Language::en, 3)};
    EXPECT_EQ(participation_sheet(rows, titles()),
              "\xEF\xBB\xBF内部资料：含小数据，不得公开\r\n活动名称,地点,六进类别,对象,语言,参加人次,"
              "完成人次,中途离开人次,超时离开人次,答对题次,"
              "作答题次,跳过题次,答题正确率\r\n"
              "赶集日宣传,城关镇,进农村,初中,中文,10,8,1,1,50,60,3,83.3%\r\n"
              "赶集日宣传,城关镇,进农村,未询问,英文,3,1,1,1,15,18,3,83.3%\r\n"
              "合计,,,,,13,9,2,2,65,78,6,83.3%\r\n");
}

TEST(Participation, WithoutVisitsThereIsATotalOfNothing) {
    EXPECT_THAT(participation_sheet({}, {}), EndsWith("\r\n合计,,,,,0,0,0,0,0,0,0,未作答\r\n"));
    EXPECT_THAT(participation_table({}, {}, Language::en), HasSubstr("Total"));
}

TEST(Participation, AnUnansweredRateIsSaidInWordsAndNeverZero) {
    store::ParticipationRow nobody;
    EXPECT_EQ(rate_of_right(nobody, Language::zh), "未作答");
    EXPECT_EQ(rate_of_right(nobody, Language::en), "none answered");
    nobody.answered_items = 3;
    EXPECT_EQ(rate_of_right(nobody, Language::zh), "0.0%");
    nobody.right_answers = 2;
    EXPECT_EQ(rate_of_right(nobody, Language::zh), "66.7%");
    nobody.right_answers = 3;
    EXPECT_EQ(rate_of_right(nobody, Language::zh), "100.0%");
}

TEST(Participation, WhatNobodyEnteredIsNotLeftBlank) {
    store::ParticipationRow bare;
    bare.event = "bare";
    EXPECT_THAT(participation_sheet(std::vector{bare}, {}),
                HasSubstr("\r\nbare,未填报,未填报,未询问,中文,0,"));
}

TEST(Participation, AnIdWithoutATitleIsShownItself) {
    EXPECT_THAT(participation_sheet(std::vector{row("elders", Language::zh, 5)}, titles()),
                HasSubstr(",elders,"));
}

TEST(Participation, ANameIsNoFormulaInASpreadsheet) {
    store::ParticipationRow hostile = row("+audience", Language::zh, 5);
    hostile.event_name.zh = "=HYPERLINK(\"http://x\",\"click\")";
    hostile.place.zh = " ＠SUM(A1)";
    hostile.venue = "-1";
    const std::string sheet = participation_sheet(std::vector{hostile}, {});
    EXPECT_THAT(sheet,
                HasSubstr("\"'=HYPERLINK(\"\"http://x\"\",\"\"click\"\")\",' ＠SUM(A1),'-1,'+audience,"));
    // The file for programs keeps the data as it is.
    EXPECT_THAT(participation_csv(std::vector{hostile}), HasSubstr(",-1,+audience,"));
}

TEST(Participation, InATerminalTheColumnsAlign) {
    const std::vector rows{row("junior", Language::zh, 10), row("elders", Language::en, 3)};
    EXPECT_EQ(participation_table(rows, titles(), Language::zh),
              "内部资料：含小数据，不得公开\n"
              "活动名称    地点    六进类别  对象    语言  参加人次  完成人次  中途离开人次  超时离开人次  "
              "答对题次  "
              "作答题次  跳过题次  答题正确率\n" +
                  std::string(132, '-') +
                  "\n"
                  "赶集日宣传  城关镇  进农村    初中    中文        10         8             1             "
                  "1        50  "
                  "      60         3       83.3%\n"
                  "赶集日宣传  城关镇  进农村    elders  英文         3         1             1             "
                  "1        15  "
                  "      18         3       83.3%\n"
                  "合计                                              13         9             2             "
                  "2        65  "
                  "      78         6       83.3%\n");
}

TEST(Participation, TheTableSpeaksEnglishToo) {
    const std::string table =
        participation_table(std::vector{row("junior", Language::zh, 10)}, titles(), Language::en);
    EXPECT_THAT(table, StartsWith("Internal: small groups are shown, not for publication\nEvent "));
    EXPECT_THAT(table, HasSubstr("Market day  Chengguan  Villages  Junior high  Chinese"));
}

}  // namespace
}  // namespace xy::report
