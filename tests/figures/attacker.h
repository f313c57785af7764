// An attacker who holds all that reports publish, and computes with linear programming what was withheld. He
// knows the programme too: which bank goes to which audience, and how many items a visit answers at most.
#pragma once

#include <glpk.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "figures/random_data.h"

namespace xy::figures {

inline constexpr std::int64_t attacked_threshold = stats::usual_threshold;

/// The attacker's own program. Every number that anybody could think of is a column; a published one is
/// fixed.
class Attacker {
 public:
    int column(const Count& published) {
        const int column = glp_add_cols(program_.get(), 1);
        if (published)
            glp_set_col_bnds(program_.get(), column, GLP_FX, static_cast<double>(*published), 0);
        else  // a 0 would be shown
            glp_set_col_bnds(program_.get(), column, GLP_LO, 1, 0);
        return column;
    }
    int constant(std::int64_t value) { return column(Count(value)); }
    int unknown() {
        const int column = glp_add_cols(program_.get(), 1);
        glp_set_col_bnds(program_.get(), column, GLP_LO, 0, 0);
        return column;
    }
    /// A figure that the report shows or withholds; `true_value` only tells whether it was small.
    int figure(const Count& published, std::int64_t true_value) {
        const int found = column(published);
        protect(found, published, true_value);
        if (published && stats::is_small(*published, attacked_threshold))
            ADD_FAILURE() << *published << " is shown";
        (published ? shown : hidden) += 1;
        if (!published && !stats::is_small(true_value, attacked_threshold)) ++beside;
        return found;
    }
    /// `times`: how often each part counts; empty: once.
    void sum(int total, const std::vector<int>& parts, const std::vector<double>& times = {}) {
        std::vector<int> columns{0, total};
        std::vector<double> factors{0, -1};
        for (std::size_t part = 0; part < parts.size(); ++part) {
            columns.push_back(parts[part]);
            factors.push_back(times.empty() ? 1 : times[part]);
        }
        const int row = glp_add_rows(program_.get(), 1);
        glp_set_row_bnds(program_.get(), row, GLP_FX, 0, 0);
        glp_set_mat_row(program_.get(), row, static_cast<int>(columns.size()) - 1, columns.data(),
                        factors.data());
    }
    /// A share prints its hits and its base.
    std::pair<int, int> share(const Share& share, const stats::Proportion& true_share) {
        const int hits = share ? figure(share->hits, true_share.hits) : unknown();
        if (!share) protect(hits, std::nullopt, true_share.hits);
        if (!share) ++hidden;
        const int n = column(share ? Count(share->n) : Count());
        const int misses = unknown();
        protect_small(misses, true_share.n - true_share.hits);
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
            if (std::floor(high + 1e-6) - std::ceil(low - 1e-6) < attacked_threshold)
                found.push_back(names_[column] + " " + std::to_string(low) + ".." + std::to_string(high));
        }
        return found;
    }

    int shown = 0;
    int hidden = 0;
    int beside = 0;  ///< hidden though not small

    /// For what recovered() says.
    void name(int column, const std::string& name) { names_[column] = name; }
    /// A 0 is no group.
    void protect(int column, const Count& published, std::int64_t true_value) {
        if (!published && true_value > 0) withheld_.push_back(column);
    }
    /// What is printed nowhere.
    void protect_small(int column, std::int64_t true_value) {
        if (stats::is_small(true_value, attacked_threshold)) withheld_.push_back(column);
    }

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
    std::map<int, std::string> names_;
};

/// What other figures hang on.
struct VisitColumns {
    int total = 0;
    std::map<std::string, int> audiences;
    /// All that a report of other visits has too, by name; of none of them: 0.
    std::map<std::string, int> named = {};
};

/// How many random data are attacked: a hundred, or as many as XY_ATTACKS says.
unsigned attacks();

/// All that the report tells.
VisitColumns read(Attacker& attacker, const RandomData& data, const PeriodReport& report);

}  // namespace xy::figures
