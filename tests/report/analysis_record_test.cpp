// What programs get of an analysis: where less is known, less is said.
#include "report/analysis_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/analysis_text.h"

namespace xy::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const json::Cell& value_at(const json::Record& record, const std::string& key) {
    for (const auto& [name, value] : record)
        if (name == key) return value;
    throw std::runtime_error("no " + key);
}

json::Record inside(const json::Record& record, const std::string& key) {
    return std::get<json::Record>(value_at(record, key));
}

bool is_null(const json::Cell& value) {
    return std::holds_alternative<std::nullptr_t>(value);
}

/// `pairs` visits that all passed only after.
tally::Analysis passed_after(int pairs, const tally::Form& before, const tally::Form& after) {
    tally::Analysis analysis;
    tally::Tally& tally = analysis.tally;
    tally.passed.only_after = pairs;
    tally.visits.started = tally.visits.completed = pairs;
    for (int i = 0; i < pairs; ++i) {
        tally.gains[5].add(2, 4, 5);
        tally.orders[{"pupil", 5, before, after}]["a"].add(2, 4, 5);
    }
    return analysis;
}

json::Record passed_of(const tally::Analysis& analysis) {
    return inside(analysis_record(analysis), "passed_before_and_after");
}

TEST(AnalysisRecord, PassedInAFixedOrderIsNoDifference) {
    const json::Record fixed = passed_of(passed_after(30, {"A"}, {"B"}));
    EXPECT_TRUE(is_null(value_at(fixed, "difference")));
    EXPECT_TRUE(is_null(value_at(fixed, "difference_interval_95")));
    EXPECT_EQ(std::get<std::int64_t>(value_at(fixed, "only_after")), 30) << "the pairs stand there";
    const json::Record drawn = passed_of(passed_after(30, {}, {}));
    EXPECT_EQ(std::get<double>(value_at(drawn, "difference")), 1.0);
    EXPECT_FALSE(is_null(value_at(drawn, "difference_interval_95")));
}

TEST(AnalysisRecord, UnderTenPairsPassedHaveNoInterval) {
    EXPECT_TRUE(is_null(value_at(passed_of(passed_after(9, {}, {})), "difference_interval_95")));
    EXPECT_FALSE(is_null(value_at(passed_of(passed_after(10, {}, {})), "difference_interval_95")));
}

// Minutes are not kept: 10:40 to 11:40 may have been busier, and nobody can say so.
TEST(AnalysisRecord, TheBusiestHourIsAClockHourAndAllThatAreAlike) {
    tally::Analysis analysis;
    analysis.tally.visits.started = 50;
    analysis.tally.hours[9] = 10;
    analysis.tally.hours[10] = 20;
    analysis.tally.hours[11] = 20;
    const json::Record busiest = inside(inside(analysis_record(analysis), "participation"), "busiest_hour");
    EXPECT_EQ(std::get<json::List>(value_at(busiest, "hours")).size(), 2U);
    EXPECT_EQ(std::get<std::int64_t>(value_at(busiest, "started")), 20);
    EXPECT_THAT(analysis_text(analysis, Language::zh), HasSubstr("10:00–11:00, 11:00–12:00, n = 20"));
    EXPECT_TRUE(is_null(value_at(inside(analysis_record({}), "participation"), "busiest_hour")));
}

/// An item with a share right of all answers and another without guesses, whose times are `times`.
tally::Analysis with_item(const stats::Quartiles& times) {
    tally::Analysis analysis;
    const tally::AskedItem asked{"bank", "a", "v", quiz::Phase::quiz};
    analysis.tally.visits.started = 100;
    tally::ItemTally& item = analysis.tally.items[asked];
    item.answered = 100;
    item.right = 50;
    item.chosen = {50, 50};
    analysis.guesses[asked] = {5, 20};
    analysis.times[asked] = times;
    analysis.items[tally::name_of(asked)] = {
        "bank", "a", "v", "single", "law", {"法律", "Law"}, {"题目", "Item"}, {"yes", "no"}, 1};
    return analysis;
}

TEST(AnalysisText, AnItemHasItsShareWithoutGuessesBesideThePlainOne) {
    const tally::Analysis analysis = with_item({});
    EXPECT_THAT(analysis_text(analysis, Language::zh), HasSubstr("50.0"));
    EXPECT_THAT(analysis_text(analysis, Language::zh), HasSubstr("56.2")) << "45 of 80";
    const auto items = std::get<json::List>(value_at(analysis_record(analysis), "items"));
    const json::Record item = std::get<json::Record>(items.front());
    EXPECT_EQ(std::get<std::int64_t>(value_at(inside(item, "right"), "n")), 100);
    EXPECT_EQ(std::get<std::int64_t>(value_at(inside(item, "right_without_guesses"), "hits")), 45);
    EXPECT_EQ(std::get<std::int64_t>(value_at(inside(item, "right_without_guesses"), "n")), 80);
}

