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

Measure visits_of(const tally::EventMonth& key) {
    return {"event/" + key.first + "/" + key.second,
            [key](const tally::Tally& tally) {
                const auto found = tally.by_event_month.find(key);
                return found == tally.by_event_month.end() ? 0 : found->second;
            },
            true};
}

void Disclosure::begin_scope(const tally::Tally& tally) {
    const Cell begin = publication_.cells.size();
    const std::size_t sum = publication_.sums.size();
    scopes_.push_back({&tally, begin, begin, sum, sum});
}

Disclosure::Cell Disclosure::add(std::int64_t count, Standing standing) {
    publication_.cells.push_back(count);
    publication_.standing.push_back(standing);
    registered_.emplace_back();
    if (!scopes_.empty()) scopes_.back().end = publication_.cells.size();
    return publication_.cells.size() - 1;
}

Disclosure::Cell Disclosure::add(Measure measure, Standing standing) {
    const Cell cell = add(measure.count(*scopes_.back().tally), standing);
    registered_[cell] = {
        std::move(measure.name), std::move(measure.count), {}, measure.placed, measure.listed};
    return cell;
}

Disclosure::Cell Disclosure::add_sum(std::string name, Standing standing, const std::vector<Cell>& parts,
                                     const std::vector<std::int64_t>& times) {
    std::int64_t all = 0;
    Registered registered{std::move(name), {}, {}, true};
    for (std::size_t part = 0; part < parts.size(); ++part) {
        registered.parts.emplace_back(parts[part], times.empty() ? 1 : times[part]);
        all += registered.parts.back().second * count(parts[part]);
        registered.placed = registered.placed && registered_[parts[part]].placed;
        if (registered_[parts[part]].name.empty()) registered.name.clear();
    }
    const Cell cell = add(all, standing);
    registered_[cell] = std::move(registered);
    return cell;
}

void Disclosure::sum(Cell total, std::vector<Cell> parts, std::vector<std::int64_t> times) {
    if (parts.empty()) return;
    publication_.sums.push_back({total, std::move(parts), std::move(times)});
    if (!scopes_.empty()) scopes_.back().end_sum = publication_.sums.size();
}

Disclosure::Cell Disclosure::published_sum(std::string name, std::vector<Cell> parts) {
    const Cell total = add_sum(std::move(name), Standing::published, parts);
    sum(total, std::move(parts));
    return total;
}

Disclosure::Cell Disclosure::slack_sum(std::string name, std::vector<Cell> parts,
                                       std::vector<std::int64_t> times) {
    const Cell total = add_sum(std::move(name), Standing::slack, parts, times);
    sum(total, std::move(parts), std::move(times));
    return total;
}

Disclosure::ShareCells Disclosure::printed_apart(const stats::Proportion& share) {
    const ShareCells cells{published(share.hits), unpublished(share.n - share.hits), published(share.n)};
    sum(cells.n, {cells.hits, cells.misses});
    return cells;
}

Disclosure::ShareCells Disclosure::share(const stats::Proportion& share) {
    return printed_together(printed_apart(share));
}

Disclosure::ShareCells Disclosure::tied_to_base(const ShareCells& cells) {
    print_with(cells.hits, cells.n);
    return cells;
}

Disclosure::ShareCells Disclosure::printed_together(const ShareCells& cells) {
    print_with(cells.n, cells.hits);
    return tied_to_base(cells);
}

Disclosure::ShareCells Disclosure::tied(const ShareMeasure& measure, Standing standing) {
    const auto part = [&](const std::string& what, auto count) {
        return Measure{
            measure.name + "/" + what,
            [share = measure.share, count](const tally::Tally& tally) { return count(share(tally)); }, false,
            measure.listed};
    };
    using stats::Proportion;
    const ShareCells cells{
        add(part("hits", [](const Proportion& share) { return share.hits; }), standing),
        unpublished(part("misses", [](const Proportion& share) { return share.n - share.hits; })),
        add(part("n", [](const Proportion& share) { return share.n; }), standing)};
    sum(cells.n, {cells.hits, cells.misses});
    return cells;
}

