#include "report/session_tally.h"

namespace xy::report {
namespace {

void count(Visits& visits, quiz::Outcome outcome) {
    ++visits.started;
    if (outcome == quiz::Outcome::completed) ++visits.completed;
    if (outcome == quiz::Outcome::abandoned) ++visits.abandoned;
    if (outcome == quiz::Outcome::timed_out) ++visits.timed_out;
}

std::size_t index_of(quiz::Phase phase) {
    return static_cast<std::size_t>(phase);
}

bool passed(int right, int items) {
    return 100 * right >= pass_percent * items;
}

}  // namespace

void SessionTally::session(const store::SessionRow& row) {
    const quiz::SessionStart& start = row.start;
    completed_ = row.outcome == quiz::Outcome::completed;
    answers_.clear();
    count(tally_.visits, row.outcome);
    count(tally_.by_event[start.event], row.outcome);
    count(tally_.by_audience[start.audience], row.outcome);
    const std::string month = start.hour.day.substr(0, 7);
    count(tally_.by_month[month], row.outcome);
    ++tally_.by_event_month[{start.event, month}];
    tally_.device_days.emplace(start.device, start.hour.day);
    if (doubtful_days_.contains(start.hour.day))
        ++tally_.doubtful_clock;
    else
        ++tally_.hours.at(static_cast<std::size_t>(start.hour.hour));
    if (row.pledge) {
        ++tally_.pledges_asked;
        if (*row.pledge) ++tally_.pledges_given;
    }
    if (completed_) tally_.durations.add(row.duration.count());
}

ItemTally& SessionTally::item(const store::StoredAnswer& answer) {
    ItemTally*& known = known_[answer.item].at(index_of(answer.phase));
    if (known == nullptr) {
        const store::ItemRow& row = *answer.item;
        known = &tally_.items[{row.bank, row.item, row.version, answer.phase}];
        known->chosen.resize(row.options.size());
        known->options.resize(row.options.size());
    }
    return *known;
}

void SessionTally::count_plainly(const store::StoredAnswer& answer, ItemTally& item) {
    const bool skipped = answer.chosen == 0;
    const bool right = answer.correct.value_or(false);
    item.answered += skipped ? 0 : 1;
    item.skipped += skipped ? 1 : 0;
    item.right += right ? 1 : 0;
    for (std::size_t option = 0; option < item.chosen.size(); ++option)
        item.chosen[option] += (answer.chosen >> option) & 1U;
    if (completed_ && !skipped) item.times.add(answer.time.count());
    if (answer.phase != quiz::Phase::quiz || !answer.correct) return;
    tally_.skipped_items += skipped ? 1 : 0;
    tally_.answered_items += skipped ? 0 : 1;
    tally_.right_answers += right ? 1 : 0;
}

void SessionTally::end() {
    std::array<PhaseScore, 4> phases{};
    for (const auto& [answer, tally] : answers_) {
        count_plainly(answer, *tally);
        if (!answer.correct) continue;
        PhaseScore& phase = phases.at(index_of(answer.phase));
        ++phase.items;
        phase.right += *answer.correct ? 1 : 0;
    }
    if (!completed_) return;
    analyse_items(phases);
    const PhaseScore& quiz = phases[index_of(quiz::Phase::quiz)];
    if (quiz.items > 0) tally_.scores.add(quiz.items, quiz.right);
    count_gain(phases[index_of(quiz::Phase::pre)], phases[index_of(quiz::Phase::post)]);
    count_rapid();
}

void SessionTally::analyse_items(const std::array<PhaseScore, 4>& phases) {
    for (const auto& [answer, tally] : answers_) {
        if (!answer.correct) continue;
        const int rest = phases.at(index_of(answer.phase)).right - (*answer.correct ? 1 : 0);
        tally->counts.add(*answer.correct, rest);
        for (std::size_t option = 0; option < tally->options.size(); ++option)
            tally->options[option].add(((answer.chosen >> option) & 1U) != 0, rest);
    }
}

void SessionTally::count_gain(const PhaseScore& pre, const PhaseScore& post) {
    if (pre.items == 0 || pre.items != post.items) return;
    tally_.gains[pre.items].add(pre.right, post.right, pre.items);
    const bool before = passed(pre.right, pre.items);
    const bool after = passed(post.right, post.items);
    ++(before ? (after ? tally_.passed.both : tally_.passed.only_before)
              : (after ? tally_.passed.only_after : tally_.passed.neither));
}

void SessionTally::count_rapid() {
    int guesses = 0;
    int answers = 0;
    for (const auto& [answer, tally] : answers_) {
        if (!answer.correct || answer.chosen == 0) continue;
        ++answers;
        const auto threshold = thresholds_.find(answer.item);
        if (threshold != thresholds_.end() && static_cast<double>(answer.time.count()) < threshold->second)
            ++guesses;
    }
    if (stats::is_rapid(guesses, answers)) ++tally_.rapid;
}

}  // namespace xy::report
