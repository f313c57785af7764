// An attacker reads everything that is published and computes.
#include "stats/suppression.h"

#include <algorithm>
#include <cmath>
#include <glpk.h>
#include <gtest/gtest.h>
#include <memory>
#include <random>

namespace xy::stats {
namespace {

/// Two tables of one publication: places × venues and places × audiences, with margins and the common total,
/// and two districts that places add up to. `small` is the share of cells that are small.
Publication random_publication(std::mt19937& random) {
    Publication all;
    const auto below = [&](std::int64_t limit) {
        return static_cast<std::int64_t>(random() % static_cast<unsigned long>(limit));
    };
    const auto cell = [&](std::int64_t value) {
        all.cells.push_back(value);
        return all.cells.size() - 1;
    };
    const auto sum_of = [&](const std::vector<std::size_t>& parts) {
        std::int64_t total = 0;
        for (const std::size_t part : parts) total += all.cells[part];
        return total;
    };
    const auto places = static_cast<std::size_t>(2 + below(5));
    const auto venues = static_cast<std::size_t>(2 + below(4));
    std::vector<std::size_t> place_totals;
    std::vector<std::vector<std::size_t>> by_venue(venues);
    for (std::size_t place = 0; place < places; ++place) {
        std::vector<std::size_t> row;
        for (std::size_t venue = 0; venue < venues; ++venue) {
            const std::int64_t kind = below(10);
            const std::int64_t value = kind < 3 ? 0 : (kind < 5 ? 1 + below(10) : 11 + below(300));
            row.push_back(cell(value));
            by_venue[venue].push_back(row.back());
        }
        place_totals.push_back(cell(sum_of(row)));
        all.sums.push_back({place_totals.back(), row});
        // The same visits by audience: two audiences, one of them often small.
        const std::int64_t total = all.cells[place_totals.back()];
        const std::int64_t first = below(4) == 0 ? below(total + 1) : std::min(total, below(12));
        const std::size_t pupils = cell(first);
        all.sums.push_back({place_totals.back(), {pupils, cell(total - first)}});
    }
    std::vector<std::size_t> venue_totals;
    for (const auto& column : by_venue) {
        venue_totals.push_back(cell(sum_of(column)));
        all.sums.push_back({venue_totals.back(), column});
    }
    const std::size_t grand = cell(sum_of(place_totals));
    all.sums.push_back({grand, place_totals});
    all.sums.push_back({grand, venue_totals});
    return all;
}

/// The attacker's own program: every cell is unknown, and what is published is fixed.
std::pair<double, double> range(const Publication& publication, const std::vector<bool>& withheld,
                                std::size_t wanted) {
    const std::unique_ptr<glp_prob, decltype(&glp_delete_prob)> lp(glp_create_prob(), &glp_delete_prob);
    glp_add_cols(lp.get(), static_cast<int>(publication.cells.size()));
    for (std::size_t cell = 0; cell < publication.cells.size(); ++cell) {
        const auto value = static_cast<double>(publication.cells[cell]);
        const int column = static_cast<int>(cell) + 1;
        if (withheld[cell])  // a 0 would be shown
            glp_set_col_bnds(lp.get(), column, GLP_LO, 1, 0);
        else
            glp_set_col_bnds(lp.get(), column, GLP_FX, value, value);
    }
    for (const Sum& sum : publication.sums) {
        std::vector<int> columns{0, static_cast<int>(sum.total) + 1};
        std::vector<double> factors{0, -1};
        for (const std::size_t part : sum.parts) {
            columns.push_back(static_cast<int>(part) + 1);
            factors.push_back(1);
        }
        const int row = glp_add_rows(lp.get(), 1);
        glp_set_row_bnds(lp.get(), row, GLP_FX, 0, 0);
        glp_set_mat_row(lp.get(), row, static_cast<int>(columns.size()) - 1, columns.data(), factors.data());
    }
    glp_smcp settings;
    glp_init_smcp(&settings);
    settings.msg_lev = GLP_MSG_OFF;
    glp_set_obj_coef(lp.get(), static_cast<int>(wanted) + 1, 1);
    const auto extreme = [&](int direction, double otherwise) {
        glp_set_obj_dir(lp.get(), direction);
        EXPECT_EQ(glp_simplex(lp.get(), &settings), 0);
        return glp_get_status(lp.get()) == GLP_OPT ? glp_get_obj_val(lp.get()) : otherwise;
    };
    const double low = extreme(GLP_MIN, 0);
    return {low, extreme(GLP_MAX, 1e12)};
}

TEST(Suppression, AnAttackerRecoversNoWithheldCellOfAThousandPublications) {
    std::mt19937 random(626);
    std::size_t small = 0;
    std::size_t beside = 0;
    std::size_t shown = 0;
    for (int round = 0; round < 1'000; ++round) {
        const Publication publication = random_publication(random);
        const std::vector<bool> withheld = suppress(publication).withheld;
        for (std::size_t cell = 0; cell < withheld.size(); ++cell) {
            const std::int64_t value = publication.cells[cell];
            const bool is_small = value > 0 && value < usual_threshold;
            if (!withheld[cell]) {
                EXPECT_FALSE(is_small) << "a small cell is shown";
                ++shown;
                continue;
            }
            ++(is_small ? small : beside);
            const auto [low, high] = range(publication, withheld, cell);
            EXPECT_GE(std::floor(high + 1e-6) - std::ceil(low - 1e-6), usual_threshold)
                << "round " << round << ", cell " << cell << " is " << value;
        }
    }
    // Protection that hides nearly everything would be safe, and no publication.
    EXPECT_GT(small, 5'000U);
    EXPECT_LT(beside, 2 * small);
    EXPECT_GT(shown, small);
}

/// What a reader without any program can do: try all whole numbers that fit a table with margins. The last
/// row and the last column are the margins; returns for each withheld cell the least and the greatest value.
class AllTables {
 public:
    AllTables(const Publication& publication, const std::vector<bool>& withheld, std::int64_t most)
        : publication_(publication),
          withheld_(withheld),
          most_(most),
          values_(publication.cells),
          low_(values_.size(), most + 1),
          high_(values_.size(), -1) {
        for (const Sum& sum : publication.sums) is_total_.push_back(sum.total);
        try_from(0);
    }
    std::int64_t width(std::size_t cell) const { return high_[cell] - low_[cell]; }

 private:
    bool is_total(std::size_t cell) const {
        return std::find(is_total_.begin(), is_total_.end(), cell) != is_total_.end();
    }
    /// Parts are tried, totals follow. Requires that parts of a sum stand before it.
    void try_from(std::size_t cell) {
        while (cell < values_.size() && (!withheld_[cell] || is_total(cell))) ++cell;
        if (cell == values_.size()) return check();
        for (std::int64_t value = 1; value <= most_; ++value) {
            values_[cell] = value;
            if (may_fit(cell)) try_from(cell + 1);
        }
        values_[cell] = publication_.cells[cell];
    }
    /// Whether no published total is exceeded by parts up to `cell`.
    bool may_fit(std::size_t cell) const {
        return std::all_of(publication_.sums.begin(), publication_.sums.end(), [&](const Sum& sum) {
            if (withheld_[sum.total]) return true;
            std::int64_t all = 0;
            for (const std::size_t part : sum.parts)
                if (part <= cell && !is_total(part)) all += values_[part];
            return all <= publication_.cells[sum.total];
        });
    }
    void check() {
        std::vector<std::int64_t> values = values_;
        for (const Sum& sum : publication_.sums) {
            std::int64_t all = 0;
            for (const std::size_t part : sum.parts) all += values[part];
            if (sum.parts.back() < sum.total && withheld_[sum.total] && !done(sum.total, sum))
                values[sum.total] = all;
            if (values[sum.total] != all) return;
        }
        for (std::size_t cell = 0; cell < values.size(); ++cell) {
            low_[cell] = std::min(low_[cell], values[cell]);
            high_[cell] = std::max(high_[cell], values[cell]);
        }
    }
    /// Whether an earlier sum has given the total already.
    bool done(std::size_t total, const Sum& now) const {
        for (const Sum& sum : publication_.sums) {
            if (&sum == &now) return false;
            if (sum.total == total) return true;
        }
        return false;
    }

    const Publication& publication_;
    const std::vector<bool>& withheld_;
    std::int64_t most_;
    std::vector<std::int64_t> values_, low_, high_;
    std::vector<std::size_t> is_total_;
};

/// Two rows of two or three, with margins and the total; counts that a hand can try.
Publication small_table(std::mt19937& random) {
    const std::size_t columns = 2 + random() % 2;
    Publication table;
    for (std::size_t cell = 0; cell < 2 * columns; ++cell)
        table.cells.push_back(random() % 4 == 0 ? 0 : 1 + static_cast<std::int64_t>(random() % 9));
    const auto add = [&](const std::vector<std::size_t>& parts) {
        std::int64_t all = 0;
        for (const std::size_t part : parts) all += table.cells[part];
        table.cells.push_back(all);
        table.sums.push_back({table.cells.size() - 1, parts});
        return table.cells.size() - 1;
    };
    std::vector<std::size_t> rows, column_totals;
    for (std::size_t row = 0; row < 2; ++row) {
        std::vector<std::size_t> parts;
        for (std::size_t column = 0; column < columns; ++column) parts.push_back(row * columns + column);
        rows.push_back(add(parts));
    }
    for (std::size_t column = 0; column < columns; ++column)
        column_totals.push_back(add({column, columns + column}));
    const std::size_t all = add(rows);
    table.sums.push_back({all, column_totals});
    return table;
}

TEST(Suppression, NobodyWhoTriesAllWholeNumbersNarrowsACellOfASmallTable) {
    std::mt19937 random(14);
    int withheld_cells_seen = 0;
    for (int round = 0; round < 60; ++round) {
        const Publication table = small_table(random);
        const std::vector<bool> withheld = suppress(table, lowest_threshold).withheld;
        const AllTables all(table, withheld, 14);
        for (std::size_t cell = 0; cell < withheld.size(); ++cell) {
            if (!withheld[cell]) continue;
            ++withheld_cells_seen;
            EXPECT_GE(all.width(cell), lowest_threshold) << "round " << round << ", cell " << cell;
        }
    }
    EXPECT_GT(withheld_cells_seen, 200);
}

// Eleven events of one visit each: with the total of 11 each would be 1, since none can be 0.
TEST(Suppression, AWithheldCellIsNotZeroAndTheTotalMayTellWhatItIs) {
    Publication publication;
    Sum sum{11, {}};
    for (std::size_t event = 0; event < 11; ++event) {
        publication.cells.push_back(1);
        sum.parts.push_back(event);
    }
    publication.cells.push_back(11);
    publication.sums.push_back(sum);
    EXPECT_TRUE(suppress(publication).withheld[11]);
}

// 3 + 8 = 11 leaves 1..10: narrower than the threshold. 3 + 10 = 13 leaves 1..12.
TEST(Suppression, ARangeIsAtLeastAsWideAsTheThreshold) {
    EXPECT_TRUE(suppress({{3, 8, 40, 51}, {{3, {0, 1, 2}}}}).withheld[2]);
    EXPECT_FALSE(suppress({{3, 10, 40, 53}, {{3, {0, 1, 2}}}}).withheld[2]);
}

// 43 visits: 3 of pensioners, 40 of pupils. Each pupil answers at most one of two items, and 30 answers came
// to one and 10 to the other: so there were at least 40.
TEST(Suppression, HowOftenAPartCountsIsKnownToo) {
    Publication publication{{43, 3, 40, 30, 10, 0}, {{0, {1, 2}}, {2, {3, 4, 5}, {1, 1, 1}}}};
    publication.standing.assign(6, Standing::published);
    publication.standing[5] = Standing::slack;
    const std::vector<bool> withheld = suppress(publication).withheld;
    const bool told = !withheld[0] && !withheld[3] && !withheld[4];
    EXPECT_FALSE(told);
    EXPECT_TRUE(withheld[1]);
}

TEST(Suppression, AHeadlineIsWithheldLast) {
    Publication publication{{50, 3, 47, 50}, {{0, {1, 2}}, {3, {0}}}};
    publication.standing = {Standing::headline, Standing::published, Standing::published, Standing::headline};
    EXPECT_EQ(suppress(publication).withheld, (std::vector<bool>{false, true, true, false}));
}

// What an earlier report printed cannot be taken back: the other figures give way.
TEST(Suppression, WhatIsKnownAlreadyStaysKnown) {
    Publication publication{{4, 30, 34, 40, 74}, {{2, {0, 1}}, {4, {2, 3}}}};
    publication.standing.assign(5, Standing::published);
    publication.standing[1] = Standing::known;
    const std::vector<bool> withheld = suppress(publication).withheld;
    EXPECT_FALSE(withheld[1]);
    EXPECT_TRUE(withheld[0]);
    EXPECT_TRUE(withheld[2]);
    EXPECT_TRUE(withheld[3] || withheld[4]);
}

TEST(Suppression, ARowWithOneSmallCellHidesASecondOne) {
    // 40 + 3 + 25 = 68: the 3 follows from the rest, so 25 is withheld too.
    const Publication publication{{40, 3, 25, 68}, {{3, {0, 1, 2}}}};
    EXPECT_EQ(suppress(publication).withheld, (std::vector<bool>{false, true, true, false}));
}

TEST(Suppression, WithoutSmallCellsEverythingShows) {
    const Publication publication{{40, 0, 25, 65}, {{3, {0, 1, 2}}}};
    EXPECT_EQ(suppress(publication).withheld, std::vector<bool>(4));
}

// An event of 40 visits lasted from May (3) into June (37); another had 15 in May. Nobody prints the 3, but
// 18 in May less 15, or 40 less 37 in June, would give it.
TEST(Suppression, WhatIsNeverPrintedMustNotBeComputedEither) {
    Publication publication{{40, 15, 3, 37, 18, 37}, {{0, {2, 3}}, {4, {1, 2}}, {5, {3}}}};
    publication.standing.assign(6, Standing::published);
    publication.standing[2] = publication.standing[3] = Standing::unpublished;
    const std::vector<bool> withheld = suppress(publication).withheld;
    EXPECT_TRUE(withheld[2]);
    EXPECT_TRUE(withheld[0] || withheld[5]);
    EXPECT_TRUE(withheld[1] || withheld[4]);
}

// 200 visits, of which 197 were completed, and 196 answered the survey: the 3 others must stay open, so the
// survey may not say its n; how many left it out is nobody's secret.
TEST(Suppression, AnUpperOrLowerLimitTellsToo) {
    Publication publication{{200, 197, 3, 196, 1}, {{0, {1, 2}}, {1, {3, 4}}}};
    publication.standing.assign(5, Standing::published);
    publication.standing[2] = Standing::unpublished;
    publication.standing[4] = Standing::slack;
    const std::vector<bool> withheld = suppress(publication).withheld;
    const bool all_shown = !withheld[0] && !withheld[3];
    EXPECT_FALSE(all_shown);
    publication.standing[2] = Standing::slack;
    EXPECT_FALSE(suppress(publication).withheld[3]);
}

TEST(Suppression, WhatIsPrintedOnlyWithAnotherIsWithheldWithIt) {
    // A small group beside a base of 50, of which 40 had it right: between 39 who were first and the 42 of
    // whom they are.
    enum Cell : std::size_t { group, base, all, hits, misses, first, later, most, others };
    Publication report{
        {3, 50, 53, 40, 10, 39, 1, 42, 2},
        {{all, {group, base}}, {base, {hits, misses}}, {hits, {first, later}}, {most, {hits, others}}}};
    report.standing.assign(report.cells.size(), Standing::published);
    report.standing[all] = Standing::headline;
    report.standing[misses] = Standing::unpublished;
    report.standing[later] = report.standing[others] = Standing::slack;
    const auto hidden = [&] { return suppress(report).withheld; };
    ASSERT_TRUE(hidden()[base]);
    EXPECT_FALSE(hidden()[hits]);
    report.printed_with = {{hits, base}, {base, hits}};
    EXPECT_TRUE(hidden()[hits]);
    EXPECT_TRUE(hidden()[first] || hidden()[most]) << "40 would be one of 39 to 42";
}

TEST(Suppression, TheThresholdDecidesWhatIsSmall) {
    const Publication publication{{40, 7, 25, 72}, {{3, {0, 1, 2}}}};
    EXPECT_EQ(suppress(publication, 5).withheld, std::vector<bool>(4));
    EXPECT_TRUE(suppress(publication, 11).withheld[1]);
}

TEST(Suppression, ALonelySmallTotalIsWithheldWithItsParts) {
    const Publication publication{{0, 4, 4}, {{2, {0, 1}}}};
    const std::vector<bool> withheld = suppress(publication).withheld;
    EXPECT_TRUE(withheld[1]);
    EXPECT_TRUE(withheld[2]);
}

}  // namespace
}  // namespace xy::stats
