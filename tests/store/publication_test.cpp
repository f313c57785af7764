// The register of what was published: as it was written, in order, once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/examples.h"
#include "store/older_file.h"

namespace xy::store {
namespace {

using namespace examples;
using outreach::Publication;
using ::testing::ElementsAre;
using ::testing::Optional;

const Publication june = publication("2025-06-01", "2025-06-30");

/// All time, everywhere, with 5,000 counts.
Publication large() {
    Publication made;
    made.made_on = "2025-07-03";
    made.apart = true;
    for (int i = 0; i < 5'000; ++i)
        made.counts.push_back({"item/" + std::to_string(100'000 + i), i * 7'919LL, i % 3 != 0});
    return made;
}

Publication odd() {
    Publication made = publication("0001-01-01", "9999-12-31");
    made.made_on = "2024-02-29";
    made.title = "二〇二五年“上半年”\n'; DROP TABLE publication; -- 𠮷";
    made.place = "%_|\"\\";
    made.events = {"ༀ", "a'b", "赶集 日"};
    made.threshold = 0;
    made.counts = {{"audience/  ", 0, true},
                   {"audience/\u00e9", 1, false},
                   {"audience/𠮷|'\"", 9'000'000'000'000, true}};
    return made;
}

TEST(Publications, ComeBackAsTheyWereWrittenInTheOrderOfMaking) {
    const TemporaryFolder folder;
    {
        Store store = Store::open(folder.path());
        EXPECT_TRUE(store.publications().empty());
        for (const Publication& each : {june, odd(), large()}) store.publish(each);
        EXPECT_THAT(store.publications(), ElementsAre(june, odd(), large()));
        EXPECT_FALSE(store.find_damage());
    }
    Store again = Store::open(folder.path(), Check::whole, Damage::refuse);
    EXPECT_THAT(again.publications(), ElementsAre(june, odd(), large()));
    EXPECT_TRUE(again.losses().empty());
}

TEST(Publications, NoEventAtAllIsNotEveryEvent) {
    const TemporaryFolder folder;
    Store store = Store::open(folder.path());
    Publication none = june;
    none.events.emplace();
    Publication every = june;
    every.events.reset();
    store.publish(none);
    store.publish(every);
    EXPECT_THAT(store.publications(), ElementsAre(none, every));
}

TEST(Publications, WhatSaysTheSameIsThereOnce) {
    const TemporaryFolder folder;
    Store store = Store::open(folder.path());
    store.publish(june);
    Publication same = june;
    same.made_on = "2025-07-09";
    same.title = "六月";
    std::swap(same.counts[0], same.counts[1]);
    store.publish(same);
    EXPECT_THAT(store.publications(), ElementsAre(june));
    std::vector<Publication> others(7, june);
    others[0].to = "2025-06-29";
    others[1].place = "620723";
    others[2].events->insert("fair-2025");
    others[3].threshold = 5;
    others[4].counts[1].count = 4;
    others[5].counts[1].shown = true;
    others[6].counts.pop_back();
    for (const Publication& other : others) store.publish(other);
    EXPECT_EQ(store.publications().size(), 8U);
    for (const Publication& other : others) store.publish(other);
    EXPECT_EQ(store.publications().size(), 8U);
}

TEST(Publications, OneThatNobodyWasGivenIsTakenOffAndTheOthersStay) {
    const TemporaryFolder folder;
    {
        Store store = Store::open(folder.path());
        for (const Publication& each : {june, odd(), large()}) store.publish(each);
        store.unpublish(1);
        EXPECT_THAT(store.publications(), ElementsAre(june, large()));
        EXPECT_THAT(failure_of([&] { store.unpublish(2); }), Optional(StoreFailure::refused));
        store.publish(odd());
    }
    Store again = Store::open(folder.path(), Check::whole, Damage::refuse);
    EXPECT_THAT(again.publications(), ElementsAre(june, large(), odd()));
    EXPECT_TRUE(again.losses().empty());
}

TEST(Publications, WhatCannotBeIsRefusedAndNothingOfItIsKept) {
    const TemporaryFolder folder;
    Store store = Store::open(folder.path());
    std::vector<Publication> wrong(8, june);
    wrong[0].made_on = "2025-02-30";
    wrong[1].from = "";
    wrong[2].to = "June";
    wrong[3].threshold = -1;
    wrong[4].counts[0].count = -3;
    wrong[5].counts[1].name = wrong[5].counts[0].name;
    wrong[6].counts[0].name = "";
    wrong[7].events->insert("");
    for (const Publication& each : wrong)
        EXPECT_THAT(failure_of([&] { store.publish(each); }), Optional(StoreFailure::refused));
    EXPECT_TRUE(store.publications().empty());
}

TEST(Publications, AreInTheCopyOfTheDayAndStayWhenPracticeIsDeleted) {
    const TemporaryFolder folder;
    const TemporaryFolder fresh;
    {
        Store store = open_ready(folder.path());
        store.publish(june);
        quiz::SessionStart practice = start(id(1));
        practice.practice = true;
        store.begin(practice);
        store.finish(end(id(1)));
        EXPECT_EQ(store.delete_practice(), 1);  // writes the file anew
        EXPECT_THAT(store.publications(), ElementsAre(june));
        store.take_snapshot("2025-07-03");
    }
    std::filesystem::copy_file(folder.path() / "snapshots" / "2025-07-03.db", fresh.database());
    EXPECT_THAT(Store::open(fresh.path()).publications(), ElementsAre(june));
}

// How many rows there were is kept beside them.
TEST(Publications, RowsThatAnotherProgramTookOutOrAddedAreDamage) {
    for (const std::string change : {"DELETE FROM publication_event WHERE event = 'market-2025'",
                                     "DELETE FROM publication_count WHERE name = 'audience/adult'",
                                     "INSERT INTO publication_event VALUES (1, 'fair-2025')",
                                     "INSERT INTO publication_count VALUES (1, 'audience/pupil', 3, 1)",
                                     "UPDATE publication SET events = NULL"}) {
        const TemporaryFolder folder;
        {
            Store store = Store::open(folder.path());
            store.publish(june);
        }
        run_as_stranger(folder.database(), change);
        Store store = Store::open(folder.path());
        EXPECT_THAT(failure_of([&] { store.publications(); }), Optional(StoreFailure::damaged)) << change;
    }
}

}  // namespace
}  // namespace xy::store
