// Data of a report out of nothing, for tests.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "figures/period_report.h"

namespace xy::figures {

/// A report's data out of nothing: few events, many small groups.
class RandomData {
 public:
    /// Two of the same `year` and other `mark` have other events.
    RandomData(unsigned seed, std::string year, std::string mark = "")
        : random_(seed), year_(std::move(year)), mark_(std::move(mark)) {
        places();
        visits();
        answers();
        survey();
    }
    /// The visits of both.
    RandomData& operator+=(const RandomData& other) {
        analysis.tally += other.analysis.tally;
        analysis.items.insert(other.analysis.items.begin(), other.analysis.items.end());
        for (const outreach::Event& event : other.sources.events)
            if (std::none_of(sources.events.begin(), sources.events.end(),
                             [&](const outreach::Event& known) { return known.id == event.id; }))
                sources.events.push_back(event);
        event_months.insert(event_months.end(), other.event_months.begin(), other.event_months.end());
        return *this;
    }

    /// Only some visits more: at one event, in one month, of one audience.
    RandomData some_more(std::int64_t visits) const {
        RandomData more;
        more.sources = sources;
        more.analysis.selection = analysis.selection;
        more.analysis.items = analysis.items;
        const auto& [event_and_month, started] = *analysis.tally.by_event_month.begin();
        const std::string& audience = analysis.tally.by_audience.begin()->first;
        const tally::Visits counts{visits, visits, 0, 0};
        tally::Tally& tally = more.analysis.tally;
        tally.visits = tally.by_event[event_and_month.first] = tally.by_audience[audience] =
            tally.by_month[event_and_month.second] = counts;
        tally.by_event_month[event_and_month] = visits;
        for (std::int64_t visit = 0; visit < visits; ++visit) tally.scores.add(10, 7);
        for (const auto& [asked, item] : analysis.tally.items) {
            if (asked.bank != audience) continue;
            tally::ItemTally& answers = tally.items[asked];
            answers.answered = answers.right = visits;
            answers.chosen = {visits, 0, 0, 0};
            tally.right_answers += visits;
            tally.answered_items += visits;
        }
        tally.most_answered = analysis.tally.most_answered;
        return more;
    }

    tally::Analysis analysis;
    ReportSources sources;
    /// What each event had in each month, as a reader may guess from its days.
    std::vector<std::pair<std::string, std::string>> event_months;

 private:
    RandomData() = default;
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
        analysis.selection.period = outreach::parse_period(year_ + "H1");
    }

    void visits() {
        tally::Tally& tally = analysis.tally;
        const std::int64_t events = 2 + below(7);
        for (std::int64_t e = 0; e < events; ++e) {
            const std::string id = year_ + mark_ + "-" + std::to_string(e);
            sources.events.push_back({id,
                                      {id, id},
                                      {},
                                      std::to_string(1 + below(3)),
                                      below(2) == 0 ? "school" : "village",
                                      {below(2) == 0 ? "六月" : "赶集", ""},
                                      outreach::EventState::closed,
                                      year_ + "-06-26"});
            for (const std::string& month : {year_ + "-05", year_ + "-06"}) {
                if (below(3) == 0) continue;
                event_months.emplace_back(id, month);
                for (const char* audience : {"primary", "junior", "family"}) {
                    const std::int64_t count = group();
                    if (count == 0) continue;
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
        tally::Tally& tally = analysis.tally;
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
        audiences();
        gains();
    }

    /// Whoever left was of the first audiences.
    void audiences() {
        tally::Tally& tally = analysis.tally;
        std::int64_t left = tally.visits.started - tally.visits.completed;
        for (auto& [audience, visits] : tally.by_audience) {
            const std::int64_t of_audience = std::min(visits.started, left);
            visits.completed = visits.started - of_audience;
            left -= of_audience;
        }
    }

    /// Tests of one item and of two, each the same before and after, and two forms of three in both orders.
    void gains() {
        tally::Tally& tally = analysis.tally;
        for (const auto& [audience, visits] : tally.by_audience) {
            if (below(4) == 0) continue;
            const std::int64_t knowing = 2 + below(8);  // of ten, at first
            for (std::int64_t visit = 0; visit < visits.completed / 3; ++visit) {
                pair(audience, {"a"}, {"a"}, 2, below(3), below(3));
                const std::int64_t before = below(10) < knowing ? 1 : 0;
                const std::int64_t learned = std::max<std::int64_t>(before, below(3) == 0 ? 0 : 1);
                pair(audience, {"a"}, {"a"}, 1, before, below(10) == 0 ? 1 - before : learned);
            }
            const std::int64_t first = 1 + below(5);  // of six
            for (std::int64_t visit = 0; visit < visits.completed / 4; ++visit) {
                const bool swapped = below(6) >= first;
                pair(audience, {swapped ? "b" : "a"}, {swapped ? "a" : "b"}, 3, below(4), below(4));
            }
        }
        const std::int64_t left = below(tally.visits.started - tally.visits.completed + 1);
        if (left > 0) tally.left_after_pre[2] = {below(2 * left + 1), 2 * left};
    }

    void pair(const std::string& audience, const tally::Form& before, const tally::Form& after, int items,
              std::int64_t pre, std::int64_t post) {
        analysis.tally.gains[items].add(static_cast<int>(pre), static_cast<int>(post), items);
        analysis.tally.orders[{audience, items, before, after}]["e0"].add(static_cast<int>(pre),
                                                                          static_cast<int>(post), items);
    }

    /// Each audience has a bank of its own, and a visit answers all of its items, or leaves at some.
    void answers() {
        tally::Tally& tally = analysis.tally;
        for (const auto& [audience, visits] : tally.by_audience) {
            const std::int64_t items = 1 + below(4);
            tally.most_answered[{audience, quiz::Phase::quiz, audience}] = static_cast<int>(items);
            for (std::int64_t i = 0; i < items; ++i) {
                const std::string name = audience + "-" + std::to_string(i);
                // An item has the same topic wherever it is asked.
                const std::string topic =
                    "t" + std::to_string((static_cast<std::int64_t>(audience.size()) + i) % 3);
                const tally::AskedItem asked{audience, name, "v", quiz::Phase::quiz};
                tally::ItemTally& item = tally.items[asked];
                std::int64_t left = visits.started - std::min(visits.started, below(4) == 0 ? below(20) : 0);
                if (left == 0) left = visits.started;
                item.answered = left;
                for (int option = 0; option < 3; ++option) {
                    const std::int64_t chosen = left * (4 + below(5)) / 10;
                    item.chosen.push_back(chosen);
                    left -= chosen;
                }
                item.chosen.push_back(left);
                item.right = item.chosen[0];
                tally.right_answers += item.right;
                tally.answered_items += item.answered;
                analysis.items[tally::name_of(asked)] = {
                    audience, name, "v", "single", topic, {topic, topic}, {name, name}, {"a", "b", "c", "d"},
                    1};
            }
        }
    }

    void survey() {
        const tally::AskedItem asked{"bank", "useful", "v", quiz::Phase::survey};
        tally::ItemTally& item = analysis.tally.items[asked];
        item.chosen = {group(), group(), group(), group(), group()};
        for (std::int64_t& count : item.chosen) {
            count = std::min(count, analysis.tally.visits.started - item.answered);
            item.answered += count;
        }
        analysis.items[tally::name_of(asked)] = {
            "bank", "useful", "v", "scale", "s", {"s", "s"}, {"useful", "useful"}, {"1", "2", "3", "4", "5"},
            0};
    }

    std::mt19937 random_;
    std::string year_;
    std::string mark_;
};

}  // namespace xy::figures
