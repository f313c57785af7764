#include "stats/cell_ranges.h"

#include <algorithm>
#include <cmath>
#include <glpk.h>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace xy::stats {
namespace {

constexpr double rounding = 1e-6;
/// Whole solutions are looked for by branch and bound where an end of the linear program is none, and few
/// cells hang together: among many there is always one near by. It gives up after so many nodes; then the end
/// of the linear program stands.
constexpr int most_nodes = 200;
constexpr std::size_t few_cells = 60;

/// GLPK keeps an environment for every thread that calls it and never frees it by itself.
class ThreadEnvironment {
 public:
    ThreadEnvironment() = default;
    ThreadEnvironment(const ThreadEnvironment&) = delete;
    ThreadEnvironment& operator=(const ThreadEnvironment&) = delete;
    ~ThreadEnvironment() { glp_free_env(); }
};

std::int64_t times_of(const Sum& sum, std::size_t part) {
    return sum.times.empty() ? 1 : sum.times[part];
}

/// Calls `visit(cell, factor)` with Σ parts − total.
template <typename Visit>
void each_term(const Sum& sum, Visit&& visit) {
    for (std::size_t part = 0; part < sum.parts.size(); ++part) visit(sum.parts[part], times_of(sum, part));
    visit(sum.total, -1);
}

/// A figure that may be shown or withheld is shown when it is 0.
std::int64_t least_of(const Publication& publication, std::size_t cell) {
    if (publication.standing.empty()) return 1;
    switch (publication.standing[cell]) {
        case Standing::published:
        case Standing::headline:
        case Standing::present:
            return 1;
        default:
            return 0;
    }
}

/// First only so many cells near one may change: what fits then, fits in all, and is found ten times faster.
constexpr std::size_t near = 40;
/// No cell is looked for farther away from its true value.
constexpr double farthest = 1000;

/// The group of each hidden cell, from 0; other cells keep the number of cells.
std::vector<std::size_t> groups_of(const Publication& publication, const std::vector<bool>& hidden) {
    std::vector<std::size_t> parent(hidden.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t cell) {
        while (parent[cell] != cell) cell = parent[cell] = parent[parent[cell]];
        return cell;
    };
    for (const Sum& sum : publication.sums) {
        std::optional<std::size_t> first;
        each_term(sum, [&](std::size_t cell, std::int64_t) {
            if (!hidden[cell]) return;
            if (!first) first = root(cell);
            parent[root(cell)] = *first;
        });
    }
    std::vector<std::size_t> groups(hidden.size(), hidden.size());
    std::size_t count = 0;
    for (std::size_t cell = 0; cell < hidden.size(); ++cell)
        if (hidden[cell] && root(cell) == cell) groups[cell] = count++;
    for (std::size_t cell = 0; cell < hidden.size(); ++cell)
        if (hidden[cell]) groups[cell] = groups[root(cell)];
    return groups;
}

void stop_when_long(glp_tree* tree, void*) {
    int all = 0;
    glp_ios_tree_size(tree, nullptr, nullptr, &all);
    if (all > most_nodes) glp_ios_terminate(tree);
}

}  // namespace

/// A column for each cell: how far it is from its true value. So every row is a sum that must stay 0.
class CellRanges::Program {
 public:
    /// Only `cells` may change; `sums` are all that one of them stands in.
    Program(const Publication& publication, const std::vector<bool>& open, std::vector<std::size_t> cells,
            std::vector<std::size_t> sums)
        : publication_(publication),
          open_cells_(open),
          cells_(std::move(cells)),
          sums_(std::move(sums)),
          problem_(glp_create_prob(), &glp_delete_prob) {
        static thread_local const ThreadEnvironment freed_with_its_thread;
        for (const std::size_t cell : cells_) {
            const int column = glp_add_cols(problem_.get(), 1);
            columns_[cell] = column;
            const std::int64_t least = std::min(least_of(publication, cell), publication.cells[cell]);
            glp_set_col_bnds(problem_.get(), column, GLP_DB,
                             std::max(static_cast<double>(least - publication.cells[cell]), -farthest),
                             farthest);
            glp_set_col_kind(problem_.get(), column, GLP_IV);
        }
        for (const std::size_t sum : sums_) add(publication.sums[sum]);
    }

