// The file does not tell in which order visits came, nor anything of what was deleted.
//
// How SQLite lays out a page: https://www.sqlite.org/fileformat.html#b_tree_pages. Its pointers to the rows
// are in the order of the keys; the rows themselves lie from the end of the page towards its beginning, each
// new one below those before it.
#include <algorithm>
#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/random.h"
#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;
using ::testing::AllOf;
using ::testing::Gt;
using ::testing::Lt;

constexpr std::size_t page_size = 4'096;

std::size_t number_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes.at(at))) * 256U +
           static_cast<unsigned char>(bytes.at(at + 1));
}

/// Behind a number of SQLite's variable length.
std::size_t behind_number(std::string_view bytes, std::size_t at) {
    for (int i = 0; i < 8 && static_cast<unsigned char>(bytes.at(at)) >= 0x80U; ++i) ++at;
    return at + 1;
}

/// The random ids at the beginning of the rows of one page, as the rows were written; each once.
std::vector<std::string> as_written(std::string_view page) {
    const auto kind = static_cast<unsigned char>(page.at(0));
    if (kind != 2 && kind != 10) return {};  // not of a table that is ordered by its key
    const std::size_t rows = number_at(page, 3);
    const std::size_t pointers = kind == 2 ? 12 : 8;
    if (pointers + 2 * rows > page.size()) return {};
    std::vector<std::size_t> places;
    for (std::size_t row = 0; row < rows; ++row) places.push_back(number_at(page, pointers + 2 * row));
    std::sort(places.rbegin(), places.rend());
    std::vector<std::string> ids;
    for (const std::size_t place : places) {
        const std::size_t header = behind_number(page, place + (kind == 2 ? 4 : 0));
        constexpr unsigned char sixteen_bytes = 12 + 2 * 16;
        if (static_cast<unsigned char>(page.at(header + 1)) != sixteen_bytes) continue;
        const std::size_t begin = header + static_cast<unsigned char>(page.at(header));
        std::string id(page.substr(begin, 16));
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
    }
    return ids;
}

std::string text_of(const RandomId& id) {
    return {id.bytes.begin(), id.bytes.end()};
}

/// Of two visits on one page, how often the one that was written first is the one that came first.
struct Guess {
    std::int64_t right = 0;
    std::int64_t pairs = 0;
    double share() const {
        return static_cast<double>(right) / static_cast<double>(std::max<std::int64_t>(pairs, 1));
    }
};

Guess guess_arrival(const std::string& file, const std::vector<RandomId>& arrived) {
    std::map<std::string, std::size_t> places;
    for (const RandomId& id : arrived) places.emplace(text_of(id), places.size());
    Guess guess;
    for (std::size_t page = page_size; page + page_size <= file.size(); page += page_size) {
        std::vector<std::size_t> order;
        for (const std::string& id : as_written(std::string_view(file).substr(page, page_size)))
            if (const auto found = places.find(id); found != places.end()) order.push_back(found->second);
        for (std::size_t first = 0; first < order.size(); ++first)
            for (std::size_t second = first + 1; second < order.size(); ++second) {
                ++guess.pairs;
                guess.right += order[first] < order[second] ? 1 : 0;
            }
    }
    return guess;
}

/// What a coin would guess, within what chance does with some thousand pairs.
auto at_chance() {
    return AllOf(Gt(0.4), Lt(0.6));
}

std::vector<RandomId> random_ids(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<RandomId> ids(count);
    for (RandomId& id : ids)
        for (std::uint8_t& byte : id.bytes) byte = static_cast<std::uint8_t>(random.below(256));
    return ids;
}

void visit(Store& store, const RandomId& session, int hour, const std::string& day = "2025-06-26",
           bool practice = false) {
    quiz::SessionStart begun = start(session);
    begun.hour = {day, hour};
    begun.practice = practice;
    store.begin(begun);
    for (int position = 0; position < 5; ++position) store.add(session, answer(position));
    store.finish(end(session));
}

/// All bytes of all files of a folder.
std::string all_bytes(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& [name, bytes] : contents(folder)) all += bytes;
    return all;
}

std::size_t found_in(const std::string& bytes, std::span<const RandomId> ids) {
    return static_cast<std::size_t>(std::count_if(ids.begin(), ids.end(), [&](const RandomId& id) {
        return bytes.find(text_of(id)) != std::string::npos;
    }));
}

