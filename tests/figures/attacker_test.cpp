// An attacker holds all that one report publishes and computes, with linear programming, what was withheld.
#include <algorithm>
#include <glpk.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <random>

#include "figures/period_report.h"

namespace xy::figures {
namespace {

constexpr std::int64_t threshold = stats::usual_threshold;

/// A report's data out of nothing: few events, many small groups.
class RandomData {
 public:
    explicit RandomData(unsigned seed) : random_(seed) {
        places();
        visits();
        answers();
        survey();
    }

    Analysis analysis;
    ReportSources sources;
    /// What each event had in each month, as a reader may guess from its days.
    std::vector<std::pair<std::string, std::string>> event_months;

 private:
    std::int64_t below(std::int64_t limit) {
        return static_cast<std::int64_t>(random_() % static_cast<unsigned long>(limit));
    }
    std::int64_t group() {
        switch (below(5)) {
            case 0:
                return 0;
            case 1:
            case 2:
                return 1 + below(10);
            default:
                return 11 + below(200);
        }
    }

    void places() {
        for (const char* code : {"1", "2", "3"})
            sources.places.push_back({code, "", outreach::PlaceLevel::township, {code, code}});
        sources.venues = {"school", "village"};
        analysis.selection.period = outreach::parse_period("2025H1");
    }

    void visits() {
        Tally& tally = analysis.tally;
        const std::int64_t events = 2 + below(5);
        for (std::int64_t e = 0; e < events; ++e) {
            const std::string id = "e" + std::to_string(e);
            sources.events.push_back({id,
                                      {id, id},
                                      {},
                                      std::to_string(1 + below(3)),
                                      below(2) == 0 ? "school" : "village",
                                      {below(2) == 0 ? "六月" : "赶集", ""},
                                      outreach::EventState::closed,
                                      "2025-06-26"});
            for (const char* month : {"2025-05", "2025-06"}) {
                if (below(3) == 0) continue;
                event_months.emplace_back(id, month);
                for (const char* audience : {"primary", "junior", "family"}) {
                    const std::int64_t count = group();
                    tally.visits.started += count;
                    tally.by_event[id].started += count;
                    tally.by_audience[audience].started += count;
                    tally.by_month[month].started += count;
                    tally.by_event_month[{id, month}] += count;
                }
            }
        }
        outcomes();
    }

    void outcomes() {
        Tally& tally = analysis.tally;
        std::int64_t left = std::min(tally.visits.started, group());
        tally.visits.completed = tally.visits.started - left;
        tally.visits.abandoned = below(left + 1);
        left -= tally.visits.abandoned;
        tally.visits.timed_out = below(left + 1);
        tally.rapid = std::min(tally.visits.completed, below(20));
        tally.doubtful_clock = std::min(tally.visits.started, below(20));
        tally.pledges_asked = tally.visits.completed - std::min(tally.visits.completed, below(15));
        tally.pledges_given = tally.pledges_asked - std::min(tally.pledges_asked, below(30));
        const std::int64_t scored = tally.visits.completed - std::min(tally.visits.completed, below(3));
        for (std::int64_t visit = 0; visit < scored; ++visit)
            tally.scores.add(10, static_cast<int>(3 + below(8)));
        for (std::int64_t visit = 0; visit < scored / 2; ++visit) {
            const int pre = static_cast<int>(below(3));
            const int post = static_cast<int>(below(3));
            const char* const audience = below(3) == 0 ? "primary" : "junior";
            tally.gains[2].add(pre, post, 2);
            tally.orders[{audience, 2, {"a"}, {"a"}}]["e0"].add(pre, post, 2);
        }
    }

    void answers() {
        Tally& tally = analysis.tally;
        const std::int64_t topics = 1 + below(4);
        for (std::int64_t topic = 0; topic < topics; ++topic) {
            const std::int64_t items = 1 + below(4);
            for (std::int64_t i = 0; i < items; ++i) {
                const std::string name = "t" + std::to_string(topic) + "-" + std::to_string(i);
                const std::string id = "t" + std::to_string(topic);
                const AskedItem asked{"bank", name, "v", quiz::Phase::quiz};
                ItemTally& item = tally.items[asked];
                item.chosen = {group(), group(), group(), group()};
                item.right = item.chosen[0];
                for (const std::int64_t chosen : item.chosen) item.answered += chosen;
                tally.right_answers += item.right;
                tally.answered_items += item.answered;
                analysis.items[name_of(asked)] = {
                    "bank", name, "v", "single", id, {id, id}, {name, name}, {"a", "b", "c", "d"}, 1};
            }
        }
    }

