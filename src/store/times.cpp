#include "store/times.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>

namespace xy::store {

TimeList joined(const TimeList& a, const TimeList& b) {
    TimeList all;
    all.reserve(std::max(a.size(), b.size()));
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
    return all;
}

std::string packed(const TimeList& times) {
    std::string bytes;
    bytes.reserve(2 * times.size());
    std::int64_t before = 0;
    for (const std::int64_t time : times) {
        auto step = static_cast<std::uint64_t>(time - before);
        before = time;
        for (; step >= 0x80U; step >>= 7U) bytes += static_cast<char>((step & 0x7FU) | 0x80U);
        bytes += static_cast<char>(step);
    }
    return bytes;
}

bool unpack(std::string_view bytes, TimeList& times) {
    times.clear();
    std::uint64_t before = 0;
    std::uint64_t step = 0;
    unsigned shift = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (shift > 56) return false;
        step |= (std::uint64_t{byte} & 0x7FU) << shift;
        shift += 7;
        if (byte >= 0x80U) continue;
        constexpr auto highest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (step > highest - before) return false;
        before += step;
        times.push_back(static_cast<std::int64_t>(before));
        step = 0;
        shift = 0;
    }
    return shift == 0;
}

std::string packed_hours(const std::array<std::int64_t, 24>& hours) {
    TimeList begun;
    std::int64_t sum = 0;
    for (const std::int64_t count : hours) begun.push_back(sum += count);
    return packed(begun);
}

bool unpack_hours(std::string_view bytes, std::array<std::int64_t, 24>& hours) {
    TimeList begun;
    if (!unpack(bytes, begun) || begun.size() != hours.size()) return false;
    std::adjacent_difference(begun.begin(), begun.end(), hours.begin());
    return true;
}

}  // namespace xy::store
