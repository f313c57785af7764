// Completion by what visits have in common, against plain counts.
#include "figures/completion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/examples.h"

namespace xy::figures {
namespace {

using namespace store::examples;

struct PlannedVisits {
    std::string event, venue, place, device;
    int started = 0;
    int completed = 0;
};

/// Six events: four in schools, two in a village; two kiosks; every third visit is of parents.
const std::vector<PlannedVisits> six_events{
    {"a", "school", "11", "01", 40, 30}, {"b", "school", "11", "01", 60, 57},
    {"c", "school", "12", "01", 50, 20}, {"d", "school", "2", "01", 30, 29},
    {"e", "village", "3", "01", 80, 60}, {"f", "village", "", "02", 20, 12}};

const std::vector<outreach::Place>& two_townships() {
    static const std::vector<outreach::Place> all{{"1", "", outreach::PlaceLevel::township, {"永安镇", ""}},
                                                  {"11", "1", outreach::PlaceLevel::village, {"东村", ""}},
                                                  {"12", "1", outreach::PlaceLevel::village, {"西村", ""}},
                                                  {"2", "", outreach::PlaceLevel::township, {"石桥乡", ""}}};
    return all;
}

tally::Analysis counted_six() {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    std::uint32_t number = 0;
    store.in_one_transaction([&] {
        for (const PlannedVisits& planned : six_events) {
            outreach::Event held = event(planned.event);
            held.state = outreach::EventState::closed;
            held.venue = planned.venue;
            held.place_code = planned.place;
            store.put_event(held);
            for (int i = 0; i < planned.started; ++i) {
                store::SessionRow row;
                row.start = start(id(++number));
                row.start.event = planned.event;
                row.start.device = planned.device;
                row.start.audience = i % 3 == 0 ? "parent" : "pupil";
                row.outcome = i < planned.completed ? quiz::Outcome::completed : quiz::Outcome::abandoned;
                store.put_session(row);
            }
        }
    });
    return tally::analyse(store, {}, {});
}

std::map<std::string, Completion> groups_by(CompletionBy what, const tally::Analysis& analysis) {
    std::map<std::string, Completion> groups;
    for (Completion& group : completion_by(what, analysis, two_townships()))
        groups[group.id] = std::move(group);
    return groups;
}

TEST(Completion, GroupsAddUpTheirEvents) {
    const tally::Analysis analysis = counted_six();
    const auto venues = groups_by(CompletionBy::venue, analysis);
    EXPECT_EQ(venues.at("school").visits.started, 180);
    EXPECT_EQ(venues.at("school").completed.hits, 136);
    EXPECT_EQ(venues.at("village").completed.n, 100);
    const auto townships = groups_by(CompletionBy::township, analysis);
    EXPECT_EQ(townships.at("1").visits.started, 150) << "three events in its two villages";
    EXPECT_EQ(townships.at("2").visits.started, 30);
    EXPECT_EQ(townships.at("3").visits.started, 80) << "a place that nobody listed";
    EXPECT_EQ(townships.at("").visits.started, 20) << "no place was given";
    EXPECT_EQ(groups_by(CompletionBy::device, analysis).at("02").completed.hits, 12);
    EXPECT_EQ(groups_by(CompletionBy::event, analysis).at("c").completed.hits, 20);
    const auto audiences = groups_by(CompletionBy::audience, analysis);
    EXPECT_EQ(audiences.at("parent").visits.started + audiences.at("pupil").visits.started, 280);
    EXPECT_EQ(audiences.at("parent").visits.started, 14 + 20 + 17 + 10 + 27 + 7);
    for (const CompletionBy what : completion_groupings) {
        tally::Visits all;
        for (const auto& [name, group] : groups_by(what, analysis)) all += group.visits;
        EXPECT_EQ(all, analysis.tally.visits) << code(what);
    }
}

// Kiosk 01 stood at five events, which differ by far more than chance.
TEST(Completion, TheIntervalKnowsThatTheVisitsOfAnEventHangTogether) {
    const tally::Analysis analysis = counted_six();
    const Completion kiosk = groups_by(CompletionBy::device, analysis).at("01");
    stats::ClusterSums events;
    for (const PlannedVisits& planned : six_events)
        if (planned.device == "01") events.add(planned.completed, planned.started);
    EXPECT_EQ(kiosk.completed.events, 5);
    EXPECT_NEAR(kiosk.completed.design_effect, *design_effect(events), 1e-12);
    EXPECT_GT(kiosk.completed.design_effect, 5);
    EXPECT_EQ(groups_by(CompletionBy::audience, analysis).at("pupil").completed.events, 6);
    const Completion of_one = groups_by(CompletionBy::event, analysis).at("a");
    EXPECT_EQ(of_one.completed.design_effect, 1) << "its visits are strangers";
    EXPECT_EQ(groups_by(CompletionBy::venue, analysis).at("school").completed.events, 0)
        << "four are too few";
}

}  // namespace
}  // namespace xy::figures