    void survey() {
        const AskedItem asked{"bank", "useful", "v", quiz::Phase::survey};
        ItemTally& item = analysis.tally.items[asked];
        item.chosen = {group(), group(), group(), group(), group()};
        for (std::int64_t& count : item.chosen) {
            count = std::min(count, analysis.tally.visits.started - item.answered);
            item.answered += count;
        }
        analysis.items[name_of(asked)] = {
            "bank", "useful", "v", "scale", "s", {"s", "s"}, {"useful", "useful"}, {"1", "2", "3", "4", "5"},
            0};
    }

    std::mt19937 random_;
};

/// The attacker's own program. Every number that anybody could think of is a column; a published one is
/// fixed.
class Attacker {
 public:
    int column(const Count& published) {
        const int column = glp_add_cols(program_.get(), 1);
        if (published)
            glp_set_col_bnds(program_.get(), column, GLP_FX, static_cast<double>(*published), 0);
        else
            glp_set_col_bnds(program_.get(), column, GLP_LO, 0, 0);
        return column;
    }
    int unknown() { return column(std::nullopt); }
    /// A figure that the report shows or withholds; `true_value` only tells whether it was small.
    int figure(const Count& published, std::int64_t true_value) {
        const int found = column(published);
        if (!published) withheld_.push_back(found);
        if (published && stats::is_small(*published, threshold)) ADD_FAILURE() << *published << " is shown";
        (published ? shown : hidden) += 1;
        if (!published && !stats::is_small(true_value, threshold)) ++beside;
        return found;
    }
    void sum(int total, const std::vector<int>& parts) {
        std::vector<int> columns{0, total};
        std::vector<double> factors{0, -1};
        for (const int part : parts) {
            columns.push_back(part);
            factors.push_back(1);
        }
        const int row = glp_add_rows(program_.get(), 1);
        glp_set_row_bnds(program_.get(), row, GLP_FX, 0, 0);
        glp_set_mat_row(program_.get(), row, static_cast<int>(columns.size()) - 1, columns.data(),
                        factors.data());
    }
    /// A share prints its hits and its base.
    std::pair<int, int> share(const Share& share, const stats::Proportion& true_share) {
        const int hits = figure(share ? Count(share->hits) : Count(), true_share.hits);
        const int n = column(share ? Count(share->n) : Count());
        const int misses = unknown();
        if (stats::is_small(true_share.n - true_share.hits, threshold)) withheld_.push_back(misses);
        sum(n, {hits, misses});
        return {hits, n};
    }
    void at_most(int part, int whole) { sum(whole, {part, unknown()}); }

    /// Withheld figures whose value the attacker knows to within less than a small cell allows.
    std::vector<std::string> recovered() {
        std::vector<std::string> found;
        for (const int column : withheld_) {
            const double low = extreme(column, GLP_MIN, 0);
            const double high = extreme(column, GLP_MAX, 1e12);
            if (high - low < threshold - 1 - 1e-6)
                found.push_back(std::to_string(low) + ".." + std::to_string(high));
        }
        return found;
    }

    int shown = 0;
    int hidden = 0;
    int beside = 0;  ///< hidden though not small

 private:
    double extreme(int column, int direction, double otherwise) {
        glp_smcp settings;
        glp_init_smcp(&settings);
        settings.msg_lev = GLP_MSG_OFF;
        glp_set_obj_dir(program_.get(), direction);
        glp_set_obj_coef(program_.get(), column, 1);
        EXPECT_EQ(glp_simplex(program_.get(), &settings), 0);
        const double found =
            glp_get_status(program_.get()) == GLP_OPT ? glp_get_obj_val(program_.get()) : otherwise;
        glp_set_obj_coef(program_.get(), column, 0);
        return found;
    }

