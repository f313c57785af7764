#include "stats/suppression.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <tuple>

#include "stats/cell_ranges.h"

namespace xy::stats {
namespace {

Standing standing_of(const Publication& publication, std::size_t cell) {
    return publication.standing.empty() ? Standing::published : publication.standing[cell];
}

/// Whether the cell is shown unless it has to be withheld.
bool may_show(const Publication& publication, std::size_t cell) {
    const Standing standing = standing_of(publication, cell);
    return standing == Standing::published || standing == Standing::headline;
}

bool is_fixed(const Publication& publication, std::size_t cell) {
    const Standing standing = standing_of(publication, cell);
    return standing == Standing::known || standing == Standing::absent;
}

bool withheld_at_first(const Publication& publication, std::size_t cell, std::int64_t threshold) {
    if (is_fixed(publication, cell)) return false;
    return !may_show(publication, cell) || is_small(publication.cells[cell], threshold);
}

/// An unpublished cell that is not small may be computed.
bool needs_protection(const Publication& publication, std::size_t cell, std::int64_t threshold) {
    switch (standing_of(publication, cell)) {
        case Standing::unpublished:
            return is_small(publication.cells[cell], threshold);
        case Standing::slack:
        case Standing::known:
        case Standing::absent:
            return false;
        default:
            return true;
    }
}

/// Of shown cells the one to withhold first: no headline, the smallest, the first. A 0 is always shown.
std::optional<std::size_t> least_of_all(const Publication& publication, const std::vector<bool>& withheld,
                                        const std::vector<std::size_t>& cells) {
    using Rank = std::tuple<bool, std::int64_t, std::size_t>;
    std::optional<Rank> best;
    for (const std::size_t cell : cells) {
        if (withheld[cell] || !may_show(publication, cell) || publication.cells[cell] == 0) continue;
        const Rank rank{standing_of(publication, cell) == Standing::headline, publication.cells[cell], cell};
        if (!best || rank < *best) best = rank;
    }
    return best ? std::optional(std::get<std::size_t>(*best)) : std::nullopt;
}

/// The shown cells in sums with one of `near`.
std::vector<std::size_t> cells_beside(const Publication& publication, const std::vector<bool>& near) {
    std::vector<std::size_t> beside;
    for (const Sum& sum : publication.sums) {
        std::vector<std::size_t> cells = sum.parts;
        cells.push_back(sum.total);
        if (std::any_of(cells.begin(), cells.end(), [&](std::size_t cell) { return near[cell]; }))
            beside.insert(beside.end(), cells.begin(), cells.end());
    }
    return beside;
}

/// Where no dual names what holds `cell` fast: a cell beside it, or beside those, and so on.
std::optional<std::size_t> companion_beside(const Publication& publication, const std::vector<bool>& withheld,
                                            std::size_t cell) {
    std::vector<bool> near(withheld.size());
    near[cell] = true;
    while (true) {
        const std::vector<std::size_t> beside = cells_beside(publication, near);
        if (const auto found = least_of_all(publication, withheld, beside)) return found;
        const std::vector<bool> before = near;
        for (const std::size_t other : beside) near[other] = true;
        if (near == before) return std::nullopt;
    }
}

bool knows_anything(const Publication& publication) {
    return std::find(publication.standing.begin(), publication.standing.end(), Standing::known) !=
           publication.standing.end();
}

/// Without what is only decided upon now: all that is hidden, and a 0 is no different.
Publication not_made(Publication publication) {
    for (Standing& standing : publication.standing)
        if (standing != Standing::known && standing != Standing::present) standing = Standing::slack;
    std::erase_if(publication.sums, [](const Sum& sum) { return !sum.known; });
    return publication;
}

/// With all that follows from what was published before: a sum of which all is known but one cell tells that.
/// What is small is not printed all the same, but nothing is withheld for it.
Publication with_known(Publication publication, std::int64_t threshold) {
    std::vector<bool> told(publication.cells.size());
    const auto is_known = [&](std::size_t cell) {
        return told[cell] || publication.standing[cell] == Standing::known;
    };
    if (!knows_anything(publication)) return publication;
    for (bool more = true; more;) {
        more = false;
        for (const Sum& sum : publication.sums) {
            std::vector<std::size_t> unknown;
            for (const std::size_t cell : sum.parts)
                if (!is_known(cell)) unknown.push_back(cell);
            if (!is_known(sum.total)) unknown.push_back(sum.total);
            if (unknown.size() != 1) continue;
            const std::size_t cell = unknown.front();
            told[cell] = more = true;
            const bool small = is_small(publication.cells[cell], threshold);
            publication.standing[cell] = small ? Standing::slack : Standing::known;
        }
    }
    return publication;
}

/// Values that fits hold, 16 bytes each. What is not kept is found again where it is asked for.
constexpr std::size_t most_kept = 1'000'000;

/// Decides over one publication.
class Decision {
 public:
    Decision(const Publication& publication, std::int64_t threshold, const Progress& progress)
        : progress_(progress),
          publication_(with_known(publication, threshold)),
          not_made_(knows_anything(publication) ? not_made(publication) : Publication{}),
          threshold_(threshold),
          withheld_(publication.cells.size()),
          hopeless_(publication.cells.size()),
          only_with_(publication.cells.size()),
          never_without_(publication.cells.size()) {
        for (const PrintedWith& printed : publication.printed_with) {
            only_with_[printed.other].push_back(printed.cell);
            never_without_[printed.cell].push_back(printed.other);
        }
        for (std::size_t cell = 0; cell < withheld_.size(); ++cell)
            if (withheld_at_first(publication_, cell, threshold)) withhold(cell);
    }

