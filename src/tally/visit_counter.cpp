#include "tally/visit_counter.h"

#include <bit>

namespace xy::tally {
namespace {

void count_outcome(Visits& visits, quiz::Outcome outcome) {
    ++visits.started;
    if (outcome == quiz::Outcome::completed) ++visits.completed;
    if (outcome == quiz::Outcome::abandoned) ++visits.abandoned;
    if (outcome == quiz::Outcome::timed_out) ++visits.timed_out;
}

constexpr std::size_t index_of(quiz::Phase phase) {
    return static_cast<std::size_t>(phase);
}

bool passed(int right, int items) {
    return 100 * right >= pass_percent * items;
}

/// Calls `visit` with the number of each option in `chosen` that the item has.
template <typename Visit>
void each_option(quiz::OptionSet chosen, std::size_t options, Visit&& visit) {
    for (quiz::OptionSet rest = chosen & ((quiz::OptionSet{1} << options) - 1); rest != 0; rest &= rest - 1)
        visit(static_cast<std::size_t>(std::countr_zero(rest)));
}

}  // namespace

bool selected(std::string_view event, std::string_view day, const Selection& selection) {
    return selection.has(event) && (!selection.period || selection.period->contains(day));
}

VisitCounter::VisitCounter(const VisitKeys& keys, const Selection& selection)
    : keys_(keys), selection_(selection), items_(phases * keys.items.size()), scales_(keys.items) {
    std::map<std::string_view, std::size_t> found;
    for (const store::ItemRow& row : keys.items) {
        const auto [bank, is_new] = found.emplace(row.bank, banks_.size());
        if (is_new) banks_.push_back(row.bank);
        bank_of_.push_back(bank->second);
    }
    answered_of_.resize(phases * banks_.size());
    std::map<TopicKey, std::size_t> places;
    for (const store::ItemRow& row : keys.items) {
        const TopicKey topic{row.topic, row.topic_title.zh};
        const auto [place, is_new] = places.try_emplace(topic, topics_.size());
        if (is_new) topics_.push_back(topic);
        topic_of_.push_back(place->second);
    }
    topics_of_visits_.resize(topics_.size());
    topics_of_visit_.resize(topics_.size());
}

void VisitCounter::count(store::VisitReader& reader) {
    const store::VisitRow& visit = reader.visit();
    DayCount& day = day_of(visit);
    if (!day.selected) return;
    if (visit.practice) {
        ++tally_.practice;
        return;
    }
    AudienceCount& audience = audience_of(visit);
    count_session(visit, day, audience);
    const bool completed = visit.outcome == quiz::Outcome::completed;
    const std::span<const store::VisitAnswer> answers = reader.answers();
    count_banks(answers, audience);
    const Scores scores = scores_of(answers);
    for (const store::VisitAnswer& answer : answers) {
        ItemCells& item = cells(answer);
        if (completed && answer.scored)
            count_scored(item, answer, scores[index_of(answer.phase)]);
        else
            count_plainly(item, answer, completed);
        if (!answer.scored || answer.chosen == 0) continue;
        count_at_event(day, item, answer);
        if (answer.phase == quiz::Phase::quiz) count_topic(answer);
    }
    count_topics_of_visit();
    count_missing(visit, answers, scores);
    const PhaseScore& quiz = scores[index_of(quiz::Phase::quiz)];
    tally_.skipped_items += quiz.skipped;
    tally_.answered_items += quiz.items - quiz.skipped;
    tally_.right_answers += quiz.right;
    tally_.answers_of_visits.add(quiz.right, quiz.items - quiz.skipped);
    if (completed) {
        count_completed(scores, day);
        if (scores[index_of(quiz::Phase::pre)].items + scores[index_of(quiz::Phase::post)].items > 0)
            forms_.count(answers);
        scales_.count(answers);
        count_gain(reader, scores[index_of(quiz::Phase::pre)], scores[index_of(quiz::Phase::post)]);
    } else {
        count_left(scores);
    }
}

void VisitCounter::count_at_event(DayCount& day, const ItemCells& item,
                                  const store::VisitAnswer& answer) const {
    std::vector<RightCount>& counts = *day.answers;
    if (counts.size() <= item.number) counts.resize(met_);
    RightCount& count = counts[item.number];
    count.hits += answer.right ? 1 : 0;
    ++count.n;
}

void VisitCounter::count_topic(const store::VisitAnswer& answer) {
    const std::size_t topic = topic_of_[answer.item];
    RightCount& count = topics_of_visit_[topic];
    if (count.n == 0) touched_.push_back(topic);
    count.hits += answer.right ? 1 : 0;
    ++count.n;
}

void VisitCounter::count_topics_of_visit() {
    for (const std::size_t topic : touched_) {
        RightCount& count = topics_of_visit_[topic];
        topics_of_visits_[topic].add(count.hits, count.n);
        count = {};
    }
    touched_.clear();
}

VisitCounter::DayCount& VisitCounter::day_of(const store::VisitRow& visit) {
    day_name_.assign(visit.event).append(1, '\0').append(visit.day);
    const auto [place, is_new] = days_.try_emplace(day_name_);
    DayCount& day = place->second;
    if (is_new) {
        day.event = visit.event;
        day.day = visit.day;
        if (const std::string* other = keys_.doubtful.counted_on(visit.event, visit.day)) {
            day.day = *other;
            day.doubtful = true;
        }
        day.selected = selected(visit.event, day.day, selection_);
        day.answers = &answers_of_events_[day.event];
        day.event_number = events_.try_emplace(day.event, events_.size()).first->second;
    }
    return day;
}

VisitCounter::AudienceCount& VisitCounter::audience_of(const store::VisitRow& visit) {
    auto audience = audiences_.find(visit.audience);
    if (audience == audiences_.end()) {
        audience = audiences_.emplace(std::string(visit.audience), AudienceCount{}).first;
        audience->second.most_answered.resize(answered_of_.size());
    }
    return audience->second;
}

void VisitCounter::count_banks(std::span<const store::VisitAnswer> answers, AudienceCount& audience) {
    const auto place_of = [&](const store::VisitAnswer& answer) {
        return phases * bank_of_[answer.item] + index_of(answer.phase);
    };
    for (const store::VisitAnswer& answer : answers)
        if (answer.chosen != 0) ++answered_of_[place_of(answer)];
    for (const store::VisitAnswer& answer : answers) {
        const std::size_t place = place_of(answer);
        audience.most_answered[place] = std::max(audience.most_answered[place], answered_of_[place]);
        answered_of_[place] = 0;
    }
}

void VisitCounter::count_session(const store::VisitRow& visit, DayCount& day, AudienceCount& audience) {
    count_outcome(day.visits, visit.outcome);
    count_outcome(audience.visits, visit.outcome);
    if (audience.by_event.size() <= day.event_number) audience.by_event.resize(events_.size());
    count_outcome(audience.by_event[day.event_number], visit.outcome);
    count_outcome(day.setups[visit.setup], visit.outcome);
    if (visit.pledge) {
        ++day.shares.pledges.n;
        if (*visit.pledge) ++day.shares.pledges.hits;
    }
}

VisitCounter::Scores VisitCounter::scores_of(std::span<const store::VisitAnswer> answers) {
    Scores scores;
    for (const store::VisitAnswer& answer : answers) {
        if (!answer.scored) continue;
        PhaseScore& score = scores[index_of(answer.phase)];
        ++score.items;
        score.right += answer.right ? 1 : 0;
        score.skipped += answer.chosen == 0 ? 1 : 0;
    }
    return scores;
}

VisitCounter::ItemCells& VisitCounter::cells(const store::VisitAnswer& answer) {
    std::unique_ptr<ItemCells>& cells = items_[phases * answer.item + index_of(answer.phase)];
    if (!cells) {
        cells = std::make_unique<ItemCells>();
        cells->number = met_++;
    }
    return *cells;
}

void VisitCounter::count_plainly(ItemCells& item, const store::VisitAnswer& answer, bool completed) {
    const bool skipped = answer.chosen == 0;
    item.answered += skipped ? 0 : 1;
    item.skipped += skipped ? 1 : 0;
    item.right += answer.right ? 1 : 0;
    each_option(answer.chosen, options_of(answer.item), [&](std::size_t option) { ++item.chosen[option]; });
    if (completed && !skipped) ++item.time_bands.at(answer.time_band);
}

void VisitCounter::count_scored(ItemCells& item, const store::VisitAnswer& answer, const PhaseScore& score) {
    const std::size_t options = options_of(answer.item);
    const std::size_t row = (2 + options) * static_cast<std::size_t>(score.right - (answer.right ? 1 : 0));
    if (item.by_rest.size() <= row)
        item.by_rest.resize((2 + options) * static_cast<std::size_t>(score.items));
    std::int64_t* const cell = item.by_rest.data() + row;
    ++cell[answer.right ? 1 : 0];
    each_option(answer.chosen, options, [&](std::size_t option) { ++cell[2 + option]; });
    if (answer.chosen == 0) {
        ++item.scored_skipped;
        return;
    }
    ++item.time_bands.at(answer.time_band);
}

void VisitCounter::count_completed(const Scores& scores, DayCount& day) {
    const PhaseScore& quiz = scores[index_of(quiz::Phase::quiz)];
    if (quiz.items > 0) {
        tally_.scores.add(quiz.items, quiz.right);
        ++day.shares.at_threshold.n;
        day.shares.at_threshold.hits += passed(quiz.right, quiz.items) ? 1 : 0;
    }
}

void VisitCounter::count_missing(const store::VisitRow& visit, std::span<const store::VisitAnswer> answers,
                                 const Scores& scores) {
    auto found = missing_.find(visit.audience);
    if (found == missing_.end()) found = missing_.try_emplace(std::string(visit.audience)).first;
    MissingData& missing = found->second;
    int shown = 0;
    for (const PhaseScore& score : scores) {
        shown += score.items;
        missing.omitted += score.skipped;
    }
    missing.shown += shown;
    if (visit.outcome == quiz::Outcome::completed) {
        ++missing.completed;
        missing.completed_items += shown;
        return;
    }
    ++missing.left;
    missing.left_items += shown;
    ++missing.left_at.at(answers.empty() ? 0 : 1 + index_of(answers.back().phase));
}

void VisitCounter::count_left(const Scores& scores) {
    const PhaseScore& pre = scores[index_of(quiz::Phase::pre)];
    if (pre.items == 0 || scores[index_of(quiz::Phase::post)].items == pre.items) return;
    tally_.left_after_pre[pre.items] += {pre.right, pre.items};
}

void VisitCounter::count_gain(store::VisitReader& reader, const PhaseScore& pre, const PhaseScore& post) {
    if (pre.items == 0 || pre.items != post.items) return;
    tally_.gains[pre.items].add(pre.right, post.right, pre.items);
    gains_.count(reader.visit(), reader.answers(), pre.items, pre.right, post.right);
    const bool before = passed(pre.right, pre.items);
    const bool after = passed(post.right, post.items);
    ++(before ? (after ? tally_.passed.both : tally_.passed.only_before)
              : (after ? tally_.passed.only_after : tally_.passed.neither));
}

ItemTally VisitCounter::item_tally(std::size_t item, const ItemCells& cells) const {
    const std::size_t options = options_of(item);
    ItemTally tally;
    tally.answered = cells.answered;
    tally.skipped = cells.skipped + cells.scored_skipped;
    tally.right = cells.right;
    for (std::size_t band = 0; band < cells.time_bands.size(); ++band) {
        const std::int64_t answers = cells.time_bands.at(band);
        tally.time_bands.at(band) = answers;
        tally.times.n += answers;
        tally.times.sum_ms += answers * quiz::middle_of_time(static_cast<int>(band)).count();
    }
    tally.chosen.assign(cells.chosen.begin(), cells.chosen.begin() + static_cast<std::ptrdiff_t>(options));
    tally.chosen.resize(keys_.items[item].options.size());
    tally.options.resize(keys_.items[item].options.size());
    std::int64_t scored = 0;
    for (std::size_t row = 0; row < cells.by_rest.size(); row += 2 + options) {
        const int rest = static_cast<int>(row / (2 + options));
        const std::int64_t* const cell = cells.by_rest.data() + row;
        tally.counts.add(false, rest, cell[0]);
        tally.counts.add(true, rest, cell[1]);
        scored += cell[0] + cell[1];
        tally.right += cell[1];
        for (std::size_t option = 0; option < options; ++option) {
            const std::int64_t chosen = cell[2 + option];
            tally.chosen[option] += chosen;
            tally.options[option].add(true, rest, chosen);
            tally.options[option].add(false, rest, cell[0] + cell[1] - chosen);
        }
    }
    tally.answered += scored - cells.scored_skipped;
    add_events(cells, tally);
    return tally;
}

void VisitCounter::add_events(const ItemCells& cells, ItemTally& tally) const {
    for (const auto& [event, counts] : answers_of_events_) {
        if (counts.size() <= cells.number || counts[cells.number].n == 0) continue;
        const RightCount& count = counts[cells.number];
        tally.by_event[event] = {count.hits, count.n};
    }
}

void VisitCounter::add_topics(Tally& tally) const {
    for (std::size_t topic = 0; topic < topics_.size(); ++topic)
        if (topics_of_visits_[topic].clusters > 0)
            tally.topics_of_visits[topics_[topic]] += topics_of_visits_[topic];
}

void VisitCounter::add_days(Tally& tally) const {
    for (const auto& [name, of_day] : days_) {
        const auto& [event, day, is_selected, is_doubtful, visits, shares, setups, number, answers] = of_day;
        if (visits.started == 0) continue;
        const std::string month = day.substr(0, 7);
        tally.visits += visits;
        tally.by_event[event] += visits;
        tally.shares_by_event[event] += shares;
        tally.pledges_given += shares.pledges.hits;
        tally.pledges_asked += shares.pledges.n;
        tally.by_month[month] += visits;
        tally.by_event_month[{event, month}] += visits.started;
        if (is_doubtful) tally.doubtful_clock += visits.started;
        for (const auto& [setup, of_setup] : setups) {
            const auto device = keys_.devices.find(setup);
            if (device == keys_.devices.end()) continue;
            tally.device_days.emplace(device->second, day);
            tally.by_device_event[{device->second, event}] += of_setup;
        }
    }
}

void VisitCounter::add_audiences(Tally& tally) const {
    for (const auto& [audience, counted] : audiences_) {
        tally.by_audience.emplace(audience, counted.visits);
        for (const auto& [event, number] : events_)
            if (number < counted.by_event.size() && counted.by_event[number].started > 0)
                tally.by_audience_event.emplace(std::pair(audience, event), counted.by_event[number]);
        for (std::size_t place = 0; place < counted.most_answered.size(); ++place)
            if (const int most = counted.most_answered[place]; most > 0)
                tally.most_answered.emplace(
                    AskedAudience{banks_[place / phases], static_cast<quiz::Phase>(place % phases), audience},
                    most);
    }
}

Tally VisitCounter::tally() const {
    Tally tally = tally_;
    add_days(tally);
    add_audiences(tally);
    add_topics(tally);
    gains_.add_to(tally, keys_.items);
    forms_.add_to(tally, keys_.items);
    scales_.add_to(tally, keys_.items);
    tally.missing.insert(missing_.begin(), missing_.end());
    for (std::size_t place = 0; place < items_.size(); ++place) {
        if (!items_[place]) continue;
        const store::ItemRow& row = keys_.items[place / phases];
        tally.items.emplace(
            AskedItem{row.bank, row.item, row.version, static_cast<quiz::Phase>(place % phases)},
            item_tally(place / phases, *items_[place]));
    }
    return tally;
}

}  // namespace xy::tally
