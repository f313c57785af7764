// The report of a period (半年报告): finished figures in the words of the offices, with small groups withheld
// over all tables together.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "outreach/ledger.h"
#include "outreach/place.h"
#include "report/analysis.h"
#include "report/participation.h"
#include "stats/suppression.h"

namespace xy::report {

struct ReportOptions {
    Language language = Language::zh;
    std::int64_t threshold = stats::usual_threshold;  ///< counts from 1 to one less are withheld
    bool internal = false;                            ///< shows all, and every page says so
    std::string made_on;                              ///< YYYY-MM-DD
};

/// Everything beside the visits.
struct ReportSources {
    std::vector<outreach::Event> events;  ///< all; those of the period are chosen
    std::vector<outreach::LedgerEntry> ledger;
    std::vector<outreach::Measure> measures;  ///< in the order of the report
    std::vector<outreach::Place> places;
    Titles titles;
    std::vector<std::string> venues;  ///< ids of venue kinds in the order of the report
    /// What visitors read on an option, by name_of(AskedItem) + "/" + option id; an unknown one shows its id.
    std::map<std::string, LocalizedText> options;
};

/// Nothing: withheld.
using Count = std::optional<std::int64_t>;

struct Group {
    std::string name;
    std::int64_t events = 0;  ///< 场次
    Count visits;             ///< 人次
};

/// What the visits are counted by.
enum class Grouping { event, place, venue, audience, month };

struct GroupTable {
    Grouping grouping = Grouping::event;
    std::string title;
    std::string heading;  ///< of the names
    bool with_events = false;
    std::vector<Group> groups;  ///< also those with zero, so that a gap is seen
};

/// 乡镇×六进: how many events were held where. Counts events, not visitors: nothing is withheld.
struct Coverage {
    std::vector<std::string> venues;                ///< titles, those without events too
    std::vector<std::vector<std::int64_t>> events;  ///< by group of the table of places, then by venue kind
    std::int64_t townships = 0;                     ///< all of the configuration
    std::int64_t covered = 0;                       ///< of them, with at least one event

    std::int64_t held_in(std::size_t venue) const;
};

struct LedgerFigure {
    std::string measure;
    std::string unit;
    std::string amount;  ///< as a sentence has it: with its unit and precision, or 未填报
    std::string precision;
    std::int64_t total = 0;
    bool entered = false;
};

struct WeakItem {
    std::string stem;
    stats::Proportion right;
    std::string mistake;  ///< the option most often chosen wrongly; empty when nobody was wrong
    stats::Proportion chose_mistake;
};

struct SurveyFigure {
    std::string stem;
    std::vector<std::int64_t> counts;  ///< by step; empty: withheld
    Count n;
};

struct PeriodReport {
    ReportOptions options;
    std::string period;  ///< title
    std::string days;    ///< “2026-01-01 至 2026-06-30”
    std::int64_t events = 0;
    Count visits;
    std::optional<stats::Proportion> completed;
    std::optional<stats::Proportion> right_answers;
    std::optional<stats::Proportion> at_threshold;
    std::vector<GroupTable> tables;  ///< one of each grouping, in its order
    Coverage coverage;
    std::vector<LedgerFigure> ledger;
    std::vector<WeakItem> least_known;  ///< at most ten
    std::vector<SurveyFigure> survey;
    Count practice, rapid, doubtful_clock;
    std::vector<std::string> suggestions;

    const GroupTable& table(Grouping grouping) const { return tables.at(static_cast<std::size_t>(grouping)); }
};

PeriodReport period_report(const Analysis& analysis, const ReportSources& sources,
                           const ReportOptions& options);

/// How the figures are defined and what is not shown, a paragraph each.
std::vector<std::string> explanations_of(const PeriodReport& report);

}  // namespace xy::report
