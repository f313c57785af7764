// How long answers took: exactly where the lists of what was measured are of just these answers, else by
// bands.
#include "tally/item_times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/examples.h"

namespace xy::tally {
namespace {

using namespace store::examples;

const AskedItem coca_in_quiz{"law", "coca", "v1", quiz::Phase::quiz};

/// A visit a time, on `day`.
void answer_in(store::Store& store, const std::vector<int>& times, const std::string& day,
               std::uint32_t first = 1, quiz::Phase phase = quiz::Phase::quiz) {
    store.in_one_transaction([&] {
        for (const int ms : times) {
            store::SessionRow row;
            row.start = start(id(first++));
            row.start.hour.day = day;
            row.outcome = quiz::Outcome::completed;
            store.put_session(row);
            quiz::Answer given = answer(0);
            given.phase = phase;
            given.time = Milliseconds(ms);
            store.add(row.start.id, given);
        }
    });
}

stats::Quartiles times_of(store::Store& store, const Selection& selection = {}) {
    Analysis analysis = analyse(store, selection, {});
    take_exact_times(analysis, store);
    return analysis.times.at(coca_in_quiz);
}

// Microsoft's example of QUARTILE.INC, in seconds.
const std::vector<int> eight{12'000, 1'000, 9'000, 2'000, 8'000, 4'000, 10'000, 7'000};

TEST(ItemTimes, AreThoseThatWereMeasured) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    answer_in(store, eight, "2025-06-26");
    const stats::Quartiles times = times_of(store);
    EXPECT_EQ(times.n, 8);
    EXPECT_EQ(times.lower, 3'500);
    EXPECT_EQ(times.median, 7'500);
    EXPECT_EQ(times.upper, 9'250);
    EXPECT_EQ(times.relative_error, 0);
    EXPECT_EQ(times_of(store, {outreach::parse_period("2025H1"), std::nullopt}), times);
}

TEST(ItemTimes, OfSeveralKiosksAndEventsAreThoseOfAllTogether) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    answer_in(store, {1'000, 5'000, 9'000}, "2025-06-26");
    store.put_event([] {
        outreach::Event other = event("fair");
        other.state = outreach::EventState::closed;
        return other;
    }());
    store.in_one_transaction([&] {
        for (const int ms : {2'000, 60'000}) {
            store::SessionRow row;
            row.start = start(id(100 + static_cast<std::uint32_t>(ms)));
            row.start.event = "fair";
            row.outcome = quiz::Outcome::completed;
            store.put_session(row);
            quiz::Answer given = answer(0);
            given.time = Milliseconds(ms);
            store.add(row.start.id, given);
        }
    });
    EXPECT_EQ(times_of(store).median, 5'000);
    EXPECT_EQ(times_of(store).upper, 9'000);
    EXPECT_EQ(times_of(store, {std::nullopt, {{"fair"}}}).median, 31'000);
}

// The lists are of a whole event: of its days in July alone they cannot say.
TEST(ItemTimes, OfAPartOfAnEventComeFromBandsAndSaySo) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    answer_in(store, eight, "2025-06-26");
    answer_in(store, {3'000, 3'000, 3'000}, "2025-07-01", 500);
    const stats::Quartiles july = times_of(store, {outreach::parse_period("2025-07"), std::nullopt});
    EXPECT_EQ(july.n, 3);
    EXPECT_EQ(july.relative_error, 0.12);
    EXPECT_NEAR(*july.median / 3'000, 1, july.relative_error);
    EXPECT_EQ(times_of(store).relative_error, 0);
}

TEST(ItemTimes, OfAnItemOfTwoPhasesComeFromBands) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    answer_in(store, eight, "2025-06-26");
    answer_in(store, {3'000}, "2025-06-26", 500, quiz::Phase::pre);
    EXPECT_EQ(times_of(store).n, 8);
    EXPECT_EQ(times_of(store).relative_error, 0.12);
}

TEST(ItemTimes, BeyondTheLongestBandNothingIsTold) {
    TimeBands bands{};
    bands.at(0) = 3;
    bands.at(quiz::last_time_band) = 5;
    const stats::Quartiles times = quartiles_of(bands);
    EXPECT_EQ(times.n, 8);
    EXPECT_EQ(times.lower, 50);
    EXPECT_FALSE(times.median);
    EXPECT_FALSE(times.upper);
}

}  // namespace
}  // namespace xy::tally
