#include "figures/estimates.h"

namespace xy::figures {
namespace {

using stats::ClusterSums;
using stats::Estimate;
using stats::Proportion;

using Events = std::map<std::string, Proportion>;

Estimate by_events(const Proportion& share, const Events& events, const ClusterSums& visits = {}) {
    ClusterSums sums;
    for (const auto& [event, of_event] : events) sums.add(of_event);
    return clustered(share, sums, visits);
}

bool is_scored(const Analysis& analysis, const AskedItem& asked) {
    return asked.phase == quiz::Phase::quiz && analysis.items.at(name_of(asked)).key != 0;
}

}  // namespace

Estimate right_answers(const Analysis& analysis) {
    const Tally& tally = analysis.tally;
    Events events;
    for (const auto& [asked, item] : tally.items)
        if (is_scored(analysis, asked))
            for (const auto& [event, right] : item.by_event) events[event] += right;
    return by_events({tally.right_answers, tally.answered_items}, events, tally.answers_of_visits);
}

Estimate right_without_guesses(const Analysis& analysis) {
    Estimate estimate = right_answers(analysis);
    estimate.hits -= analysis.tally.guesses.hits;
    estimate.n -= analysis.tally.guesses.n;
    return estimate;
}

Estimate topic_right(const Analysis& analysis, const TopicKey& topic) {
    Proportion share;
    Events events;
    for (const auto& [asked, item] : analysis.tally.items) {
        if (!is_scored(analysis, asked)) continue;
        const store::ItemRow& row = analysis.items.at(name_of(asked));
        if (TopicKey{row.topic, row.topic_title.zh} != topic) continue;
        share += {item.right, item.answered};
        for (const auto& [event, right] : item.by_event) events[event] += right;
    }
    const auto visits = analysis.tally.topics_of_visits.find(topic);
    return by_events(share, events,
                     visits == analysis.tally.topics_of_visits.end() ? ClusterSums() : visits->second);
}

Estimate item_right(const ItemTally& item) {
    return by_events({item.right, item.answered}, item.by_event);
}

Estimate completed_visits(const Tally& tally) {
    Events events;
    for (const auto& [event, visits] : tally.by_event) events[event] = {visits.completed, visits.started};
    return by_events({tally.visits.completed, tally.visits.started}, events);
}

Estimate visits_at_threshold(const Tally& tally) {
    Events events;
    for (const auto& [event, shares] : tally.shares_by_event) events[event] = shares.at_threshold;
    return by_events({tally.scores.at_least(pass_percent, 100), tally.scores.n()}, events);
}

Estimate pledges_given(const Tally& tally) {
    Events events;
    for (const auto& [event, shares] : tally.shares_by_event) events[event] = shares.pledges;
    return by_events({tally.pledges_given, tally.pledges_asked}, events);
}

}  // namespace xy::figures