    std::size_t size() const { return cells_.size(); }

    void start(const Basis& basis) {
        // There are as many basic ones as rows.
        auto rest = static_cast<std::ptrdiff_t>(sums_.size());
        for (const auto& [cell, column] : columns_) {
            const int status = basis.cells[cell];
            if (status == 0) continue;
            const bool basic = status == GLP_BS && rest-- > 0;
            glp_set_col_stat(problem_.get(), column, basic ? GLP_BS : GLP_NL);
        }
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            const bool basic = basis.sums[sums_[i]] <= GLP_BS && rest > 0;
            if (basic) --rest;
            glp_set_row_stat(problem_.get(), static_cast<int>(i) + 1, basic ? GLP_BS : GLP_NS);
        }
        for (std::size_t i = 0; i < sums_.size() && rest > 0; ++i) {
            const int row = static_cast<int>(i) + 1;
            if (glp_get_row_stat(problem_.get(), row) == GLP_BS) continue;
            glp_set_row_stat(problem_.get(), row, GLP_BS);
            --rest;
        }
    }
    void leave(Basis& basis) const {
        for (const auto& [cell, column] : columns_)
            basis.cells[cell] = glp_get_col_stat(problem_.get(), column);
        for (std::size_t i = 0; i < sums_.size(); ++i)
            basis.sums[sums_[i]] = glp_get_row_stat(problem_.get(), static_cast<int>(i) + 1);
    }

    /// Rounded to what a whole value can reach. What could not be found out counts as narrow: 0.
    double extreme(std::size_t cell, int direction) {
        glp_set_obj_dir(problem_.get(), direction);
        glp_set_obj_coef(problem_.get(), columns_.at(cell), 1);
        // The basis that the one before left behind may be of no use.
        bool is_solved = solved();
        if (!is_solved) {
            glp_std_basis(problem_.get());
            is_solved = solved();
        }
        double found = 0;
        if (is_solved) {
            const double end = glp_get_obj_val(problem_.get());
            found = direction == GLP_MIN ? std::ceil(end - rounding) : std::floor(end + rounding);
        }
        glp_set_obj_coef(problem_.get(), columns_.at(cell), 0);
        return found;
    }

    /// The same by branch and bound, after extreme(); nothing when it gave up.
    std::optional<double> whole_extreme(std::size_t cell, int direction) {
        extreme(cell, direction);
        glp_set_obj_coef(problem_.get(), columns_.at(cell), 1);
        glp_iocp settings;
        glp_init_iocp(&settings);
        settings.msg_lev = GLP_MSG_OFF;
        settings.cb_func = stop_when_long;
        std::optional<double> found;
        if (glp_intopt(problem_.get(), &settings) == 0 && glp_mip_status(problem_.get()) == GLP_OPT)
            found = std::round(glp_mip_obj_val(problem_.get()));
        glp_set_obj_coef(problem_.get(), columns_.at(cell), 0);
        return found;
    }

    /// Where the program stands; nothing where branch and bound may know better.
    std::optional<Fit> fit() const {
        if (glp_get_status(problem_.get()) != GLP_OPT) return std::nullopt;
        Fit fit;
        for (const auto& [cell, column] : columns_) {
            const double value = glp_get_col_prim(problem_.get(), column);
            if (cells_.size() <= few_cells && std::abs(value - std::round(value)) > rounding)
                return std::nullopt;
            if (std::abs(value) > rounding) fit.emplace_back(cell, value);
        }
        return fit;
    }

    /// Whether the last extreme() is that of all cells, though only some may change here: its dual rests upon
    /// no sum in which another may.
    bool is_of_all() const {
        if (glp_get_status(problem_.get()) != GLP_OPT) return false;
        return std::all_of(open_.begin(), open_.end(), [&](int row) {
            return std::abs(glp_get_row_dual(problem_.get(), row)) < rounding;
        });
    }

    /// Of cells that are not open: how much the last extreme() rests upon each.
    std::map<std::size_t, double> weights() const {
        std::map<std::size_t, double> weights;
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            const double dual = glp_get_row_dual(problem_.get(), static_cast<int>(i) + 1);
            if (std::abs(dual) < rounding) continue;
            each_term(publication_.sums[sums_[i]], [&](std::size_t cell, std::int64_t factor) {
                if (!open_cells_[cell]) weights[cell] += dual * static_cast<double>(factor);
            });
        }
        return weights;
    }

 private:
    void add(const Sum& sum) {
        std::map<int, double> factors;
        bool is_open = false;
        each_term(sum, [&](std::size_t cell, std::int64_t factor) {
            const auto column = columns_.find(cell);
            if (column != columns_.end()) factors[column->second] += static_cast<double>(factor);
            is_open = is_open || (open_cells_[cell] && column == columns_.end());
        });
        std::vector<int> columns{0};  // GLPK counts from 1
        std::vector<double> values{0};
        for (const auto& [column, factor] : factors) {
            columns.push_back(column);
            values.push_back(factor);
        }
        const int row = glp_add_rows(problem_.get(), 1);
        if (is_open) open_.push_back(row);
        glp_set_row_bnds(problem_.get(), row, GLP_FX, 0, 0);
        glp_set_mat_row(problem_.get(), row, static_cast<int>(columns.size()) - 1, columns.data(),
                        values.data());
    }

    bool solved() {
        glp_smcp settings;
        glp_init_smcp(&settings);
        settings.msg_lev = GLP_MSG_OFF;
        // The simplex method may go round in circles.
        settings.it_lim = 1000 + 3 * (glp_get_num_rows(problem_.get()) + glp_get_num_cols(problem_.get()));
        return glp_simplex(problem_.get(), &settings) == 0 && glp_get_status(problem_.get()) == GLP_OPT;
    }

    const Publication& publication_;
    const std::vector<bool>& open_cells_;
    const std::vector<std::size_t> cells_;
    const std::vector<std::size_t> sums_;
    std::unique_ptr<glp_prob, decltype(&glp_delete_prob)> problem_;
    std::map<std::size_t, int> columns_;
    std::vector<int> open_;  ///< rows of sums in which cells stand that may not change here
};

