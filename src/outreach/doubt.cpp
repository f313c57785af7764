#include "outreach/doubt.h"

#include <cstdlib>

#include "base/day.h"

namespace xy::outreach {

bool is_doubtful(std::string_view day, std::string_view event_day, std::string_view today) {
    if (day < first_possible_day) return true;
    if (today >= first_possible_day && day > today) return true;
    return event_day >= first_possible_day && std::abs(days_between(event_day, day)) > farthest_from_event;
}

std::string last_credible_day(const std::set<std::string, std::less<>>& days) {
    std::string last;
    for (const std::string& day : days) {
        if (!last.empty() && days_between(last, day) > longest_pause) break;
        last = day;
    }
    return last;
}

}  // namespace xy::outreach