Disclosure::ShareCells Disclosure::withheld_share(const ShareMeasure& measure) {
    const ShareCells cells = tied(measure, Standing::withheld);
    publication_.standing[cells.misses] = Standing::withheld;
    publication_.standing[cells.n] = Standing::present;
    return cells;
}

Disclosure::ShareCells Disclosure::withheld_sum(const std::string& name,
                                                const std::vector<ShareCells>& shares) {
    std::vector<Cell> hits, misses, n;
    for (const ShareCells& share : shares) {
        hits.push_back(share.hits);
        misses.push_back(share.misses);
        n.push_back(share.n);
    }
    const ShareCells cells{add_sum(name + "/hits", Standing::withheld, hits),
                           add_sum(name + "/misses", Standing::withheld, misses),
                           add_sum(name + "/n", Standing::present, n)};
    sum(cells.hits, std::move(hits));
    sum(cells.misses, std::move(misses));
    sum(cells.n, std::move(n));
    sum(cells.n, {cells.hits, cells.misses});
    return cells;
}

Disclosure::Cell Disclosure::add_rest(std::string name, Standing standing, Cell whole,
                                      const std::vector<Cell>& parts) {
    std::vector<Cell> cells{whole};
    cells.insert(cells.end(), parts.begin(), parts.end());
    std::vector<std::int64_t> times(cells.size(), -1);
    times.front() = 1;
    return add_sum(std::move(name), standing, cells, times);
}

Disclosure::Cell Disclosure::rest(std::string name, Cell whole, std::vector<Cell> parts) {
    const Cell rest = add_rest(std::move(name), Standing::unpublished, whole, parts);
    parts.push_back(rest);
    sum(whole, std::move(parts));
    return rest;
}

void Disclosure::limit(std::vector<Cell> parts, Cell whole) {
    std::int64_t left = count(whole);
    for (const Cell part : parts) left -= count(part);
    if (parts.empty() || left < 0) return;
    std::string name = "rest/" + registered_[whole].name;
    for (const Cell part : parts) name += "/" + registered_[part].name;
    const Cell rest = add_rest(std::move(name), Standing::slack, whole, parts);
    parts.push_back(rest);
    sum(whole, std::move(parts));
}

void Disclosure::decide(const Progress& progress) {
    withheld_.assign(publication_.cells.size(), false);
    if (readers_ == Readers::office) return;
    stats::Suppression suppression = stats::suppress(publication_, threshold_, progress);
    withheld_ = std::move(suppression.withheld);
    exposes_ = suppression.exposes;
}

bool Disclosure::prints(Cell cell) const {
    const Standing standing = publication_.standing[cell];
    return standing == Standing::published || standing == Standing::headline;
}

std::vector<outreach::PublishedCount> Disclosure::published_counts(std::size_t scope) const {
    std::vector<outreach::PublishedCount> counts;
    for (Cell cell = scopes_[scope].begin; cell < scopes_[scope].end; ++cell) {
        const Registered& registered = registered_[cell];
        const bool follows = !registered.count && !prints(cell);
        if (!registered.name.empty() && !follows)
            counts.push_back({registered.name, count(cell), prints(cell) && is_shown(cell)});
    }
    return counts;
}

std::int64_t Disclosure::printed(std::size_t scope) const {
    std::int64_t all = 0;
    for (Cell cell = scopes_[scope].begin; cell < scopes_[scope].end; ++cell)
        if (prints(cell) && is_shown(cell) && count(cell) > 0) ++all;
    return all;
}

Count Disclosure::shown(Cell cell) const {
    return withheld_[cell] ? Count() : Count(count(cell));
}

Share Disclosure::shown(const ShareCells& cells) const {
    if (withheld_[cells.hits] || withheld_[cells.n]) return std::nullopt;
    return stats::Estimate({count(cells.hits), count(cells.n)});
}

}  // namespace xy::figures