// 100 visits answered, 60 of them completed; of those 2 chose the wrong option.
TEST(AnalysisRecord, AnOptionsShareAndItsCorrelationAreOfTheSameVisits) {
    tally::Analysis analysis = with_item({});
    tally::ItemTally& item = analysis.tally.items.begin()->second;
    item.options.resize(2);
    for (const auto& [option, chose] : {std::pair(0U, std::int64_t{58}), {1U, std::int64_t{2}}})
        for (int rest = 0; rest < 2; ++rest) {
            item.options[option].add(true, rest, chose / 2);
            item.options[option].add(false, rest, 30 - chose / 2);
        }
    const auto items = std::get<json::List>(value_at(analysis_record(analysis), "items"));
    const auto options = std::get<json::List>(value_at(std::get<json::Record>(items.front()), "options"));
    const json::Record wrong = std::get<json::Record>(options.at(1));
    EXPECT_EQ(std::get<std::int64_t>(value_at(inside(wrong, "chosen"), "hits")), 2);
    EXPECT_EQ(std::get<std::int64_t>(value_at(inside(wrong, "chosen"), "n")), 60);
    EXPECT_TRUE(std::get<bool>(value_at(wrong, "idle")));
    EXPECT_EQ(std::get<std::int64_t>(value_at(wrong, "chosen_in_all_visits")), 50);
    EXPECT_THAT(analysis_text(analysis, Language::zh),
                testing::AllOf(HasSubstr("选者不足5%的错项"), HasSubstr("上下27%（按其余题得分分组）")));
}

// 1 of 3 is a lower rate than 40 of 100, and says less: it may be 0.79.
TEST(AnalysisText, FewAnswersDoNotMakeAnItemTheLeastKnown) {
    tally::Analysis analysis = with_item({});
    const auto put = [&](const std::string& bank, const std::string& stem, std::int64_t right,
                         std::int64_t answered) {
        const tally::AskedItem asked{bank, stem, "v", quiz::Phase::quiz};
        analysis.tally.items[asked].right = right;
        analysis.tally.items[asked].answered = answered;
        analysis.items[tally::name_of(asked)] = {
            bank, stem, "v", "single", "law", {"法律", "Law"}, {stem, stem}, {"yes", "no"}, 1};
    };
    put("bank", "三次", 1, 3);
    put("bank", "百次", 40, 100);
    put("other", "零次", 0, 100);
    const std::string text = analysis_text(analysis, Language::zh);
    EXPECT_LT(text.find("百次"), text.find("三次"));
    EXPECT_LT(text.find("三次"), text.find("零次")) << "another bank is asked of other people";
    EXPECT_THAT(text, HasSubstr("30.9–49.8"));
}

TEST(AnalysisText, TimesFromBandsSayThatTheyAreAbout) {
    const std::string exact = analysis_text(with_item({80, 3'500, 7'500, 9'250, 0}), Language::zh);
    EXPECT_THAT(exact, HasSubstr(" 7.5 "));
    EXPECT_THAT(exact, Not(HasSubstr("≈7.5")));
    const std::string bands = analysis_text(with_item({80, 3'500, 7'500, std::nullopt, 0.12}), Language::zh);
    EXPECT_THAT(bands, HasSubstr("≈7.5"));
    EXPECT_THAT(bands, HasSubstr(">64.6"));
}

TEST(AnalysisText, CompletionStandsByPlaceAndKindInTheWordsOfTheOffice) {
    tally::Analysis analysis;
    tally::Tally& tally = analysis.tally;
    tally.visits = {60, 45, 15, 0};
    tally.by_event["e"] = tally.visits;
    tally.by_audience_event[{"pupil", "e"}] = tally.visits;
    tally.by_device_event[{"07", "e"}] = tally.visits;
    analysis.events = {
        {"e", {"禁毒课", "Lesson"}, {}, "11", "school", {}, outreach::EventState::closed, "2025-06-26"}};
    figures::Titles titles;
    titles.venues["school"] = {"进学校", "Schools"};
    titles.places = {{"1", "", outreach::PlaceLevel::township, {"永安镇", "Yong'an"}},
                     {"11", "1", outreach::PlaceLevel::village, {"东村", "East"}}};
    const std::string text = analysis_text(analysis, Language::zh, titles);
    for (const char* name : {"禁毒课", "进学校", "永安镇", "pupil", "07"}) EXPECT_THAT(text, HasSubstr(name));
    EXPECT_THAT(text, HasSubstr("75.0"));
    const json::Record taken = inside(analysis_record(analysis, titles.places), "participation");
    const auto townships = std::get<json::List>(value_at(taken, "by_township"));
    ASSERT_EQ(townships.size(), 1U);
    EXPECT_EQ(std::get<std::string>(value_at(std::get<json::Record>(townships.front()), "township")), "1");
}

TEST(AnalysisText, AScaleSaysThatItsAuthorHasToSayWhetherItIsOne) {
    tally::Analysis analysis;
    analysis.tally.visits.started = 3;
    stats::ScaleScores scores(2);
    for (const std::vector<int>& steps : {std::vector{1, 2}, {3, 3}, {5, 4}}) scores.add(steps);
    analysis.tally.scales[{"survey", "refuse", {"survey/a@v", "survey/b@v"}}] = scores;
    const std::string text = analysis_text(analysis, Language::zh);
    EXPECT_THAT(text, HasSubstr("α 0.89"));
    EXPECT_THAT(text, HasSubstr("由题库作者判断"));
}

}  // namespace
}  // namespace xy::report
