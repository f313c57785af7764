#include "figures/disclosure.h"

namespace xy::figures {

using stats::Standing;

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

Disclosure::ShareCells Disclosure::tied(const stats::Proportion& share, Cell hits, Cell n) {
    const ShareCells cells{hits, unpublished(share.n - share.hits), n};
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
    return stats::Proportion{count(cells.hits), count(cells.n)};
}

}  // namespace xy::figures
