#include "access/lock.h"

#include <gtest/gtest.h>

namespace xy::access {
namespace {

using namespace std::chrono_literals;

TEST(Lock, FourWrongTriesDoNotLock) {
    Gate gate(0, 0ms);
    for (int i = 0; i < 4; ++i) gate.tried_wrong(0ms);
    EXPECT_EQ(gate.locked_for(0ms), 0ms);
}

TEST(Lock, TheFifthWrongTryLocksForFifteenSeconds) {
    Gate gate(0, 0ms);
    for (int i = 0; i < 5; ++i) gate.tried_wrong(1000ms);
    EXPECT_EQ(gate.locked_for(1000ms), 15s);
    EXPECT_EQ(gate.locked_for(15'999ms), 1ms);
    EXPECT_EQ(gate.locked_for(16'000ms), 0ms);
}

TEST(Lock, EveryFurtherFiveDoubleItUpToFifteenMinutes) {
    EXPECT_EQ(lock_after(10), 30s);
    EXPECT_EQ(lock_after(15), 60s);
    EXPECT_EQ(lock_after(11), 0s);
    EXPECT_EQ(lock_after(35), 15min);
    EXPECT_EQ(lock_after(100'000), 15min);
}

TEST(Lock, ARestartBeginsTheLockAgainWhateverTheClockSays) {
    Gate before(0, 0ms);
    for (int i = 0; i < 5; ++i) before.tried_wrong(0ms);
    for (int restart = 0; restart < 20; ++restart) {
        const Gate after(before.wrong(), 5ms);
        EXPECT_EQ(after.locked_for(5ms), 15s);
    }
}

TEST(Lock, TheRightPinForgetsTheWrongOnes) {
    Gate gate(4, 0ms);
    gate.tried_right();
    gate.tried_wrong(0ms);
    EXPECT_EQ(gate.locked_for(0ms), 0ms);
    EXPECT_EQ(gate.wrong(), 1);
}

}  // namespace
}  // namespace xy::access
