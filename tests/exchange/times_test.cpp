// Times in a package: nobody who watched the queue finds a visit by them, and merging keeps the lists right.
#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <sstream>

#include "base/random.h"
#include "exchange/import.h"
#include "exchange/packages.h"

namespace xy::exchange {
namespace {

using namespace examples;
using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
    return fields;
}

/// A visit as somebody beside the queue sees it.
struct Watched {
    int half_day = 0;
    double seconds = 0;
};

/// 300 visits on each of four days, of about three minutes, as the simulated ones are.
std::map<std::string, std::vector<Watched>> busy_days(store::Store& store) {
    Random random(626);
    std::map<std::string, std::vector<Watched>> days;
    std::uint32_t number = 0;
    store.in_one_transaction([&] {
        for (const std::string day : {"2025-06-23", "2025-06-24", "2025-06-25", "2025-06-26"})
            for (int i = 0; i < 300; ++i) {
                store::SessionRow row{start(id(++number)), quiz::Outcome::completed, {}, true};
                row.start.hour = {day, 8 + static_cast<int>(random.below(10))};
                row.duration = Milliseconds(std::llround(170'000 * std::exp(0.35 * random.normal())));
                store.put_session(row);
                days[day].push_back(
                    {row.start.hour.hour >= 12 ? 1 : 0, static_cast<double>(row.duration.count()) / 1'000});
            }
    });
    return days;
}

// With milliseconds and the hour, as in format 1, a stopwatch found one row for 82 % of visits.
TEST(Stopwatch, FindsOneRowForAtMostOneVisitInTwenty) {
    const TemporaryFolder folder;
    std::map<std::string, std::vector<Watched>> days;
    {
        store::Store store = open_ready(folder.path() / "data");
        days = busy_days(store);
        write_package(store, folder.path() / "out");
    }
    std::map<std::string, std::vector<std::pair<int, int>>> rows;  // half-day and minutes, by day
    std::istringstream in(bytes_of(folder.path() / "out" / "sessions.csv"));
    std::string line;
    for (std::getline(in, line); std::getline(in, line);) {
        const std::vector<std::string> fields = fields_of(line);
        rows[fields.at(8)].emplace_back(fields.at(9) == "morning" ? 0 : 1, std::stoi(fields.at(11)));
    }
    int unique = 0;
    int visits = 0;
    for (const auto& [day, watched] : days)
        for (const Watched& one : watched) {
            const auto fits = std::count_if(rows[day].begin(), rows[day].end(), [&](const auto& row) {
                const double from = row.second * 60.0;
                const bool open_end = row.second == 10;
                return row.first == one.half_day && one.seconds + 1 >= from &&
                       (open_end || one.seconds - 1 < from + 60);
            });
            EXPECT_GE(fits, 1);
            unique += fits == 1 ? 1 : 0;
            ++visits;
        }
    EXPECT_EQ(visits, 1'200);
    EXPECT_LE(unique, visits / 20);
}

void go_through(store::Store& store, std::uint32_t number, int hour) {
    quiz::SessionStart begun = start(id(number));
    begun.hour.hour = hour;
    store.begin(begun);
    quiz::Answer given = answer(0);
    given.time = Milliseconds(4'000 + number);
    store.add(begun.id, given);
    quiz::SessionEnd ended = end(begun.id);
    ended.duration = Milliseconds(61'000 + number);
    store.finish(ended);
}

/// Everything that is measured, as the tables of a store have it.
std::pair<std::vector<store::DayTimes>, std::vector<store::AnswerTimes>> measured(store::Store& store) {
    return {store.day_times(), store.answer_times()};
}

TEST(MergedTimes, AreThoseOfTheLatestExportWhateverCameBefore) {
    const TemporaryFolder folder;
    store::Store kiosk = open_ready(folder.path() / "kiosk");
    for (std::uint32_t number = 1; number <= 5; ++number) go_through(kiosk, number, 10);
    write_package(kiosk, folder.path() / "noon");
    for (std::uint32_t number = 6; number <= 9; ++number) go_through(kiosk, number, 15);
    write_package(kiosk, folder.path() / "night");
    const std::vector<std::vector<std::string>> orders{
        {"night"}, {"noon", "night"}, {"night", "noon"}, {"noon", "noon", "night", "night"}};
    for (std::size_t i = 0; i < orders.size(); ++i) {
        store::Store office = store::Store::open(folder.path() / ("office-" + std::to_string(i)));
        for (const std::string& package : orders[i])
            EXPECT_FALSE(has_mistakes(import_package(office, folder.path() / package).problems));
        EXPECT_EQ(measured(office), measured(kiosk)) << i;
        EXPECT_EQ(office.count_sessions(), 9);
    }
}

TEST(MergedTimes, OfTwoKiosksWithOneLabelAddUp) {
    const TemporaryFolder folder;
    store::Store office = store::Store::open(folder.path() / "office");
    for (const std::uint32_t number : {1U, 2U}) {
        const std::string name = std::to_string(number);
        store::Store kiosk = open_ready(folder.path() / name);
        go_through(kiosk, number, 10);
        write_package(kiosk, folder.path() / (name + "-out"));
        EXPECT_FALSE(has_mistakes(import_package(office, folder.path() / (name + "-out")).problems));
    }
    std::int64_t begun = 0;
    for (const store::DayTimes& day : office.day_times()) begun += day.hours.at(10);
    EXPECT_EQ(begun, 2);
}

/// A list beyond one row of a file.
TEST(MergedTimes, ALongListIsReadWhole) {
    const TemporaryFolder folder;
    store::Store kiosk = open_ready(folder.path() / "kiosk");
    kiosk.in_one_transaction([&] {
        for (std::uint32_t number = 1; number <= 2'345; ++number)
            kiosk.put_session(
                {start(id(number)), quiz::Outcome::completed, Milliseconds(100 * (number % 700)), {}});
    });
    write_package(kiosk, folder.path() / "out");
    store::Store office = store::Store::open(folder.path() / "office");
    EXPECT_FALSE(has_mistakes(import_package(office, folder.path() / "out").problems));
    ASSERT_THAT(office.day_times(), SizeIs(1));
    EXPECT_THAT(office.day_times()[0].durations, SizeIs(2'345));
    EXPECT_EQ(measured(office), measured(kiosk));
}

/// The package of a visit as an earlier version of the program wrote it.
void write_format_1(const fs::path& package) {
    {
        const TemporaryFolder folder;
        store::Store store = open_ready(folder.path());
        store.begin(start(id(1)));
        store.finish(end(id(1)));
        write_package(store, package);
    }
    reseal(package, "sessions.csv",
           "session,event,device,programme,programme_version,audience,language,practice,day,hour,outcome,"
           "duration_ms,pledge\r\n"
           "00000000000000000000000000000001,market-2025,07,three-minute,p1,pupil,zh,false,2025-06-26,10,"
           "completed,61001,true\r\n");
    reseal(package, "answers.csv",
           "session,position,phase,bank,item,item_version,chosen,correct,time_ms\r\n"
           "00000000000000000000000000000001,0,quiz,law,coca,v1,b,true,4001\r\n");
    std::string descriptor = bytes_of(package / "datapackage.json");
    const std::string format = "\"xiangyang_format\": 2";
    descriptor.replace(descriptor.find(format), format.size(), "\"xiangyang_format\": 1");
    write_bytes(package / "datapackage.json", descriptor);
}

TEST(FormatOne, IsReadAndItsTimesAreKeptApart) {
    const TemporaryFolder folder;
    write_format_1(folder.path() / "old");
    store::Store office = store::Store::open(folder.path() / "office");
    for (const bool again : {false, true}) {
        const ImportResult result = import_package(office, folder.path() / "old");
        EXPECT_FALSE(has_mistakes(result.problems));
        EXPECT_EQ(result.sessions.fresh, again ? 0 : 1);
        EXPECT_EQ(result.sessions.known, again ? 1 : 0);
        ASSERT_THAT(office.day_times(), SizeIs(1));
        EXPECT_EQ(office.day_times()[0].hours.at(10), 1);
        EXPECT_THAT(office.day_times()[0].durations, ElementsAre(61'001));
        ASSERT_THAT(office.answer_times(), SizeIs(1));
        EXPECT_THAT(office.answer_times()[0].times, ElementsAre(4'001));
    }
    // The same kiosk, brought up to date, exports the same visit again; its label stands for the source.
    store::Store kiosk = open_ready(folder.path() / "kiosk");
    kiosk.in_one_transaction([&] {
        kiosk.put_session({start(id(1)), quiz::Outcome::completed, Milliseconds(61'001), true});
        quiz::Answer given = answer(0);
        given.time = Milliseconds(4'001);
        kiosk.add(id(1), given);
    });
    write_package(kiosk, folder.path() / "new");
    const ImportResult result = import_package(office, folder.path() / "new");
    EXPECT_EQ(result.sessions.known, 1);
    EXPECT_EQ(measured(office), measured(kiosk));
}

}  // namespace
}  // namespace xy::exchange
