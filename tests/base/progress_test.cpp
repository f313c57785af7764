#include "base/progress.h"

#include <gtest/gtest.h>

namespace xy {
namespace {

TEST(ProgressTest, WorkThatIsToldToStopStops) {
    EXPECT_NO_THROW(go_on({}, 0.5));
    EXPECT_NO_THROW(go_on([](double) { return true; }, 0.5));
    EXPECT_THROW(go_on([](double done) { return done < 0.5; }, 0.5), Stopped);
}

}  // namespace
}  // namespace xy
