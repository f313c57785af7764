// Time, passed in wherever it is needed, so that rules stay pure and tests use a clock of their own.
#pragma once

#include <chrono>
#include <string>

namespace xy {

using Milliseconds = std::chrono::milliseconds;

/// The local day and clock hour: the finest time that the store is told of a visit. With the visit it keeps
/// less, the half-day.
struct LocalHour {
    std::string day;  ///< YYYY-MM-DD
    int hour = 0;     ///< 0..23
    friend bool operator==(const LocalHour&, const LocalHour&) = default;
};

/// What a clock on the wall shows; for the eyes of staff who set it, and not kept.
struct LocalMinute {
    LocalHour hour;
    int minute = 0;  ///< 0..59
    friend bool operator==(const LocalMinute&, const LocalMinute&) = default;
};

class Clock {
 public:
    virtual ~Clock() = default;
    /// Wall clock in local time. `correction` is added to what the device says, where nobody may set that.
    virtual LocalMinute local_minute(std::chrono::minutes correction) const = 0;
    /// The same, cut to the hour.
    LocalHour local_hour(std::chrono::minutes correction = {}) const { return local_minute(correction).hour; }
    /// Never goes back, and goes on while the machine sleeps; its zero means nothing.
    virtual Milliseconds steady() const = 0;
};

class SystemClock final : public Clock {
 public:
    LocalMinute local_minute(std::chrono::minutes correction) const override;
    Milliseconds steady() const override;
};

}  // namespace xy
