#include "tally/estimates.h"

namespace xy::tally {
namespace {

using stats::ClusterBy;
using stats::ClusterSums;
using stats::Estimate;
using stats::Proportion;

using Events = std::map<std::string, Proportion>;

Estimate estimate(const Proportion& share, const Events& events, ClusterBy by,
                  const ClusterSums& visits = {}) {
    ClusterSums sums;
    if (by == ClusterBy::events)
        for (const auto& [event, of_event] : events) sums.add(of_event);
    return clustered(share, sums, visits);
}

/// How far answers hang together is told by all of them.
Estimate without(Estimate share, const Proportion& guesses) {
    share.hits -= guesses.hits;
    share.n -= guesses.n;
    return share;
}

bool is_scored(const Analysis& analysis, const AskedItem& asked) {
    return asked.phase == quiz::Phase::quiz && analysis.items.at(name_of(asked)).key != 0;
}

}  // namespace

Estimate right_answers(const Analysis& analysis, ClusterBy by) {
    const Tally& tally = analysis.tally;
    Events events;
    for (const auto& [asked, item] : tally.items)
        if (is_scored(analysis, asked))
            for (const auto& [event, right] : item.by_event) events[event] += right;
    return estimate({tally.right_answers, tally.answered_items}, events, by, tally.answers_of_visits);
}

Estimate right_without_guesses(const Analysis& analysis) {
    return without(right_answers(analysis), analysis.tally.guesses);
}

Estimate topic_right(const Analysis& analysis, const TopicKey& topic, ClusterBy by) {
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
    return estimate(share, events, by,
                    visits == analysis.tally.topics_of_visits.end() ? ClusterSums() : visits->second);
}

Estimate item_right(const ItemTally& item, ClusterBy by) {
    return estimate({item.right, item.answered}, item.by_event, by);
}

Estimate item_right_without_guesses(const Analysis& analysis, const AskedItem& asked) {
    const auto guesses = analysis.guesses.find(asked);
    return without(item_right(analysis.tally.items.at(asked)),
                   guesses == analysis.guesses.end() ? Proportion() : guesses->second);
}

Estimate completed_visits(const Tally& tally, ClusterBy by) {
    Events events;
    for (const auto& [event, visits] : tally.by_event) events[event] = {visits.completed, visits.started};
    return estimate({tally.visits.completed, tally.visits.started}, events, by);
}

Estimate visits_at_threshold(const Tally& tally, ClusterBy by) {
    Events events;
    for (const auto& [event, shares] : tally.shares_by_event) events[event] = shares.at_threshold;
    return estimate({tally.scores.at_least(pass_percent, 100), tally.scores.n()}, events, by);
}

Estimate pledges_given(const Tally& tally, ClusterBy by) {
    Events events;
    for (const auto& [event, shares] : tally.shares_by_event) events[event] = shares.pledges;
    return estimate({tally.pledges_given, tally.pledges_asked}, events, by);
}

}  // namespace xy::tally
