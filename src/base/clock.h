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

class Clock {
 public:
    virtual ~Clock() = default;
    /// Wall clock in local time, cut to the hour.
    virtual LocalHour local_hour() const = 0;
    /// Never goes back; its zero means nothing.
    virtual Milliseconds steady() const = 0;
};

class SystemClock final : public Clock {
 public:
    LocalHour local_hour() const override;
    Milliseconds steady() const override;
};

}  // namespace xy