CellRanges::CellRanges(const Publication& publication, const std::vector<bool>& hidden, Basis& basis)
    : publication_(publication), basis_(basis), open_(hidden) {
    basis_.cells.resize(open_.size());
    basis_.sums.resize(publication.sums.size());
    follow();
    group_ = groups_of(publication, open_);
    for (std::size_t cell = 0; cell < open_.size(); ++cell) {
        if (!open_[cell]) continue;
        if (cells_.size() <= group_[cell]) cells_.resize(group_[cell] + 1);
        cells_[group_[cell]].push_back(cell);
    }
    sums_.resize(cells_.size());
    programs_.resize(cells_.size());
    for (std::size_t i = 0; i < publication.sums.size(); ++i) {
        std::optional<std::size_t> group;
        each_term(publication.sums[i], [&](std::size_t cell, std::int64_t) {
            if (open_[cell]) group = group_[cell];
        });
        if (group) sums_[*group].push_back(i);
    }
}

void CellRanges::follow() {
    sums_of_.resize(open_.size());
    std::vector<std::size_t> unknown(publication_.sums.size());  // terms of each sum
    std::vector<std::size_t> next;
    for (std::size_t sum = 0; sum < unknown.size(); ++sum) {
        each_term(publication_.sums[sum], [&](std::size_t cell, std::int64_t) {
            if (!open_[cell]) return;
            ++unknown[sum];
            sums_of_[cell].push_back(sum);
        });
        if (unknown[sum] == 1) next.push_back(sum);
    }
    while (!next.empty()) {
        const std::size_t sum = next.back();
        next.pop_back();
        if (unknown[sum] != 1) continue;
        std::size_t found = 0;
        each_term(publication_.sums[sum], [&](std::size_t cell, std::int64_t) {
            if (open_[cell]) found = cell;
        });
        open_[found] = false;
        follows_.emplace_back(found, sum);
        for (const std::size_t other : sums_of_[found])
            if (--unknown[other] == 1) next.push_back(other);
    }
}

