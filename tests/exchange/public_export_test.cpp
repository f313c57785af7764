// The package that may be given to everybody: read as a stranger would, with nothing but its files.
#include "exchange/public_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "exchange/exchange_error.h"
#include "exchange/import.h"
#include "exchange/packages.h"
#include "quiz/time_bands.h"

namespace xy::exchange {
namespace {

using namespace examples;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using PublicJson = nlohmann::json;

/// The rows of a file without quotes in it, the header first.
std::vector<std::string> lines_of(const fs::path& file) {
    std::vector<std::string> lines;
    std::istringstream in(bytes_of(file));
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

std::map<std::string, int> groups_of(const fs::path& file) {
    std::map<std::string, int> groups;
    const std::vector<std::string> lines = lines_of(file);
    for (std::size_t i = 1; i < lines.size(); ++i) ++groups[lines[i]];
    return groups;
}

/// Visits of six events, four audiences, three half-days; some combinations stand alone.
void put_visits(store::Store& store, unsigned seed, int visits) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
    store.in_one_transaction([&] {
        for (int e = 0; e < 6; ++e) {
            outreach::Event made = event("e" + std::to_string(e));
            made.day = "2025-06-26";
            store.put_event(made);
        }
        const quiz::Bank asked = store::examples::bank();
        store.put_items(std::vector<quiz::Bank>{asked});
        for (int i = 1; i <= visits; ++i) {
            RandomId session;
            for (std::uint8_t& byte : session.bytes) byte = static_cast<std::uint8_t>(below(256));
            store::SessionRow row{start(session), quiz::Outcome::completed, Milliseconds(below(400'000)), {}};
            row.start.event = "e" + std::to_string(below(36) == 0 ? 5 : below(5));
            const std::array audiences{"pupil", "pupil", "junior", "villager", "elder"};
            row.start.audience = audiences.at(static_cast<std::size_t>(below(40) == 0 ? 4 : below(4)));
            row.start.hour.day = "2025-06-26";
            row.start.hour.hour = std::array{9, 10, 11, 14, 15, 20}.at(static_cast<std::size_t>(below(6)));
            row.start.practice = i % 10 == 0;
            row.start.language = below(12) == 0 ? Language::en : Language::zh;
            if (below(5) == 0) row.outcome = quiz::Outcome::abandoned;
            if (below(3) != 0) row.pledge = below(2) == 0;
            store.put_session(row);
            store.add(session, answer(0, below(4) == 0 ? 1 : 2));
            quiz::Answer survey{
                1,  quiz::Phase::survey, "law", "useful", "v1", 1U << static_cast<unsigned>(below(3)),
                {}, Milliseconds(900)};
            store.add(session, survey);
        }
    });
}

class PublicPackage : public testing::Test {
 protected:
    PublicExported written(unsigned seed, int visits) {
        store::Store store = store::Store::open(folder_.path() / ("data" + std::to_string(seed)));
        put_visits(store, seed, visits);
        return write_public_package(store, out());
    }
    fs::path out() const { return folder_.path() / "out"; }
    fs::path path() const { return folder_.path(); }

 private:
    TemporaryFolder folder_;
};

TEST_F(PublicPackage, EveryRowStandsThereFiveTimesInAllItsColumns) {
    for (const unsigned seed : {1U, 2U, 3U}) {
        const PublicExported rows = written(seed, 900);
        for (const char* file : {"sessions.csv", "answers.csv"}) {
            const auto groups = groups_of(out() / file);
            EXPECT_GT(groups.size(), 3U);
            for (const auto& [row, times] : groups) EXPECT_GE(times, 5) << file << ": " << row;
        }
        EXPECT_EQ(rows.visits + rows.visits_withheld, 810) << "900 without practice";
        EXPECT_EQ(rows.answers + rows.answers_withheld, 2 * 810);
        EXPECT_GT(rows.visits, 600);
        EXPECT_THAT(lines_of(out() / "sessions.csv").front(),
                    AllOf(HasSubstr("event"), HasSubstr("half_day"), HasSubstr("audience")));
        for (const char* file : {"sessions.csv", "answers.csv"})
            EXPECT_THAT(lines_of(out() / file).front(),
                        AllOf(Not(HasSubstr("session")), Not(HasSubstr("device")), Not(HasSubstr("time")),
                              Not(HasSubstr("hour"))));
    }
}

/// Whoever knows from a report how many there were of an event, an audience, a half-day.
TEST_F(PublicPackage, NoTotalFromElsewhereLeavesASmallGroup) {
    for (const unsigned seed : {4U, 5U, 6U}) {
        written(seed, 700);
        store::Store store = store::Store::open(path() / ("data" + std::to_string(seed)));
        const std::vector<std::string> header = [&] {
            std::vector<std::string> names;
            std::istringstream in(lines_of(out() / "sessions.csv").front());
            for (std::string name; std::getline(in, name, ',');) names.push_back(name);
            return names;
        }();
        std::map<std::string, int> left;  // by column and value: all, then without what is shown
        store.walk(
            [&](const store::SessionRow& row) {
                if (row.start.practice) return;
                ++left["event=" + row.start.event];
                ++left["audience=" + row.start.audience];
                ++left[std::string("half_day=") + std::string(code(quiz::half_day_of(row.start.hour.hour)))];
                ++left["all"];
            },
            [](const store::StoredAnswer&) {});
        std::map<std::string, int> shown;
        for (const auto& [row, times] : groups_of(out() / "sessions.csv")) {
            std::istringstream in(row);
            std::string value;
            for (std::size_t i = 0; std::getline(in, value, ','); ++i)
                shown[header[i] + "=" + value] += times;
            shown["all"] += times;
        }
        for (auto& [value, all] : left) {
            if (!shown.contains(value)) continue;  // nothing of it is shown
            const int withheld = all - shown[value];
            EXPECT_TRUE(withheld == 0 || withheld >= 5) << value << ": " << withheld;
        }
    }
}

TEST_F(PublicPackage, WhatIsWithheldIsSaidWithItsNumbers) {
    const PublicExported rows = written(7, 600);
    ASSERT_GT(rows.visits_withheld, 0);
    const PublicJson package = PublicJson::parse(bytes_of(out() / "datapackage.json"));
    EXPECT_EQ(package["name"], "xiangyang-public");
    EXPECT_EQ(package["profile"], "tabular-data-package");
    EXPECT_EQ(package["xiangyang_withheld"]["visits"], rows.visits_withheld);
    EXPECT_EQ(package["xiangyang_withheld"]["answers"], rows.answers_withheld);
    EXPECT_THAT(
        bytes_of(out() / "README.txt"),
        AllOf(HasSubstr("隐去 " + std::to_string(rows.visits_withheld) + " 人次"),
              HasSubstr("withheld: " + std::to_string(rows.visits_withheld)), Not(HasSubstr("内部"))));
    for (const PublicJson& resource : package["resources"]) {
        std::string header;
        for (const PublicJson& field : resource["schema"]["fields"])
            header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
        const std::string path = resource["path"];
        EXPECT_THAT(bytes_of(out() / path), StartsWith(header + "\r\n"));
    }
    EXPECT_THAT(lines_of(out() / "events.csv").front(), Not(HasSubstr("owner")));
}

TEST_F(PublicPackage, ItIsRefusedWhereNothingCanBeShown) {
    store::Store store = open_ready(path() / "few");
    for (std::uint32_t i = 1; i <= 4; ++i)
        store.put_session({start(id(i)), quiz::Outcome::completed, Milliseconds(1), {}});
    try {
        write_public_package(store, out());
        FAIL();
    } catch (const ExchangeError& error) {
        EXPECT_THAT(error.what(), HasSubstr("nothing can be made public: of 4 visits"));
    }
    EXPECT_FALSE(fs::exists(out()));
}

TEST_F(PublicPackage, TheCheckBeforeTheDeliveryFindsASmallGroup) {
    const PublicExported rows = written(8, 600);
    check_public_package(out(), rows);
    const auto refused = [&](const std::string& file, const std::string& bytes, const std::string& reason) {
        const std::string before = bytes_of(out() / file);
        write_bytes(out() / file, bytes);
        try {
            check_public_package(out(), rows);
            ADD_FAILURE() << reason;
        } catch (const ExchangeError& error) {
            EXPECT_THAT(error.what(), AllOf(HasSubstr("not delivered"), HasSubstr(file), HasSubstr(reason)));
        }
        write_bytes(out() / file, before);
    };
    const std::string visits = bytes_of(out() / "sessions.csv");
    const std::size_t last = visits.rfind("\r\n", visits.size() - 3);
    std::string changed = visits;
    changed.replace(last + 2, 1, "x");
    refused("sessions.csv", changed, "fewer than 5");
    refused("sessions.csv", visits.substr(0, last + 2), "rows instead of");
    refused("answers.csv", "session," + bytes_of(out() / "answers.csv").substr(1),
            "has a column \"session\"");
}

TEST_F(PublicPackage, NobodyMergesIt) {
    written(9, 600);
    store::Store office = store::Store::open(path() / "office");
    const ImportResult result = import_package(office, out());
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_THAT(to_string(result.problems.front()),
                AllOf(HasSubstr("public package"), HasSubstr("without --public")));
    EXPECT_EQ(office.count_sessions(), 0);
}

TEST_F(PublicPackage, ItNeverTakesThePlaceOfAWholeExport) {
    written(10, 600);
    EXPECT_TRUE(may_replace_public(out()));
    EXPECT_FALSE(may_replace(out()));
    store::Store store = store::Store::open(path() / "data10");
    write_package(store, path() / "whole");
    EXPECT_FALSE(may_replace_public(path() / "whole"));
    EXPECT_THROW(write_public_package(store, path() / "whole"), ExchangeError);
    const auto before = contents(out());
    write_public_package(store, out());
    EXPECT_EQ(contents(out()), before) << "the same store gives the same bytes";
}

TEST(Import, AReadmeThatWasEditedOrDeletedDoesNotMatter) {
    const FilledFolder filled;
    write_bytes(filled.package() / "README.txt", "somebody's words");
    store::Store one = store::Store::open(filled.path() / "one");
    EXPECT_TRUE(import_package(one, filled.package()).problems.empty());
    fs::remove(filled.package() / "README.txt");
    store::Store two = store::Store::open(filled.path() / "two");
    EXPECT_TRUE(import_package(two, filled.package()).problems.empty());
    EXPECT_GT(two.count_sessions(), 0);
}

}  // namespace
}  // namespace xy::exchange
