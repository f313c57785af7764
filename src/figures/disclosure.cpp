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

void Disclosure::sum(Cell total, std::vector<Cell> parts) {
    if (!parts.empty()) publication_.sums.push_back({total, std::move(parts)});
}

Disclosure::Cell Disclosure::published_sum(std::vector<Cell> parts) {
    std::int64_t all = 0;
    for (const Cell part : parts) all += count(part);
    const Cell total = published(all);
    sum(total, std::move(parts));
    return total;
}

Disclosure::ShareCells Disclosure::share(const stats::Proportion& share) {
    const ShareCells cells{published(share.hits), unpublished(share.n - share.hits), published(share.n)};
    sum(cells.n, {cells.hits, cells.misses});
    return cells;
}

void Disclosure::limit(Cell part, Cell whole) {
    if (count(part) <= count(whole)) sum(whole, {part, slack(count(whole) - count(part))});
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
