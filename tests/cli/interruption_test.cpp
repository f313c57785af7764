// Ctrl+C in the middle of long work: exit code 130, a line that says what is untouched, and it is.
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <thread>
#include <unistd.h>

#include "cli/program.h"

namespace xy::cli {
namespace {

using namespace program;
using namespace store::examples;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

constexpr int stopped = 130;

/// Starts the program; its standard error goes to `err`. With `interrupted`, SIGINT waits for it from its
/// first instruction on and reaches it as soon as it listens: in the middle of its work, on a machine of any
/// speed.
pid_t start_program(std::vector<std::string> arguments, const fs::path& err, bool interrupted) {
    std::string name = std::string(XY_BIN_DIR) + "/xiangyang";
    std::vector<char*> words{name.data()};
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    const pid_t child = ::fork();
    if (child != 0) return child;
    const int to_err = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(to_err, STDERR_FILENO);
    ::dup2(to_err, STDOUT_FILENO);
    // Tests that run in the background inherit an ignored SIGINT, and the program would leave it so.
    std::signal(SIGINT, SIG_DFL);
    if (interrupted) {
        sigset_t set{};
        sigemptyset(&set);
        sigaddset(&set, SIGINT);
        ::sigprocmask(SIG_BLOCK, &set, nullptr);
        ::raise(SIGINT);
    }
    ::execv(name.c_str(), words.data());
    ::_exit(127);
}

Result end_of(pid_t child, const fs::path& err) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, "", bytes_of(err)};
}

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
}

class Interruption : public ::testing::Test {
 protected:
    void SetUp() override {
        ASSERT_EQ(
            run(with_shipped({"simulate", "--data", data(), "--sessions", "3000", "--seed", "3"})).exit_code,
            0);
    }
    std::string data() const { return folder_.path() / "data"; }
    std::string at(const std::string& name) const { return folder_.path() / name; }
    Result interrupt(const std::vector<std::string>& arguments) const {
        return end_of(start_program(arguments, at("err"), true), at("err"));
    }
    /// Every visit is still there, and the file is whole.
    void expect_a_healthy_store() const {
        EXPECT_EQ(run({"verify", "--data", data()}).exit_code, 0);
        EXPECT_EQ(store::Store::open(data()).count_sessions(), 3'000);
    }

    TemporaryFolder folder_;
};

TEST_F(Interruption, OfStatsAndVerifyChangesNothing) {
    for (const char* verb : {"stats", "verify"}) {
        const Result result = interrupt({verb, "--data", data()});
        EXPECT_EQ(result.exit_code, stopped) << verb;
        EXPECT_EQ(result.err, "xiangyang: stopped; nothing was changed\n");
    }
    expect_a_healthy_store();
}

TEST_F(Interruption, OfAReportLeavesTheOldOne) {
    write_bytes(at("report.html"), "the old report");
    const std::set<std::string> before = names_in(folder_.path());
    const Result result = interrupt(with_shipped({"report", "--data", data(), "--out", at("report.html")}));
    EXPECT_EQ(result.exit_code, stopped);
    EXPECT_EQ(result.err, "xiangyang: stopped; " + at("report.html") + " is as it was before\n");
    EXPECT_EQ(bytes_of(at("report.html")), "the old report");
    fs::remove(at("err"));
    EXPECT_EQ(names_in(folder_.path()), before);
    expect_a_healthy_store();
}

TEST_F(Interruption, OfAnExportLeavesTheOldOneAndNoHalfOne) {
    ASSERT_EQ(run(with_shipped({"export", "--data", data(), "--out", at("out")})).exit_code, 0);
    const std::string answers = bytes_of(at("out") + "/answers.csv");
    const Result result = interrupt(with_shipped({"export", "--data", data(), "--out", at("out")}));
    EXPECT_EQ(result.exit_code, stopped);
    EXPECT_THAT(result.err, HasSubstr("is as it was before"));
    EXPECT_EQ(bytes_of(at("out") + "/answers.csv"), answers);
    EXPECT_EQ(names_in(folder_.path()), (std::set<std::string>{"data", "err", "out"}));
    expect_a_healthy_store();
}

TEST_F(Interruption, OfAnImportBringsNothingIn) {
    ASSERT_EQ(run(with_shipped({"export", "--data", data(), "--out", at("out")})).exit_code, 0);
    const Result result = interrupt({"import-sessions", at("out"), "--data", at("other")});
    EXPECT_EQ(result.exit_code, stopped);
    EXPECT_EQ(result.err, "xiangyang: stopped; nothing was imported\n");
    EXPECT_EQ(store::Store::open(at("other")).count_sessions(), 0);
    EXPECT_EQ(run({"import-sessions", at("out"), "--data", at("other")}).exit_code, 0);
}

// Two million visits take a minute; the signal comes when the first have been written.
TEST_F(Interruption, OfASimulationKeepsWholeVisits) {
    const pid_t child = start_program(
        with_shipped({"simulate", "--data", at("many"), "--sessions", "2000000"}), at("err"), false);
    const fs::path file = fs::path(at("many")) / store::file_name;
    std::error_code ignored;
    while (!fs::exists(file, ignored) || fs::file_size(file, ignored) < 1'000'000)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    ::kill(child, SIGINT);
    const Result result = end_of(child, at("err"));
    EXPECT_EQ(result.exit_code, stopped);
    const std::int64_t visits = store::Store::open(at("many")).count_sessions();
    EXPECT_GT(visits, 0);
    EXPECT_LT(visits, 2'000'000);
    EXPECT_EQ(result.err, "xiangyang: stopped; " + at("many") + " holds the first " + std::to_string(visits) +
                              " visits, whole ones\n");
    EXPECT_EQ(run({"verify", "--data", at("many")}).exit_code, 0);
}

}  // namespace
}  // namespace xy::cli
