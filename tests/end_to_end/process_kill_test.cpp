// An answer that was shown as taken is in the store, however the kiosk ended and whatever the disk said.
//
// kill -9 ends the process; the system lives on and writes what it holds in its page cache. So these tests
// show that nothing is shown as taken before it was handed to the system whole, and that what is left opens
// again by itself. That it has also reached the disk, as a power cut would ask, they do not show: without a
// single fsync they would pass.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>
#include <set>
#include <signal.h>
#include <sys/resource.h>

#include "end_to_end/own_config.h"
#include "end_to_end/running_kiosk.h"
#include "store/store.h"
#include "support/kill_rounds.h"

namespace xy::end_to_end {
namespace {

namespace fs = std::filesystem;

class EndingKiosk : public testing::Test {
 protected:
    RunningKiosk::Setting setting() const {
        return {.data = data_, .config = own_.config, .questions = own_.questions};
    }

    /// Answers so many questions, each with the option after the last one's; returns when the last feedback
    /// shows.
    static void answer(RunningKiosk& kiosk, int questions, int first_option) {
        kiosk.wait_for("attract");
        kiosk.click_on("attract.start");
        for (int i = 0; i < questions; ++i) {
            if (i > 0) kiosk.click_on("feedback.next");
            const std::string option = "question.option." + std::to_string(1 + (first_option + i) % 3);
            ASSERT_EQ(kiosk.click_on(option).screen, "feedback");
        }
    }

    /// The session that is new in the store, and its answers.
    struct Stored {
        store::SessionRow session;
        std::vector<quiz::Answer> answers;
    };
    std::optional<Stored> new_session() {
        auto store = store::Store::open(data_);
        std::optional<Stored> found;
        store.walk(
            [&](const store::SessionRow& row) {
                if (known_.insert(row.start.id).second) found = Stored{row, {}};
            },
            [](const store::StoredAnswer&) {});
        if (found) found->answers = store.answers_of(found->session.start.id);
        return found;
    }

    static void expect_answer(const quiz::Answer& answer, int position, int option) {
        EXPECT_EQ(answer.position, position);
        EXPECT_EQ(answer.bank + "/" + answer.item, "plain/q" + std::to_string(position + 1));
        EXPECT_EQ(answer.chosen, quiz::OptionSet{1} << option);
        EXPECT_EQ(answer.correct, option == 1);
    }

