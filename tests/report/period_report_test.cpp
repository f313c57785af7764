// The report of a period, as the office and whoever gets it into their hands see it.
#include "figures/period_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/html.h"
#include "report/report_document.h"
#include "store/examples.h"

namespace xy::report {
namespace {

using namespace store::examples;
using ::testing::HasSubstr;
using ::testing::Not;

/// Visits by event, all in June but for those that `may` says.
struct Planned {
    std::string event;
    std::string venue;
    std::string place;
    int june = 0;
    int may = 0;
};

figures::ReportSources sources_of(store::Store& store) {
    figures::ReportSources sources;
    sources.events = store.events();
    sources.ledger = store.ledger();
    sources.measures = {{"leaflet", {"发放宣传资料", "Leaflets"}, {"份", "copies"}, {}, {1}},
                        {"banner", {"悬挂横幅", "Banners"}, {"条", "banners"}, {}, {1}}};
    sources.places = {{"1", "", outreach::PlaceLevel::township, {"永安镇", "Yong'an"}},
                      {"2", "", outreach::PlaceLevel::township, {"石桥乡", "Shiqiao"}}};
    sources.titles.venues["school"] = {"进学校", "Schools"};
    sources.titles.venues["family"] = {"进家庭", "Families"};
    sources.titles.venues["village"] = {"进农村", "Villages"};
    sources.venues = {"school", "family", "village"};
    return sources;
}

class Reports : public ::testing::Test {
 protected:
    Reports() : store_(store::Store::open(folder_.path())) {
        store_.put_items(std::vector<quiz::Bank>{bank()});
    }

    void visit(const std::vector<Planned>& plan) {
        store_.in_one_transaction([&] {
            for (const Planned& planned : plan) {
                store_.put_event({planned.event,
                                  {planned.event, planned.event},
                                  {},
                                  planned.place,
                                  planned.venue,
                                  {},
                                  outreach::EventState::closed,
                                  "2025-06-26"});
                for (int i = 0; i < planned.june + planned.may; ++i) {
                    store::SessionRow row;
                    row.start = start(id(++visits_));
                    row.start.event = planned.event;
                    row.start.hour.day = i < planned.june ? "2025-06-26" : "2025-05-30";
                    row.outcome = quiz::Outcome::completed;
                    store_.put_session(row);
                    store_.add(row.start.id, answer(0, visits_ % 3 == 0 ? 1 : 2));
                }
            }
        });
    }

    figures::PeriodReport report(figures::ReportOptions options = {}) {
        return figures::period_report(
            tally::analyse(store_, {outreach::parse_period("2025H1"), std::nullopt}, {}), nullptr,
            sources_of(store_), options);
    }

