// What a report says beyond the counts of visits: targets, the year before, gains, topics, the survey, and
// the fields of a template.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "figures/period_report.h"
#include "report/report_document.h"
#include "report/report_fields.h"
#include "report/report_summary.h"

namespace xy::report {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Two events of a half-year in one of two townships, 300 visits.
class Figures : public ::testing::Test {
 protected:
    Figures() {
        sources.places = {{"1", "", outreach::PlaceLevel::township, {"永安镇", "Yong'an"}},
                          {"2", "", outreach::PlaceLevel::township, {"石桥乡", "Shiqiao"}}};
        sources.venues = {"school"};
        sources.titles.venues["school"] = {"进学校", "Schools"};
        sources.measures = {{"leaflets", {"发放宣传资料", "Leaflets"}, {"份", "copies"}, {}, {1}},
                            {"lectures", {"知识讲座", "Lectures"}, {"场", "lectures"}, {}, {1}}};
        analysis = year("2025H1", 200, 100);
        for (const char* id : {"a", "b"})
            sources.events.push_back({id,
                                      {id, id},
                                      {},
                                      "1",
                                      "school",
                                      {"赶集日", "Market day"},
                                      outreach::EventState::closed,
                                      "2025-06-26"});
    }

    static tally::Analysis year(const char* period, std::int64_t a, std::int64_t b) {
        tally::Analysis analysis;
        analysis.selection.period = outreach::parse_period(period);
        tally::Tally& tally = analysis.tally;
        tally.by_event["a"].started = a;
        tally.by_event["b"].started = b;
        tally.by_month[std::string(period).substr(0, 4) + "-06"].started = a + b;
        tally.by_audience["pupil"] = {a + b, a + b - 50, 50, 0};
        tally.visits.started = a + b;
        tally.visits.completed = a + b - 50;
        tally.visits.abandoned = 50;
        return analysis;
    }

    /// Events of a half-year with so many visits each, all in June.
    tally::Analysis half_year(const std::string& year, const std::vector<std::int64_t>& visits) {
        tally::Analysis made;
        made.selection.period = outreach::parse_period(year + "H1");
        tally::Tally& tally = made.tally;
        for (std::size_t event = 0; event < visits.size(); ++event) {
            const std::string id = year + "-" + std::to_string(event);
            sources.events.push_back({id,
                                      {id, id},
                                      {},
                                      "1",
                                      "school",
                                      {"赶集日", "Market day"},
                                      outreach::EventState::closed,
                                      year + "-06-26"});
            tally.by_event[id].started = visits[event];
            tally.by_event_month[{id, year + "-06"}] = visits[event];
            tally.visits.started += visits[event];
        }
        tally.visits.completed = tally.visits.started;
        tally.by_month[year + "-06"].started = tally.visits.started;
        tally.by_audience["pupil"] = tally.visits;
        return made;
    }
    void events_of(const std::vector<std::int64_t>& visits) { analysis = half_year("2025", visits); }

    void ask(const std::string& item, const std::string& topic, std::int64_t right, std::int64_t wrong) {
        const tally::AskedItem asked{"bank", item, "v", quiz::Phase::quiz};
        tally::ItemTally& tally = analysis.tally.items[asked];
        tally.chosen = {right, wrong};
        tally.right = right;
        tally.answered = right + wrong;
        analysis.tally.right_answers += right;
        analysis.tally.answered_items += right + wrong;
        analysis.items[tally::name_of(asked)] = {"bank",         item,         "v",           "single", topic,
                                                 {topic, topic}, {item, item}, {"yes", "no"}, 1};
    }

    void survey(std::vector<std::int64_t> counts) {
        const tally::AskedItem asked{"bank", "useful", "v", quiz::Phase::survey};
        tally::ItemTally& tally = analysis.tally.items[asked];
        tally.chosen = std::move(counts);
        for (const std::int64_t count : tally.chosen) tally.answered += count;
        analysis.items[tally::name_of(asked)] = {
            "bank", "useful", "v", "scale", "", {}, {"有用吗？", "Useful?"}, {"1", "2", "3", "4", "5"}, 0};
    }

    void target(outreach::TargetSubject subject, const std::string& measure, std::int64_t amount) {
        sources.targets.push_back({"t", *outreach::parse_period("2025H1"), subject, measure, amount});
    }

    void enter(const std::string& measure, std::int64_t amount, outreach::Precision precision) {
        outreach::LedgerEntry entry;
        entry.event = "a";
        entry.measure = measure;
        entry.amount = amount;
        entry.precision = precision;
        sources.ledger.push_back(entry);
    }