    TemporaryFolder folder_;
    OwnConfig own_{folder_.path(), quiz_steps};
    fs::path data_ = folder_.path() / "data";
    std::set<RandomId> known_;
};

class ProcessKill : public EndingKiosk {};
class FullDisk : public EndingKiosk {};

TEST_F(ProcessKill, LosesNoAnswerThatWasShownAsTaken) {
    const int times = kill_rounds();
    for (int round = 0; round < times && !HasFailure(); ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        const int questions = 1 + round % 3;
        {
            RunningKiosk kiosk(setting());
            answer(kiosk, questions, round);
            kiosk.kill_at_once();
        }
        const auto stored = new_session();
        ASSERT_TRUE(stored);
        EXPECT_EQ(stored->session.outcome, quiz::Outcome::abandoned);
        ASSERT_EQ(stored->answers.size(), static_cast<std::size_t>(questions));
        for (int i = 0; i < questions; ++i)
            expect_answer(stored->answers[static_cast<std::size_t>(i)], i, (round + i) % 3);
    }
    std::cout << "killed " << times << " times\n";
}

TEST_F(ProcessKill, RightAfterATouchLeavesAWholeAnswerOrNone) {
    for (int round = 0; round < 10 && !HasFailure(); ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        {
            RunningKiosk kiosk(setting());
            kiosk.wait_for("attract");
            kiosk.click_on("attract.start");
            kiosk.click("question.option.2");  // its answer is not waited for
            if (round % 2 == 0) kiosk.wait_for_xdotool();
            kiosk.kill_at_once();
        }
        const auto stored = new_session();
        ASSERT_TRUE(stored) << "the question was shown, so the session had begun";
        ASSERT_LE(stored->answers.size(), 1U);
        for (const quiz::Answer& answer : stored->answers) expect_answer(answer, 0, 1);
    }
}

TEST_F(ProcessKill, AnOrderlyEndClosesTheSession) {
    {
        RunningKiosk kiosk(setting());
        answer(kiosk, 2, 0);
        kiosk.send(SIGTERM);
        EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
    }
    auto store = store::Store::open(data_);
    EXPECT_EQ(store.opening().abandoned, 0) << "nothing was left open";
    store.walk(
        [](const store::SessionRow& row) {
            EXPECT_EQ(row.outcome, quiz::Outcome::abandoned);
            EXPECT_EQ(row.duration, Milliseconds(0)) << "a visit of seconds: kept is the minute";
        },
        [](const store::StoredAnswer&) {});
    EXPECT_EQ(store.count_answers(), 2);
}

// ---- a full disk -----------------------------------------------------------------------------------------

/// No file may grow beyond this; a write then fails as on a full disk.
std::string with_file_limit(std::uintmax_t kilobytes) {
    return "trap '' XFSZ; ulimit -S -f " + std::to_string(kilobytes) + ";";
}

void lift_file_limit(pid_t process) {
    rlimit limit{};
    ASSERT_EQ(::prlimit(process, RLIMIT_FSIZE, nullptr, &limit), 0);
    limit.rlim_cur = limit.rlim_max;
    ASSERT_EQ(::prlimit(process, RLIMIT_FSIZE, &limit, nullptr), 0);
}

/// Answers until a click does not lead to feedback; how many were shown as taken.
int answer_until_staff(RunningKiosk& kiosk) {
    kiosk.wait_for("attract");
    Shown shown = kiosk.click_on("attract.start");
    int taken = 0;
    while (shown.screen != "staff" && taken < 12) {
        shown = kiosk.click_on("question.option.2");
        if (shown.screen != "feedback") break;
        ++taken;
        if (taken < 12) shown = kiosk.click_on("feedback.next");
    }
    return taken;
}

TEST_F(FullDisk, AsksForStaffAndLosesNothing) {
    {
        RunningKiosk kiosk(setting());  // makes the store
        kiosk.wait_for("attract");
        kiosk.click_on("attract.start");
        kiosk.send(SIGTERM);
        ASSERT_EQ(kiosk.wait_for_exit(), 0);
    }
    new_session();
    for (const std::uintmax_t kilobytes : {16U, 24U, 32U, 48U}) {
        SCOPED_TRACE(std::to_string(kilobytes) + " KiB");
        int taken = 0;
        {
            auto limited = setting();
            limited.before = with_file_limit(kilobytes);
            RunningKiosk kiosk(limited);
            taken = answer_until_staff(kiosk);
            EXPECT_EQ(kiosk.wait_for("staff").widget("staff.retry")->enabled, true);
            EXPECT_THAT(kiosk.errors(), testing::HasSubstr("error")) << "the log says why";
            kiosk.kill_at_once();
        }
        std::cout << taken << " answers fitted into " << kilobytes << " KiB\n";
        const auto stored = new_session();
        const std::size_t in_store = stored ? stored->answers.size() : 0;
        EXPECT_GE(in_store, static_cast<std::size_t>(taken));
        for (std::size_t i = 0; i < in_store; ++i) expect_answer(stored->answers[i], static_cast<int>(i), 1);
    }
}

TEST_F(FullDisk, OnceThereIsRoomTheVisitGoesOn) {
    {
        RunningKiosk kiosk(setting());
        kiosk.wait_for("attract");
        kiosk.send(SIGTERM);
        ASSERT_EQ(kiosk.wait_for_exit(), 0);
    }
    auto limited = setting();
    limited.before = with_file_limit(32);
    int taken = 0;
    {
        RunningKiosk kiosk(limited);
        taken = answer_until_staff(kiosk);
        kiosk.wait_for("staff");
        lift_file_limit(kiosk.process());
        // By itself, within five seconds.
        const Shown shown = kiosk.wait_until("the visit", [](const Shown& s) { return s.screen != "staff"; });
        EXPECT_TRUE(shown.screen == "feedback" || shown.screen == "question") << shown.screen;
        if (shown.screen == "question") kiosk.click_on("question.option.2");
        kiosk.send(SIGTERM);
        EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
    }
    const auto stored = new_session();
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->answers.size(), static_cast<std::size_t>(taken) + 1);
}

TEST_F(FullDisk, AFolderThatCannotBeWrittenAsksForStaff) {
    auto impossible = setting();
    impossible.data = own_.config / "kiosk.json" / "data";  // below a file
    RunningKiosk kiosk(impossible);
    kiosk.wait_for("staff");  // before somebody answers what cannot be kept
    EXPECT_THAT(kiosk.errors(), testing::HasSubstr("kiosk.json/data"));
}

}  // namespace
}  // namespace xy::end_to_end