    TemporaryFolder folder_;
    store::Store store_;
    std::uint32_t visits_ = 0;
};

const figures::Group& group(const figures::PeriodReport& report, std::size_t table, const std::string& name) {
    for (const figures::Group& group : report.tables.at(table).groups)
        if (group.name == name) return group;
    throw std::runtime_error("no group " + name);
}

const figures::EventFigure& event(const figures::PeriodReport& report, const std::string& id) {
    for (const figures::EventFigure& event : report.events)
        if (event.id == id) return event;
    throw std::runtime_error("no event " + id);
}

std::string html_of(const figures::PeriodReport& report) {
    return document::html(report_document(report));
}

enum Tables : std::size_t { places, venues, occasions, audiences, months };

TEST_F(Reports, SumsAreThoseOfTheEventsAndGapsShowAsZero) {
    visit({{"a", "school", "1", 100, 0}, {"b", "village", "1", 60, 0}, {"c", "school", "1", 40, 0}});
    const figures::PeriodReport made = report();
    EXPECT_EQ(made.visits, 200);
    EXPECT_EQ(made.held(), 3);
    EXPECT_EQ(group(made, venues, "进学校").visits, 140);
    EXPECT_EQ(group(made, venues, "进学校").events, 2);
    EXPECT_EQ(group(made, venues, "进家庭").visits, 0);
    EXPECT_EQ(group(made, places, "永安镇").visits, 200);
    EXPECT_EQ(group(made, places, "石桥乡").events, 0);
    EXPECT_EQ(made.right_answers->n, 200);
    EXPECT_EQ(made.right_answers->hits, 134);
}

// “c” had 4 visits. Its venue kind and its place would tell it, and so would every other event with the
// total.
TEST_F(Reports, ASmallEventIsWithheldWithAllThatWouldRevealIt) {
    visit({{"a", "school", "1", 100, 0}, {"b", "village", "1", 60, 0}, {"c", "family", "2", 4, 0}});
    const figures::PeriodReport made = report();
    EXPECT_EQ(event(made, "c").visits, std::nullopt);
    EXPECT_EQ(group(made, venues, "进家庭").visits, std::nullopt);
    EXPECT_EQ(group(made, places, "石桥乡").visits, std::nullopt);
    const bool both_shown = event(made, "a").visits && event(made, "b").visits && made.visits;
    EXPECT_FALSE(both_shown) << "164 − 100 − 60 is 4";
    const bool places_shown = group(made, places, "永安镇").visits && made.visits;
    EXPECT_FALSE(places_shown) << "164 − 160 is 4";
    EXPECT_THAT(html_of(made), HasSubstr("※"));
}

// Three visits in all, and three answers to the survey: no n says so either.
TEST_F(Reports, NoShareAndNoSurveyTellsATotalThatIsWithheld) {
    visit({{"a", "school", "1", 3, 0}});
    for (std::uint32_t number = 1; number <= 3; ++number)
        store_.in_one_transaction([&] {
            store_.add(id(number),
                       {1, quiz::Phase::survey, "law", "useful", "v1", 1, std::nullopt, Milliseconds(900)});
        });
    const figures::PeriodReport made = report();
    EXPECT_EQ(made.visits, std::nullopt);
    EXPECT_FALSE(made.completed);
    ASSERT_EQ(made.survey.size(), 1U);
    EXPECT_EQ(made.survey[0].n, std::nullopt);
    EXPECT_THAT(html_of(made), Not(HasSubstr("n = 3")));
}

TEST_F(Reports, TheInternalReportShowsAllAndSaysSoOnEveryPage) {
    visit({{"a", "school", "1", 100, 0}, {"c", "family", "2", 4, 0}});
    figures::ReportOptions options;
    options.readers = figures::Readers::office;
    const figures::PeriodReport made = report(options);
    EXPECT_EQ(event(made, "c").visits, 4);
    EXPECT_THAT(html_of(made), HasSubstr("class=\"notice\""));
    EXPECT_THAT(html_of(report()), Not(HasSubstr("class=\"notice\"")));
}

// All of May came from “a”, which lasted into June: 5 visits that nobody prints, but June and “b” would give
// them.
TEST_F(Reports, AMonthDoesNotRevealAPartOfAnEvent) {
    visit({{"a", "school", "1", 95, 5}, {"b", "village", "1", 60, 0}});
    const figures::PeriodReport made = report();
    EXPECT_EQ(group(made, months, "2025-05").visits, std::nullopt);
    EXPECT_EQ(group(made, months, "2025-06").visits && made.visits, false);
}

TEST_F(Reports, WhatNobodyEnteredIsNotZero) {
    visit({{"market-2025", "school", "1", 30, 0}});
    store_.add_to_ledger(entry(id(900'001), 5'000));
    const figures::PeriodReport made = report();
    EXPECT_EQ(made.ledger.at(0).amount, "5000 份");
    EXPECT_EQ(made.ledger.at(1).amount, "未填报");
    EXPECT_THAT(html_of(made), HasSubstr("未填报"));
}

TEST_F(Reports, TheLeastKnownItemNamesItsMostChosenMistake) {
    visit({{"a", "school", "1", 90, 0}});
    const figures::PeriodReport made = report();
    ASSERT_EQ(made.least_known().size(), 1U);
    EXPECT_EQ(made.least_known()[0].right->hits, 60);
    EXPECT_EQ(made.least_known()[0].mistake, "a");
    EXPECT_EQ(made.least_known()[0].chose_mistake->hits, 30);
}

TEST_F(Reports, AnEmptyPeriodIsAReportThatSaysSo) {
    const figures::PeriodReport made = report();
    EXPECT_EQ(made.visits, 0);
    EXPECT_THAT(html_of(made), HasSubstr("没有开展活动"));
}

TEST_F(Reports, NamesCannotBringMarksIntoThePage) {
    visit({{"<script>alert(1)</script>", "school", "1", 30, 0}});
    EXPECT_THAT(html_of(report()), Not(HasSubstr("<script")));
    EXPECT_THAT(html_of(report()), HasSubstr("&lt;script&gt;"));
}

TEST_F(Reports, ThePageNeedsNoNetwork) {
    visit({{"a", "school", "1", 30, 0}});
    EXPECT_THAT(html_of(report()), Not(HasSubstr("http")));
}

}  // namespace
}  // namespace xy::report