std::string log_of(const TemporaryFolder& folder) {
    return bytes_of(folder.path() / "xiangyang.db-wal");
}

// The reading above finds what there is to find.
TEST(Arrival, IsReadFromATableIntoWhichRowsWerePutAsTheyCame) {
    const TemporaryFolder folder;
    const std::vector<RandomId> ids = random_ids(60, 1);
    sqlite3* opened = nullptr;
    ASSERT_EQ(sqlite3_open(folder.database().c_str(), &opened), SQLITE_OK);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> db(opened, &sqlite3_close);
    sqlite3_exec(opened, "CREATE TABLE visit (id BLOB PRIMARY KEY) WITHOUT ROWID", nullptr, nullptr, nullptr);
    for (const RandomId& id : ids)
        sqlite3_exec(opened, ("INSERT INTO visit VALUES (x'" + to_hex(id) + "')").c_str(), nullptr, nullptr,
                     nullptr);
    const Guess guess = guess_arrival(bytes_of(folder.database()), ids);
    EXPECT_EQ(guess.pairs, 60 * 59 / 2);
    EXPECT_EQ(guess.right, guess.pairs);
}

TEST(Arrival, OfADayIsNotInTheFileThatIsClosed) {
    const TemporaryFolder folder;
    const std::vector<RandomId> ids = random_ids(300, 2);
    {
        Store store = open_ready(folder.path());
        for (std::size_t i = 0; i < ids.size(); ++i) visit(store, ids[i], i < 130 ? 10 : 15);
    }
    const Guess guess = guess_arrival(bytes_of(folder.database()), ids);
    EXPECT_GT(guess.pairs, 3'000);
    EXPECT_THAT(guess.share(), at_chance());
    EXPECT_EQ(contents(folder.path()).size(), 2U);  // the file, and the count that was signed off
}

TEST(Arrival, OfAHalfDayIsGoneWhenTheNextBegins) {
    const TemporaryFolder folder;
    const std::vector<RandomId> ids = random_ids(200, 3);
    Store store = open_ready(folder.path());
    for (const RandomId& id : ids) visit(store, id, 10);
    EXPECT_GT(found_in(log_of(folder), ids), 0U);
    visit(store, id(1), 14);
    EXPECT_THAT(guess_arrival(bytes_of(folder.database()), ids).share(), at_chance());
    EXPECT_EQ(found_in(log_of(folder), ids), 0U);
    EXPECT_EQ(store.count_sessions(), 201);
}

TEST(Arrival, IsGoneWhenAnEventEndsAnotherBeginsOrTheDayIsOver) {
    const std::vector<std::function<void(Store&)>> ends{
        [](Store& store) { store.set_event_state("market-2025", outreach::EventState::closed); },
        [](Store& store) {
            quiz::SessionStart other = start(id(1));
            store.put_event(event("other"));
            other.event = "other";
            store.begin(other);
        },
        [](Store& store) { store.settle("2025-06-27"); }};
    for (const auto& end_of : ends) {
        const TemporaryFolder folder;
        const std::vector<RandomId> ids = random_ids(100, 4);
        Store store = open_ready(folder.path());
        for (const RandomId& id : ids) visit(store, id, 10);
        store.settle("2025-06-26");  // the same day: they go on waiting
        EXPECT_GT(found_in(log_of(folder), ids), 0U);
        end_of(store);
        EXPECT_EQ(found_in(log_of(folder), ids), 0U);
        EXPECT_THAT(guess_arrival(bytes_of(folder.database()), ids).share(), at_chance());
    }
}

TEST(Arrival, OfSeveralStartsInOneMorningIsNotInTheFile) {
    const TemporaryFolder folder;
    const std::vector<RandomId> ids = random_ids(200, 5);
    for (std::size_t start = 0; start < ids.size(); start += 20) {
        Store store = open_ready(folder.path());
        for (std::size_t i = start; i < start + 20; ++i) visit(store, ids[i], 9);
    }
    EXPECT_THAT(guess_arrival(bytes_of(folder.database()), ids).share(), at_chance());
}

TEST(Arrival, AfterAKilledProcessIsGoneAtTheNextStart) {
    const TemporaryFolder folder;
    const std::vector<RandomId> ids = random_ids(150, 6);
    const pid_t booth = ::fork();
    if (booth == 0) {
        Store store = open_ready(folder.path());
        for (const RandomId& id : ids) visit(store, id, 9);
        store.begin(start(id(1)));
        ::_exit(0);
    }
    ::waitpid(booth, nullptr, 0);
    EXPECT_EQ(found_in(all_bytes(folder.path()), ids), ids.size());
    Store store = Store::open(folder.path());
    EXPECT_EQ(store.opening().abandoned, 1);
    EXPECT_THAT(guess_arrival(bytes_of(folder.database()), ids).share(), at_chance());
    EXPECT_EQ(log_of(folder), "");
    EXPECT_EQ(store.count_answers(), 750);
}

TEST(Arrival, OfTwoImportsOfOneDayIsNotInTheFile) {
    const TemporaryFolder folder;
    std::vector<RandomId> ids = random_ids(200, 7);
    {
        Store store = open_ready(folder.path());
        for (const std::size_t half : {std::size_t{0}, std::size_t{100}}) {
            const auto first = ids.begin() + static_cast<std::ptrdiff_t>(half);
            std::sort(first, first + 100);  // as a package brings them
            store.in_one_transaction([&] {
                for (auto id = first; id != first + 100; ++id)
                    store.put_session({start(*id), quiz::Outcome::completed, Milliseconds(1), {}});
            });
        }
    }
    // Within each half the order is that of the ids: what is told, and guessed right.
    std::int64_t crossing = 0;
    std::int64_t right = 0;
    const std::string file = bytes_of(folder.database());
    for (std::size_t page = page_size; page + page_size <= file.size(); page += page_size) {
        std::vector<bool> second;
        for (const std::string& id : as_written(std::string_view(file).substr(page, page_size))) {
            const auto found =
                std::find_if(ids.begin(), ids.end(), [&](const RandomId& i) { return text_of(i) == id; });
            if (found != ids.end()) second.push_back(found - ids.begin() >= 100);
        }
        for (std::size_t a = 0; a < second.size(); ++a)
            for (std::size_t b = a + 1; b < second.size(); ++b) {
                if (second[a] == second[b]) continue;
                ++crossing;
                right += second[b] ? 1 : 0;
            }
    }
    EXPECT_GT(crossing, 500);
    EXPECT_THAT(static_cast<double>(right) / static_cast<double>(crossing), at_chance());
}

/// A file as version 4 of the program left it: visits lie as they came.
void write_version_4(const std::filesystem::path& file, const std::vector<RandomId>& ids) {
    std::string sql;
    for (int version = 1; version <= 4; ++version)
        sql += bytes_of(XY_SOURCE_DIR "/src/store/sql/schema/schema_" + std::to_string(version) + ".sql");
    sql += R"(
        INSERT INTO event VALUES ('market-2025', '赶集日宣传', 'Market day', '', '', '', '', '', '', 'open', '');
        INSERT INTO setup VALUES (1, '07', 'three-minute', 'p1');
        PRAGMA application_id = 0x5859515A;
        PRAGMA user_version = 4;)";
    for (const RandomId& id : ids)
        sql += "INSERT INTO session VALUES (x'" + to_hex(id) +
               "', 'market-2025', 1, 'pupil', 'zh', 0, '2025-06-26', 10, 'completed', 61000, 1);";
    sqlite3* opened = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &opened), SQLITE_OK);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> db(opened, &sqlite3_close);
    EXPECT_EQ(sqlite3_exec(opened, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(opened);
}

TEST(Arrival, InAFileOfAnOlderVersionIsGoneOnceItWasOpened) {
    const TemporaryFolder folder;
    const std::vector<RandomId> ids = random_ids(100, 8);
    write_version_4(folder.database(), ids);
    EXPECT_GT(guess_arrival(bytes_of(folder.database()), ids).share(), 0.65);
    {
        Store store = Store::open(folder.path());
        EXPECT_EQ(store.count_sessions(), 100);
        EXPECT_TRUE(store.check_counts().empty());
    }
    EXPECT_THAT(guess_arrival(bytes_of(folder.database()), ids).share(), at_chance());
}

TEST(Arrival, PracticeThatWasDeletedIsInNoByteOfAnyFile) {
    const TemporaryFolder folder;
    const std::vector<RandomId> ids = random_ids(60, 9);
    const std::span<const RandomId> settled(ids.data(), 20);
    const std::span<const RandomId> waiting(ids.data() + 20, 20);
    const std::span<const RandomId> visits(ids.data() + 40, 20);
    Store store = open_ready(folder.path());
    for (const RandomId& id : settled) visit(store, id, 10, "2025-06-26", true);
    store.settle("2025-06-27");
    for (const RandomId& id : waiting) visit(store, id, 10, "2025-06-26", true);
    for (const RandomId& id : visits) visit(store, id, 10);
    EXPECT_EQ(found_in(all_bytes(folder.path()), ids), 60U);
    EXPECT_EQ(store.delete_practice(), 40);
    EXPECT_EQ(found_in(all_bytes(folder.path()), settled), 0U);
    EXPECT_EQ(found_in(all_bytes(folder.path()), waiting), 0U);
    EXPECT_EQ(found_in(all_bytes(folder.path()), visits), 20U);
    EXPECT_EQ(log_of(folder), "");
    EXPECT_EQ(store.count_answers(), 100);
    EXPECT_TRUE(store.check_counts().empty());
}

// ---- visits that wait are read like the others -----------------------------------------------------------

TEST(WaitingVisits, AreCountedAndReadWithTheOthers) {
    const TemporaryFolder folder;
    const std::vector<RandomId> ids = random_ids(80, 10);
    Store store = open_ready(folder.path());
    for (std::size_t i = 0; i < ids.size(); ++i) visit(store, ids[i], i < 40 ? 10 : 15);
    const auto rows = [&] {
        std::vector<RandomId> sessions;
        std::vector<std::pair<RandomId, int>> answers;
        const auto participation =
            store.walk([&](const SessionRow& row) { sessions.push_back(row.start.id); },
                       [&](const StoredAnswer& a) { answers.emplace_back(a.session, a.position); });
        EXPECT_EQ(participation, store.participation());
        EXPECT_TRUE(std::is_sorted(answers.begin(), answers.end()));
        EXPECT_EQ(answers.size(), 400U);
        return std::pair(sessions, participation);
    };
    std::vector<RandomId> sorted = ids;
    std::sort(sorted.begin(), sorted.end());
    const auto mixed = rows();
    EXPECT_EQ(mixed.first, sorted);
    const outreach::Sheet sheet = store.sheet("market-2025");
    EXPECT_EQ(sheet.started, 80);
    EXPECT_EQ(sheet.answered_items, 400);
    EXPECT_TRUE(store.check_counts().empty());
    store.settle("2025-06-27");
    EXPECT_EQ(rows(), mixed);
    EXPECT_EQ(store.sheet("market-2025"), sheet);
    EXPECT_EQ(store.count_answers(), 400);
    EXPECT_TRUE(store.check_counts().empty());
    EXPECT_FALSE(store.find_damage());
}

TEST(WaitingVisits, AreTheSameOnceMoved) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    visit(store, id(1), 10);
    store.settle("2025-06-27");
    visit(store, id(2), 10);
    for (const RandomId& session : {id(1), id(2)}) {
        store.add(session, answer(0));  // again: taken once
        store.finish(end(session));
        EXPECT_EQ(failure_of([&] { store.add(session, answer(7)); }), StoreFailure::refused);
        EXPECT_EQ(failure_of([&] { store.begin(start(session)); }), StoreFailure::refused);
        EXPECT_EQ(failure_of([&] { store.pledge(session, false); }), StoreFailure::refused);
        store.in_one_transaction([&] {
            store.put_session({start(session), quiz::Outcome::completed, Milliseconds(61'000), true});
        });
    }
    EXPECT_EQ(store.count_sessions(), 2);
    EXPECT_EQ(store.count_answers(), 10);
}

TEST(WaitingVisits, AnOpenOneStaysWhenTheOthersAreMoved) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    store.begin(start(id(9)));
    store.add(id(9), answer(0));
    visit(store, id(1), 10);
    store.settle("2025-06-27");
    store.add(id(9), answer(1));
    store.finish(end(id(9)));
    EXPECT_EQ(store.session(id(9))->outcome, quiz::Outcome::completed);
    EXPECT_EQ(store.answers_of(id(9)).size(), 2U);
    EXPECT_EQ(store.started_on("market-2025", "2025-06-26"), 2);
}

}  // namespace
}  // namespace xy::store
