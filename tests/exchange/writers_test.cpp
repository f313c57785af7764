// Nothing is stored that the reader of an export would refuse: whatever is put to a writer of the store is
// either refused there, or comes in at the office.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.h"
#include "exchange/import.h"
#include "exchange/packages.h"

namespace xy::exchange {
namespace {

using namespace examples;

class HostileRows {
 public:
    explicit HostileRows(std::uint64_t seed) : random_(seed) {}

    outreach::Event event(const std::string& id) {
        outreach::Event made = store::examples::event(id);
        for (std::string* field : {&made.id, &made.name.zh, &made.name.en, &made.place.zh, &made.place_code,
                                   &made.venue, &made.occasion.zh})
            spoil(*field);
        if (rarely()) made.day = day();
        return made;
    }

    outreach::LedgerEntry entry() {
        outreach::LedgerEntry made = store::examples::entry(new_id(), 300);
        for (std::string* field : {&made.measure, &made.title.zh, &made.title.en, &made.unit.zh, &made.note})
            spoil(*field);
        if (rarely()) made.amount = amount();
        if (rarely()) made.undone = true;
        return made;
    }

    store::ItemRow item() {
        store::ItemRow made{"law", "i" + std::to_string(++number_), "v", "single", "t", {}, {}, {"a", "b"},
                            1};
        for (std::string* field : {&made.item, &made.version, &made.kind, &made.topic, &made.stem.zh,
                                   &made.topic_title.en, &made.options.front()})
            spoil(*field);
        if (rarely()) made.options.assign(1 + random_.below(14), "same");
        if (rarely()) made.key = 4;
        return made;
    }

    quiz::SessionStart start() {
        quiz::SessionStart made = store::examples::start(new_id());
        for (std::string* field : {&made.device, &made.programme, &made.programme_version, &made.audience})
            spoil(*field);
        if (rarely()) made.hour.day = day();
        return made;
    }

    quiz::Answer answer() {
        quiz::Answer made = store::examples::answer(0, 2);
        constexpr std::array positions{-1, 0, 999, 1000, 70'000};
        if (rarely()) made.position = positions.at(random_.below(positions.size()));
        return made;
    }

 private:
    bool rarely() { return random_.below(4) == 0; }
    RandomId new_id() { return id(static_cast<std::uint32_t>(1'000 + ++number_)); }

    void spoil(std::string& field) {
        static const std::vector<std::string> texts{"",
                                                    "  ",
                                                    "\xCA\xAF\xC7\xC5",
                                                    "向\xE9\x98",
                                                    std::string("a\0b", 3),
                                                    "a\x1B[2J",
                                                    "a|b",
                                                    "=1+1,\"\r\n",
                                                    std::string(1'001, 'x'),
                                                    std::string(1'000, 'x'),
                                                    std::string(300'000, 'x'),
                                                    "13800138000",
                                                    "\u009B"};
        if (random_.below(5) == 0) field = texts[random_.below(texts.size())];
    }

    std::string day() {
        static const std::vector<std::string> days{"2026/6/26",  "6月26日",    "2026-02-30",
                                                   "",           "2026-06-26", "0000-01-01",
                                                   "1970-01-01", "26-06-2026", "9999-99-99"};
        return days[random_.below(days.size())];
    }

    std::int64_t amount() {
        constexpr std::array<std::int64_t, 5> amounts{0, -1, 1'000'000'000'000, 1'000'000'000'001,
                                                      std::numeric_limits<std::int64_t>::max()};
        return amounts.at(random_.below(amounts.size()));
    }

    Random random_;
    std::uint32_t number_ = 0;
};

int taken(const std::function<void()>& write) {
    return failure_of(write) ? 0 : 1;
}

/// How many rows the store took.
int write_all(store::Store& store, HostileRows& rows) {
    int count = 0;
    for (int i = 0; i < 12; ++i) {
        const std::string id = "e" + std::to_string(i);
        const outreach::Event event = rows.event(id);
        count += taken([&] { i % 2 == 0 ? store.plan_event(event) : store.put_event(event); });
        count += taken([&] { store.add_to_ledger(rows.entry()); });
        count += taken([&] { store.in_one_transaction([&] { store.add_to_ledger(rows.entry()); }); });
        count += taken([&] { store.put_item(rows.item()); });
        const quiz::SessionStart start = rows.start();
        const bool begun = taken([&] { store.begin(start); }) == 1;
        count += begun ? 1 : 0;
        if (!begun) continue;
        count += taken([&] { store.add(start.id, rows.answer()); });
        count += taken([&] { store.finish(end(start.id)); });
    }
    return count;
}

TEST(Writers, WhatTheyTakeComesInElsewhere) {
    int rows = 0;
    for (std::uint64_t seed = 0; seed < 16; ++seed) {
        const TemporaryFolder folder;
        store::Store store = open_ready(folder.path() / "kiosk");
        HostileRows hostile(seed);
        rows += write_all(store, hostile);
        write_package(store, folder.path() / "out");
        store::Store office = store::Store::open(folder.path() / "office");
        const ImportResult result = import_package(office, folder.path() / "out");
        std::string said;
        for (const Problem& problem : result.problems) said += to_string(problem) + '\n';
        ASSERT_FALSE(has_mistakes(result.problems)) << "seed " << seed << ":\n" << said;
        EXPECT_EQ(office.count_sessions(), store.count_sessions());
    }
    EXPECT_GT(rows, 200) << "many rows are harmless";
}

}  // namespace
}  // namespace xy::exchange
