// What was published (公布): the counts of a report for everyone, as its readers hold them. A later report
// that overlaps it is protected together with it (小数保护), since readers subtract one from the other.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace xy::outreach {

/// A count of a report under the name that it has in every report, such as “audience/junior”. The number is
/// kept also where it was withheld: later decisions need it. It never leaves the store.
struct PublishedCount {
    std::string name;
    std::int64_t count = 0;
    bool shown = false;

    friend bool operator==(const PublishedCount&, const PublishedCount&) = default;
};

struct Publication {
    std::string made_on;   ///< YYYY-MM-DD
    std::string title;     ///< of the period, Chinese, as the list of publications shows it
    std::string from, to;  ///< first and last day; both empty: all time
    std::string place;     ///< code; empty: everywhere
    std::optional<std::set<std::string, std::less<>>> events;  ///< ids of those reported on; nothing: all
    std::int64_t threshold = 0;                                ///< counts from 1 to one less were withheld
    bool apart = false;  ///< the office asked for it without regard to what was published before
    std::vector<PublishedCount> counts;  ///< by name

    friend bool operator==(const Publication&, const Publication&) = default;
};

}  // namespace xy::outreach
