// An attacker holds three reports that count some of the same visits, published one after the other: months
// and their half-year, villages and their county, or one period again after a few more visits.
#include <iostream>

#include "figures/attacker.h"
#include "figures/overlap.h"

namespace xy::figures {
namespace {

/// Visits that reports count as a whole or not at all; the last came only after the first report.
constexpr std::size_t some = 3;
constexpr std::size_t late = 3;

struct PublishedReport {
    unsigned regions = 0;  ///< a bit for each
    bool has_late = false;
    RandomData data;  ///< that it was made of
    PeriodReport report;
    outreach::Publication publication;
};

/// Reports over random visits, each decided together with those before.
class Sequence {
 public:
    explicit Sequence(unsigned seed) : random_(seed) {
        for (unsigned region = 0; region < some; ++region)
            regions_.emplace_back(seed * 10 + region, "2025",
                                  std::string(1, static_cast<char>('a' + region)));
        regions_.push_back(regions_.front().some_more(1 + below(12)));
        const bool more_comes = below(2) == 0;
        for (int report = 0; report < 3; ++report) publish(report > 0 && more_comes);
    }

    const std::vector<PublishedReport>& reports() const { return reports_; }
    const std::vector<RandomData>& regions() const { return regions_; }
    std::int64_t printed = 0, printed_alone = 0, refused = 0;

 private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

    /// What there is of `regions`.
    RandomData data_of(unsigned regions, bool with_late) const {
        std::optional<RandomData> all;
        for (unsigned region = 0; region <= some; ++region) {
            const unsigned bit = region == late ? 0 : region;  // came to the first
            if ((regions >> bit & 1U) == 0 || (region == late && !with_late)) continue;
            all ? void(*all += regions_[region]) : void(all = regions_[region]);
        }
        return *all;
    }

    void publish(bool with_late) {
        const unsigned chosen = 1 + below((1U << some) - 1);
        RandomData data = data_of(chosen, with_late);
        ReportOptions options;
        options.threshold = attacked_threshold;
        DecidedReport decided =
            decided_report(data.analysis, nullptr, earlier(chosen, with_late), data.sources, options);
        if (decided.exposes) {
            ++refused;
            return;
        }
        printed += decided.printed;
        printed_alone += decided_report(data.analysis, nullptr, {}, data.sources, options).printed;
        outreach::Publication publication;
        publication.counts = std::move(decided.counts);
        reports_.push_back({chosen, with_late && (chosen & 1U) != 0, std::move(data),
                            std::move(decided.report), std::move(publication)});
    }

    EarlierReports earlier(unsigned chosen, bool with_late) const {
        EarlierReports earlier;
        std::map<std::vector<std::size_t>, RandomData> parts;
        for (unsigned region = 0; region < some; ++region) {
            std::vector<std::size_t> scopes;
            if ((chosen >> region & 1U) != 0) scopes.push_back(0);
            for (std::size_t i = 0; i < reports_.size(); ++i)
                if ((reports_[i].regions >> region & 1U) != 0) scopes.push_back(i + 1);
            if (scopes.empty()) continue;
            const RandomData visits = data_of(1U << region, with_late);
            const auto [place, is_new] = parts.try_emplace(scopes, visits);
            if (!is_new) place->second += visits;
        }
        for (auto& [scopes, visits] : parts) earlier.parts.push_back({visits.analysis, scopes});
        for (const PublishedReport& report : reports_) {
            const RandomData now = data_of(report.regions, with_late);
            earlier.reports.push_back(
                {&report.publication, now.analysis, now.sources.events, now.sources.places});
        }
        return earlier;
    }

    std::mt19937 random_;
    std::vector<RandomData> regions_;
    std::vector<PublishedReport> reports_;
};

std::int64_t truth_of(const tally::Tally& tally, const std::string& name) {
    const auto started = [&](const std::map<std::string, tally::Visits>& by, std::size_t from) {
        const auto found = by.find(name.substr(from));
        return found == by.end() ? 0 : found->second.started;
    };
    if (name == "visits") return tally.visits.started;
    if (name.starts_with("audience/")) return started(tally.by_audience, 9);
    if (name.starts_with("event/")) return started(tally.by_event, 6);
    return 0;
}

/// What the reports say of the same visits is the same.
void tie_regions(Attacker& attacker, const Sequence& sequence, const std::vector<VisitColumns>& columns) {
    std::set<std::string> names;
    for (const VisitColumns& of : columns)
        for (const auto& [name, column] : of.named) names.insert(name);
    for (const std::string& name : names) {
        std::vector<int> of_region;
        for (const RandomData& region : sequence.regions()) {
            of_region.push_back(attacker.unknown());
            attacker.name(of_region.back(), name + " of region " + std::to_string(of_region.size() - 1));
            const std::int64_t truth = truth_of(region.analysis.tally, name);
            if (stats::is_small(truth, attacked_threshold))
                attacker.protect(of_region.back(), std::nullopt, truth);
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const PublishedReport& report = sequence.reports()[i];
            const auto found = columns[i].named.find(name);
            if (found != columns[i].named.end())
                attacker.name(found->second, name + " of report " + std::to_string(i));
            std::vector<int> parts;
            for (std::size_t region = 0; region < some; ++region)
                if ((report.regions >> region & 1U) != 0) parts.push_back(of_region[region]);
            if (report.has_late) parts.push_back(of_region[late]);
            attacker.sum(found == columns[i].named.end() ? attacker.constant(0) : found->second, parts);
        }
    }
}

TEST(Attacker, RecoversNoWithheldFigureOfThreeReportsThatOverlap) {
    std::int64_t printed = 0;
    std::int64_t alone = 0;
    std::int64_t refused = 0;
    std::vector<unsigned> seeds{182};  // a share without its base told its hits
    for (unsigned seed = 1; seed <= attacks() / 10; ++seed) seeds.push_back(seed);
    for (const unsigned seed : seeds) {
        const Sequence sequence(seed);
        Attacker attacker;
        std::vector<VisitColumns> columns;
        for (const PublishedReport& report : sequence.reports())
            columns.push_back(read(attacker, report.data, report.report));
        tie_regions(attacker, sequence, columns);
        EXPECT_THAT(attacker.recovered(), ::testing::IsEmpty()) << "seed " << seed;
        printed += sequence.printed;
        alone += sequence.printed_alone;
        refused += sequence.refused;
    }
    std::cout << "counts printed " << printed << ", each report for itself " << alone << "; reports refused "
              << refused << '\n';
    // Protection that hides nearly everything would be safe, and no report.
    EXPECT_GT(2 * printed, alone);
}

}  // namespace
}  // namespace xy::figures