    /// A visit with tests of as many items before and after.
    void pair(const std::string& audience, const tally::Form& before, const tally::Form& after, int pre,
              int post, int items = 5) {
        analysis.tally.gains[items].add(pre, post, items);
        analysis.tally.orders[{audience, items, before, after}]["a"].add(pre, post, items);
    }

    figures::PeriodReport report(const tally::Analysis* before = nullptr) const {
        return figures::period_report(analysis, before, sources, options);
    }

    tally::Analysis analysis;
    figures::ReportSources sources;
    figures::ReportOptions options;
};

TEST_F(Figures, ATargetSaysHowFarItIs) {
    target(outreach::TargetSubject::measure, "leaflets", 5'000);
    target(outreach::TargetSubject::measure, "lectures", 12);
    target(outreach::TargetSubject::townships, "", 2);
    target(outreach::TargetSubject::visits, "", 300);
    enter("leaflets", 5'000, outreach::Precision::more);
    const figures::PeriodReport made = report();
    ASSERT_EQ(made.targets.size(), 4U);
    EXPECT_TRUE(made.targets[0].met);
    EXPECT_TRUE(made.targets[0].at_least);
    EXPECT_EQ(made.targets[0].actual_text, "5000 多份");
    EXPECT_EQ(made.targets[1].status, "未填报");
    EXPECT_FALSE(made.targets[1].reached) << "what nobody entered is not 0 %";
    EXPECT_EQ(made.targets[2].status, "石桥乡未开展");
    EXPECT_EQ(*made.targets[2].reached, 0.5);
    EXPECT_EQ(made.targets[3].status, "达到");
    EXPECT_THAT(made.suggestions, Contains(HasSubstr("覆盖乡镇完成 50%（石桥乡未开展）")));
}

TEST_F(Figures, AMissedTargetNamesWhatIsMissing) {
    target(outreach::TargetSubject::measure, "lectures", 12);
    enter("lectures", 11, outreach::Precision::exact);
    const figures::PeriodReport made = report();
    EXPECT_EQ(made.targets.at(0).status, "差 1 场");
    EXPECT_FALSE(made.targets.at(0).met);
}

TEST_F(Figures, ATargetOfAnotherPeriodIsNotShown) {
    sources.targets.push_back(
        {"t", *outreach::parse_period("2025"), outreach::TargetSubject::visits, "", 300});
    EXPECT_TRUE(report().targets.empty());
}

TEST_F(Figures, TheYearBeforeGivesTheChangeAndItsInterval) {
    events_of({40, 50, 60, 70, 80});
    const tally::Analysis before = half_year("2024", {20, 30, 40, 50, 60});
    const figures::PeriodReport made = report(&before);
    ASSERT_TRUE(made.year_before);
    EXPECT_DOUBLE_EQ(made.year_before->change.ratio, 0.5);
    ASSERT_TRUE(made.year_before->change.interval);
    EXPECT_LT(made.year_before->change.interval->low, 0.5);
    EXPECT_EQ(report_fields(made).texts.at("同比"), "+50.0%");
}

// The variance over events and the total are two equations: with them (3, 20) came out exactly.
TEST_F(Figures, NoIntervalOfAChangeTellsAWithheldEvent) {
    events_of({3, 20, 100, 40, 60, 50});
    const tally::Analysis before = half_year("2024", {40, 60, 50, 70, 30});
    const figures::PeriodReport made = report(&before);
    ASSERT_TRUE(made.year_before);
    EXPECT_FALSE(made.year_before->change.interval);
    EXPECT_DOUBLE_EQ(made.year_before->change.ratio, 273.0 / 250 - 1);
    EXPECT_THAT(explanations_of(made), Contains(HasSubstr("同比不附区间")));
}

TEST_F(Figures, NoIntervalOfAChangeTellsAnEventThatTheYearBeforeWithheld) {
    events_of({40, 60, 50, 70, 30});
    const tally::Analysis before = half_year("2024", {3, 50, 40, 60, 70});
    const figures::PeriodReport made = report(&before);
    ASSERT_TRUE(made.year_before);
    EXPECT_FALSE(made.year_before->change.interval);
}

TEST_F(Figures, FourEventsMakeNoIntervalOfAChange) {
    events_of({40, 60, 50, 70, 30});
    const tally::Analysis before = half_year("2024", {50, 40, 60, 70});
    const figures::PeriodReport made = report(&before);
    ASSERT_TRUE(made.year_before);
    EXPECT_FALSE(made.year_before->change.interval);
}

// The report of the year before had to withhold its total: each event would have been 1.
TEST_F(Figures, ATotalThatTheYearBeforeWithheldIsNotToldNow) {
    const tally::Analysis before = half_year("2024", std::vector<std::int64_t>(11, 1));
    EXPECT_FALSE(report(&before).year_before);
}

// A few visits with a wrong clock in each event would be in another month. Nobody prints them.
TEST_F(Figures, FewVisitsOfAnEventInAnotherMonthWithholdNothing) {
    std::vector<std::int64_t> visits(26, 40);
    events_of(visits);
    tally::Tally& tally = analysis.tally;
    for (int event = 0; event < 14; ++event) {
        const std::string id = "2025-" + std::to_string(event);
        tally.by_event_month[{id, "2025-06"}] -= 2;
        tally.by_event_month[{id, "2025-05"}] += 2;
        tally.by_month["2025-06"].started -= 2;
        tally.by_month["2025-05"].started += 2;
    }
    const figures::PeriodReport made = report();
    for (const figures::EventFigure& event : made.events)
        if (event.id.starts_with("2025-")) {
            EXPECT_EQ(event.visits, 40) << event.id;
        }
}

// 3 pensioners, 40 officials, 200 pupils, and items that each official answered: n is 40, so that the other
// two add up to 203, and so on.
TEST_F(Figures, TheAnswersOfAnAudienceTellHowManyTheyWereAtLeast) {
    analysis.tally.by_audience.clear();
    analysis.tally.by_audience["pensioner"].started = 3;
    analysis.tally.by_audience["official"].started = 57;
    analysis.tally.by_audience["pupil"].started = 240;
    ask("for-officials", "t", 40, 17);
    ask("for-officials-too", "t", 30, 27);
    analysis.tally.most_answered[{"bank", quiz::Phase::quiz, "official"}] = 2;
    const figures::PeriodReport made = report();
    const bool officials_show = made.items[0].right || made.items[1].right;
    const bool pupils_show = made.table(figures::Grouping::audience).groups.at(2).visits.has_value();
    EXPECT_FALSE(officials_show && pupils_show && made.visits) << "300 − 240 − 57 is 3";
}

// One item before and after: 60 pairs, of which 4 forgot it. n, both shares and the interval give the table.
TEST_F(Figures, AGainOfOneItemIsATableWithSmallCells) {
    const auto pairs = [this](int count, int before, int after) {
        for (int visit = 0; visit < count; ++visit) pair("pupil", {"a"}, {"a"}, before, after, 1);
    };
    pairs(20, 0, 0);
    pairs(22, 0, 1);
    pairs(30, 1, 1);
    EXPECT_EQ(report().gains.size(), 1U);
    pairs(4, 1, 0);
    EXPECT_TRUE(report().gains.empty());
}

TEST_F(Figures, RightAnswersAreComparedOnlyOverTheSameItems) {
    ask("a", "法律", 90, 60);
    ask("b", "法律", 50, 50);
    tally::Analysis before = year("2024H1", 100, 100);
    before.items = analysis.items;
    before.tally.items = analysis.tally.items;
    before.tally.right_answers = 100;
    before.tally.answered_items = 250;
    const figures::PeriodReport same = report(&before);
    ASSERT_TRUE(same.year_before && same.year_before->right_answers_changed);
    EXPECT_GT(same.year_before->right_answers_changed->low, 0);
    EXPECT_THAT(report_fields(same).texts.at("说明"),
                HasSubstr("两期题目相同，答题正确率相差 +16.0 个百分点"));
    before.tally.items.erase(before.tally.items.begin());
    const figures::PeriodReport other = report(&before);
    EXPECT_FALSE(other.year_before->right_answers_changed);
    EXPECT_THAT(report_fields(other).texts.at("说明"), HasSubstr("本期 2 题，上年同期 1 题，相同 1 题"));
}

TEST_F(Figures, WithoutVisitsTheYearBeforeThereIsNoChange) {
    tally::Analysis before = year("2024H1", 0, 0);
    before.tally.by_event.clear();
    EXPECT_FALSE(report(&before).year_before);
    tally::Analysis few = year("2024H1", 3, 4);
    EXPECT_FALSE(report(&few).year_before) << "a ratio to 7 visits would tell the 7";
}

TEST_F(Figures, TheGainIsThatOfTheMeansWithItsInterval) {
    for (int visit = 0; visit < 100; ++visit) pair("pupil", {"a"}, {"a"}, visit % 2 == 0 ? 2 : 3, 4);
    const figures::PeriodReport made = report();
    ASSERT_EQ(made.gains.size(), 1U);
    EXPECT_DOUBLE_EQ(made.gains[0].before, 0.5);
    EXPECT_DOUBLE_EQ(made.gains[0].after, 0.8);
    EXPECT_NEAR(*made.gains[0].hake, 0.6, 1e-12);
    EXPECT_EQ(report_fields(made).texts.at("前后测提升"), "+30.0 个百分点");
}

// Nobody learns anything; form B is one item in five easier, and more visitors had A first. Pooled, the
// report said +10.0 points.
TEST_F(Figures, AnEasierFormIsNoGain) {
    for (int visit = 0; visit < 90; ++visit) pair("pupil", {"a"}, {"b"}, 2 + visit % 2, 3 + visit % 2);
    for (int visit = 0; visit < 30; ++visit) pair("pupil", {"b"}, {"a"}, 3 + visit % 2, 2 + visit % 2);
    const figures::PeriodReport made = report();
    ASSERT_NE(made.gain(), nullptr);
    EXPECT_EQ(made.gain()->design, tally::GainDesign::counterbalanced);
    EXPECT_NEAR(made.gain()->gain(), 0, 1e-12);
    EXPECT_NEAR(*made.gain()->form_difference, 0.2, 1e-12);
    EXPECT_GT(made.gain()->form_interval->low, 0);
}

TEST_F(Figures, AFixedOrderHasTwoScoresAndNoGain) {
    for (int visit = 0; visit < 90; ++visit) pair("pupil", {"a"}, {"b"}, 2 + visit % 2, 3 + visit % 2);
    const figures::PeriodReport made = report();
    ASSERT_EQ(made.gains.size(), 1U);
    EXPECT_EQ(made.gain(), nullptr);
    EXPECT_FALSE(made.gains[0].difference);
    EXPECT_NEAR(made.gains[0].before, 0.5, 1e-12);
    EXPECT_NEAR(made.gains[0].after, 0.7, 1e-12);
    EXPECT_EQ(report_fields(made).texts.at("前后测提升"), "固定次序，不计提升");
}

TEST_F(Figures, AGainIsShownForEachAudienceWithEnoughVisits) {
    for (int visit = 0; visit < 60; ++visit) pair("pupil", {"a"}, {"a"}, 1 + visit % 2, 4);
    for (int visit = 0; visit < 40; ++visit) pair("parent", {"a"}, {"a"}, 2 + visit % 2, 4);
    analysis.tally.left_after_pre[5] = {40, 100};
    const figures::PeriodReport made = report();
    ASSERT_EQ(made.gains.size(), 3U);
    EXPECT_EQ(made.gains[0].audience, "");
    EXPECT_EQ(made.gains[0].left, 20);
    EXPECT_DOUBLE_EQ(*made.gains[0].left_before, 0.4);
    EXPECT_EQ(made.gains[1].audience, "parent");
    EXPECT_NEAR(made.gains[1].gain(), 0.3, 1e-12);
    EXPECT_NEAR(made.gains[2].gain(), 0.5, 1e-12);
}

// 60 of all and 55 of pupils would tell 5.
TEST_F(Figures, AGainOfAnAudienceIsNotThatOfAllLessAFew) {
    for (int visit = 0; visit < 55; ++visit) pair("pupil", {"a"}, {"a"}, 1 + visit % 2, 4);
    for (int visit = 0; visit < 5; ++visit) pair("parent", {"a"}, {"a"}, 2 + visit % 2, 4);
    const figures::PeriodReport made = report();
    ASSERT_EQ(made.gains.size(), 1U);
    EXPECT_EQ(made.gains[0].audience, "");
    EXPECT_EQ(made.gains[0].n, 60);
}

// The mean of two means, 37/90 say, is a fraction of how many visits had which order.
TEST_F(Figures, AGainWithAnOrderOfFewVisitsIsWithheld) {
    for (int visit = 0; visit < 90; ++visit) pair("pupil", {"a"}, {"b"}, 2 + visit % 2, 4);
    for (int visit = 0; visit < 5; ++visit) pair("pupil", {"b"}, {"a"}, 2 + visit % 2, 4);
    EXPECT_TRUE(report().gains.empty());
    for (int visit = 0; visit < 20; ++visit) pair("pupil", {"b"}, {"a"}, 2 + visit % 2, 4);
    EXPECT_EQ(report().gains.size(), 1U);
}

// 60 of whom 57 did not change: the interval tells what the other three did.
TEST_F(Figures, AGainOfWhichFewChangedIsWithheld) {
    for (int visit = 0; visit < 57; ++visit) pair("pupil", {"a"}, {"a"}, 1 + visit % 3, 1 + visit % 3);
    for (int visit = 0; visit < 3; ++visit) pair("pupil", {"a"}, {"a"}, 1, 2);
    EXPECT_TRUE(report().gains.empty());
}

TEST_F(Figures, WhoLeftAfterTheTestBeforeIsToldOnlyIfTheyAreNotFew) {
    for (int visit = 0; visit < 60; ++visit) pair("pupil", {"a"}, {"a"}, 1 + visit % 2, 4);
    analysis.tally.left_after_pre[5] = {12, 25};
    EXPECT_FALSE(report().gains.at(0).left) << "five of them";
    EXPECT_FALSE(report().gains.at(0).left_before);
    analysis.tally.left_after_pre[5] = {4, 100};
    EXPECT_EQ(report().gains.at(0).left, 20);
    EXPECT_FALSE(report().gains.at(0).left_before) << "4 marks in all";
}

// An interval by events is made of what each of them had.
TEST_F(Figures, IntervalsAreClusteredByEventOnlyWhereEveryEventIsShown) {
    events_of({40, 50, 60, 70, 80, 90});
    EXPECT_EQ(report().completed->events, 6);
    analysis.tally.by_event["2025-0"].started = analysis.tally.by_event_month[{"2025-0", "2025-06"}] = 3;
    analysis.tally.by_event["2025-1"].started = analysis.tally.by_event_month[{"2025-1", "2025-06"}] = 87;
    const figures::PeriodReport made = report();
    EXPECT_FALSE(std::all_of(made.events.begin(), made.events.end(),
                             [](const figures::EventFigure& event) { return event.visits.has_value(); }));
    EXPECT_EQ(made.completed->events, 0);
}

// Six events of 100 answers, from none to all of them right.
TEST_F(Figures, TheDesignEffectStandsInTheNotes) {
    events_of({100, 100, 100, 100, 100, 100});
    ask("a", "law", 300, 300);
    tally::ItemTally& item = analysis.tally.items.begin()->second;
    for (std::size_t event = 0; event < 6; ++event)
        item.by_event["2025-" + std::to_string(event)] = {static_cast<std::int64_t>(20 * event), 100};
    const figures::PeriodReport made = report();
    ASSERT_TRUE(made.right_answers);
    EXPECT_EQ(made.right_answers->events, 6);
    EXPECT_THAT(explanations_of(made), Contains(HasSubstr("设计效应为 56.")));
}

TEST_F(Figures, AGainOfFewVisitsIsWithheld) {
    for (int visit = 0; visit < 5; ++visit) pair("pupil", {"a"}, {"a"}, 2, 4);
    const figures::PeriodReport made = report();
    EXPECT_TRUE(made.gains.empty());
    EXPECT_EQ(report_fields(made).texts.at("前后测提升"), "未测");
}

TEST_F(Figures, TopicsAddUpTheirItemsAndTheLeastKnownComesFirst) {
    ask("a", "法律", 90, 60);
    ask("b", "法律", 50, 50);
    ask("c", "求助", 180, 20);
    const figures::PeriodReport made = report();
    ASSERT_EQ(made.topics.size(), 2U);
    EXPECT_EQ(made.topics[0].title, "法律");
    EXPECT_EQ(made.topics[0].right->hits, 140);
    EXPECT_EQ(made.topics[0].right->n, 250);
    EXPECT_EQ(made.least_known().front().item, "b");
    EXPECT_THAT(made.suggestions, Contains(HasSubstr("“法律”类题答对率 56.0%")));
}

// 12 right of 27 (44 %) are fewer than 480 of 1000, but up to 63 % of visitors may know it.
TEST_F(Figures, TheLeastKnownIsTheOneWithTheLowestUpperEnd) {
    ask("few", "法律", 12, 15);
    ask("many", "法律", 480, 520);
    ask("known", "法律", 900, 100);
    const figures::PeriodReport made = report();
    EXPECT_EQ(made.least_known().front().item, "many") << "“few” has a lower share, of 27 answers";
    ASSERT_EQ(made.least_known_of_banks.size(), 1U);
    EXPECT_THAT(made.least_known_of_banks[0].not_distinguishable, ElementsAre("few"));
    EXPECT_FALSE(made.least_known_of_banks[0].some_withheld);
    EXPECT_THAT(report_fields(made).texts.at("题目说明"), HasSubstr("“many”与“few”无法区分"));
}

TEST_F(Figures, WhereAnItemIsWithheldTheOrderIsOfTheItemsShown) {
    ask("hidden", "法律", 4, 300);
    ask("a", "求助", 150, 150);
    ask("b", "求助", 280, 20);
    ask("c", "法律", 200, 100);
    const figures::PeriodReport made = report();
    ASSERT_EQ(made.least_known_of_banks.size(), 1U);
    EXPECT_TRUE(made.least_known_of_banks[0].some_withheld);
    EXPECT_THAT(made.suggestions, Contains(HasSubstr("在列出的题目中")));
    EXPECT_THAT(report_fields(made).texts.at("题目说明"), HasSubstr("只在列出的题目中比较"));
}

// 4 wrong answers to “b”: all of “a” with the topic would tell them.
TEST_F(Figures, ASmallItemCannotBeReadFromItsTopic) {
    ask("a", "法律", 90, 60);
    ask("b", "法律", 96, 4);
    ask("c", "求助", 180, 20);
    const figures::PeriodReport made = report();
    std::map<std::string, bool> shown;
    for (const figures::ItemFigure& item : made.items) shown[item.item] = item.right.has_value();
    EXPECT_FALSE(shown.at("b"));
    const bool topic_shown =
        std::any_of(made.topics.begin(), made.topics.end(),
                    [](const figures::TopicFigure& topic) { return topic.title == "法律" && topic.right; });
    EXPECT_FALSE(shown.at("a") && topic_shown);
}

TEST_F(Figures, ASurveyShowsItsEndsWhereASingleStepIsSmall) {
    survey({40, 5, 60, 70, 80});
    const figures::PeriodReport made = report();
    ASSERT_EQ(made.survey.size(), 1U);
    EXPECT_FALSE(made.survey[0].counts[1]);
    EXPECT_TRUE(made.survey[0].distribution().empty());
    EXPECT_EQ(made.survey[0].top_two->hits, 150);
}

TEST_F(Figures, ASurveyWithoutSmallStepsIsDrawn) {
    survey({40, 50, 60, 70, 80});
    const figures::PeriodReport made = report();
    EXPECT_THAT(made.survey.at(0).distribution(), ElementsAre(40, 50, 60, 70, 80));
    const document::Document document = report_document(made);
    EXPECT_TRUE(std::any_of(document.blocks.begin(), document.blocks.end(), [](const document::Block& block) {
        const auto* picture = std::get_if<document::Picture>(&block);
        return picture != nullptr && std::holds_alternative<charts::DivergingChart>(picture->chart);
    }));
    EXPECT_TRUE(report_fields(made).pictures.contains("问卷:useful"));
}

TEST_F(Figures, TheSentencesAreThoseOfTheOffices) {
    enter("leaflets", 5'000, outreach::Precision::more);
    const std::string summary = report_fields(report()).texts.at("概述");
    EXPECT_EQ(
        summary,
        "2025 年上半年共开展进学校等宣传活动 2 场，覆盖 1 / 2 个乡镇（街道）；发放宣传资料 5000 多份；"
        "300 人次参加现场禁毒知识答题，完成 250 人次（83.3%），本活动答题正确率 无数据。知识讲座：未填报。");
}

TEST_F(Figures, EnglishSaysTheSame) {
    options.language = Language::en;
    enter("leaflets", 5'000, outreach::Precision::more);
    const std::string summary = report_fields(report()).texts.at("概述");
    EXPECT_THAT(summary,
                HasSubstr("2 events in 1 of 2 townships; Leaflets over 5000 copies; 300 visits to the quiz"));
}

TEST_F(Figures, EveryTableAndPictureHasAName) {
    const document::Fields fields = report_fields(report());
    for (const char* name : {"场次", "乡镇×六进", "对象", "月度", "台账", "目标", "主题", "题目"})
        EXPECT_TRUE(fields.tables.contains(name)) << name;
    EXPECT_TRUE(fields.pictures.contains("月度参与"));
    EXPECT_EQ(fields.texts.at("发放宣传资料"), "未填报");
    EXPECT_EQ(fields.texts.at("未覆盖乡镇"), "石桥乡");
}

}  // namespace
}  // namespace xy::report
