#include "outreach/ledger.h"

#include <gtest/gtest.h>
#include <vector>

namespace xy::outreach {
namespace {

LedgerEntry entry(std::string measure, std::int64_t amount, Precision precision = Precision::exact) {
    LedgerEntry e;
    e.event = "fair";
    e.measure = std::move(measure);
    e.amount = amount;
    e.precision = precision;
    return e;
}

TEST(Ledger, TotalsAddUpByMeasureAndEvent) {
    std::vector<LedgerEntry> entries{entry("leaflets", 300), entry("leaflets", -20), entry("talks", 2)};
    entries.push_back(entry("leaflets", 999));
    entries.back().event = "another";
    const LedgerTotal total = total_of(entries, "fair", "leaflets");
    EXPECT_EQ(total.amount, 280);
    EXPECT_EQ(total.entries, 2);
}

TEST(Ledger, AnUndoneEntryNoLongerCounts) {
    std::vector<LedgerEntry> entries{entry("leaflets", 300), entry("leaflets", 50)};
    entries[0].undone = true;
    EXPECT_EQ(total_of(entries, "fair", "leaflets").amount, 50);
}

TEST(Ledger, NothingEnteredIsNotZero) {
    EXPECT_EQ(total_of({}, "fair", "leaflets").entries, 0);
}

TEST(Ledger, OneApproximateEntryMakesTheTotalApproximate) {
    const std::vector<LedgerEntry> entries{entry("leaflets", 300), entry("leaflets", 5000, Precision::more)};
    EXPECT_EQ(total_of(entries, "fair", "leaflets").precision, Precision::more);
}

TEST(Ledger, ATotalNeverFallsUnderZero) {
    EXPECT_EQ(fault_of(-11, 10), LedgerFault::negative_total);
    EXPECT_EQ(fault_of(-10, 10), std::nullopt);
    EXPECT_EQ(fault_of(0, 10), LedgerFault::zero);
    EXPECT_EQ(fault_of(2'000'000'000'000, 0), LedgerFault::too_large);
    EXPECT_EQ(fault_of(INT64_MIN, 0), LedgerFault::too_large);
}

TEST(Ledger, MoreThanTenTimesTheUsualIsSurprising) {
    EXPECT_FALSE(is_surprising(10'000, {}, "leaflets"));
    EXPECT_TRUE(is_surprising(10'001, {}, "leaflets"));
    std::vector<LedgerEntry> entries{entry("leaflets", 300), entry("leaflets", -400), entry("talks", 2)};
    EXPECT_FALSE(is_surprising(4'000, entries, "leaflets"));
    EXPECT_TRUE(is_surprising(-4'001, entries, "leaflets")) << "a correction, too";
    EXPECT_FALSE(is_surprising(1'000, entries, "talks")) << "small entries are no measure";
    EXPECT_TRUE(is_surprising(1'001, entries, "talks"));
    entries[1].undone = true;
    EXPECT_TRUE(is_surprising(4'000, entries, "leaflets")) << "what was undone is not usual";
}

TEST(Ledger, PrecisionsReadBackAsWritten) {
    for (const Precision p : {Precision::exact, Precision::about, Precision::over, Precision::more})
        EXPECT_EQ(parse_precision(code(p)), p);
    EXPECT_EQ(parse_precision("roughly"), std::nullopt);
}

}  // namespace
}  // namespace xy::outreach
