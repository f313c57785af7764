#include "figures/disclosure.h"

#include <algorithm>
#include <cmath>

namespace xy::figures {

using stats::Standing;

Share clustered_like(const stats::Estimate& estimate, Share shown) {
    if (!shown) return shown;
    // What is a tenth but for rounding stays one.
    shown->design_effect = std::max(std::ceil(estimate.design_effect * 10 - 1e-9) / 10, 1.0);
    shown->events = estimate.events;
    return shown;
}

Disclosure::Cell Disclosure::add(std::int64_t count, Standing standing) {
    publication_.cells.push_back(count);
    publication_.standing.push_back(standing);
    return publication_.cells.size() - 1;
}

void Disclosure::sum(Cell total, std::vector<Cell> parts, std::vector<std::int64_t> times) {
    if (!parts.empty()) publication_.sums.push_back({total, std::move(parts), std::move(times)});
}

Disclosure::Cell Disclosure::published_sum(std::vector<Cell> parts) {
    std::int64_t all = 0;
    for (const Cell part : parts) all += count(part);
    const Cell total = published(all);
    sum(total, std::move(parts));
    return total;
}

Disclosure::ShareCells Disclosure::share(const stats::Proportion& share) {
    const Cell hits = published(share.hits);
    return tied(share, hits, published(share.n));
}

Disclosure::ShareCells Disclosure::headline_share(const stats::Proportion& share) {
    const Cell hits = headline(share.hits);
    return tied(share, hits, headline(share.n));
}

Disclosure::ShareCells Disclosure::unpublished_share(const stats::Proportion& share) {
    const Cell hits = unpublished(share.hits);
    return tied(share, hits, unpublished(share.n));
}

Disclosure::ShareCells Disclosure::tied(const stats::Proportion& share, Cell hits, Cell n) {
    const ShareCells cells{hits, unpublished(share.n - share.hits), n};
    sum(cells.n, {cells.hits, cells.misses});
    return cells;
}

void Disclosure::limit(std::vector<Cell> parts, Cell whole) {
    std::int64_t rest = count(whole);
    for (const Cell part : parts) rest -= count(part);
    if (parts.empty() || rest < 0) return;
    parts.push_back(slack(rest));
    sum(whole, std::move(parts));
}

void Disclosure::decide() {
    withheld_ = readers_ == Readers::office ? std::vector<bool>(publication_.cells.size())
                                            : stats::withheld_cells(publication_, threshold_);
}

Count Disclosure::shown(Cell cell) const {
    return withheld_[cell] ? Count() : Count(count(cell));
}

Share Disclosure::shown(const ShareCells& cells) const {
    if (withheld_[cells.hits] || withheld_[cells.n]) return std::nullopt;
    return stats::Estimate({count(cells.hits), count(cells.n)});
}

}  // namespace xy::figures