    std::unique_ptr<glp_prob, decltype(&glp_delete_prob)> program_{glp_create_prob(), &glp_delete_prob};
    std::vector<int> withheld_;
};

/// Everything the report says about visits.
void read_visits(Attacker& attacker, const RandomData& data, const PeriodReport& report) {
    const Tally& tally = data.analysis.tally;
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
    for (const GainFigure& gain : report.gains)
        if (gain.audience.empty()) attacker.at_most(attacker.column(gain.n), completed);

    std::map<std::string, int> events, months;
    std::vector<int> all;
    for (const EventFigure& event : report.events) {
        const auto of = tally.by_event.find(event.id);
        events[event.id] = attacker.figure(event.visits, of == tally.by_event.end() ? 0 : of->second.started);
        all.push_back(events[event.id]);
    }
    attacker.sum(total, all);
    for (const GroupTable& table : report.tables) {
        std::vector<int> groups;
        for (const Group& group : table.groups) {
            groups.push_back(attacker.figure(group.visits, threshold));
            if (table.grouping == Grouping::month) months[group.name] = groups.back();
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
        const int cell = attacker.unknown();
        cells[events.at(event)].push_back(cell);
        cells[months.at(month)].push_back(cell);
    }
    for (const auto& [of, parts] : cells) attacker.sum(of, parts);
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

void read_answers(Attacker& attacker, const RandomData& data, const PeriodReport& report) {
    const Tally& tally = data.analysis.tally;
    const Answers all =
        read_share(attacker, report.right_answers, {tally.right_answers, tally.answered_items});
    std::map<std::string, std::vector<Answers>> by_topic;
    for (const ItemFigure& item : report.items) {
        const ItemTally& truth = tally.items.at({"bank", item.item, "v", quiz::Phase::quiz});
        const Answers answers = read_share(attacker, item.right, {truth.right, truth.answered});
        by_topic[item.topic].push_back(answers);
        if (item.mistake.empty()) continue;
        const int mistake = attacker.column(item.chose_mistake->hits);
        const int other = attacker.unknown();
        attacker.sum(answers.wrong, {mistake, other});
    }
    std::vector<Answers> topics;
    for (const TopicFigure& topic : report.topics) {
        stats::Proportion truth;
        for (const auto& [asked, item] : tally.items)
            if (data.analysis.items.at(name_of(asked)).topic == topic.title) {
                truth.hits += item.right;
                truth.n += item.answered;
            }
        topics.push_back(read_share(attacker, topic.right, truth));
        if (by_topic.contains(topic.title)) sum_up(attacker, topics.back(), by_topic.at(topic.title));
    }
    sum_up(attacker, all, topics);
}

void read_survey(Attacker& attacker, const RandomData& data, const PeriodReport& report) {
    for (const SurveyFigure& figure : report.survey) {
        const ItemTally& truth =
            data.analysis.tally.items.at({"bank", figure.item, "v", quiz::Phase::survey});
        const int n = attacker.figure(figure.n, truth.answered);
        std::vector<int> steps;
        for (std::size_t step = 0; step < truth.chosen.size(); ++step)
            steps.push_back(attacker.figure(figure.counts[step], truth.chosen[step]));
        attacker.sum(n, steps);
        const auto hits = [](const Share& share) { return share ? Count(share->hits) : Count(); };
        attacker.sum(attacker.column(hits(figure.top_two)), {steps[3], steps[4]});
        attacker.sum(attacker.column(hits(figure.bottom_two)), {steps[0], steps[1]});
    }
}

TEST(Attacker, RecoversNoWithheldFigureOfAThousandReports) {
    std::string which;
    int shown = 0;
    int hidden = 0;
    int beside = 0;
    for (unsigned seed = 1; seed <= 1'000; ++seed) {
        const RandomData data(seed);
        ReportOptions options;
        options.threshold = threshold;
        const PeriodReport report = period_report(data.analysis, nullptr, data.sources, options);
        Attacker visits;
        read_visits(visits, data, report);
        Attacker answers;
        read_answers(answers, data, report);
        Attacker survey;
        read_survey(survey, data, report);
        for (Attacker* attacker : {&visits, &answers, &survey}) {
            EXPECT_THAT(attacker->recovered(), ::testing::IsEmpty()) << "seed " << seed;
            shown += attacker->shown;
            hidden += attacker->hidden;
            beside += attacker->beside;
        }
    }
    std::cout << "figures shown " << shown << ", withheld " << hidden << ", of these not small " << beside
              << '\n';
    // Protection that hides nearly everything would be safe, and no report.
    EXPECT_GT(shown, hidden / 2);
}

}  // namespace
}  // namespace xy::figures
