#include "report/analysis_record.h"

#include <algorithm>
#include <set>
#include <type_traits>

#include "figures/completion.h"
#include "outreach/internal_mark.h"
#include "stats/likert.h"
#include "tally/estimates.h"
#include "tally/gain_figures.h"

namespace xy::report {
namespace {

using json::Cell;
using json::List;
using json::Record;
using Places = std::span<const outreach::Place>;

/// null where there is no number.
Cell number_cell(const std::optional<double>& value) {
    return value ? Cell(*value) : Cell(nullptr);
}

Cell interval_cell(const std::optional<stats::Interval>& value) {
    return value ? Cell(List{Cell(value->low), Cell(value->high)}) : Cell(nullptr);
}

Record share_record(const stats::Estimate& share) {
    return {{"hits", share.hits},
            {"n", share.n},
            {"share", number_cell(share.value())},
            {"interval_95", interval_cell(interval_of(share))},
            {"design_effect", share.design_effect},
            {"clusters_events", share.events}};
}

Record record_of(const tally::Visits& visits) {
    return {{"started", visits.started},
            {"completed", visits.completed},
            {"abandoned", visits.abandoned},
            {"timed_out", visits.timed_out}};
}

Record counted(const std::string& key, const std::string& name, const tally::Visits& visits,
               const stats::Estimate& completed) {
    Record record{{key, name}};
    for (auto& cell : record_of(visits)) record.push_back(std::move(cell));
    record.emplace_back("completion", share_record(completed));
    return record;
}

List by_month(const tally::Tally& tally) {
    List list;
    for (const auto& [month, visits] : tally.by_month)
        list.emplace_back(
            counted("month", month, visits, stats::Proportion{visits.completed, visits.started}));
    return list;
}

List counted_by(figures::CompletionBy by, const tally::Analysis& analysis, Places places) {
    List list;
    for (const figures::Completion& group : completion_by(by, analysis, places))
        list.emplace_back(counted(std::string(code(by)), group.id, group.visits, group.completed));
    return list;
}

/// Clock hours alone are kept: of hours that began as many visits each is told.
Cell busiest_hours(const tally::Tally& tally) {
    const auto most = *std::max_element(tally.hours.begin(), tally.hours.end());
    if (most == 0) return nullptr;
    List hours;
    for (std::size_t hour = 0; hour < tally.hours.size(); ++hour)
        if (tally.hours.at(hour) == most) hours.emplace_back(static_cast<std::int64_t>(hour));
    return Record{{"hours", std::move(hours)}, {"started", most}};
}

Record participation(const tally::Analysis& analysis, Places places) {
    const tally::Tally& tally = analysis.tally;
    Record record = record_of(tally.visits);
    List hours;
    for (const std::int64_t started : tally.hours) hours.emplace_back(started);
    record.emplace_back("completion", share_record(completed_visits(tally)));
    record.emplace_back("device_days", static_cast<std::int64_t>(tally.device_days.size()));
    record.emplace_back("started_by_hour", std::move(hours));
    record.emplace_back("busiest_hour", busiest_hours(tally));
    for (const figures::CompletionBy by : figures::completion_groupings)
        record.emplace_back("by_" + std::string(code(by)), counted_by(by, analysis, places));
    record.emplace_back("by_month", by_month(tally));
    return record;
}

Record times_record(const stats::Quartiles& times) {
    return {{"n", times.n},
            {"lower_quartile", number_cell(times.lower)},
            {"median", number_cell(times.median)},
            {"upper_quartile", number_cell(times.upper)},
            {"relative_error", times.relative_error}};
}

Record duration(const stats::Durations& durations) {
    return times_record({durations.n(), durations.quantile(0.25), durations.quantile(0.5),
                         durations.quantile(0.75), durations.relative_error()});
}

Record times_of(const tally::Analysis& analysis, const tally::AskedItem& asked) {
    const auto times = analysis.times.find(asked);
    return times_record(times == analysis.times.end() ? stats::Quartiles() : times->second);
}

Record scores(const tally::Tally& tally) {
    const stats::SessionScores& scores = tally.scores;
    const auto reliability = scores.reliability();
    const auto deviation = scores.deviation();
    const bool both = reliability && deviation && reliability->reliability <= 1;
    return {{"n", scores.n()},
            {"mean_share", number_cell(scores.mean_share())},
            {"standard_deviation", number_cell(deviation)},
            {"at_threshold", share_record(visits_at_threshold(tally))},
            {"threshold_percent", std::int64_t{tally::pass_percent}},
            {"reliability", reliability ? Cell(reliability->reliability) : Cell(nullptr)},
            {"session_length", reliability ? Cell(reliability->length) : Cell(nullptr)},
            {"standard_error_of_measurement",
             both ? Cell(stats::standard_error_of_measurement(*deviation, reliability->reliability))
                  : Cell(nullptr)}};
}

Record gain_record(int items, const tally::TestGain& gain) {
    const stats::MeasuredGain& of = gain.measured;
    const bool measures = gain.design != tally::GainDesign::fixed;
    const auto unless_fixed = [measures](const auto& value) {
        return measures ? value : std::remove_cvref_t<decltype(value)>();
    };
    return {{"items", std::int64_t{items}},
            {"design", std::string(code(gain.design))},
            {"n", of.n},
            {"clusters_events", of.events},
            {"mean_pre", of.before},
            {"mean_post", of.after},
            {"difference", measures ? Cell(of.difference) : Cell(nullptr)},
            {"difference_interval_95", interval_cell(unless_fixed(of.difference_interval))},
            {"hake", number_cell(unless_fixed(of.hake))},
            {"hake_interval_95", interval_cell(unless_fixed(of.hake_interval))},
            {"form_difference", number_cell(of.form_difference)},
            {"form_difference_interval_95", interval_cell(of.form_interval)}};
}

List gains(const tally::Tally& tally) {
    List list;
    for (const auto& [items, all] : tally.gains) {
        const auto gain = tally::gain_of(tally, items);
        if (!gain) continue;
        Record record = gain_record(items, *gain);
        const auto left = tally.left_after_pre.find(items);
        const stats::Proportion marks =
            left == tally.left_after_pre.end() ? stats::Proportion() : left->second;
        record.emplace_back("left_after_pre", marks.n / items);
        record.emplace_back("left_mean_pre", number_cell(marks.value()));
        std::set<std::string> audiences;
        for (const auto& [key, events] : tally.orders)
            if (key.items == items) audiences.insert(key.audience);
        List by_audience;
        for (const std::string& audience : audiences)
            if (const auto of_audience = tally::gain_of(tally, items, audience)) {
                Record one{{"audience", audience}};
                for (auto& cell : gain_record(items, *of_audience)) one.push_back(std::move(cell));
                by_audience.emplace_back(std::move(one));
            }
        record.emplace_back("by_audience", std::move(by_audience));
        list.emplace_back(std::move(record));
    }
    return list;
}

/// Whether a test was given to all in the same order, so that an easier form cannot be told from learning.
bool any_fixed_order(const tally::Tally& tally) {
    return std::any_of(tally.gains.begin(), tally.gains.end(), [&tally](const auto& of_items) {
        const auto gain = tally::gain_of(tally, of_items.first);
        return gain && gain->design == tally::GainDesign::fixed;
    });
}

Record passed(const tally::Tally& tally) {
    const stats::PairedTable& table = tally.passed;
    const stats::McNemar test = mcnemar(table);
    const bool measures = !any_fixed_order(tally);
    const bool enough = measures && table.n() >= stats::fewest_pairs;
    return {{"both", table.both},
            {"only_before", table.only_before},
            {"only_after", table.only_after},
            {"neither", table.neither},
            {"difference", measures ? number_cell(paired_difference(table)) : Cell(nullptr)},
            {"difference_interval_95", enough ? interval_cell(newcombe_paired(table)) : Cell(nullptr)},
            {"mcnemar_chi_squared_corrected", test.chi_squared_corrected},
            {"mcnemar_p_corrected", test.p_corrected},
            {"mcnemar_p_exact", test.p_exact},
            {"mcnemar_p_mid", test.p_mid}};
}

Record item_head(const tally::AskedItem& asked, const store::ItemRow& row, const tally::ItemTally& tally) {
    return {{"bank", asked.bank},         {"item", asked.item},
            {"version", asked.version},   {"phase", std::string(quiz::code(asked.phase))},
            {"kind", row.kind},           {"topic", row.topic},
            {"stem_zh", row.stem.zh},     {"stem_en", row.stem.en},
            {"answered", tally.answered}, {"skipped", tally.skipped}};
}

/// What every visit that is analysed chose: the share and the correlation of an option are of the same
/// visits.
Record scored_option(const store::ItemRow& row, const tally::ItemTally& tally, std::size_t i) {
    const bool right = ((row.key >> i) & 1U) != 0;
    const stats::OptionCounts& counts = tally.options[i];
    return {{"option", row.options[i]},
            {"right", right},
            {"chosen", share_record(stats::Proportion{counts.chosen(), counts.n()})},
            {"rest_correlation", number_cell(counts.rest_correlation())},
            {"idle", !right && counts.is_idle()},
            {"chosen_in_all_visits", i < tally.chosen.size() ? Cell(tally.chosen[i]) : Cell(nullptr)}};
}

List scored_options(const store::ItemRow& row, const tally::ItemTally& tally) {
    List list;
    for (std::size_t i = 0; i < row.options.size() && i < tally.options.size(); ++i)
        list.emplace_back(scored_option(row, tally, i));
    return list;
}

List survey_options(const store::ItemRow& row, const tally::ItemTally& tally) {
    List list;
    for (std::size_t i = 0; i < row.options.size() && i < tally.chosen.size(); ++i)
        list.emplace_back(
            Record{{"option", row.options[i]},
                   {"chosen", share_record(stats::Proportion{tally.chosen[i], tally.answered})}});
    return list;
}

List scales(const tally::Tally& tally) {
    List list;
    for (const auto& [key, scores] : tally.scales) {
        if (scores.n() == 0) continue;
        list.emplace_back(Record{{"bank", key.bank},
                                 {"topic", key.topic},
                                 {"items", List(key.items.begin(), key.items.end())},
                                 {"n", scores.n()},
                                 {"mean", number_cell(scores.mean())},
                                 {"standard_deviation", number_cell(scores.deviation())},
                                 {"alpha", number_cell(scores.alpha())},
                                 {"alpha_interval_95", interval_cell(scores.alpha_interval())}});
    }
    return list;
}

List forms(const tally::Tally& tally) {
    List list;
    for (const auto& [key, scores] : tally.forms) {
        if (scores.n() == 0) continue;
        List items;
        for (const std::string& item : key.second) items.emplace_back(item);
        const auto alpha = scores.alpha();
        const auto deviation = scores.deviation();
        list.emplace_back(
            Record{{"phase", std::string(quiz::code(key.first))},
                   {"items", std::move(items)},
                   {"n", scores.n()},
                   {"mean_share", number_cell(scores.mean_share())},
                   {"standard_deviation", number_cell(deviation)},
                   {"alpha", number_cell(alpha)},
                   {"alpha_interval_95", interval_cell(scores.alpha_interval())},
                   {"standard_error_of_measurement",
                    alpha && deviation ? Cell(stats::standard_error_of_measurement(*deviation, *alpha))
                                       : Cell(nullptr)}});
    }
    return list;
}

Record scored_item(const tally::Analysis& analysis, const tally::AskedItem& asked, const store::ItemRow& row,
                   const tally::ItemTally& tally) {
    Record record = item_head(asked, row, tally);
    record.emplace_back("right", share_record(item_right(tally)));
    record.emplace_back("right_without_guesses", share_record(item_right_without_guesses(analysis, asked)));
    record.emplace_back("analysed_sessions", tally.counts.n());
    record.emplace_back("facility", number_cell(tally.counts.facility()));
    record.emplace_back("discrimination", number_cell(tally.counts.discrimination()));
    record.emplace_back("upper_lower_27", number_cell(tally.counts.upper_lower()));
    record.emplace_back("discriminative_efficiency", number_cell(tally.counts.discriminative_efficiency()));
    record.emplace_back("rapid_threshold_ms", tally.times.threshold_ms());
    record.emplace_back("time_ms", times_of(analysis, asked));
    record.emplace_back("options", scored_options(row, tally));
    return record;
}

Record survey_item(const tally::Analysis& analysis, const tally::AskedItem& asked, const store::ItemRow& row,
                   const tally::ItemTally& tally) {
    Record record = item_head(asked, row, tally);
    record.emplace_back("time_ms", times_of(analysis, asked));
    record.emplace_back("options", survey_options(row, tally));
    if (row.kind != quiz::code(quiz::Kind::scale)) return record;
    const stats::Likert likert{tally.chosen};
    record.emplace_back("top_two", share_record(likert.top_two()));
    record.emplace_back("bottom_two", share_record(likert.bottom_two()));
    record.emplace_back("mean", number_cell(likert.mean()));
    record.emplace_back("standard_deviation", number_cell(likert.deviation()));
    record.emplace_back("net", number_cell(likert.net()));
    return record;
}

List missing(const tally::Tally& tally) {
    List list;
    for (const auto& [audience, of] : tally.missing) {
        Record left;
        for (std::size_t step = 0; step < of.left_at.size(); ++step)
            left.emplace_back(std::string(tally::left_steps.at(step)), of.left_at.at(step));
        list.emplace_back(Record{{"audience", audience},
                                 {"shown", of.shown},
                                 {"omitted", of.omitted},
                                 {"not_reached", number_cell(of.not_reached())},
                                 {"left", of.left},
                                 {"left_at", std::move(left)}});
    }
    return list;
}

Record selection(const tally::Selection& chosen) {
    return {
        {"from", chosen.period ? Cell(chosen.period->from) : Cell(nullptr)},
        {"to", chosen.period ? Cell(chosen.period->to) : Cell(nullptr)},
        {"event", chosen.events && !chosen.events->empty() ? Cell(*chosen.events->begin()) : Cell(nullptr)}};
}

}  // namespace

Record analysis_record(const tally::Analysis& analysis, std::span<const outreach::Place> places) {
    const tally::Tally& tally = analysis.tally;
    List items;
    List survey;
    for (const auto& [asked, of_item] : tally.items) {
        const store::ItemRow& row = analysis.items.at(tally::name_of(asked));
        if (row.key != 0)
            items.emplace_back(scored_item(analysis, asked, row, of_item));
        else
            survey.emplace_back(survey_item(analysis, asked, row, of_item));
    }
    return {{"profile", outreach::internal_profile()},
            {"selection", selection(analysis.selection)},
            {"participation", participation(analysis, places)},
            {"duration_ms", duration(tally.durations)},
            {"right_answers", share_record(right_answers(analysis))},
            {"right_answers_without_guesses", share_record(right_without_guesses(analysis))},
            {"skipped_items", tally.skipped_items},
            {"missing", missing(tally)},
            {"scores", scores(tally)},
            {"forms", forms(tally)},
            {"gains", gains(tally)},
            {"passed_before_and_after", passed(tally)},
            {"pledges", share_record(pledges_given(tally))},
            {"quality", Record{{"practice", tally.practice},
                               {"rapid", tally.rapid},
                               {"doubtful_clock", tally.doubtful_clock}}},
            {"items", std::move(items)},
            {"survey", std::move(survey)},
            {"scales", scales(tally)}};
}

}  // namespace xy::report
