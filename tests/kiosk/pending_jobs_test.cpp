// Whatever comes back from the store's writer, nobody waits for ever.
#include "kiosk/pending_jobs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xy::kiosk {
namespace {

using screens::Action;
using testing::ElementsAre;
using testing::IsEmpty;

PendingJobs waiting_for(std::initializer_list<std::uint64_t> tickets) {
    PendingJobs jobs;
    for (const std::uint64_t ticket : tickets)
        jobs.add({ticket, std::make_shared<PendingJobs::Answer>(screens::Recorded{}),
                  [](const store::StoreError&) { return PendingJobs::Answer(screens::RecordFailed{}); }});
    return jobs;
}

const Action saved = screens::Recorded{};
const Action failed = screens::RecordFailed{};

TEST(PendingJobs, AreAnsweredOneByOne) {
    PendingJobs jobs = waiting_for({1, 2});
    EXPECT_THAT(jobs.settle({1, {}}), ElementsAre(saved));
    EXPECT_THAT(jobs.settle({2, store::StoreError(store::StoreFailure::refused, "full")}),
                ElementsAre(failed));
}

TEST(PendingJobs, ThatNeverCameBackHaveFailed) {
    PendingJobs jobs = waiting_for({1, 2, 3});
    EXPECT_THAT(jobs.settle({3, {}}), ElementsAre(failed, failed, saved));
}

TEST(PendingJobs, ATicketNobodyWaitsForMeansNothing) {
    PendingJobs jobs = waiting_for({2});
    EXPECT_THAT(jobs.settle({1, {}}), IsEmpty());
    EXPECT_THAT(jobs.settle({2, {}}), ElementsAre(saved));
    EXPECT_THAT(jobs.settle({2, {}}), IsEmpty());
}

}  // namespace
}  // namespace xy::kiosk
