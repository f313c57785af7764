// What a reader of a publication can tell of the counts that it hides. Inside stats/ only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "stats/suppression.h"

namespace xy::stats {

/// Values of hidden cells that fit all that is shown, less the true ones; cells that are not named have their
/// true value.
using Fit = std::vector<std::pair<std::size_t, double>>;

/// Where programs stood. The next ones, over nearly the same cells and sums, are solved in a tenth of the
/// time from there.
struct Basis {
    std::vector<int> cells, sums;  ///< as GLPK names them; 0: unknown
};

/// A linear program for each set of hidden cells that hang together by sums, made when it is asked for. Cells
/// that follow from those that are shown are as good as shown, and stand in none.
class CellRanges {
 public:
    /// All must outlive it. Starts from `basis` and leaves there where it ends.
    CellRanges(const Publication& publication, const std::vector<bool>& hidden, Basis& basis);
    ~CellRanges();
    CellRanges(const CellRanges&) = delete;
    CellRanges& operator=(const CellRanges&) = delete;

    /// Whether the values that fit reach over at least `width`. Requires that `cell` is hidden.
    bool reach(std::size_t cell, std::int64_t width);
    /// The shown cells that keep the cell asked for last from reaching further; without one of them hidden it
    /// never will. Empty where other things keep it.
    const std::vector<std::size_t>& holding() const { return holding_; }
    /// Cells of the programs that were solved.
    std::size_t work() const { return work_; }
    /// What was found on the way since this was asked last.
    std::vector<Fit> take_fits() { return std::exchange(fits_, {}); }

 private:
    class Program;
    Program& program_of(std::size_t cell);
    /// Of `size` cells about `cell`.
    Program program_near(std::size_t cell, std::size_t size) const;
    struct Found {
        bool wide = false;
        bool of_all = false;  ///< so it is, whatever the other cells are
    };
    Found look(Program& program, std::size_t cell, double width);
    bool note(Program& program);
    void find_holding(Program& program, std::size_t cell);
    void follow();
    /// The shown cells that keep it so, from the weights of cells that are not open.
    void hold(std::map<std::size_t, double> weights);

    const Publication& publication_;
    Basis& basis_;
    std::vector<bool> open_;  ///< hidden, and does not follow from what is shown
    std::vector<std::pair<std::size_t, std::size_t>> follows_;  ///< cell and its sum, in the order found
    std::vector<std::size_t> group_;                            ///< of each open cell
    std::vector<std::vector<std::size_t>> sums_of_;             ///< by open cell
    std::vector<std::vector<std::size_t>> cells_;               ///< by group
    std::vector<std::vector<std::size_t>> sums_;                ///< likewise
    std::vector<std::unique_ptr<Program>> programs_;            ///< likewise
    std::vector<std::size_t> holding_;
    std::vector<Fit> fits_;
    std::size_t work_ = 0;
};

}  // namespace xy::stats
