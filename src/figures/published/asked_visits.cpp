#include "figures/published/asked_visits.h"

namespace xy::figures {

std::string AskedVisits::name_of(const Key& key) const {
    std::string name = "asked/" + key.first + "/" + std::string(quiz::code(key.second)) + "/";
    for (const auto& [to, most] : tally_.most_answered)
        if (to.bank == key.first && to.phase == key.second)
            name += to.audience + "×" + std::to_string(most) + "/";
    return name;
}

AskedVisits::Asked& AskedVisits::asked(const Key& key) {
    const auto [place, is_new] = asked_.try_emplace(key);
    Asked& asked = place->second;
    if (!is_new) return asked;
    for (const auto& [to, most] : tally_.most_answered) {
        if (to.bank != key.first || to.phase != key.second) continue;
        asked.audiences.push_back(visits_.audience_cell(to.audience));
        asked.most_answered.push_back(most);
    }
    asked.visits = visits_.started_cell();
    if (asked.audiences.empty()) return asked;
    asked.visits = disclosure_.slack_sum(name_of(key) + "visits", asked.audiences);
    return asked;
}

void AskedVisits::limit(const tally::AskedItem& item, Disclosure::Cell answered) {
    Asked& by = asked({item.bank, item.phase});
    disclosure_.limit(answered, by.visits);
    by.answered.push_back(answered);
}

void AskedVisits::limit_together() {
    for (auto& [key, asked] : asked_) {
        if (asked.audiences.empty()) continue;
        const Disclosure::Cell most =
            disclosure_.slack_sum(name_of(key) + "most", asked.audiences, asked.most_answered);
        disclosure_.limit(std::move(asked.answered), most);
    }
}

}  // namespace xy::figures