void CellRanges::hold(std::map<std::size_t, double> weights) {
    for (std::size_t last = follows_.size(); last > 0; --last) {
        const std::size_t following = follows_[last - 1].first;
        const auto found = weights.find(following);
        if (found == weights.end()) continue;
        const double weight = found->second;
        weights.erase(found);
        double own = 0;
        const Sum& sum = publication_.sums[follows_[last - 1].second];
        each_term(sum, [&](std::size_t cell, std::int64_t factor) {
            if (cell == following) own += static_cast<double>(factor);
        });
        each_term(sum, [&](std::size_t cell, std::int64_t factor) {
            if (cell != following) weights[cell] -= weight * static_cast<double>(factor) / own;
        });
    }
    for (const auto& [cell, weight] : weights)
        if (std::abs(weight) > rounding) holding_.push_back(cell);
}

CellRanges::~CellRanges() {
    for (const auto& program : programs_)
        if (program) program->leave(basis_);
}

CellRanges::Program& CellRanges::program_of(std::size_t cell) {
    auto& program = programs_[group_[cell]];
    if (!program) {
        program = std::make_unique<Program>(publication_, open_, cells_[group_[cell]], sums_[group_[cell]]);
        program->start(basis_);
    }
    return *program;
}

CellRanges::Program CellRanges::program_near(std::size_t cell, std::size_t size) const {
    std::vector<std::size_t> cells{cell};
    std::set<std::size_t> known{cell};
    std::set<std::size_t> sums;
    for (std::size_t next = 0; next < cells.size() && cells.size() < size; ++next)
        for (const std::size_t sum : sums_of_[cells[next]])
            each_term(publication_.sums[sum], [&](std::size_t other, std::int64_t) {
                if (open_[other] && cells.size() < size && known.insert(other).second) cells.push_back(other);
            });
    for (const std::size_t of : cells) sums.insert(sums_of_[of].begin(), sums_of_[of].end());
    return {publication_, open_, std::move(cells), {sums.begin(), sums.end()}};
}

bool CellRanges::note(Program& program) {
    auto fit = program.fit();
    if (!fit) return false;
    fits_.push_back(std::move(*fit));
    return true;
}

bool CellRanges::reach(std::size_t cell, std::int64_t width) {
    holding_.clear();
    if (!open_[cell]) {
        hold({{cell, 1}});
        return false;
    }
    const auto wide = static_cast<double>(width);
    if (cells_[group_[cell]].size() > near) {
        Program program = program_near(cell, near);
        const Found found = look(program, cell, wide);
        if (found.wide || found.of_all) return found.wide;
    }
    return look(program_of(cell), cell, wide).wide;
}

CellRanges::Found CellRanges::look(Program& program, std::size_t cell, double width) {
    work_ += program.size();
    const double low = program.extreme(cell, GLP_MIN);
    bool of_all = program.is_of_all();
    const bool low_fits = note(program);
    const double high = program.extreme(cell, GLP_MAX);
    of_all = of_all && program.is_of_all();
    const bool high_fits = note(program);
    if (high - low < width) {
        find_holding(program, cell);
        return {false, of_all};
    }
    if (low_fits && high_fits) return {true, true};
    const double whole_low = program.whole_extreme(cell, GLP_MIN).value_or(low);
    const double whole_high = program.whole_extreme(cell, GLP_MAX).value_or(high);
    if (whole_high - whole_low >= width) return {true, false};
    find_holding(program, cell);
    // Whole numbers among more cells may reach further.
    return {false, false};
}

void CellRanges::find_holding(Program& program, std::size_t cell) {
    holding_.clear();
    for (const int direction : {GLP_MIN, GLP_MAX}) {
        program.extreme(cell, direction);
        hold(program.weights());
    }
}

}  // namespace xy::stats
