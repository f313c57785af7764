// What was acknowledged is there: after kill -9, and with a disk that fills up.
//
// kill -9 leaves the page cache to the system: this shows that an answer is handed over whole before it is
// acknowledged, and that a store left open recovers. It does not show what a power cut does to the disk.
#include <array>
#include <chrono>
#include <csignal>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "base/random.h"
#include "store/examples.h"
#include "support/child.h"
#include "support/kill_rounds.h"

namespace xy::store {
namespace {

using namespace examples;

struct Acknowledged {
    std::uint32_t session = 0;
    std::int32_t position = 0;  ///< -1: the session ended
};

constexpr int answers_per_session = 5;

/// Visits without end; tells `pipe` what is durable. Never returns.
[[noreturn]] void visit_for_ever(const std::filesystem::path& folder, std::uint32_t first, int pipe) {
    Store store = Store::open(folder);
    for (std::uint32_t session = first;; ++session) {
        store.begin(start(id(session)));
        for (int position = 0; position < answers_per_session; ++position) {
            store.add(id(session), answer(position));
            const Acknowledged done{session, position};
            if (::write(pipe, &done, sizeof done) < 0) ::_exit(1);
        }
        store.finish(end(id(session)));
        const Acknowledged done{session, -1};
        if (::write(pipe, &done, sizeof done) < 0) ::_exit(1);
    }
}

/// Reads until the end, or until there are `most`.
std::vector<Acknowledged> read_from(int pipe, std::size_t most) {
    std::vector<Acknowledged> all;
    Acknowledged one;
    while (all.size() < most && ::read(pipe, &one, sizeof one) == static_cast<ssize_t>(sizeof one))
        all.push_back(one);
    return all;
}

/// Starts a process that visits, kills it `delay` after it has acknowledged `heard` things, returns all it
/// acknowledged.
std::vector<Acknowledged> visit_and_be_killed(const std::filesystem::path& folder, std::uint32_t first,
                                              std::size_t heard, std::chrono::microseconds delay) {
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe(ends.data()), 0);
    const pid_t visitor = ::fork();
    if (visitor == 0) {
        ::close(ends[0]);
        visit_for_ever(folder, first, ends[1]);
    }
    ::close(ends[1]);
    std::vector<Acknowledged> all = read_from(ends[0], heard);
    std::this_thread::sleep_for(delay);
    ::kill(visitor, SIGKILL);
    for (const Acknowledged& one : read_from(ends[0], SIZE_MAX)) all.push_back(one);
    ::close(ends[0]);
    ::waitpid(visitor, nullptr, 0);
    return all;
}

TEST(ProcessKill, LosesNoAcknowledgedAnswer) {
    const TemporaryFolder folder;
    { Store store = open_ready(folder.path()); }
    Random random(626);
    std::int64_t acknowledged = 0;
    const auto rounds = static_cast<std::uint32_t>(kill_rounds());
    for (std::uint32_t round = 0; round < rounds; ++round) {
        const std::chrono::microseconds delay(random.below(2'000));
        const auto said = visit_and_be_killed(folder.path(), 10'000 * round, random.below(9), delay);
        Store store = Store::open(folder.path());
        ASSERT_FALSE(store.opening().set_aside);
        EXPECT_LE(store.opening().abandoned, 1);
        for (const Acknowledged& one : said) {
            const auto session = store.session(id(one.session));
            ASSERT_TRUE(session);
            const auto answers = store.answers_of(id(one.session));
            if (one.position >= 0) {
                ASSERT_GT(answers.size(), static_cast<std::size_t>(one.position));
                EXPECT_NE(session->outcome, quiz::Outcome::open);
            } else {
                EXPECT_EQ(session->outcome, quiz::Outcome::completed);
            }
        }
        acknowledged += static_cast<std::int64_t>(said.size());
    }
    EXPECT_GT(acknowledged, 2 * static_cast<std::int64_t>(rounds));
    Store store = Store::open(folder.path());
    store.each_session([](const SessionRow& row) { EXPECT_NE(row.outcome, quiz::Outcome::open); });
}

/// In a process whose files cannot grow beyond `bytes`: adds answers until one fails.
int fill_up(const std::filesystem::path& folder, rlim_t bytes) {
    Store store = open_ready(folder);
    limit_files(bytes);
    std::int64_t taken = 0;
    std::optional<StoreFailure> failure;
    std::uint32_t session = 0;
    int position = 0;
    while (!failure && session < 5'000) {
        failure = failure_of([&] {
            if (position == 0) store.begin(start(id(session)));
            store.add(id(session), answer(position));
        });
        if (failure) break;
        ++taken;
        position = (position + 1) % 100;
        if (position == 0) ++session;
    }
    if (failure != StoreFailure::full) return 10 + static_cast<int>(failure.value_or(StoreFailure::refused));
    if (store.count_answers() != taken) return 2;
    // Room again: the same answer is said again and taken once.
    limit_files(RLIM_INFINITY);
    if (position == 0) store.begin(start(id(session)));
    store.add(id(session), answer(position));
    store.add(id(session), answer(position));
    if (store.count_answers() != taken + 1) return 3;
    return 0;
}

TEST(FullDisk, IsSaidAndLosesNothing) {
    for (const rlim_t bytes : {rlim_t{150'000}, rlim_t{200'001}, rlim_t{300'000}}) {
        const TemporaryFolder folder;
        EXPECT_EQ(in_a_child([&] { return fill_up(folder.path(), bytes); }), 0) << bytes;
        Store store = Store::open(folder.path());
        EXPECT_FALSE(store.opening().set_aside);
        EXPECT_GT(store.count_answers(), 0);
    }
}

}  // namespace
}  // namespace xy::store
