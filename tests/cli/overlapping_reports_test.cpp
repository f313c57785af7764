// Reports given out one after the other, taken from each other by whoever has them all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "cli/program.h"

namespace xy::cli {
namespace {

using namespace program;
using namespace store::examples;
using ::testing::AllOf;
using ::testing::HasSubstr;
using Json = nlohmann::json;

/// A store of visits in villages of the shipped township, and the reports of it.
class Office {
 public:
    /// Visits that each answered one question, on a day of the event of a village.
    void visits(const std::string& village, const std::string& day,
                const std::vector<std::pair<std::string, int>>& audiences) {
        store::Store store = open_ready(data_.path());
        outreach::Event here = event("e-" + village + day);
        here.place_code = village;
        here.day = day;
        here.state = outreach::EventState::closed;
        store.put_event(here);
        for (const auto& [audience, count] : audiences)
            for (int i = 0; i < count; ++i) visit(store, here.id, day, audience);
    }

    Result report(std::vector<std::string> more) {
        std::vector<std::string> arguments =
            with_shipped({"report", "--data", data_.path(), "--out", data_.path() / "report.json"});
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments);
    }
    /// How many visits of the audience the last report tells; nothing: withheld.
    std::optional<int> told(const std::string& audience) const {
        const Json report = Json::parse(bytes_of(data_.path() / "report.json"));
        for (const Json& group : report["groups"])
            if (group["grouping"] == "audience" && group["name"] == audience && !group["visits"].is_null())
                return group["visits"].get<int>();
        return std::nullopt;
    }
    const TemporaryFolder& folder() const { return data_; }

 private:
    void visit(store::Store& store, const std::string& event, const std::string& day,
               const std::string& audience) {
        quiz::SessionStart begun = start(id(++visits_));
        begun.event = event;
        begun.audience = audience;
        begun.hour = {day, 10};
        store.begin(begun);
        store.add(begun.id, answer(0));
        store.finish(end(begun.id));
    }

    TemporaryFolder data_;
    std::uint32_t visits_ = 0;
};

using Told = std::optional<int>;

/// In one village 3 juniors, in the others many.
void fill(Office& office) {
    office.visits("990100101001", "2025-05-05", {{"primary", 40}, {"junior", 3}, {"family", 14}});
    office.visits("990100101002", "2025-06-09", {{"primary", 30}, {"junior", 25}, {"family", 20}});
    office.visits("990100101003", "2025-06-16", {{"primary", 20}, {"junior", 40}, {"family", 30}});
}

TEST(OverlappingReports, OneForItselfTellsAllThatIsLarge) {
    Office office;
    fill(office);
    ASSERT_EQ(office.report({"--place", "990100101"}).exit_code, 0);
    EXPECT_EQ(office.told("初中"), 68);
}

// 68 in the township less 25 and 40 in two villages are the 3 that the third withholds.
TEST(OverlappingReports, TheTownshipDoesNotTellWhatAVillageWithholds) {
    Office office;
    fill(office);
    ASSERT_EQ(office.report({"--place", "990100101001"}).exit_code, 0);
    EXPECT_EQ(office.told("初中"), Told());
    ASSERT_EQ(office.report({"--place", "990100101002"}).exit_code, 0);
    EXPECT_EQ(office.told("初中"), 25);
    ASSERT_EQ(office.report({"--place", "990100101003"}).exit_code, 0);
    EXPECT_EQ(office.told("初中"), 40);
    const Result township = office.report({"--place", "990100101"});
    ASSERT_EQ(township.exit_code, 0) << township.err;
    EXPECT_EQ(office.told("初中"), Told());
}

TEST(OverlappingReports, TheHalfYearDoesNotTellWhatAMonthWithholds) {
    Office office;
    fill(office);
    ASSERT_EQ(office.report({"--period", "2025-05"}).exit_code, 0);
    EXPECT_EQ(office.told("初中"), Told());
    ASSERT_EQ(office.report({"--period", "2025-06"}).exit_code, 0);
    EXPECT_EQ(office.told("初中"), 65);
    const Result half_year = office.report({"--period", "2025H1"});
    ASSERT_EQ(half_year.exit_code, 0) << half_year.err;
    EXPECT_EQ(office.told("初中"), Told());
}

// What three visits more answered would be the difference of the two reports.
TEST(OverlappingReports, ThreeVisitsLaterTheSameReportIsRefusedUnlessItStandsApart) {
    Office office;
    fill(office);
    ASSERT_EQ(office.report({}).exit_code, 0);
    office.visits("990100101003", "2025-06-16", {{"junior", 3}});
    const Result again = office.report({});
    EXPECT_EQ(again.exit_code, 2);
    EXPECT_THAT(again.err, AllOf(HasSubstr("beside what was published before"), HasSubstr("全部时间"),
                                 HasSubstr("--apart"), HasSubstr("--internal")));
    EXPECT_EQ(office.told("初中"), 68) << "the file is as it was";
    EXPECT_EQ(office.report({"--internal"}).exit_code, 0);
    EXPECT_EQ(office.told("初中"), 71);
    ASSERT_EQ(office.report({"--apart"}).exit_code, 0);
    EXPECT_EQ(office.told("初中"), 71);
    const Result all = run(with_shipped({"publications", "--data", office.folder().path(), "--json"}));
    const Json published = Json::parse(all.out);
    ASSERT_EQ(published.size(), 2U) << "what is internal or refused is not";
    EXPECT_EQ(published[1]["apart"], true);
}

TEST(OverlappingReports, ThirtyVisitsLaterItIsMadeAndNothingNewNeedsNothing) {
    Office office;
    fill(office);
    ASSERT_EQ(office.report({}).exit_code, 0);
    EXPECT_EQ(office.report({}).exit_code, 0) << "the same again tells nothing new";
    EXPECT_EQ(office.told("初中"), 68);
    office.visits("990100101003", "2025-06-16", {{"junior", 30}, {"primary", 30}, {"family", 30}});
    const Result again = office.report({});
    ASSERT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(office.told("初中"), 98);
}

}  // namespace
}  // namespace xy::cli
