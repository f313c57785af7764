#include "stats/suppression.h"

#include <algorithm>
#include <cmath>
#include <glpk.h>
#include <memory>
#include <optional>
#include <tuple>

namespace xy::stats {
namespace {

/// GLPK keeps an environment for every thread that calls it and never frees it by itself.
class ThreadEnvironment {
 public:
    ThreadEnvironment() = default;
    ThreadEnvironment(const ThreadEnvironment&) = delete;
    ThreadEnvironment& operator=(const ThreadEnvironment&) = delete;
    ~ThreadEnvironment() { glp_free_env(); }
};

/// What a reader knows of the withheld cells: a linear program with a column for each and a row for each sum.
class Reader {
 public:
    Reader(const Publication& publication, const std::vector<bool>& withheld)
        : problem_(glp_create_prob(), &glp_delete_prob), columns_(publication.cells.size(), 0) {
        for (std::size_t cell = 0; cell < withheld.size(); ++cell) {
            if (!withheld[cell]) continue;
            columns_[cell] = glp_add_cols(problem_.get(), 1);
            glp_set_col_bnds(problem_.get(), columns_[cell], GLP_LO, 0, 0);
        }
        for (const Sum& sum : publication.sums) add(publication, sum);
    }

    /// Whether the values that fit are at least `width` apart.
    bool leaves_open(std::size_t cell, double width) {
        const auto low = extreme(columns_[cell], GLP_MIN);
        if (!low) return false;
        const auto high = extreme(columns_[cell], GLP_MAX);
        return !high || *high - *low >= width - 1e-6;
    }

 private:
    /// Σ parts − total = 0, with what is published on the right.
    void add(const Publication& publication, const Sum& sum) {
        std::vector<int> columns{0};  // GLPK counts from 1
        std::vector<double> factors{0};
        double published = 0;
        const auto term = [&](std::size_t cell, double factor) {
            if (columns_[cell] == 0) {
                published -= factor * static_cast<double>(publication.cells[cell]);
                return;
            }
            columns.push_back(columns_[cell]);
            factors.push_back(factor);
        };
        for (const std::size_t part : sum.parts) term(part, 1);
        term(sum.total, -1);
        if (columns.size() == 1) return;
        const int row = glp_add_rows(problem_.get(), 1);
        glp_set_row_bnds(problem_.get(), row, GLP_FX, published, published);
        glp_set_mat_row(problem_.get(), row, static_cast<int>(columns.size()) - 1, columns.data(),
                        factors.data());
    }

    /// Nothing when there is no limit.
    std::optional<double> extreme(int column, int direction) {
        glp_set_obj_dir(problem_.get(), direction);
        glp_set_obj_coef(problem_.get(), column, 1);
        // The basis that an unlimited program leaves behind may be of no use to the next one.
        if (!solved()) glp_std_basis(problem_.get());
        std::optional<double> found;
        if (solved() && glp_get_status(problem_.get()) == GLP_OPT) found = glp_get_obj_val(problem_.get());
        glp_set_obj_coef(problem_.get(), column, 0);
        return found;
    }

    bool solved() {
        glp_smcp settings;
        glp_init_smcp(&settings);
        settings.msg_lev = GLP_MSG_OFF;
        if (glp_simplex(problem_.get(), &settings) != 0) return false;
        const int status = glp_get_status(problem_.get());
        return status == GLP_OPT || status == GLP_UNBND;
    }

