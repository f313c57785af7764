#include "figures/published/asked_visits.h"

namespace xy::figures {

AskedVisits::Asked& AskedVisits::asked(const Key& key) {
    const auto [place, is_new] = asked_.try_emplace(key);
    Asked& asked = place->second;
    if (!is_new) return asked;
    std::int64_t all = 0;
    for (const auto& [to, most] : tally_.most_answered) {
        if (to.bank != key.first || to.phase != key.second) continue;
        asked.audiences.push_back(visits_.audience_cell(to.audience));
        asked.most_answered.push_back(most);
        all += disclosure_.count(asked.audiences.back());
    }
    asked.visits = visits_.started_cell();
    if (asked.audiences.empty()) return asked;
    asked.visits = disclosure_.slack(all);
    disclosure_.sum(asked.visits, asked.audiences);
    return asked;
}

void AskedVisits::limit(const AskedItem& item, Disclosure::Cell answered) {
    Asked& by = asked({item.bank, item.phase});
    disclosure_.limit(answered, by.visits);
    by.answered.push_back(answered);
}

void AskedVisits::limit_together() {
    for (auto& [key, asked] : asked_) {
        if (asked.audiences.empty()) continue;
        std::int64_t capacity = 0;
        for (std::size_t i = 0; i < asked.audiences.size(); ++i)
            capacity += asked.most_answered[i] * disclosure_.count(asked.audiences[i]);
        std::int64_t answered = 0;
        for (const Disclosure::Cell cell : asked.answered) answered += disclosure_.count(cell);
        const Disclosure::Cell most = disclosure_.slack(capacity);
        disclosure_.sum(most, asked.audiences, asked.most_answered);
        if (answered > capacity) continue;
        asked.answered.push_back(disclosure_.slack(capacity - answered));
        disclosure_.sum(most, std::move(asked.answered));
    }
}

}  // namespace xy::figures
