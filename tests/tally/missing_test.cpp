// Answers that are not there, who left, and tests before and after, against plain counts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/examples.h"
#include "tally/analysis.h"
#include "tally/gain_figures.h"

namespace xy::tally {
namespace {

using namespace store::examples;
using ::testing::ElementsAre;

/// An answer of a visit: phase, item and what was chosen; 0: skipped.
struct Given {
    quiz::Phase phase = quiz::Phase::quiz;
    std::string item = "coca";
    quiz::OptionSet chosen = 2;
};

struct Answered {
    quiz::Outcome outcome = quiz::Outcome::completed;
    std::vector<Given> answers;
    std::string audience = "pupil";
};

Tally tally_of_visits(const std::vector<Answered>& visits) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    std::uint32_t number = 0;
    store.in_one_transaction([&] {
        for (const Answered& visit : visits) {
            store::SessionRow row;
            row.start = start(id(++number));
            row.start.audience = visit.audience;
            row.outcome = visit.outcome;
            store.put_session(row);
            int position = 0;
            for (const Given& given : visit.answers) {
                quiz::Answer of_visit = answer(position++, given.chosen);
                of_visit.phase = given.phase;
                of_visit.item = given.item;
                of_visit.correct = given.chosen == (given.item == "coca" ? 2U : 5U);
                store.add(row.start.id, of_visit);
            }
        }
    });
    return analyse(store, {}, {}).tally;
}

constexpr auto in_pre = quiz::Phase::pre, in_quiz = quiz::Phase::quiz, in_post = quiz::Phase::post;

// Two completed visits were shown 3 and 5 items, 4 on average; the three that left were shown 0, 1 and 2
// of 12.
TEST(Missing, OmittedAndNotReachedAreToldApart) {
    const Tally tally = tally_of_visits(
        {{quiz::Outcome::completed, {{in_pre}, {in_quiz, "coca", 0}, {in_post}}},
         {quiz::Outcome::completed, {{in_pre}, {in_quiz}, {in_quiz, "age"}, {in_quiz, "age", 0}, {in_post}}},
         {quiz::Outcome::abandoned, {}},
         {quiz::Outcome::abandoned, {{in_pre}}},
         {quiz::Outcome::timed_out, {{in_pre}, {in_quiz, "coca", 0}}},
         {quiz::Outcome::abandoned, {{in_quiz}}, "parent"}});
    const MissingData& pupils = tally.missing.at("pupil");
    EXPECT_EQ(pupils.shown, 3 + 5 + 0 + 1 + 2);
    EXPECT_EQ(pupils.omitted, 3);
    EXPECT_EQ(pupils.left, 3);
    EXPECT_DOUBLE_EQ(*pupils.not_reached(), 4 * 3 - 3);
    EXPECT_THAT(pupils.left_at, ElementsAre(1, 1, 1, 0, 0))
        << "at the start, after the test before, in the quiz";
    EXPECT_FALSE(tally.missing.at("parent").not_reached()) << "nobody completed: how long is not known";
}

TEST(Missing, WhoLeftAfterTheTestBeforeIsCountedWithTheirScore) {
    const Tally tally = tally_of_visits({{quiz::Outcome::completed, {{in_pre}, {in_post, "age", 5}}},
                                         {quiz::Outcome::abandoned, {{in_pre}, {in_quiz}}},
                                         {quiz::Outcome::abandoned, {{in_pre, "coca", 1}}},
                                         {quiz::Outcome::abandoned, {{in_quiz}}}});
    EXPECT_EQ(tally.gains.at(1).n(), 1);
    EXPECT_EQ(tally.left_after_pre.at(1), (stats::Proportion{1, 2}));
}

// Everybody knows “coca” and nobody “age”, before as after: 30 had the easier one first, 10 the harder one.
TEST(GainOrders, TwoOrdersOfTwoFormsAreCountedApart) {
    std::vector<Answered> visits(30, {quiz::Outcome::completed, {{in_pre}, {in_quiz}, {in_post, "age", 2}}});
    visits.resize(40, {quiz::Outcome::completed, {{in_pre, "age", 2}, {in_quiz}, {in_post}}});
    const auto gain = gain_of(tally_of_visits(visits), 1);
    ASSERT_TRUE(gain);
    EXPECT_EQ(gain->design, GainDesign::counterbalanced);
    EXPECT_DOUBLE_EQ(gain->measured.difference, 0);
    EXPECT_DOUBLE_EQ(std::abs(*gain->measured.form_difference), 1);
    visits.resize(30);
    EXPECT_EQ(gain_of(tally_of_visits(visits), 1)->design, GainDesign::fixed);
}

}  // namespace
}  // namespace xy::tally