    Suppression decided() && {
        withhold_companions();
        show_superfluous();
        return {std::move(withheld_), exposes_};
    }

 private:
    bool reaches(CellRanges& ranges, std::size_t cell) {
        const std::size_t before = ranges.work();
        const bool wide = ranges.reach(cell, threshold_);
        work_ += ranges.work() - before;
        go_on(progress_, std::min(1.0, static_cast<double>(work_) / most_work));
        return wide;
    }
    /// And what is printed only with it. A 0 is known all the same.
    void withhold(std::size_t cell) {
        withheld_[cell] = true;
        for (const std::size_t other : only_with_[cell])
            if (may_be_withheld(other)) withhold(other);
    }
    bool may_be_withheld(std::size_t cell) const {
        return !withheld_[cell] && may_show(publication_, cell) && publication_.cells[cell] != 0;
    }

    /// The withheld cells that have to be shown for `cell` to be printed, itself among them; nothing where
    /// one of them cannot be.
    std::vector<std::size_t> shown_together(std::size_t cell) const {
        std::vector<std::size_t> cells{cell};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::size_t one = cells[i];
            if (!may_show(publication_, one) || is_small(publication_.cells[one], threshold_)) return {};
            for (const std::size_t other : never_without_[one])
                if (withheld_[other] && std::find(cells.begin(), cells.end(), other) == cells.end())
                    cells.push_back(other);
        }
        return cells;
    }

    /// There is no limit where nothing is known: a report for itself is always decided.
    bool is_too_much() const { return work_ > most_work && !not_made_.cells.empty(); }

    /// The first cell from `begin` on, round and round, that a reader can narrow down. Cells that nothing can
    /// help are passed over.
    std::optional<std::size_t> first_narrow(std::size_t begin, CellRanges& ranges) {
        for (std::size_t step = 0; step < withheld_.size(); ++step) {
            const std::size_t cell = (begin + step) % withheld_.size();
            if (!withheld_[cell] || hopeless_[cell] || !needs_protection(publication_, cell, threshold_))
                continue;
            if (seen_wide(cell)) continue;
            const bool wide = reaches(ranges, cell);
            for (Fit& fit : ranges.take_fits()) note(std::move(fit));
            if (!wide || is_too_much()) return cell;
            wide_[cell] = true;
        }
        return std::nullopt;
    }

    std::optional<std::size_t> companion(std::size_t cell, const std::vector<std::size_t>& holding) {
        while (true) {
            auto other = least_of_all(publication_, withheld_, holding);
            if (!other) other = companion_beside(publication_, withheld_, cell);
            if (!other || can_help(*other)) return other;
            publication_.standing[*other] = Standing::known;  // told by what was published before
        }
    }

    /// Whether withholding all that may be would widen the cell. What was published before may tell it
    /// already; then nothing is withheld for it.
    bool can_help(std::size_t cell) {
        if (not_made_.cells.empty()) return true;
        if (!everything_) {
            all_hidden_ = withheld_;
            for (std::size_t other = 0; other < all_hidden_.size(); ++other)
                if (may_show(publication_, other) && publication_.cells[other] != 0)
                    all_hidden_[other] = true;
            everything_ = std::make_unique<CellRanges>(publication_, all_hidden_, basis_of_all_);
        }
        const bool wide = reaches(*everything_, cell);
        everything_->take_fits();
        return wide;
    }

