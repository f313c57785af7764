#include "figures/attacker.h"

#include <iostream>

namespace xy::figures {
namespace {

bool every_event_shows(const PeriodReport& report) {
    return report.events.size() >= 5 &&
           std::all_of(report.events.begin(), report.events.end(),
                       [](const EventFigure& event) { return event.visits.has_value(); });
}

/// The year before as this report tells it, against what its own report told.
void read_year_before(Attacker& attacker, const VisitColumns& then, const PeriodReport& now,
                      const PeriodReport& report_then) {
    if (!now.year_before) return;
    attacker.sum(then.total, {attacker.column(now.year_before->visits)});
    if (!now.year_before->change.interval) return;
    EXPECT_TRUE(every_event_shows(now) && every_event_shows(report_then))
        << "the interval is an equation for the withheld events";
}

TEST(Attacker, RecoversNoWithheldFigureOfManyReports) {
    int shown = 0;
    int hidden = 0;
    int beside = 0;
    for (unsigned seed = 1; seed <= attacks(); ++seed) {
        RandomData now(seed, "2025");
        RandomData then(seed + 1'000'000, "2024");
        const std::vector<outreach::Event> before = then.sources.events;
        then.sources.events.insert(then.sources.events.end(), now.sources.events.begin(),
                                   now.sources.events.end());
        now.sources.events.insert(now.sources.events.end(), before.begin(), before.end());
        ReportOptions options;
        options.threshold = attacked_threshold;
        const PeriodReport report = period_report(now.analysis, &then.analysis, now.sources, options);
        const PeriodReport last = period_report(then.analysis, nullptr, then.sources, options);
        Attacker attacker;
        read(attacker, now, report);
        read_year_before(attacker, read(attacker, then, last), report, last);
        EXPECT_THAT(attacker.recovered(), ::testing::IsEmpty()) << "seed " << seed;
        shown += attacker.shown;
        hidden += attacker.hidden;
        beside += attacker.beside;
    }
    std::cout << "figures shown " << shown << ", withheld " << hidden << ", of these not small " << beside
              << '\n';
    // Protection that hides nearly everything would be safe, and no report.
    EXPECT_GT(shown, hidden / 2);
}

}  // namespace
}  // namespace xy::figures
