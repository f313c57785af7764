// The report of a period (半年报告): finished figures in the words of the offices, with small groups withheld
// over all tables together. Every output of one report (HTML, Word, Excel, JSON, CSV) is made of this and
// says nothing beyond it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/progress.h"
#include "figures/disclosure.h"
#include "figures/titles.h"
#include "outreach/ledger.h"
#include "outreach/place.h"
#include "outreach/target.h"
#include "stats/year_on_year.h"
#include "tally/analysis.h"
#include "tally/gain_figures.h"

namespace xy::figures {

struct ReportOptions {
    Language language = Language::zh;
    std::int64_t threshold = stats::usual_threshold;  ///< counts from 1 to one less are withheld
    Readers readers = Readers::everyone;              ///< for the office alone, every page says so
    std::string made_on;                              ///< YYYY-MM-DD
    /// Decided without regard to what was published before, as the office asked for; every page says so.
    bool apart = false;

    bool internal() const { return readers == Readers::office; }
};

/// What is asked about an option or a step, for people; by name_of(AskedItem) + "/" + option id.
using OptionTexts = std::map<std::string, LocalizedText>;

/// Everything beside the visits.
struct ReportSources {
    std::vector<outreach::Event> events;  ///< all; those of the period are chosen
    std::vector<outreach::LedgerEntry> ledger;
    std::vector<outreach::Measure> measures;  ///< in the order of the report
    std::vector<outreach::Target> targets;    ///< all; those of the period are chosen
    std::vector<outreach::Place> places;
    Titles titles;
    std::vector<std::string> venues;  ///< ids of venue kinds in the order of the report
    OptionTexts options;              ///< an unknown option shows its id
};

/// One event (场次).
struct EventFigure {
    std::string id;
    std::string day;  ///< YYYY-MM-DD; may be empty
    std::string name, place, venue, occasion;
    Count visits;
};

struct Group {
    std::string name;
    std::int64_t events = 0;  ///< 场次
    Count visits;             ///< 人次
};

/// What the visits are counted by.
enum class Grouping { place, venue, occasion, audience, month };

struct GroupTable {
    Grouping grouping = Grouping::place;
    std::string title;
    std::string heading;  ///< of the names
    bool with_events = false;
    std::vector<Group> groups;  ///< also those with zero, so that a gap is seen
};

/// 乡镇×六进: how many events were held where. Counts events, not visitors: nothing is withheld.
struct Coverage {
    std::vector<std::string> venues;                ///< titles, those without events too
    std::vector<std::vector<std::int64_t>> events;  ///< by group of the table of places, then by venue kind
    std::vector<std::string> places;                ///< titles, in the order of `events`
    std::int64_t townships = 0;                     ///< all of the configuration
    std::int64_t covered = 0;                       ///< of them, with at least one event

    std::int64_t held_in(std::size_t venue) const;
    /// Townships without any event.
    std::vector<std::string> not_covered() const;
};

struct LedgerFigure {
    std::string id;  ///< of the measure
    std::string measure;
    std::string unit;
    std::string amount;  ///< as a sentence has it: “5000 多份”, or 未填报
    std::string number;  ///< the same without the unit, for a sentence that has it: “5000 多”
    std::string precision;
    std::int64_t total = 0;
    bool entered = false;
    bool at_least = false;  ///< 余, 多: a lower limit
};

/// A target (目标) against what was reached.
struct TargetFigure {
    std::string subject;
    std::string unit;
    double target = 0;
    std::optional<double> actual;   ///< nothing: not entered, or withheld
    std::string actual_text;        ///< “5000 多份”, “未填报”, “※”
    std::optional<double> reached;  ///< actual ÷ target
    bool at_least = false;          ///< the actual figure is a lower limit (余, 多)
    bool met = false;
    std::string status;  ///< “达到”, “差 3 场”, “丁镇、戊乡未开展”
};

struct TopicFigure {
    std::string title;
    Share right;
};

struct ItemFigure {
    std::string bank, item;
    std::string stem;
    std::string topic;
    Share right;
    std::string mistake;  ///< the option most often chosen wrongly; empty when nobody was wrong or withheld
    Share chose_mistake;
    /// Item-rest correlation, −1..1; nothing when it is not defined or `right` is withheld.
    std::optional<double> discrimination;
};

/// Of one bank: items of different banks are asked of different people and are not compared.
struct LeastKnown {
    std::string bank;
    ItemFigure first;                              ///< by the upper end of its interval
    std::vector<std::string> not_distinguishable;  ///< stems of others that may be known as little
    bool some_withheld = false;                    ///< so that it is the first of the items shown alone
};

/// Before and after, over visits that had both with the same number of items.
struct GainFigure {
    int items = 0;
    std::string audience;  ///< title; empty: all
    std::int64_t n = 0;
    tally::GainDesign design = tally::GainDesign::drawn;
    double before = 0, after = 0;  ///< mean share of right answers, each order with the same weight
    std::optional<stats::Interval> difference;  ///< of after − before, 95 %; nothing with too few visits
    std::optional<double> hake;                 ///< ⟨g⟩
    std::optional<stats::Interval> hake_interval;
    std::optional<double> form_difference;  ///< by how much one form is easier, of two
    std::optional<stats::Interval> form_interval;
    Count left;                         ///< visits that ended after the test before; of all audiences only
    std::optional<double> left_before;  ///< their mean share right in it

