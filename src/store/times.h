// Exact times, apart from the visits they were measured at and linked to none: how many visits began in each
// hour of an event's day, how long the completed ones took, how long each item took at an event. Practice is
// not in them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xy::store {

/// Ascending, each as often as it was measured; milliseconds.
using TimeList = std::vector<std::int64_t>;

/// Of one kiosk on one day of an event. `source` is the random id of the store in which it was measured; of
/// what was measured by a version that kept exact times with each visit, the label of the kiosk.
struct DayTimes {
    std::string event;
    std::string day;
    std::string source;
    std::array<std::int64_t, 24> hours{};  ///< visits begun, by clock hour
    TimeList durations;                    ///< of completed visits
    friend bool operator==(const DayTimes&, const DayTimes&) = default;
};

/// Of one item version at one kiosk of an event: answers given, not skipped, in completed visits.
struct AnswerTimes {
    std::string event;
    std::string source;
    std::string bank;
    std::string item;
    std::string version;
    TimeList times;
    friend bool operator==(const AnswerTimes&, const AnswerTimes&) = default;
};

/// All of both, each as often as in the one that has more of it: what an earlier and a later copy of one list
/// make, in any order and however often they are joined.
TimeList joined(const TimeList& a, const TimeList& b);

/// The bytes of a list: the first time and then each step to the next, seven bits a byte, the lowest first,
/// the highest bit set where more follow.
std::string packed(const TimeList& times);
/// Nothing comes out of bytes that packed() does not make: false.
bool unpack(std::string_view bytes, TimeList& times);
/// The hours of a day likewise: begun by the end of each.
std::string packed_hours(const std::array<std::int64_t, 24>& hours);
/// False where the bytes are not of 24 hours.
bool unpack_hours(std::string_view bytes, std::array<std::int64_t, 24>& hours);

}  // namespace xy::store