    /// Nothing helps the cell: either what is known tells it, or this publication does.
    void give_up(std::size_t cell) {
        hopeless_[cell] = true;
        if (not_made_.cells.empty()) return;
        if (!before_) {
            hidden_before_.resize(not_made_.cells.size());
            for (std::size_t other = 0; other < hidden_before_.size(); ++other)
                hidden_before_[other] = !is_fixed(not_made_, other);
            before_ = std::make_unique<CellRanges>(not_made_, hidden_before_, basis_before_);
        }
        exposes_ = exposes_ || reaches(*before_, cell);
        before_->take_fits();
    }

    /// Withholds more until no withheld cell is narrow. Each turn withholds one cell more, so it ends.
    void withhold_companions() {
        forget();
        std::size_t begin = 0;
        while (true) {
            CellRanges ranges(publication_, withheld_, basis_);
            const auto cell = first_narrow(begin, ranges);
            exposes_ = exposes_ || is_too_much();
            if (!cell || is_too_much()) return;
            const auto other =
                can_help(*cell) ? companion(*cell, ranges.holding()) : std::optional<std::size_t>();
            if (other)
                withhold(*other);
            else
                give_up(*cell);
            begin = *cell;
        }
    }

    /// Shows again what later choices made superfluous, the largest figure first: it says most.
    void show_superfluous() {
        for (const std::size_t cell : superfluous_maybe()) {
            if (is_too_much()) return;
            const std::vector<std::size_t> cells = shown_together(cell);
            if (!withheld_[cell] || cells.empty()) continue;
            for (const std::size_t one : cells) withheld_[one] = false;
            const std::vector<Fit> before = fits_;
            std::erase_if(fits_, [&](const Fit& fit) { return changes(fit, cells); });
            look_again();
            CellRanges ranges(publication_, withheld_, basis_);
            if (!first_narrow(cell, ranges)) continue;
            for (const std::size_t one : cells) withheld_[one] = true;
            fits_ = before;
            look_again();
        }
    }

    std::vector<std::size_t> superfluous_maybe() const {
        std::vector<std::size_t> order;
        for (std::size_t cell = 0; cell < withheld_.size(); ++cell)
            if (withheld_[cell] && may_show(publication_, cell) &&
                !is_small(publication_.cells[cell], threshold_))
                order.push_back(cell);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const bool headline = standing_of(publication_, a) == Standing::headline;
            if (headline != (standing_of(publication_, b) == Standing::headline)) return headline;
            return publication_.cells[a] > publication_.cells[b];
        });
        return order;
    }

    static bool changes(const Fit& fit, const std::vector<std::size_t>& cells) {
        return std::any_of(fit.begin(), fit.end(), [&](const auto& one) {
            return std::find(cells.begin(), cells.end(), one.first) != cells.end();
        });
    }

    bool seen_wide(std::size_t cell) const {
        return wide_[cell] || high_[cell] - low_[cell] >= static_cast<double>(threshold_) - 1e-6;
    }
    void note(Fit fit) {
        look_at(fit);
        if (kept_ + fit.size() > most_kept) return;
        kept_ += fit.size();
        fits_.push_back(std::move(fit));
    }
    void look_at(const Fit& fit) {
        for (const auto& [cell, value] : fit) {
            low_[cell] = std::min(low_[cell], value);
            high_[cell] = std::max(high_[cell], value);
        }
    }
    void forget() {
        low_.assign(withheld_.size(), 0);
        high_.assign(withheld_.size(), 0);
        wide_.assign(withheld_.size(), false);
    }
    void look_again() {
        forget();
        for (const Fit& fit : fits_) look_at(fit);
    }

    const Progress& progress_;
    std::size_t work_ = 0;
    Publication publication_;
    const Publication not_made_;  ///< empty where nothing is known before
    const std::int64_t threshold_;
    std::vector<bool> withheld_;
    std::vector<bool> hopeless_;
    std::vector<std::vector<std::size_t>> only_with_;      ///< by cell: what is printed only with it
    std::vector<std::vector<std::size_t>> never_without_;  ///< by cell: what it is printed only with
    std::vector<bool> all_hidden_;
    Basis basis_, basis_of_all_, basis_before_;
    std::unique_ptr<CellRanges> everything_;  ///< with `all_hidden_`; made when it is asked for
    std::vector<bool> hidden_before_;
    std::unique_ptr<CellRanges> before_;  ///< of `not_made_`; made when it is asked for
    bool exposes_ = false;
    std::size_t kept_ = 0;  ///< values in all fits
    /// What was found to fit. It fits still when more is withheld.
    std::vector<Fit> fits_;
    std::vector<double> low_, high_;  ///< over `fits_`, from the true value
    std::vector<bool> wide_;          ///< was found so, though no fits show it
};

}  // namespace

Suppression suppress(const Publication& publication, std::int64_t threshold, const Progress& progress) {
    return Decision(publication, threshold, progress).decided();
}

}  // namespace xy::stats
