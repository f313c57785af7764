// Figures that are kept by day: the same as counted, gone with every change, never believed when damaged.
#include "figures/kept_figures.h"

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>

#include "store/examples.h"

namespace xy::figures {
namespace {

using namespace store::examples;

/// Ended visits on two days, each with three answers.
void put_visits(store::Store& store, std::uint32_t first, std::uint32_t count) {
    store.in_one_transaction([&] {
        for (std::uint32_t number = first; number < first + count; ++number) {
            store::SessionRow row{start(id(number)), quiz::Outcome::completed, Milliseconds(40'000 + number),
                                  true};
            row.start.hour.day = number % 2 == 0 ? "2025-06-26" : "2025-07-01";
            row.start.practice = number % 7 == 0;
            store.put_session(row);
            for (int position = 0; position < 3; ++position) {
                quiz::Answer given = answer(position, number % 3 == 0 ? 1 : 2);
                given.time = Milliseconds(number % 5 == 0 ? 300 + number : 4'000);
                store.add(row.start.id, given);
            }
        }
    });
}

/// What the answers say, whatever is kept.
Tally counted(store::Store& store) {
    const Register known{store.items(), store.devices()};
    const Days days = *count_days(store, {}, known, 1, {});
    Tally tally;
    const std::vector<std::string> doubtful = store.doubtful_days();  // a day may become so after it was kept
    for (const auto& [day, figures] : days)
        add_day(tally, day, figures.tally, std::count(doubtful.begin(), doubtful.end(), day.day) > 0);
    tally.rapid = *count_rapid(store, {}, thresholds_of(tally, known), 1, {});
    return tally;
}

bool all_kept(store::Store& store) {
    return kept_figures(store, {store.items(), store.devices()}).has_value();
}

class KeptFigures : public ::testing::Test {
 protected:
    KeptFigures() : store_(open_ready(folder_.path())) { put_visits(store_, 1, 400); }

    TemporaryFolder folder_;
    store::Store store_;
};

TEST_F(KeptFigures, AreTheSameAsCounted) {
    EXPECT_FALSE(all_kept(store_));
    const Tally first = analyse(store_, {}, {})->tally;
    ASSERT_TRUE(all_kept(store_));
    EXPECT_EQ(analyse(store_, {}, {})->tally, first);
    EXPECT_EQ(first, counted(store_));
    EXPECT_GT(first.rapid, 0);
    const Selection july{outreach::parse_period("2025-07"), std::nullopt};
    const Tally of_july = analyse(store_, july, {})->tally;
    EXPECT_EQ(of_july.visits.started, first.by_month.at("2025-07").started);
    EXPECT_TRUE(check_kept_figures(store_, {})->empty());
}

TEST_F(KeptFigures, AreOfNoUseAfterAnyChangeOfAVisit) {
    store_.begin(start(id(900)));
    const std::vector<std::pair<const char*, std::function<void()>>> changes{
        {"begin", [&] { store_.begin(start(id(901))); }},
        {"import", [&] { put_visits(store_, 1'000, 20); }},
        {"an answer to a known session",
         [&] { store_.in_one_transaction([&] { store_.add(id(2), answer(7)); }); }},
        {"another answer to it", [&] { store_.in_one_transaction([&] { store_.add(id(2), answer(8)); }); }},
        {"practice deleted", [&] { store_.delete_practice(); }},
        {"a late end", [&] { store_.finish(end(id(902))); }}};
    for (const auto& [what, change] : changes) {
        if (std::string(what) == "a late end") store_.begin(start(id(902)));
        for (const std::uint32_t open : {900U, 901U})
            if (store_.session(id(open)) && store_.session(id(open))->outcome == quiz::Outcome::open)
                store_.finish(end(id(open)));
        analyse(store_, {}, {});
        if (std::string(what) != "a late end") {
            EXPECT_TRUE(all_kept(store_)) << what;
        }
        change();
        EXPECT_FALSE(all_kept(store_)) << what;
        EXPECT_EQ(analyse(store_, {}, {})->tally, counted(store_)) << what;
    }
}

TEST_F(KeptFigures, ADayWithAnOpenVisitIsNotKept) {
    store_.begin(start(id(900)));
    analyse(store_, {}, {});
    EXPECT_EQ(store_.kept_days().size(), 1U);
    EXPECT_FALSE(all_kept(store_));
    store_.add(id(900), answer(0));
    EXPECT_EQ(analyse(store_, {}, {})->tally, counted(store_));
    store_.finish(end(id(900)));
    analyse(store_, {}, {});
    EXPECT_TRUE(all_kept(store_));
}

TEST_F(KeptFigures, DamagedOnesAreCountedAnew) {
    const Tally right = analyse(store_, {}, {})->tally;
    const std::vector<store::KeptDay> kept = store_.kept_days();
    for (std::size_t at = 0; at < kept[0].figures.size(); at += 7) {
        std::vector<store::KeptDay> damaged{kept[0]};
        damaged[0].figures[at] = static_cast<char>(damaged[0].figures[at] ^ 0x11);
        store_.keep_days(damaged);
        ASSERT_FALSE(all_kept(store_)) << at;
    }
    std::vector<store::KeptDay> cut{kept[0]};
    cut[0].figures.resize(cut[0].figures.size() / 2);
    store_.keep_days(cut);
    EXPECT_EQ(check_kept_figures(store_, {})->size(), 1U);
    EXPECT_EQ(analyse(store_, {}, {})->tally, right);
    EXPECT_TRUE(all_kept(store_));
}

TEST_F(KeptFigures, OnesOfAnotherDayOrOfOtherItemsAreNotBelieved) {
    analyse(store_, {}, {});
    std::vector<store::KeptDay> swapped = store_.kept_days();
    std::swap(swapped[0].figures, swapped[1].figures);
    store_.keep_days(swapped);
    EXPECT_FALSE(all_kept(store_));
    analyse(store_, {}, {});
    EXPECT_TRUE(all_kept(store_));
    store::ItemRow more = store_.items()[0];
    more.version = "v2";
    store_.put_item(more);
    EXPECT_FALSE(all_kept(store_));
    EXPECT_EQ(analyse(store_, {}, {})->tally, counted(store_));
}

TEST_F(KeptFigures, VerifyingFindsAFalseCounter) {
    const Register known{store_.items(), store_.devices()};
    Days days = *count_days(store_, {}, known, 1, {});
    days.at({"market-2025", "2025-07-01"}).tally.right_answers += 1;
    keep_figures(store_, days, known);
    ASSERT_TRUE(all_kept(store_));
    const std::vector<EventDay> expected{{"market-2025", "2025-07-01"}};
    EXPECT_EQ(*check_kept_figures(store_, {}), expected);
}

}  // namespace
}  // namespace xy::figures
