#include "figures/attacker.h"

#include <cmath>
#include <cstdlib>

#include "stats/distributions.h"

namespace xy::figures {
namespace {

/// What a report says of pairs, whole audiences or all of them.
struct PairColumns {
    int n, before, after;
};

stats::Gain pairs_of(const tally::Tally& tally, int items, const std::string& audience = "") {
    stats::Gain all;
    for (const auto& [key, events] : tally.orders)
        if (key.items == items && (audience.empty() || key.audience == audience))
            for (const auto& [event, gain] : events) all += gain;
    return all;
}

const GainFigure* figure_of(const PeriodReport& report, int items, const std::string& audience) {
    for (const GainFigure& gain : report.gains)
        if (gain.items == items && gain.audience == audience) return &gain;
    return nullptr;
}

/// Whole numbers that come out of what is printed or left over of it.
void expect_no_small_changes(const stats::Gain& told, const std::string& where) {
    const std::int64_t rose = told.post() - told.pre();
    const std::int64_t only_after = (told.squared_change() + rose) / 2;
    const std::int64_t both = told.post() - only_after;
    std::vector<std::int64_t> counts{told.squared_change()};
    if (told.items() == 1) counts = {both, only_after, told.pre() - both, told.n() - told.pre() - only_after};
    for (const std::int64_t count : counts)
        EXPECT_FALSE(stats::is_small(count, attacked_threshold)) << count << " can be computed of " << where;
}

/// Of a test of one item the table of who knew it before and after comes out of the means and the interval
/// alone; it is the one that was counted.
void expect_table_in_interval(const GainFigure& gain, const stats::Gain& truth) {
    const auto n = static_cast<double>(gain.n);
    const double half = (gain.difference->high - gain.difference->low) / 2;
    if (half < stats::wilson({0, gain.n})->high * (1 + 1e-9)) return;  // the narrowest there is
    const double deviation = half / stats::student_t_of(stats::z_95, n - 1);
    const double squared = deviation * deviation * n * (n - 1) + n * gain.gain() * gain.gain();
    EXPECT_NEAR(squared, static_cast<double>(truth.squared_change()), 1e-6);
}

/// Means that weigh two orders alike are fractions of how many had which order.
void expect_no_small_order(const tally::Tally& tally, const GainFigure& gain) {
    std::map<std::pair<tally::Form, tally::Form>, std::int64_t> orders;
    for (const auto& [key, events] : tally.orders)
        if (key.items == gain.items && (gain.audience.empty() || key.audience == gain.audience))
            for (const auto& [event, pairs] : events) orders[{key.before, key.after}] += pairs.n();
    for (const auto& [order, n] : orders)
        EXPECT_FALSE(stats::is_small(n, attacked_threshold)) << n << " pairs of one order";
}

PairColumns read_gain(Attacker& attacker, const tally::Tally& tally, const GainFigure* gain,
                      const stats::Gain& truth) {
    const bool plain = gain != nullptr && gain->design != tally::GainDesign::counterbalanced;
    const double base = plain ? static_cast<double>(gain->n * gain->items) : 0;
    const auto marks = [&](double share) { return plain ? Count(std::llround(share * base)) : Count(); };
    const auto column = [&](const Count& count) {
        return count ? attacker.column(count) : attacker.unknown();
    };
    PairColumns columns{attacker.column(gain != nullptr ? Count(gain->n) : Count()),
                        column(marks(gain != nullptr ? gain->before : 0)),
                        column(marks(gain != nullptr ? gain->after : 0))};
    if (gain == nullptr && stats::is_small(truth.n(), attacked_threshold))
        attacker.protect(columns.n, {}, truth.n());
    const int all_marks = attacker.unknown();
    attacker.sum(all_marks, {columns.n}, {static_cast<double>(truth.items())});
    attacker.at_most(columns.before, all_marks);
    attacker.at_most(columns.after, all_marks);
    if (gain == nullptr) return columns;
    ++attacker.shown;
    EXPECT_EQ(gain->n, truth.n());
    if (!gain->measures()) return columns;
    if (!plain) expect_no_small_order(tally, *gain);
    expect_no_small_changes(truth, gain->audience + " " + std::to_string(gain->items));
    if (gain->items == 1 && gain->difference) expect_table_in_interval(*gain, truth);
    return columns;
}

/// Those of each audience add up to those of all, and come out of its visits.
void read_gains(Attacker& attacker, const RandomData& data, const PeriodReport& report,
                const VisitColumns& visits, int completed, int not_completed) {
    const tally::Tally& tally = data.analysis.tally;
    std::map<std::string, std::vector<int>> of_audiences;
    std::vector<int> of_all;
    for (const auto& [items, every] : tally.gains) {
        const GainFigure* all = figure_of(report, items, "");
        const PairColumns total = read_gain(attacker, tally, all, every);
        of_all.push_back(total.n);
        std::vector<int> n, before, after;
        stats::Gain rest;
        for (const auto& [audience, column] : visits.audiences) {
            const stats::Gain truth = pairs_of(tally, items, audience);
            if (truth.n() == 0) continue;
            const GainFigure* gain = figure_of(report, items, audience);
            EXPECT_TRUE(gain == nullptr || all != nullptr);
            if (gain == nullptr || !gain->measures()) rest += truth;
            const PairColumns part = read_gain(attacker, tally, gain, truth);
            of_audiences[audience].push_back(part.n);
            n.push_back(part.n);
            before.push_back(part.before);
            after.push_back(part.after);
        }
        attacker.sum(total.n, n);
        attacker.sum(total.before, before);
        attacker.sum(total.after, after);
        if (all != nullptr && all->measures() && rest.n() > 0)
            expect_no_small_changes(rest, "who is left of all");
        if (all == nullptr || !tally.left_after_pre.contains(items)) continue;
        const stats::Proportion& marks = tally.left_after_pre.at(items);
        attacker.at_most(attacker.figure(all->left, marks.n / items), not_completed);
        if (!all->left_before) continue;
        for (const std::int64_t count : {marks.hits, marks.n - marks.hits})
            EXPECT_FALSE(stats::is_small(count, attacked_threshold)) << count << " marks of those who left";
    }
    of_all.push_back(attacker.unknown());
    attacker.sum(completed, of_all);
    std::vector<int> parts;
    for (const auto& [audience, column] : visits.audiences) {
        parts.push_back(attacker.unknown());
        attacker.at_most(parts.back(), column);
        of_audiences[audience].push_back(attacker.unknown());
        attacker.sum(parts.back(), of_audiences[audience]);
    }
    attacker.sum(completed, parts);
}

/// Everything the report says about visits.
VisitColumns read_visits(Attacker& attacker, const RandomData& data, const PeriodReport& report) {
    const tally::Tally& tally = data.analysis.tally;
    const auto [completed, started] =
        attacker.share(report.completed, {tally.visits.completed, tally.visits.started});
    const int total = attacker.figure(report.visits, tally.visits.started);
    attacker.sum(total, {started});
    const int not_completed = attacker.unknown();
    attacker.sum(started, {completed, not_completed});
    attacker.sum(not_completed,
                 {attacker.figure(report.quality.abandoned, tally.visits.abandoned),
                  attacker.figure(report.quality.timed_out, tally.visits.timed_out), attacker.unknown()});
    attacker.at_most(attacker.figure(report.quality.rapid, tally.rapid), completed);
    attacker.at_most(attacker.figure(report.quality.doubtful_clock, tally.doubtful_clock), started);
    attacker.at_most(
        attacker.share(report.at_threshold, {tally.scores.at_least(60, 100), tally.scores.n()}).second,
        completed);
    attacker.at_most(attacker.share(report.pledges, {tally.pledges_given, tally.pledges_asked}).second,
                     started);

    VisitColumns columns{total, {}};
    columns.named = {{"visits", total}, {"completed", completed}};
    std::map<std::string, int> events, months;
    std::vector<int> all;
    for (const EventFigure& event : report.events) {
        const auto of = tally.by_event.find(event.id);
        events[event.id] = attacker.figure(event.visits, of == tally.by_event.end() ? 0 : of->second.started);
        all.push_back(events[event.id]);
        columns.named["event/" + event.id] = events[event.id];
    }
    attacker.sum(total, all);
    for (const GroupTable& table : report.tables) {
        std::vector<int> groups;
        for (const Group& group : table.groups) {
            groups.push_back(attacker.figure(group.visits, attacked_threshold));
            if (table.grouping == Grouping::month) months[group.name] = groups.back();
            if (table.grouping == Grouping::audience) columns.audiences[group.name] = groups.back();
            if (table.grouping == Grouping::audience || table.grouping == Grouping::month)
                columns.named[(table.grouping == Grouping::month ? "month/" : "audience/") + group.name] =
                    groups.back();
            std::vector<int> parts;
            for (const outreach::Event& event : data.sources.events) {
                const std::string key = table.grouping == Grouping::place      ? event.place_code
                                        : table.grouping == Grouping::venue    ? event.venue
                                        : table.grouping == Grouping::occasion ? event.occasion.zh
                                                                               : "";
                if (key == group.name && events.contains(event.id)) parts.push_back(events.at(event.id));
            }
            if (!parts.empty()) attacker.sum(groups.back(), parts);
        }
        if (!groups.empty()) attacker.sum(total, groups);
    }
    std::map<int, std::vector<int>> cells;
    for (const auto& [event, month] : data.event_months) {
        // A month in which nobody came is not listed.
        const bool listed = months.contains(month);
        const int cell = listed ? attacker.unknown() : attacker.constant(0);
        cells[events.at(event)].push_back(cell);
        if (listed) cells[months.at(month)].push_back(cell);
    }
    for (const auto& [of, parts] : cells) attacker.sum(of, parts);
    read_gains(attacker, data, report, columns, completed, not_completed);
    return columns;
}

/// What is said of one table of answers: n, right, wrong.
struct Answers {
    int n, right, wrong;
};

Answers read_share(Attacker& attacker, const Share& share, const stats::Proportion& truth) {
    const auto [right, n] = attacker.share(share, truth);
    const int wrong = attacker.unknown();
    attacker.sum(n, {right, wrong});
    return {n, right, wrong};
}

void sum_up(Attacker& attacker, const Answers& total, const std::vector<Answers>& parts) {
    std::vector<int> n, right, wrong;
    for (const Answers& part : parts) {
        n.push_back(part.n);
        right.push_back(part.right);
        wrong.push_back(part.wrong);
    }
    attacker.sum(total.n, n);
    attacker.sum(total.right, right);
    attacker.sum(total.wrong, wrong);
}

/// The n of each bank's items against the visits of its audience.
void tie_to_audiences(Attacker& attacker, const VisitColumns& visits,
                      const std::map<std::string, std::vector<int>>& by_bank) {
    for (const auto& [bank, answered] : by_bank) {
        const int audience = visits.audiences.at(bank);
        for (const int n : answered) attacker.at_most(n, audience);
        const int most = attacker.unknown();
        attacker.sum(most, {audience}, {static_cast<double>(answered.size())});
        std::vector<int> parts = answered;
        parts.push_back(attacker.unknown());
        attacker.sum(most, parts);
    }
}

void note_answers(VisitColumns& visits, const std::string& name, const Answers& answers) {
    visits.named[name + "/n"] = answers.n;
    visits.named[name + "/right"] = answers.right;
    visits.named[name + "/wrong"] = answers.wrong;
}

void read_answers(Attacker& attacker, const RandomData& data, const PeriodReport& report,
                  VisitColumns& visits) {
    const tally::Tally& tally = data.analysis.tally;
    const Answers all =
        read_share(attacker, report.right_answers, {tally.right_answers, tally.answered_items});
    std::map<std::string, std::vector<Answers>> by_topic;
    std::map<std::string, std::vector<int>> by_bank;
    for (const ItemFigure& item : report.items) {
        const tally::ItemTally& truth = tally.items.at({item.bank, item.item, "v", quiz::Phase::quiz});
        const Answers answers = read_share(attacker, item.right, {truth.right, truth.answered});
        by_topic[item.topic].push_back(answers);
        by_bank[item.bank].push_back(answers.n);
        note_answers(visits, "item/" + item.item, answers);
        if (item.mistake.empty()) continue;
        const int mistake = attacker.column(item.chose_mistake->hits);
        const int other = attacker.unknown();
        attacker.sum(answers.wrong, {mistake, other});
        attacker.protect_small(other, truth.answered - truth.right - item.chose_mistake->hits);
    }
    tie_to_audiences(attacker, visits, by_bank);
    std::vector<Answers> topics;
    for (const TopicFigure& topic : report.topics) {
        stats::Proportion truth;
        for (const auto& [asked, item] : tally.items)
            if (data.analysis.items.at(tally::name_of(asked)).topic == topic.title) {
                truth.hits += item.right;
                truth.n += item.answered;
            }
        topics.push_back(read_share(attacker, topic.right, truth));
        note_answers(visits, "topic/" + topic.title, topics.back());
        if (by_topic.contains(topic.title)) sum_up(attacker, topics.back(), by_topic.at(topic.title));
    }
    sum_up(attacker, all, topics);
    note_answers(visits, "answers", all);
}

void read_survey(Attacker& attacker, const RandomData& data, const PeriodReport& report,
                 VisitColumns& visits) {
    for (const SurveyFigure& figure : report.survey) {
        const tally::ItemTally& truth =
            data.analysis.tally.items.at({"bank", figure.item, "v", quiz::Phase::survey});
        const int n = attacker.figure(figure.n, truth.answered);
        attacker.at_most(n, visits.total);
        std::vector<int> steps;
        for (std::size_t step = 0; step < truth.chosen.size(); ++step)
            steps.push_back(attacker.figure(figure.counts[step], truth.chosen[step]));
        attacker.sum(n, steps);
        for (std::size_t step = 0; step < steps.size(); ++step)
            visits.named["survey/" + figure.item + "/" + std::to_string(step)] = steps[step];
        const auto hits = [](const Share& share) { return share ? Count(share->hits) : Count(); };
        attacker.sum(attacker.column(hits(figure.top_two)), {steps[3], steps[4]});
        attacker.sum(attacker.column(hits(figure.bottom_two)), {steps[0], steps[1]});
    }
}

}  // namespace

unsigned attacks() {
    const char* asked = std::getenv("XY_ATTACKS");
    return asked == nullptr ? 100 : static_cast<unsigned>(std::atoi(asked));
}

VisitColumns read(Attacker& attacker, const RandomData& data, const PeriodReport& report) {
    VisitColumns visits = read_visits(attacker, data, report);
    read_answers(attacker, data, report, visits);
    read_survey(attacker, data, report, visits);
    return visits;
}

}  // namespace xy::figures
