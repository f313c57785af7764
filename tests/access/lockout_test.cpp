#include "access/lockout.h"

#include <gtest/gtest.h>

namespace xy::access {
namespace {

using namespace std::chrono_literals;

TEST(Lock, FourWrongTriesDoNotLock) {
    Lockout lockout(0, 0ms);
    for (int i = 0; i < 4; ++i) lockout.record_failure(0ms);
    EXPECT_EQ(lockout.locked_for(0ms), 0ms);
}

TEST(Lock, TheFifthWrongTryLocksForFifteenSeconds) {
    Lockout lockout(0, 0ms);
    for (int i = 0; i < 5; ++i) lockout.record_failure(1000ms);
    EXPECT_EQ(lockout.locked_for(1000ms), 15s);
    EXPECT_EQ(lockout.locked_for(15'999ms), 1ms);
    EXPECT_EQ(lockout.locked_for(16'000ms), 0ms);
}

TEST(Lock, EveryFurtherFiveDoubleItUpToFifteenMinutes) {
    EXPECT_EQ(lock_after(10), 30s);
    EXPECT_EQ(lock_after(15), 60s);
    EXPECT_EQ(lock_after(11), 0s);
    EXPECT_EQ(lock_after(35), 15min);
    EXPECT_EQ(lock_after(100'000), 15min);
}

TEST(Lock, ARestartBeginsTheLockAgainWhateverTheClockSays) {
    Lockout before(0, 0ms);
    for (int i = 0; i < 5; ++i) before.record_failure(0ms);
    for (int restart = 0; restart < 20; ++restart) {
        const Lockout after(before.wrong(), 5ms);
        EXPECT_EQ(after.locked_for(5ms), 15s);
    }
}

TEST(Lock, TheRightPinForgetsTheWrongOnes) {
    Lockout lockout(4, 0ms);
    lockout.record_success();
    lockout.record_failure(0ms);
    EXPECT_EQ(lockout.locked_for(0ms), 0ms);
    EXPECT_EQ(lockout.wrong(), 1);
}

TEST(Lock, TheRecoveryCodeEndsIt) {
    Lockout lockout(10, 1000ms);
    EXPECT_EQ(lockout.locked_for(1000ms), 30s);
    lockout.record_success();
    EXPECT_EQ(lockout.locked_for(1000ms), 0ms);
}

}  // namespace
}  // namespace xy::access
