// All visits read on several threads: what one walk over the tables says, no more and no less.
#include <algorithm>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <mutex>
#include <sys/wait.h>
#include <unistd.h>

#include "base/random.h"
#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;
using ::testing::Optional;

/// A visit in one line, so that two ways of reading can be compared.
std::string line_of(const VisitRow& visit, std::span<const VisitAnswer> answers, Store& store) {
    std::string line = std::string(visit.event) + '|' + std::string(visit.audience) + '|' +
                       std::string(visit.day) + '|' + store.devices().at(visit.setup) + '|' +
                       std::to_string(visit.practice) + std::string(code(visit.outcome)) +
                       (visit.pledge ? std::to_string(*visit.pledge) : "-");
    const std::vector<ItemRow> items = store.items();
    for (const VisitAnswer& answer : answers)
        line += '|' + items.at(answer.item).item + std::to_string(static_cast<int>(answer.phase)) +
                (answer.scored ? std::to_string(answer.right) : "-") + std::to_string(answer.chosen) + "," +
                std::to_string(answer.time_ms);
    return line;
}

std::string line_of(const SessionRow& row, const std::vector<StoredAnswer>& answers) {
    std::string line = row.start.event + '|' + row.start.audience + '|' + row.start.hour.day + '|' +
                       row.start.device + '|' + std::to_string(row.start.practice) +
                       std::string(code(row.outcome)) + (row.pledge ? std::to_string(*row.pledge) : "-");
    for (const StoredAnswer& answer : answers)
        line += '|' + answer.item->item + std::to_string(static_cast<int>(answer.phase)) +
                (answer.correct ? std::to_string(*answer.correct) : "-") + std::to_string(answer.chosen) +
                "," + std::to_string(answer.time.count());
    return line;
}

std::vector<std::pair<SessionRow, std::vector<StoredAnswer>>> visits_of(Store& store) {
    std::vector<std::pair<SessionRow, std::vector<StoredAnswer>>> visits;
    store.walk(
        [&](const SessionRow& row) {
            visits.push_back({row, {}});
        },
        [&](const StoredAnswer& answer) { visits.back().second.push_back(answer); });
    return visits;
}

std::vector<std::string> in_one_walk(Store& store) {
    std::vector<std::string> lines;
    for (const auto& [row, answers] : visits_of(store)) lines.push_back(line_of(row, answers));
    return lines;
}

/// Every visit of every part, in the order of the parts.
std::vector<std::string> in_parts(Store& store, std::size_t count, const VisitFilter& filter = {}) {
    std::vector<std::vector<std::string>> lines(count);
    std::mutex one_at_a_time;  // line_of() asks the store, which belongs to one thread
    std::vector<VisitPart> work;
    for (std::size_t part = 0; part < count; ++part)
        work.emplace_back([&, part](VisitReader& reader) {
            while (reader.next()) {
                const auto answers = reader.answers();
                const std::lock_guard lock(one_at_a_time);
                lines[part].push_back(line_of(reader.visit(), answers, store));
            }
        });
    store.read_visits(work, filter, {});
    std::vector<std::string> all;
    for (const auto& part : lines) all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// Visits with ids all over, some with audiences that fill pages of their own, some without answers.
void fill(Store& store, int visits) {
    Random random(7);
    store.in_one_transaction([&] {
        for (int number = 0; number < visits; ++number) {
            SessionRow row{start({}), quiz::Outcome::completed, Milliseconds(random.next() >> 24U), {}};
            for (std::uint8_t& byte : row.start.id.bytes) byte = static_cast<std::uint8_t>(random.below(256));
            row.start.device = std::to_string(random.below(3));
            row.start.practice = random.below(10) == 0;
            row.start.hour.hour = static_cast<int>(random.below(24));
            if (random.below(3) != 0) row.pledge = random.below(2) == 0;
            if (random.below(4) == 0) row.outcome = quiz::Outcome::timed_out;
            if (random.below(20) == 0)
                for (auto length = 70 + random.below(900); length > 0; --length) row.start.audience += "向";
            store.put_session(row);
            const auto answers = static_cast<int>(random.below(12));
            for (int position = 0; position < answers; ++position) {
                quiz::Answer given = answer(position, static_cast<quiz::OptionSet>(random.below(8)));
                given.time = Milliseconds(random.next() >> (1 + random.below(63)));
                if (position == 3) given = {3, quiz::Phase::survey, "law", "useful", "v1", 1, {}, given.time};
                store.add(row.start.id, given);
            }
        }
    });
}

TEST(Visits, AreTheSameInAnyNumberOfParts) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    fill(store, 1'500);
    const std::vector<std::string> expected = in_one_walk(store);
    ASSERT_EQ(expected.size(), 1'500U);
    for (const std::size_t parts : {1U, 2U, 3U, 8U}) EXPECT_EQ(in_parts(store, parts), expected) << parts;
}

TEST(Visits, WithAFastAnswerAloneAreReadWithAllTheirAnswers) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    fill(store, 300);
    constexpr std::int64_t limit = 1'000;
    std::vector<std::string> expected;
    for (const auto& [row, answers] : visits_of(store))
        if (std::any_of(answers.begin(), answers.end(),
                        [](const StoredAnswer& answer) { return answer.time.count() < limit; }))
            expected.push_back(line_of(row, answers));
    ASSERT_FALSE(expected.empty());
    ASSERT_LT(expected.size(), 300U);
    for (const std::size_t parts : {1U, 3U}) EXPECT_EQ(in_parts(store, parts, {limit}), expected) << parts;
}

TEST(Visits, OfAnEmptyStoreAndOfOneInAFolderWithSpecialNames) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path() / "日 #1?%41&x=y");
    EXPECT_TRUE(in_parts(store, 2).empty());
    fill(store, 5);
    EXPECT_EQ(in_parts(store, 2).size(), 5U);
}