    std::unique_ptr<glp_prob, decltype(&glp_delete_prob)> problem_;
    std::vector<int> columns_;  ///< of each cell; 0: published
};

std::vector<std::size_t> cells_of(const Sum& sum) {
    std::vector<std::size_t> cells = sum.parts;
    cells.push_back(sum.total);
    return cells;
}

bool any_in(const Sum& sum, const std::vector<bool>& set) {
    const std::vector<std::size_t> cells = cells_of(sum);
    return std::any_of(cells.begin(), cells.end(), [&](std::size_t cell) { return set[cell]; });
}

/// The published cell to withhold first among those in sums with a cell of `near`: the smallest, parts before
/// totals; among equals the first. Zeros hide nothing that a reader cannot guess, so they come last.
std::optional<std::size_t> smallest_beside(const Publication& publication, const std::vector<bool>& withheld,
                                           const std::vector<bool>& near) {
    using Rank = std::tuple<int, std::int64_t, std::size_t>;
    std::optional<Rank> best;
    for (const Sum& sum : publication.sums) {
        if (!any_in(sum, near)) continue;
        for (const std::size_t cell : cells_of(sum)) {
            if (withheld[cell]) continue;
            const std::int64_t value = publication.cells[cell];
            const Rank rank{value == 0 ? 2 : (cell == sum.total ? 1 : 0), value, cell};
            if (!best || rank < *best) best = rank;
        }
    }
    return best ? std::optional(std::get<std::size_t>(*best)) : std::nullopt;
}

/// The published cell that is withheld next to hide `cell`. When all beside it are withheld already, those
/// beside them hold it fast, and so on. Nothing when everything that hangs together with it is withheld: then
/// it is open.
std::optional<std::size_t> companion(const Publication& publication, const std::vector<bool>& withheld,
                                     std::size_t cell) {
    std::vector<bool> near(withheld.size());
    near[cell] = true;
    while (true) {
        if (const auto found = smallest_beside(publication, withheld, near)) return found;
        const std::vector<bool> before = near;
        for (const Sum& sum : publication.sums)
            if (any_in(sum, before))
                for (const std::size_t other : cells_of(sum)) near[other] = true;
        if (near == before) return std::nullopt;
    }
}

Standing standing_of(const Publication& publication, std::size_t cell) {
    return publication.standing.empty() ? Standing::published : publication.standing[cell];
}

bool is_published(const Publication& publication, std::size_t cell) {
    return standing_of(publication, cell) == Standing::published;
}

/// An unpublished cell that is not small may be computed.
bool needs_protection(const Publication& publication, std::size_t cell, std::int64_t threshold) {
    switch (standing_of(publication, cell)) {
        case Standing::published:
        case Standing::withheld:
            return true;
        case Standing::unpublished:
            return is_small(publication.cells[cell], threshold);
        case Standing::slack:
            return false;
    }
    return true;
}

/// `hopeless` cells are passed over.
std::optional<std::size_t> first_pinned_down(const Publication& publication,
                                             const std::vector<bool>& withheld, std::int64_t threshold,
                                             std::size_t begin, const std::vector<bool>& hopeless) {
    Reader reader(publication, withheld);
    for (std::size_t step = 0; step < withheld.size(); ++step) {
        const std::size_t cell = (begin + step) % withheld.size();
        if (withheld[cell] && !hopeless[cell] && needs_protection(publication, cell, threshold) &&
            !reader.leaves_open(cell, static_cast<double>(threshold - 1)))
            return cell;
    }
    return std::nullopt;
}

/// Withholds more until no withheld cell is pinned down. Each turn withholds one cell more, so it ends. Cells
/// that the sums alone pin down, with nothing published beside them, cannot be helped: returns them.
std::vector<bool> withhold_companions(const Publication& publication, std::int64_t threshold,
                                      std::vector<bool>& withheld) {
    std::size_t begin = 0;
    std::vector<bool> hopeless(withheld.size());
    while (const auto cell = first_pinned_down(publication, withheld, threshold, begin, hopeless)) {
        if (const auto other = companion(publication, withheld, *cell))
            withheld[*other] = true;
        else
            hopeless[*cell] = true;
        begin = *cell;
    }
    return hopeless;
}

/// Shows again what later choices made superfluous, the largest figure first: it says most.
void show_superfluous(const Publication& publication, std::int64_t threshold,
                      const std::vector<bool>& hopeless, std::vector<bool>& withheld) {
    std::vector<std::size_t> order;
    for (std::size_t cell = 0; cell < withheld.size(); ++cell)
        if (withheld[cell] && is_published(publication, cell) &&
            !is_small(publication.cells[cell], threshold))
            order.push_back(cell);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return publication.cells[a] > publication.cells[b];
    });
    for (const std::size_t cell : order) {
        withheld[cell] = false;
        if (first_pinned_down(publication, withheld, threshold, cell, hopeless)) withheld[cell] = true;
    }
}

}  // namespace

std::vector<bool> withheld_cells(const Publication& publication, std::int64_t threshold) {
    static thread_local const ThreadEnvironment freed_with_its_thread;
    std::vector<bool> withheld(publication.cells.size());
    for (std::size_t cell = 0; cell < withheld.size(); ++cell)
        withheld[cell] = !is_published(publication, cell) || is_small(publication.cells[cell], threshold);
    const std::vector<bool> hopeless = withhold_companions(publication, threshold, withheld);
    show_superfluous(publication, threshold, hopeless, withheld);
    return withheld;
}

}  // namespace xy::stats