    /// Whether the difference says what was learnt.
    bool measures() const { return design != tally::GainDesign::fixed; }
    double gain() const { return after - before; }
};

struct SurveyFigure {
    std::string item;
    std::string stem;
    bool scale = true;               ///< ordered steps; else choices
    std::vector<std::string> steps;  ///< what the steps or choices say
    Count n;
    std::vector<Count> counts;  ///< by step
    Share top_two, bottom_two;  ///< of a scale

    /// By step, when every one of them may be shown; else empty.
    std::vector<std::int64_t> distribution() const;
};

/// 同比.
struct Comparison {
    std::string period;  ///< title of the period a year before
    std::int64_t visits = 0;
    stats::Change change;
    Share right_answers;                           ///< of then
    std::int64_t items_now = 0, items_before = 0;  ///< scored items (versions) that were asked
    std::int64_t items_common = 0;                 ///< in both
    /// now − then, 95 %; only where both asked the same items: else it would compare questions.
    std::optional<stats::Interval> right_answers_changed;

    bool same_items() const { return items_now == items_common && items_before == items_common; }
};

struct Quality {
    Count practice;        ///< in no other figure
    Count rapid;           ///< completed too fast to have been read; in all figures
    Count doubtful_clock;  ///< on days in doubt; in all totals
    Count abandoned, timed_out;
    std::int64_t device_days = 0;
    std::optional<double> median_minutes;  ///< of completed visits; nothing when their number is withheld
};

struct PeriodReport {
    ReportOptions options;
    std::string period;               ///< title
    std::string place;                ///< the only place reported on; empty: all
    std::string days;                 ///< “2026-01-01 至 2026-06-30”
    std::vector<EventFigure> events;  ///< by day
    Count visits;
    Share completed;
    Share right_answers;             ///< (甲) right ÷ answered items
    Share at_threshold;              ///< (乙) visits at or above pass_percent
    Share pledges;                   ///< given ÷ asked
    std::vector<GroupTable> tables;  ///< one of each grouping, in its order
    Coverage coverage;
    std::vector<LedgerFigure> ledger;
    std::vector<TargetFigure> targets;
    std::vector<TopicFigure> topics;  ///< least known first (upper end of the interval), withheld ones last
    std::vector<ItemFigure> items;    ///< likewise, those of a bank together
    std::vector<LeastKnown> least_known_of_banks;
    std::vector<GainFigure> gains;  ///< the one with most visits first; none: not measured, or withheld
    std::vector<SurveyFigure> survey;
    std::optional<Comparison> year_before;
    /// The gain of the report: the first that is one, over all audiences. nullptr without.
    const GainFigure* gain() const;
    Quality quality;
    std::vector<std::string> banks;      ///< versions of the items asked, as “bank: n items”
    std::int64_t earlier_reports = 0;    ///< that were published before and that it was decided together with
    std::int64_t withheld_for_them = 0;  ///< counts that it would show if there were none of them
    std::vector<std::string> suggestions;

    const GroupTable& table(Grouping grouping) const { return tables.at(static_cast<std::size_t>(grouping)); }
    /// Only items that may be shown: at most ten of one bank, five of each of several.
    std::vector<ItemFigure> least_known() const;
    std::int64_t held() const { return static_cast<std::int64_t>(events.size()); }
    bool nothing_took_place() const { return events.empty() && visits == Count(0); }
};

/// `year_before`: the same selection a year before; nullptr where there is none.
PeriodReport period_report(const tally::Analysis& analysis, const tally::Analysis* year_before,
                           const ReportSources& sources, const ReportOptions& options);

struct EarlierReports;

/// A report with what the register of publications keeps of it.
struct DecidedReport {
    PeriodReport report;
    std::vector<outreach::PublishedCount> counts;
    std::int64_t printed = 0;  ///< counts that are not 0 and not withheld
    /// Whether it must not be given out beside `earlier`: it tells a small group, whatever is withheld.
    bool exposes = false;
};

/// Decided together with `earlier` (overlap.h), so that nothing withheld comes out of all of them. Throws
/// Stopped.
DecidedReport decided_report(const tally::Analysis& analysis, const tally::Analysis* year_before,
                             const EarlierReports& earlier, const ReportSources& sources,
                             const ReportOptions& options, const Progress& progress = {});

}  // namespace xy::figures
