#include "quiz/score.h"

#include <algorithm>

namespace xy::quiz {
namespace {

bool counts(const Answered& a) {
    return a.answer.correct && (a.answer.phase == Phase::quiz || a.answer.phase == Phase::post);
}

}  // namespace

std::optional<bool> mark(const Item& item, OptionSet chosen) {
    if (!is_scored(item.kind)) return std::nullopt;
    return chosen == item.key();
}

Score score(std::span<const Answered> answered) {
    Score total;
    for (const Answered& a : answered) {
        if (!counts(a)) continue;
        const std::string& id = a.page.item->topic;
        auto topic = std::find_if(total.topics.begin(), total.topics.end(),
                                  [&](const TopicScore& t) { return t.topic == id; });
        if (topic == total.topics.end()) topic = total.topics.insert(topic, {id, 0, 0});
        const int right = *a.answer.correct ? 1 : 0;
        total.right += right;
        total.asked += 1;
        topic->right += right;
        topic->asked += 1;
    }
    return total;
}

PhaseScore score_of(std::span<const Answered> answered, Phase phase) {
    PhaseScore of;
    for (const Answered& a : answered) {
        if (a.answer.phase != phase || !a.answer.correct) continue;
        of.right += *a.answer.correct ? 1 : 0;
        of.asked += 1;
    }
    return of;
}

std::vector<const Answered*> missed(std::span<const Answered> answered) {
    std::vector<const Answered*> wrong;
    for (const Answered& a : answered)
        if (!a.answer.correct.value_or(true)) wrong.push_back(&a);
    return wrong;
}

}  // namespace xy::quiz
