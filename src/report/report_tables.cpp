#include "report/report_tables.h"

#include "report/cells.h"

namespace xy::report {
namespace {

using json::Cell;
using json::Field;
using Row = std::vector<Cell>;

Field text(const std::string& name, const std::string& description) {
    return {name, "string", description, false, {}, false};
}
Field integer(const std::string& name, const std::string& description) {
    return {name, "integer", description, false, {}, false};
}
Field real(const std::string& name, const std::string& description) {
    return {name, "number", description, false, {}, false};
}

void append(std::vector<Field>& fields, const std::vector<Field>& more) {
    fields.insert(fields.end(), more.begin(), more.end());
}
void append(Row& row, Row more) {
    std::move(more.begin(), more.end(), std::back_inserter(row));
}

/// A share takes five columns.
std::vector<Field> share_fields() {
    return {integer("hits", "Counted"), integer("n", "Out of"), real("share", "hits ÷ n, 0..1"),
            real("low", "Lower end of the 95 % Wilson interval"),
            real("high", "Upper end of the 95 % Wilson interval")};
}
Row share_cells(const figures::Share& share) {
    if (!share) return Row(5, Cell(nullptr));
    const auto bounds = wilson(*share);
    return {share->hits, share->n, number_cell(share->value()), bounds ? Cell(bounds->low) : Cell(nullptr),
            bounds ? Cell(bounds->high) : Cell(nullptr)};
}

ReportTable key_figures(const figures::PeriodReport& report) {
    ReportTable table{"key_figures",
                      {"概览", "Key figures"},
                      "One figure a row.",
                      {text("figure", "Name of the figure"), text("unit", "count, share, change or minutes"),
                       real("value", "The figure")},
                      {}};
    append(table.fields,
           {integer("n", "Base of a share, pairs of a gain, visits of the year before"),
            real("low", "Lower end of the 95 % interval"), real("high", "Upper end of the 95 % interval")});
    const auto count = [&](const std::string& name, const figures::Count& value) {
        table.rows.push_back({name, std::string("count"),
                              value ? Cell(static_cast<double>(*value)) : Cell(nullptr), nullptr, nullptr,
                              nullptr});
    };
    const auto share = [&](const std::string& name, const figures::Share& value) {
        Row cells = share_cells(value);
        table.rows.push_back({name, std::string("share"), cells[2], cells[1], cells[3], cells[4]});
    };
    const auto change = [&](const std::string& name, double value, std::int64_t n,
                            const std::optional<stats::Interval>& interval) {
        table.rows.push_back({name, std::string("change"), value, n,
                              interval ? Cell(interval->low) : Cell(nullptr),
                              interval ? Cell(interval->high) : Cell(nullptr)});
    };
    count("events", report.held());
    count("townships", report.coverage.townships);
    count("townships_reached", report.coverage.covered);
    count("visits", report.visits);
    count("completed", report.completed ? figures::Count(report.completed->hits) : figures::Count());
    count("abandoned", report.quality.abandoned);
    count("timed_out", report.quality.timed_out);
    count("practice", report.quality.practice);
    count("rapid", report.quality.rapid);
    count("doubtful_clock", report.quality.doubtful_clock);
    count("device_days", report.quality.device_days);
    share("completed_share", report.completed);
    share("right_answers", report.right_answers);
    share("at_threshold", report.at_threshold);
    share("pledges", report.pledges);
    if (report.quality.median_minutes)
        table.rows.push_back({std::string("median_length"), std::string("minutes"),
                              *report.quality.median_minutes, nullptr, nullptr, nullptr});
    if (!report.gains.empty()) {
        const figures::GainFigure& gain = report.gains.front();
        change("gain", gain.after - gain.before, gain.n, gain.difference);
    }
    if (report.year_before)
        change("visits_on_the_year", report.year_before->change.ratio, report.year_before->visits,
               report.year_before->change.interval);
    return table;
}

ReportTable events(const figures::PeriodReport& report) {
    ReportTable table{"events",
                      {"场次", "Events"},
                      "One event a row.",
                      {text("event", "Id"), text("day", "YYYY-MM-DD"), text("name", "Name"),
                       text("place", "Place"), text("venue", "Kind of venue (六进)"),
                       text("occasion", "Occasion"), integer("visits", "人次; empty: withheld")},
                      {}};
    for (const figures::EventFigure& event : report.events)
        table.rows.push_back({event.id, event.day, event.name, event.place, event.venue, event.occasion,
                              count_cell(event.visits)});
    return table;
}

ReportTable groups(const figures::PeriodReport& report) {
    static const std::map<figures::Grouping, std::string> words{{figures::Grouping::place, "place"},
                                                                {figures::Grouping::venue, "venue"},
                                                                {figures::Grouping::occasion, "occasion"},
                                                                {figures::Grouping::audience, "audience"},
                                                                {figures::Grouping::month, "month"}};
    ReportTable table{
        "groups",
        {"分组人次", "Visits by group"},
        "Visits by place, venue, occasion, audience and month.",
        {text("grouping", "What is counted by"), text("name", "The group"),
         integer("events", "场次; empty: not counted by events"), integer("visits", "人次; empty: withheld")},
        {}};
    for (const figures::GroupTable& of : report.tables)
        for (const figures::Group& group : of.groups)
            table.rows.push_back({words.at(of.grouping), group.name,
                                  of.with_events ? Cell(group.events) : Cell(nullptr),
                                  count_cell(group.visits)});
    return table;
}

ReportTable coverage(const figures::PeriodReport& report) {
    ReportTable table{
        "coverage",
        {"乡镇×六进", "Places × venue kinds"},
        "Events by place and kind of venue, zeros too.",
        {text("place", "Township"), text("venue", "Kind of venue (六进)"), integer("events", "场次")},
        {}};
    const figures::Coverage& matrix = report.coverage;
    for (std::size_t place = 0; place < matrix.events.size(); ++place)
        for (std::size_t venue = 0; venue < matrix.venues.size(); ++venue)
            table.rows.push_back({matrix.places[place], matrix.venues[venue], matrix.events[place][venue]});
    return table;
}

ReportTable ledger(const figures::PeriodReport& report) {
    ReportTable table{"ledger",
                      {"台账", "Ledger"},
                      "One measure a row.",
                      {text("measure", "Id"),
                       text("title", "Name"),
                       text("unit", "Unit"),
                       {"amount", "integer", "Sum; empty: not entered (未填报)", false, {}, true},
                       text("precision", "准确, 约, 余, 多"),
                       text("as_written", "As a sentence has it")},
                      {}};
    for (const figures::LedgerFigure& figure : report.ledger)
        table.rows.push_back({figure.id, figure.measure, figure.unit,
                              figure.entered ? Cell(figure.total) : Cell(nullptr),
                              figure.entered ? figure.precision : std::string(), figure.amount});
    return table;
}

ReportTable targets(const figures::PeriodReport& report) {
    ReportTable table{"targets",
                      {"目标", "Targets"},
                      "One target a row.",
                      {text("subject", "What it is about"),
                       text("unit", "Unit"),
                       real("target", "To be reached"),
                       real("actual", "Reached; empty: not entered or withheld"),
                       real("reached", "actual ÷ target"),
                       {"met", "boolean", "Whether it is reached", false, {}, false},
                       text("state", "In words")},
                      {}};
    for (const figures::TargetFigure& target : report.targets)
        table.rows.push_back({target.subject, target.unit, target.target, number_cell(target.actual),
                              number_cell(target.reached), target.met, target.status});
    return table;
}

ReportTable topics(const figures::PeriodReport& report) {
    ReportTable table{"topics",
                      {"主题", "Topics"},
                      "Right answers by topic, least known first.",
                      {text("topic", "Topic")},
                      {}};
    append(table.fields, share_fields());
    for (const figures::TopicFigure& topic : report.topics) {
        Row row{topic.title};
        append(row, share_cells(topic.right));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable items(const figures::PeriodReport& report) {
    ReportTable table{
        "items",
        {"题目分析", "Items"},
        "Right answers by item, least known first.",
        {text("bank", "Bank"), text("item", "Id"), text("stem", "Question"), text("topic", "Topic")},
        {}};
    append(table.fields, share_fields());
    append(table.fields, {text("mistake", "Wrong option chosen most"), integer("mistake_hits", "How often"),
                          real("discrimination", "Item-rest correlation, −1..1")});
    for (const figures::ItemFigure& item : report.items) {
        Row row{item.bank, item.item, item.stem, item.topic};
        append(row, share_cells(item.right));
        row.emplace_back(item.mistake);
        row.push_back(item.mistake.empty() || !item.chose_mistake ? Cell(nullptr)
                                                                  : Cell(item.chose_mistake->hits));
        row.push_back(item.discrimination ? Cell(*item.discrimination / 100) : Cell(nullptr));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable gains(const figures::PeriodReport& report) {
    ReportTable table{
        "gains",
        {"前后测", "Before and after"},
        "Visits with a pre- and a post-test, by their number of items.",
        {integer("items", "Items of each test"), integer("n", "Pairs"), real("before", "Mean share right"),
         real("after", "Mean share right"), real("difference", "after − before"),
         real("low", "Lower end of its 95 % interval"), real("high", "Upper end of its 95 % interval"),
         real("hake", "(after − before) ÷ (1 − before)")},
        {}};
    for (const figures::GainFigure& gain : report.gains)
        table.rows.push_back({std::int64_t{gain.items}, gain.n, gain.before, gain.after,
                              gain.after - gain.before, gain.difference.low, gain.difference.high,
                              number_cell(gain.hake)});
    return table;
}

ReportTable survey(const figures::PeriodReport& report) {
    ReportTable table{"survey",
                      {"问卷", "Survey"},
                      "One step or choice a row.",
                      {text("item", "Id"),
                       text("stem", "Statement"),
                       {"kind", "string", "Ordered steps or choices", false, {"scale", "choice"}, false},
                       integer("step", "From 1"),
                       text("says", "The step or choice"),
                       integer("visits", "人次; empty: withheld"),
                       integer("n", "Answers; empty: withheld")},
                      {}};
    for (const figures::SurveyFigure& figure : report.survey)
        for (std::size_t step = 0; step < figure.steps.size(); ++step)
            table.rows.push_back(
                {figure.item, figure.stem, std::string(figure.scale ? "scale" : "choice"),
                 static_cast<std::int64_t>(step) + 1, figure.steps[step],
                 step < figure.counts.size() ? count_cell(figure.counts[step]) : Cell(nullptr),
                 count_cell(figure.n)});
    return table;
}

}  // namespace

std::vector<ReportTable> report_tables(const figures::PeriodReport& report) {
    return {key_figures(report), events(report), groups(report), coverage(report), ledger(report),
            targets(report),     topics(report), items(report),  gains(report),    survey(report)};
}

}  // namespace xy::report