// What was just recorded lies in the log; it counts at once.
TEST(Visits, AreReadWithTheLogAndTheStoreGoesOn) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    for (std::uint32_t number = 1; number <= 3; ++number) {
        store.begin(start(id(number)));
        store.add(id(number), answer(0));
        EXPECT_EQ(in_parts(store, 2), in_one_walk(store));
        EXPECT_EQ(in_parts(store, 2).size(), number);
    }
}

/// Whether another process would find the file free.
bool free_for_others(const std::filesystem::path& file) {
    const pid_t child = ::fork();
    if (child == 0) {
        struct flock lock {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x40000000;  // where SQLite locks
        lock.l_len = 512;
        const int opened = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
        const bool asked = ::fcntl(opened, F_GETLK, &lock) == 0;
        ::_exit(asked && lock.l_type == F_UNLCK ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WEXITSTATUS(status) == 1;
}

// The system drops every lock of a process on a file as soon as it closes that file anywhere.
TEST(Visits, ReadingThemDoesNotGiveTheFileAway) {
    const TemporaryFolder folder;
    {
        Store store = open_ready(folder.path());
        fill(store, 50);
        EXPECT_FALSE(free_for_others(folder.database()));
        in_parts(store, 3);
        EXPECT_FALSE(free_for_others(folder.database()));
    }
    EXPECT_TRUE(free_for_others(folder.database()));
}

TEST(Visits, CanBeStoppedAndAPartCanFail) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    fill(store, 50);
    const VisitPart read = [](VisitReader& reader) {
        while (reader.next()) reader.answers();
    };
    const std::vector<VisitPart> two{read, read};
    EXPECT_THROW(store.read_visits(two, {}, [](double) { return false; }), Stopped);
    double last = 0;
    for (const VisitFilter& filter : {VisitFilter{}, VisitFilter{.answer_under_ms = 1}}) {
        EXPECT_NO_THROW(store.read_visits(two, filter, [&](double done) {
            last = done;
            return true;
        }));
        EXPECT_EQ(last, 1.0);
    }
    const std::vector<VisitPart> bad{read, [](VisitReader&) { throw std::runtime_error("of a part"); }};
    EXPECT_THROW(store.read_visits(bad, {}, {}), std::runtime_error);
    EXPECT_THROW(
        store.read_visits(two, {}, [](double) -> bool { throw std::runtime_error("of the caller"); }),
        std::runtime_error);
}

TEST(Visits, ALazyPartIsNotTakenForAWholeOne) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    fill(store, 50);
    const std::vector<VisitPart> lazy{[](VisitReader& reader) { reader.next(); }};
    EXPECT_THAT(failure_of([&] { store.read_visits(lazy, {}, {}); }), Optional(StoreFailure::damaged));
}

TEST(Visits, DamageIsAMessageAndNotACrash) {
    std::string healthy;
    {
        const TemporaryFolder folder;
        {
            Store store = open_ready(folder.path());
            fill(store, 400);
        }
        healthy = bytes_of(folder.database());
    }
    Random random(5);
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        const TemporaryFolder folder;
        std::string bytes = healthy;
        const std::size_t at = 4'096 + random.below(bytes.size() - 8'192);
        const std::size_t length = round % 2 == 0 ? 1 : 1 + random.below(2'048);
        for (std::size_t i = 0; i < length; ++i) bytes[at + i] = static_cast<char>(random.below(256));
        write_bytes(folder.database(), bytes);
        const auto failure = failure_of([&] {
            Store store = Store::open(folder.path(), Check::none);
            const VisitPart read = [](VisitReader& reader) {
                while (reader.next()) reader.answers();
            };
            store.read_visits(std::vector<VisitPart>{read, read}, {}, {});
        });
        if (!failure) continue;
        EXPECT_THAT(failure, Optional(StoreFailure::damaged));
        ++refused;
    }
    EXPECT_GT(refused, 80);
}

}  // namespace
}  // namespace xy::store
