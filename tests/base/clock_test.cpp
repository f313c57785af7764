#include "base/clock.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <string>

namespace xy {
namespace {

/// TZ for as long as it lives.
class TimeZone {
 public:
    TimeZone() {
        if (const char* set = std::getenv("TZ")) before_ = set;
    }
    ~TimeZone() {
        if (before_.empty())
            ::unsetenv("TZ");
        else
            be(before_);
    }
    TimeZone(const TimeZone&) = delete;
    TimeZone& operator=(const TimeZone&) = delete;
    void be(const std::string& zone) { ::setenv("TZ", zone.c_str(), 1); }

 private:
    std::string before_;
};

// A kiosk is started, and then somebody sets the right time zone: /etc/localtime changes, as TZ does here.
TEST(SystemClock, FollowsTheTimeZoneWhileTheProgramRuns) {
    TimeZone zone;
    const SystemClock clock;
    for (int tries = 0; tries < 3; ++tries) {  // the hour may end in between
        zone.be("UTC0");
        const int before = clock.local_hour().hour;
        zone.be("CST-8");
        const int after = clock.local_hour().hour;
        zone.be("UTC0");
        if (clock.local_hour().hour != before) continue;
        EXPECT_EQ(after, (before + 8) % 24);
        return;
    }
    FAIL() << "the hour ended three times";
}

}  // namespace
}  // namespace xy
