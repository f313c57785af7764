// The figures of a period, against plain counts over the visits that were put in.
#include "tally/analysis.h"

#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "store/examples.h"
#include "tally/counting.h"
#include "tally/estimates.h"

namespace xy::tally {
namespace {

using namespace store::examples;

/// A visit as it is put into a store and counted by hand.
struct Visit {
    store::SessionRow row;
    std::vector<quiz::Answer> answers;
};

quiz::Answer survey_answer(int position, quiz::OptionSet step) {
    return {position, quiz::Phase::survey, "law", "useful", "v1", step, std::nullopt, Milliseconds(2'000)};
}

/// `count` visits on two days, two of three completed, one of ten for practice.
std::vector<Visit> random_visits(std::uint32_t first, int count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Visit> visits;
    for (int i = 0; i < count; ++i) {
        Visit visit;
        visit.row.start = start(id(first + static_cast<std::uint32_t>(i)));
        visit.row.start.hour.day = random() % 2 == 0 ? "2025-06-26" : "2025-07-01";
        visit.row.start.practice = random() % 10 == 0;
        visit.row.outcome = random() % 3 == 0 ? quiz::Outcome::abandoned : quiz::Outcome::completed;
        visit.row.duration = Milliseconds(30'000 + random() % 90'000);
        visit.row.pledge = random() % 4 != 0;
        for (int position = 0; position < 4; ++position) {
            const std::array<quiz::Phase, 4> phases{quiz::Phase::pre, quiz::Phase::quiz, quiz::Phase::quiz,
                                                    quiz::Phase::post};
            const std::array<quiz::OptionSet, 5> taps{0, 1, 2, 2, 4};
            quiz::Answer given = answer(position, taps.at(random() % 5));
            given.phase = phases.at(static_cast<std::size_t>(position));
            given.time = Milliseconds(random() % 20 == 0 ? 100 : 3'000 + random() % 4'000);
            if (position == 2) {
                given.item = "age";
                given.correct = given.chosen == 5;
            }
            visit.answers.push_back(given);
        }
        visit.answers.push_back(survey_answer(4, quiz::OptionSet{1} << (random() % 3)));
        visits.push_back(visit);
    }
    return visits;
}

void put(store::Store& store, const std::vector<Visit>& visits) {
    store.in_one_transaction([&] {
        for (const Visit& visit : visits) {
            store.put_session(visit.row);
            for (const quiz::Answer& answer : visit.answers) store.add(visit.row.start.id, answer);
        }
    });
}

Analysis analysis_of(const std::vector<Visit>& visits, const Selection& selection = {}) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    std::set<std::string> events;
    for (const Visit& visit : visits) events.insert(visit.row.start.event);
    events.erase("market-2025");
    for (const std::string& id : events) {
        outreach::Event held = event(id);
        held.state = outreach::EventState::closed;
        store.put_event(held);
    }
    put(store, visits);
    return analyse(store, selection, {});
}

const ItemTally& tally_of(const Analysis& analysis, const std::string& item, quiz::Phase phase) {
    return analysis.tally.items.at({"law", item, "v1", phase});
}

TEST(Analysis, EqualsPlainCountsOverTheVisits) {
    const std::vector<Visit> visits = random_visits(1, 600, 11);
    const Analysis analysis = analysis_of(visits);
    std::int64_t started = 0;
    std::int64_t completed = 0;
    std::int64_t practice = 0;
    std::int64_t right = 0;
    std::int64_t answered = 0;
    std::int64_t pledges = 0;
    for (const Visit& visit : visits) {
        if (visit.row.start.practice) {
            ++practice;
            continue;
        }
        ++started;
        completed += visit.row.outcome == quiz::Outcome::completed ? 1 : 0;
        pledges += *visit.row.pledge ? 1 : 0;
        for (const quiz::Answer& answer : visit.answers) {
            if (answer.phase != quiz::Phase::quiz) continue;
            answered += answer.skipped() ? 0 : 1;
            right += answer.correct.value_or(false) ? 1 : 0;
        }
    }
    const Tally& tally = analysis.tally;
    EXPECT_EQ(tally.visits.started, started);
    EXPECT_EQ(tally.visits.completed, completed);
    EXPECT_EQ(tally.visits.abandoned, started - completed);
    EXPECT_EQ(tally.practice, practice);
    EXPECT_EQ(tally.right_answers, right);
    EXPECT_EQ(tally.answered_items, answered);
    EXPECT_EQ(tally.pledges_given, pledges);
    EXPECT_EQ(tally.pledges_asked, started);
    EXPECT_EQ(tally.durations.n(), completed);
    EXPECT_EQ(tally.scores.n(), completed);
    EXPECT_EQ(tally.gains.at(1).n(), completed);
    EXPECT_EQ(tally.passed.n(), completed);
    EXPECT_EQ(tally.by_event.at("market-2025").started, started);
    EXPECT_EQ(tally.by_month.at("2025-06").started + tally.by_month.at("2025-07").started, started);
    EXPECT_EQ(tally.hours.at(10), started);
    EXPECT_EQ(tally.device_days.size(), 2U);
    EXPECT_EQ(tally_of(analysis, "coca", quiz::Phase::quiz).counts.n(), completed);
    EXPECT_EQ(analysis.events.size(), 1U);
}

TEST(Analysis, ItAgreesWithTheParticipationTable) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    put(store, random_visits(1, 300, 3));
    const auto rows = store.participation();
    const Analysis analysis = analyse(store, {}, {});
    std::int64_t started = 0;
    std::int64_t right = 0;
    std::int64_t skipped = 0;
    for (const auto& row : rows) {
        started += row.started;
        right += row.right_answers;
        skipped += row.skipped_items;
    }
    EXPECT_EQ(analysis.tally.visits.started, started);
    EXPECT_EQ(analysis.tally.right_answers, right);
    EXPECT_EQ(analysis.tally.skipped_items, skipped);
}

// Six events; what an event had is added up here over its visits.
TEST(Analysis, RightAnswersAreClusteredByEventOrByVisit) {
    std::vector<Visit> visits = random_visits(1, 400, 21);
    for (std::size_t i = 0; i < visits.size(); ++i) visits[i].row.start.event = "e" + std::to_string(i % 6);
    stats::ClusterSums of_visits;
    std::map<std::string, stats::Proportion> events;
    for (const Visit& visit : visits) {
        if (visit.row.start.practice) continue;
        stats::Proportion right;
        for (const quiz::Answer& answer : visit.answers)
            if (answer.phase == quiz::Phase::quiz && !answer.skipped())
                right += {answer.correct.value_or(false) ? 1 : 0, 1};
        of_visits.add(right);
        events[visit.row.start.event] += right;
    }
    stats::ClusterSums of_events;
    for (const auto& [event, right] : events) of_events.add(right);
    const Analysis six = analysis_of(visits);
    EXPECT_EQ(six.tally.answers_of_visits, of_visits);
    EXPECT_EQ(right_answers(six).events, 6);
    EXPECT_DOUBLE_EQ(right_answers(six).design_effect, *design_effect(of_events));
    for (Visit& visit : visits) visit.row.start.event = "market-2025";
    const Analysis one = analysis_of(visits);
    EXPECT_EQ(right_answers(one).events, 0);
    EXPECT_DOUBLE_EQ(right_answers(one).design_effect, *design_effect(of_visits));
}

// Rapid guessing compares with the mean time of an item over everything that is looked at, so it alone is not
// added.
TEST(Analysis, TheCountersOfTwoHalvesAreThoseOfTheWhole) {
    const std::vector<Visit> first = random_visits(1, 250, 1);
    const std::vector<Visit> second = random_visits(1'000, 350, 2);
    std::vector<Visit> both = first;
    both.insert(both.end(), second.begin(), second.end());
    Tally sum = analysis_of(first).tally;
    sum += analysis_of(second).tally;
    Tally whole = analysis_of(both).tally;
    sum.rapid = whole.rapid;
    sum.guesses = whole.guesses;
    EXPECT_EQ(sum, whole);
}

/// `count` completed visits with ids all over, each with ten answers to “coca” that took `time`.
std::vector<Visit> even_visits(std::uint32_t count, const std::function<int(std::uint32_t)>& time) {
    std::vector<Visit> visits;
    for (std::uint32_t number = 0; number < count; ++number) {
        Visit visit;
        visit.row.start = start(id(1));
        for (std::size_t i = 0; i < 4; ++i)
            visit.row.start.id.bytes[i] =
                static_cast<std::uint8_t>((std::uint64_t{number} * 0xFFFFFFFFU / count) >> (24 - 8 * i));
        visit.row.outcome = quiz::Outcome::completed;
        visit.row.duration = Milliseconds(40'000);
        for (int position = 0; position < 10; ++position) {
            visit.answers.push_back(answer(position));
            visit.answers.back().time = Milliseconds(time(number));
        }
        visits.push_back(visit);
    }
    return visits;
}

/// What is kept of the time of an answer.
std::int64_t kept_ms(const quiz::Answer& given) {
    return store::in_bands(given).time.count();
}

/// Those that the definition calls rapid, counted plainly; the times are those that are kept.
std::int64_t rapid_of(const std::vector<Visit>& visits) {
    std::int64_t sum = 0;
    std::int64_t n = 0;
    for (const Visit& visit : visits)
        for (const quiz::Answer& given : visit.answers) sum += kept_ms(given), ++n;
    const double threshold = std::min(static_cast<double>(sum) / static_cast<double>(n) / 10, 10'000.0);
    std::int64_t rapid = 0;
    for (const Visit& visit : visits) {
        int guesses = 0;
        for (const quiz::Answer& given : visit.answers)
            guesses += static_cast<double>(kept_ms(given)) < threshold ? 1 : 0;
        rapid += 10 * (10 - guesses) < 9 * 10 ? 1 : 0;
    }
    return rapid;
}

// The threshold is known only when all are counted, whatever the first ones say.
TEST(Analysis, RapidVisitsAreThoseOfTheDefinitionInWhateverOrderTheyCome) {
    const std::vector<std::function<int(std::uint32_t)>> times{
        [](std::uint32_t number) { return number % 3 == 0 ? 300 + static_cast<int>(number) : 5'000; },
        [](std::uint32_t number) { return number < 1'000 ? 400 : 9'000; },
        [](std::uint32_t number) { return number < 1'000 ? 90'000 : 1'000; },
        [](std::uint32_t number) { return number < 1'000 ? 200'000 : 9'999 + static_cast<int>(number % 2); },
        [](std::uint32_t) { return 0; }};
    for (const auto& time : times) {
        const std::vector<Visit> visits = even_visits(2'000, time);
        EXPECT_EQ(analysis_of(visits).tally.rapid, rapid_of(visits));
    }
}

TEST(Analysis, ItIsTheSameOnAnyNumberOfThreads) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    std::vector<Visit> visits = random_visits(1, 900, 8);
    for (Visit& visit : visits) visit.row.start.id.bytes[0] = visit.row.start.id.bytes[15];
    put(store, visits);
    const VisitKeys keys{store.items(), store.devices()};
    const std::vector<Selection> everything(1);
    const auto one = count_visits(store, everything, keys, 1, {});
    EXPECT_EQ(one[0].device_days.size(), 2U);
    for (const unsigned threads : {2U, 5U})
        EXPECT_EQ(count_visits(store, everything, keys, threads, {}), one) << threads;
}

// A report counts its period and the one a year before in one walk.
TEST(Analysis, SeveralSelectionsAtOnceAreCountedAsEachAlone) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    put(store, random_visits(1, 400, 9));
    const std::vector<Selection> selections{{outreach::parse_period("2025-06"), std::nullopt},
                                            {outreach::parse_period("2025"), std::nullopt},
                                            {std::nullopt, {{"elsewhere"}}}};
    const auto together = analyse_each(store, selections, {});
    ASSERT_EQ(together.size(), selections.size());
    EXPECT_GT(together[0].tally.visits.started, 0);
    EXPECT_GT(together[1].tally.visits.started, together[0].tally.visits.started);
    for (std::size_t i = 0; i < selections.size(); ++i)
        EXPECT_EQ(together[i].tally, analyse(store, selections[i], {}).tally) << i;
}

TEST(Analysis, APeriodTakesItsDaysAndAnEventItsVisits) {
    const std::vector<Visit> visits = random_visits(1, 200, 5);
    const Tally all = analysis_of(visits).tally;
    const Tally june = analysis_of(visits, {outreach::parse_period("2025H1"), std::nullopt}).tally;
    const Tally july =
        analysis_of(visits, {outreach::parse_period("2025-07-01..2025-07-01"), std::nullopt}).tally;
    EXPECT_EQ(june.visits.started, all.by_month.at("2025-06").started);
    EXPECT_EQ(june.visits.started + july.visits.started, all.visits.started);
    EXPECT_EQ(june.practice + july.practice, all.practice);
    EXPECT_EQ(analysis_of(visits, {std::nullopt, {{"elsewhere"}}}).tally.visits.started, 0);
}

TEST(Analysis, AnEmptyPeriodHasNoVisits) {
    const Analysis analysis =
        analysis_of(random_visits(1, 20, 5), {outreach::parse_period("2031"), std::nullopt});
    EXPECT_EQ(analysis.tally, Tally());
}

// Item "coca" takes 4,200 ms here, so under 420 ms is a guess: a visit that taps through is told apart, and
// counted.
TEST(Analysis, AVisitThatTapsThroughIsToldApartAndStillCounted) {
    std::vector<Visit> visits;
    for (std::uint32_t number = 1; number <= 20; ++number) {
        Visit visit;
        visit.row.start = start(id(number));
        visit.row.outcome = quiz::Outcome::completed;
        visit.row.duration = Milliseconds(40'000);
        visit.answers.push_back(answer(0));
        if (number == 7) visit.answers[0].time = Milliseconds(150);
        visits.push_back(visit);
    }
    const Tally tally = analysis_of(visits).tally;
    EXPECT_EQ(tally.rapid, 1);
    EXPECT_EQ(tally.right_answers, 20);
}

// “coca” takes some four seconds. Seven of forty answers came in 150 ms, four of them right: beside the plain
// share of the item stands that of the other 33.
TEST(Analysis, AnItemsShareStandsBesideTheSameWithoutGuesses) {
    std::vector<Visit> visits;
    for (std::uint32_t number = 1; number <= 40; ++number) {
        Visit visit;
        visit.row.start = start(id(number));
        visit.row.outcome = number % 2 == 0 ? quiz::Outcome::completed : quiz::Outcome::abandoned;
        visit.answers.push_back(answer(0, number <= 4 || number > 20 ? 2 : 1));
        if (number <= 7) visit.answers[0].time = Milliseconds(150);
        if (number == 8) visit.answers[0].time = Milliseconds(1'000);  // quick, and no guess
        visits.push_back(visit);
    }
    const Analysis analysis = analysis_of(visits);
    const AskedItem coca{"law", "coca", "v1", quiz::Phase::quiz};
    EXPECT_EQ(item_right(analysis.tally.items.at(coca)).hits, 24);
    EXPECT_EQ(item_right(analysis.tally.items.at(coca)).n, 40);
    EXPECT_EQ(item_right_without_guesses(analysis, coca).hits, 20);
    EXPECT_EQ(item_right_without_guesses(analysis, coca).n, 33);
    EXPECT_EQ(right_without_guesses(analysis).n, 33);
}

TEST(Analysis, DaysWithADoubtfulClockLeaveTheHoursAndStayInTheTotals) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    for (std::uint32_t number = 1; number <= 2; ++number) {
        quiz::SessionStart later = start(id(number));
        later.hour.day = number == 1 ? "2025-06-27" : "1970-01-01";
        store.begin(later);
    }
    const Tally tally = analyse(store, {}, {}).tally;
    EXPECT_EQ(tally.visits.started, 2);
    EXPECT_EQ(tally.doubtful_clock, 1) << "the day that cannot be, not its neighbour";
    const Tally june = analyse(store, {outreach::parse_period("2025-06"), std::nullopt}, {}).tally;
    EXPECT_EQ(june.visits.started, 2) << "it belongs to its event";
    EXPECT_EQ(june.doubtful_clock, 1);
    EXPECT_EQ(tally.hours.at(10), 1);
}

TEST(Analysis, ItCanBeStopped) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    put(store, random_visits(1, 1'200, 5));
    double last = 0;
    EXPECT_THROW(analyse(store, {},
                         [&](double done) {
                             last = done;
                             return false;
                         }),
                 Stopped);
    EXPECT_GT(last, 0);
    EXPECT_GT(analyse(store, {}, {}).tally.visits.started, 0);
}

}  // namespace
}  // namespace xy::tally
