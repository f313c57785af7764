#include "figures/day_counter.h"

#include <bit>

namespace xy::figures {
namespace {

void count(Visits& visits, quiz::Outcome outcome) {
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

void DayCounter::count(const store::VisitRow& visit, std::span<const store::VisitAnswer> answers) {
    if (visit.practice) {
        ++tally_.practice;
        return;
    }
    figures::count(tally_.visits, visit.outcome);
    auto audience = audiences_.find(visit.audience);
    if (audience == audiences_.end())
        audience = audiences_.emplace(std::string(visit.audience), Visits{}).first;
    figures::count(audience->second, visit.outcome);
    setups_.insert(visit.setup);
    ++tally_.hours.at(static_cast<std::size_t>(visit.hour));
    if (visit.pledge) {
        ++tally_.pledges_asked;
        if (*visit.pledge) ++tally_.pledges_given;
    }
    const bool completed = visit.outcome == quiz::Outcome::completed;
    const Scores scores = scores_of(answers);
    for (const store::VisitAnswer& answer : answers)
        if (completed && answer.scored)
            count_scored(answer, scores[index_of(answer.phase)]);
        else
            count_plainly(answer, completed);
    const PhaseScore& quiz = scores[index_of(quiz::Phase::quiz)];
    tally_.skipped_items += quiz.skipped;
    tally_.answered_items += quiz.items - quiz.skipped;
    tally_.right_answers += quiz.right;
    if (completed) count_completed(visit, scores);
}

DayCounter::Scores DayCounter::scores_of(std::span<const store::VisitAnswer> answers) {
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

DayCounter::ItemCells& DayCounter::cells(const store::VisitAnswer& answer) {
    std::unique_ptr<ItemCells>& cells = items_[phases * answer.item + index_of(answer.phase)];
    if (!cells) cells = std::make_unique<ItemCells>();
    return *cells;
}

void DayCounter::count_plainly(const store::VisitAnswer& answer, bool completed) {
    ItemCells& item = cells(answer);
    const bool skipped = answer.chosen == 0;
    item.answered += skipped ? 0 : 1;
    item.skipped += skipped ? 1 : 0;
    item.right += answer.right ? 1 : 0;
    each_option(answer.chosen, options_of(answer.item), [&](std::size_t option) { ++item.chosen[option]; });
    if (completed && !skipped) item.times.add(answer.time_ms);
}

void DayCounter::count_scored(const store::VisitAnswer& answer, const PhaseScore& score) {
    ItemCells& item = cells(answer);
    const std::size_t options = options_of(answer.item);
    const std::size_t row = (2 + options) * static_cast<std::size_t>(score.right - (answer.right ? 1 : 0));
    if (item.by_rest.size() <= row)
        item.by_rest.resize((2 + options) * static_cast<std::size_t>(score.items));
    std::uint32_t* const cell = item.by_rest.data() + row;
    ++cell[answer.right ? 1 : 0];
    each_option(answer.chosen, options, [&](std::size_t option) { ++cell[2 + option]; });
    if (answer.chosen == 0)
        ++item.scored_skipped;
    else
        item.times.sum_ms += answer.time_ms;
}

void DayCounter::count_completed(const store::VisitRow& visit, const Scores& scores) {
    tally_.durations.add(visit.duration_ms);
    const PhaseScore& quiz = scores[index_of(quiz::Phase::quiz)];
    if (quiz.items > 0) tally_.scores.add(quiz.items, quiz.right);
    count_gain(scores[index_of(quiz::Phase::pre)], scores[index_of(quiz::Phase::post)]);
}

void DayCounter::count_gain(const PhaseScore& pre, const PhaseScore& post) {
    if (pre.items == 0 || pre.items != post.items) return;
    tally_.gains[pre.items].add(pre.right, post.right, pre.items);
    const bool before = passed(pre.right, pre.items);
    const bool after = passed(post.right, post.items);
    ++(before ? (after ? tally_.passed.both : tally_.passed.only_before)
              : (after ? tally_.passed.only_after : tally_.passed.neither));
}

ItemTally DayCounter::item_tally(std::size_t item, const ItemCells& cells) const {
    const std::size_t options = options_of(item);
    ItemTally tally;
    tally.answered = cells.answered;
    tally.skipped = cells.skipped + cells.scored_skipped;
    tally.right = cells.right;
    tally.times = cells.times;
    tally.chosen.assign(cells.chosen.begin(), cells.chosen.begin() + static_cast<std::ptrdiff_t>(options));
    tally.chosen.resize(all_.items[item].options.size());
    tally.options.resize(all_.items[item].options.size());
    std::int64_t scored = 0;
    for (std::size_t row = 0; row < cells.by_rest.size(); row += 2 + options) {
        const int rest = static_cast<int>(row / (2 + options));
        const std::uint32_t* const cell = cells.by_rest.data() + row;
        tally.counts.add(false, rest, cell[0]);
        tally.counts.add(true, rest, cell[1]);
        scored += std::int64_t{cell[0]} + cell[1];
        tally.right += cell[1];
        for (std::size_t option = 0; option < options; ++option) {
            const std::int64_t chosen = cell[2 + option];
            tally.chosen[option] += chosen;
            tally.options[option].add(true, rest, chosen);
            tally.options[option].add(false, rest, std::int64_t{cell[0]} + cell[1] - chosen);
        }
    }
    tally.answered += scored - cells.scored_skipped;
    tally.times.n += scored - cells.scored_skipped;
    return tally;
}

Tally DayCounter::tally(const std::string& day) const {
    Tally tally = tally_;
    tally.by_audience.insert(audiences_.begin(), audiences_.end());
    for (const std::int64_t setup : setups_)
        if (const auto device = all_.devices.find(setup); device != all_.devices.end())
            tally.device_days.emplace(device->second, day);
    for (std::size_t place = 0; place < items_.size(); ++place) {
        if (!items_[place]) continue;
        const store::ItemRow& row = all_.items[place / phases];
        tally.items.emplace(
            AskedItem{row.bank, row.item, row.version, static_cast<quiz::Phase>(place % phases)},
            item_tally(place / phases, *items_[place]));
    }
    return tally;
}

void add_day(Tally& all, const EventDay& day, const Tally& of_day, bool doubtful) {
    Tally placed = of_day;
    if (placed.visits.started > 0) {
        const std::string month = day.day.substr(0, 7);
        placed.by_event[day.event] = placed.visits;
        placed.by_month[month] = placed.visits;
        placed.by_event_month[{day.event, month}] = placed.visits.started;
    }
    if (doubtful) {
        placed.doubtful_clock = placed.visits.started;
        placed.hours = {};
    }
    all += placed;
}

}  // namespace xy::figures
