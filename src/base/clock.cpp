#include "base/clock.h"

#include <array>
#include <ctime>

namespace xy {

LocalMinute SystemClock::local_minute(std::chrono::minutes correction) const {
    const std::time_t now = std::time(nullptr) + std::chrono::seconds(correction).count();
    std::tm parts{};
    // localtime_r alone keeps the time zone it first saw; a kiosk runs for weeks, and somebody sets the
    // right one on the first morning. Reads /etc/localtime again only when it has changed.
    tzset();
    localtime_r(&now, &parts);
    std::array<char, 16> day{};
    std::strftime(day.data(), day.size(), "%Y-%m-%d", &parts);
    return {{day.data(), parts.tm_hour}, parts.tm_min};
}

Milliseconds SystemClock::steady() const {
    // Goes on while the machine sleeps, which std::chrono::steady_clock does not: whoever was there before it
    // was closed is gone when it wakes.
    std::timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<Milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                    std::chrono::nanoseconds(now.tv_nsec));
}

}  // namespace xy
