#include "report/analysis_record.h"

#include "outreach/internal_mark.h"
#include "stats/likert.h"

namespace xy::report {
namespace {

using json::Cell;
using json::List;
using json::Record;

/// null where there is no number.
Cell number_cell(const std::optional<double>& value) {
    return value ? Cell(*value) : Cell(nullptr);
}

Cell interval_cell(const std::optional<stats::Interval>& value) {
    return value ? Cell(List{Cell(value->low), Cell(value->high)}) : Cell(nullptr);
}

Record share_record(const stats::Proportion& share) {
    return {{"hits", share.hits},
            {"n", share.n},
            {"share", number_cell(share.value())},
            {"interval_95", interval_cell(wilson(share))}};
}

Record record_of(const figures::Visits& visits) {
    return {{"started", visits.started},
            {"completed", visits.completed},
            {"abandoned", visits.abandoned},
            {"timed_out", visits.timed_out}};
}

List counted_by(const std::map<std::string, figures::Visits>& groups, const std::string& key) {
    List list;
    for (const auto& [name, visits] : groups) {
        Record record{{key, name}};
        for (auto& cell : record_of(visits)) record.push_back(std::move(cell));
        list.emplace_back(std::move(record));
    }
    return list;
}

Record participation(const figures::Tally& tally) {
    Record record = record_of(tally.visits);
    List hours;
    for (const std::int64_t started : tally.hours) hours.emplace_back(started);
    record.emplace_back("completion", share_record({tally.visits.completed, tally.visits.started}));
    record.emplace_back("device_days", static_cast<std::int64_t>(tally.device_days.size()));
    record.emplace_back("started_by_hour", std::move(hours));
    record.emplace_back("by_event", counted_by(tally.by_event, "event"));
    record.emplace_back("by_audience", counted_by(tally.by_audience, "audience"));
    record.emplace_back("by_month", counted_by(tally.by_month, "month"));
    return record;
}

Record duration(const stats::Durations& durations) {
    return {{"n", durations.n()},
            {"lower_quartile", number_cell(durations.quantile(0.25))},
            {"median", number_cell(durations.quantile(0.5))},
            {"upper_quartile", number_cell(durations.quantile(0.75))},
            {"relative_error", stats::Durations::relative_error}};
}

Record scores(const stats::SessionScores& scores) {
    const auto reliability = scores.reliability();
    const auto deviation = scores.deviation();
    const bool both = reliability && deviation && reliability->reliability <= 1;
    return {{"n", scores.n()},
            {"mean_share", number_cell(scores.mean_share())},
            {"standard_deviation", number_cell(deviation)},
            {"at_threshold", share_record({scores.at_least(figures::pass_percent, 100), scores.n()})},
            {"threshold_percent", std::int64_t{figures::pass_percent}},
            {"reliability", reliability ? Cell(reliability->reliability) : Cell(nullptr)},
            {"session_length", reliability ? Cell(reliability->length) : Cell(nullptr)},
            {"standard_error_of_measurement",
             both ? Cell(stats::standard_error_of_measurement(*deviation, reliability->reliability))
                  : Cell(nullptr)}};
}

List gains(const figures::Tally& tally) {
    List list;
    for (const auto& [items, gain] : tally.gains)
        list.emplace_back(Record{{"items", std::int64_t{items}},
                                 {"n", gain.n()},
                                 {"mean_pre", number_cell(gain.mean_pre())},
                                 {"mean_post", number_cell(gain.mean_post())},
                                 {"difference", number_cell(gain.difference())},
                                 {"difference_interval_95", interval_cell(gain.difference_interval())},
                                 {"hake", number_cell(gain.hake())},
                                 {"hake_interval_95", interval_cell(gain.hake_interval())}});
    return list;
}

Record passed(const stats::PairedTable& table) {
    const stats::McNemar test = mcnemar(table);
    return {{"both", table.both},
            {"only_before", table.only_before},
            {"only_after", table.only_after},
            {"neither", table.neither},
            {"difference", number_cell(paired_difference(table))},
            {"difference_interval_95", interval_cell(newcombe_paired(table))},
            {"mcnemar_chi_squared_corrected", test.chi_squared_corrected},
            {"mcnemar_p_corrected", test.p_corrected},
            {"mcnemar_p_exact", test.p_exact},
            {"mcnemar_p_mid", test.p_mid}};
}

Record item_head(const figures::AskedItem& asked, const store::ItemRow& row,
                 const figures::ItemTally& tally) {
    return {{"bank", asked.bank},         {"item", asked.item},
            {"version", asked.version},   {"phase", std::string(quiz::code(asked.phase))},
            {"kind", row.kind},           {"topic", row.topic},
            {"stem_zh", row.stem.zh},     {"stem_en", row.stem.en},
            {"answered", tally.answered}, {"skipped", tally.skipped}};
}

List options(const store::ItemRow& row, const figures::ItemTally& tally, bool scored) {
    List list;
    for (std::size_t i = 0; i < row.options.size() && i < tally.chosen.size(); ++i) {
        Record option{{"option", row.options[i]}};
        if (scored) option.emplace_back("right", ((row.key >> i) & 1U) != 0);
        option.emplace_back("chosen", share_record({tally.chosen[i], tally.answered}));
        if (scored) option.emplace_back("rest_correlation", number_cell(tally.options[i].rest_correlation()));
        list.emplace_back(std::move(option));
    }
    return list;
}

Record scored_item(const figures::AskedItem& asked, const store::ItemRow& row,
                   const figures::ItemTally& tally) {
    Record record = item_head(asked, row, tally);
    record.emplace_back("right", share_record({tally.right, tally.answered}));
    record.emplace_back("analysed_sessions", tally.counts.n());
    record.emplace_back("facility", number_cell(tally.counts.facility()));
    record.emplace_back("discrimination", number_cell(tally.counts.discrimination()));
    record.emplace_back("upper_lower_27", number_cell(tally.counts.upper_lower()));
    record.emplace_back("discriminative_efficiency", number_cell(tally.counts.discriminative_efficiency()));
    record.emplace_back("rapid_threshold_ms", tally.times.threshold_ms());
    record.emplace_back("options", options(row, tally, true));
    return record;
}

Record survey_item(const figures::AskedItem& asked, const store::ItemRow& row,
                   const figures::ItemTally& tally) {
    Record record = item_head(asked, row, tally);
    record.emplace_back("options", options(row, tally, false));
    if (row.kind != quiz::code(quiz::Kind::scale)) return record;
    const stats::Likert likert{tally.chosen};
    record.emplace_back("top_two", share_record(likert.top_two()));
    record.emplace_back("bottom_two", share_record(likert.bottom_two()));
    record.emplace_back("net", number_cell(likert.net()));
    return record;
}

Record selection(const figures::Selection& chosen) {
    return {
        {"from", chosen.period ? Cell(chosen.period->from) : Cell(nullptr)},
        {"to", chosen.period ? Cell(chosen.period->to) : Cell(nullptr)},
        {"event", chosen.events && !chosen.events->empty() ? Cell(*chosen.events->begin()) : Cell(nullptr)}};
}

}  // namespace

Record analysis_record(const figures::Analysis& analysis) {
    const figures::Tally& tally = analysis.tally;
    List items;
    List survey;
    for (const auto& [asked, of_item] : tally.items) {
        const store::ItemRow& row = analysis.items.at(figures::name_of(asked));
        if (row.key != 0)
            items.emplace_back(scored_item(asked, row, of_item));
        else
            survey.emplace_back(survey_item(asked, row, of_item));
    }
    return {{"profile", outreach::internal_profile()},
            {"selection", selection(analysis.selection)},
            {"participation", participation(tally)},
            {"duration_ms", duration(tally.durations)},
            {"right_answers", share_record({tally.right_answers, tally.answered_items})},
            {"skipped_items", tally.skipped_items},
            {"scores", scores(tally.scores)},
            {"gains", gains(tally)},
            {"passed_before_and_after", passed(tally.passed)},
            {"pledges", share_record({tally.pledges_given, tally.pledges_asked})},
            {"quality", Record{{"practice", tally.practice},
                               {"rapid", tally.rapid},
                               {"doubtful_clock", tally.doubtful_clock}}},
            {"items", std::move(items)},
            {"survey", std::move(survey)}};
}

}  // namespace xy::report
