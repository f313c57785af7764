// Survey statements of a topic that visits answered together.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/examples.h"
#include "tally/scale_counter.h"

namespace xy::tally {
namespace {

using namespace store::examples;

store::ItemRow statement(const std::string& item, const std::string& topic,
                         quiz::Kind kind = quiz::Kind::scale) {
    return {"survey", item,           "v",          std::string(quiz::code(kind)),
            topic,    {topic, topic}, {item, item}, {"1", "2", "3", "4", "5"},
            0};
}

/// The steps that a visit chose, by statement; 0: skipped.
using Steps = std::map<std::string, int>;

std::map<ScaleKey, stats::ScaleScores> scales_of(const std::vector<store::ItemRow>& rows,
                                                 const std::vector<Steps>& visits) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    std::uint32_t number = 0;
    store.in_one_transaction([&] {
        for (const store::ItemRow& row : rows) store.put_item(row);
        for (const Steps& steps : visits) {
            store::SessionRow row;
            row.start = start(id(++number));
            row.outcome = quiz::Outcome::completed;
            store.put_session(row);
            int position = 0;
            for (const auto& [item, step] : steps)
                store.add(row.start.id, {position++, quiz::Phase::survey, "survey", item, "v",
                                         step == 0 ? 0 : quiz::OptionSet{1} << (step - 1), std::nullopt,
                                         Milliseconds(2'000)});
        }
    });
    return analyse(store, {}, {}).tally.scales;
}

// The example of ScaleScores; a third statement is of another topic, a fourth has choices and no steps.
TEST(Scales, AreTheStatementsOfATopicAnsweredTogether) {
    const auto scales = scales_of({statement("a", "refuse"), statement("b", "refuse"), statement("c", "help"),
                                   statement("d", "refuse", quiz::Kind::choice)},
                                  {{{"a", 1}, {"b", 2}, {"c", 5}, {"d", 1}},
                                   {{"a", 3}, {"b", 3}, {"c", 1}, {"d", 2}},
                                   {{"a", 5}, {"b", 4}, {"c", 2}, {"d", 3}}});
    ASSERT_EQ(scales.size(), 1U);
    const auto& [key, scores] = *scales.begin();
    EXPECT_EQ(key, (ScaleKey{"survey", "refuse", {"survey/a@v", "survey/b@v"}}));
    EXPECT_NEAR(*scores.alpha(), 8.0 / 9, 1e-12);
    EXPECT_NEAR(*scores.mean(), 3, 1e-12);
}

TEST(Scales, AVisitThatSkippedOneOfThemIsInNone) {
    const auto scales = scales_of({statement("a", "refuse"), statement("b", "refuse")},
                                  {{{"a", 1}, {"b", 2}}, {{"a", 3}, {"b", 0}}, {{"a", 5}, {"b", 4}}});
    ASSERT_EQ(scales.size(), 1U);
    EXPECT_EQ(scales.begin()->second.n(), 2);
}

TEST(Scales, DrawnInTooManyCombinationsAreNone) {
    std::vector<store::ItemRow> rows;
    std::vector<Steps> visits;
    for (int i = 0; i < 13; ++i) rows.push_back(statement("s" + std::to_string(i), "refuse"));
    for (int i = 0; i < 13; ++i)
        for (int j = 0; j < i; ++j)
            visits.push_back({{"s" + std::to_string(i), 1 + i % 5}, {"s" + std::to_string(j), 1 + j % 5}});
    const auto scales = scales_of(rows, visits);
    ASSERT_EQ(scales.size(), 1U) << "78 pairs";
    EXPECT_EQ(scales.begin()->second.n(), 0);
    EXPECT_TRUE(scales.begin()->first.items.empty());
}

TEST(Scales, HalvesAddUpInAnyOrder) {
    const std::vector<store::ItemRow> rows{statement("a", "refuse"), statement("b", "refuse")};
    const auto first = scales_of(rows, {{{"a", 1}, {"b", 2}}, {{"a", 3}, {"b", 3}}});
    const auto second = scales_of(rows, {{{"a", 5}, {"b", 4}}});
    auto sum = first;
    add_scales(sum, second);
    auto turned = second;
    add_scales(turned, first);
    EXPECT_EQ(sum, scales_of(rows, {{{"a", 1}, {"b", 2}}, {{"a", 3}, {"b", 3}}, {{"a", 5}, {"b", 4}}}));
    EXPECT_EQ(sum, turned);
}

}  // namespace
}  // namespace xy::tally
