// Visits on days that cannot be: on which day they are counted instead.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "outreach/doubt.h"

namespace xy::tally {

class DoubtfulDays {
 public:
    DoubtfulDays() = default;
    explicit DoubtfulDays(const std::vector<outreach::DoubtfulDay>& days);

    /// The day on which visits of `event` are counted that are said to be of `day`; nullptr when `day` can
    /// be.
    const std::string* counted_on(std::string_view event, std::string_view day) const;

 private:
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> by_event_;
};

}  // namespace xy::tally
