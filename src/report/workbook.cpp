#include "report/workbook.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

#include "base/words.h"
#include "report/report_document.h"
#include "report/workbook_sheet.h"

namespace xy::report {
namespace {

namespace fs = std::filesystem;

class Workbook {
 public:
    Workbook(const figures::PeriodReport& report, const fs::path& file) : report_(report), book_(file) {}

    void write() {
        overview();
        events();
        coverage();
        ledger();
        items();
        survey();
        explanations();
        book_.close();
    }

 private:
    std::string words(std::string_view zh, std::string_view en) const {
        return xy::words(report_.options.language, zh, en);
    }
    Sheet sheet(const std::string& name, const std::vector<double>& widths) {
        return {book_, name, widths, notice_of(report_)};
    }
    std::vector<std::string> share_titles(std::vector<std::string> before) const {
        for (const std::string& title : {words("比例", "Share"), words("95% 下限", "95% low"),
                                         words("95% 上限", "95% high"), std::string("n")})
            before.push_back(title);
        return before;
    }

    void overview() {
        Sheet sheet = this->sheet(words("概览", "Overview"), {34, 12, 12, 12, 12});
        sheet.text(0, 0, report_.period + words("禁毒宣传活动统计", ": drug-awareness outreach"),
                   Look::title);
        sheet.text(1, 0,
                   (report_.days.empty() ? "" : words("统计期 ", "Period ") + report_.days + "  ") +
                       words("生成于 ", "made on ") + report_.options.made_on,
                   Look::plain);
        sheet.header(3, {words("指标", "Figure"), words("数值", "Count")});
        int row = 4;
        const auto figure = [&](const std::string& name, const figures::Count& count) {
            sheet.text(row, 0, name);
            sheet.count(row++, 1, count);
        };
        figure(words("活动场次", "Events"), report_.held());
        figure(words("参加人次", "Visits"), report_.visits);
        figure(words("完成人次", "Completed visits"), completed());
        figure(words("承诺人次", "Pledges given"),
               report_.pledges ? figures::Count(report_.pledges->hits) : figures::Count());
        figure(words("中途离开人次", "Visits left"), report_.quality.abandoned);
        figure(words("超时人次", "Visits timed out"), report_.quality.timed_out);
        figure(words("作答过快人次（已计入）", "Visits too fast to have been read (counted)"),
               report_.quality.rapid);
        figure(words("日期存疑人次（已计入）", "Visits on days in doubt (counted)"),
               report_.quality.doubtful_clock);
        figure(words("练习人次（未计入）", "Practice visits (not counted)"), report_.quality.practice);
        row = rates(sheet, row + 1);
        row = changes(sheet, row + 1);
        ++row;
        for (const figures::Grouping grouping : {figures::Grouping::month, figures::Grouping::audience,
                                                 figures::Grouping::venue, figures::Grouping::occasion})
            row = group_table(sheet, report_.table(grouping), row);
        sheet.print_area(row, 9);
    }

    figures::Count completed() const {
        return report_.completed ? figures::Count(report_.completed->hits) : figures::Count();
    }

    /// Returns the row after them, as the next ones do.
    int rates(Sheet& sheet, int row) {
        sheet.header(row, share_titles({words("比率", "Rate")}));
        const auto rate = [&](const std::string& name, const figures::Share& share) {
            sheet.text(++row, 0, name);
            sheet.share(row, 1, share);
        };
        rate(words("完成率", "Completed"), report_.completed);
        rate(words("本活动答题正确率（甲）", "Right answers here (a)"), report_.right_answers);
        rate(fmt::format(fmt::runtime(words("答对 {}% 以上（乙）", "At least {}% right (b)")),
                         figures::pass_percent),
             report_.at_threshold);
        rate(words("承诺率", "Pledges given of those asked"), report_.pledges);
        for (const figures::TopicFigure& topic : report_.topics)
            rate(words("主题答对率：", "Topic: ") + topic.title, topic.right);
        return row + 1;
    }

    /// Before and after, 同比.
    int changes(Sheet& sheet, int row) {
        if (report_.gains.empty() && !report_.year_before) return row;
        sheet.header(row, share_titles({words("变化", "Change")}));
        const auto change = [&](const std::string& name, double value,
                                const std::optional<stats::Interval>& interval, std::int64_t n) {
            sheet.text(++row, 0, name);
            sheet.number(row, 1, value, Look::share);
            if (interval) sheet.number(row, 2, interval->low, Look::share);
            if (interval) sheet.number(row, 3, interval->high, Look::share);
            sheet.number(row, 4, static_cast<double>(n));
        };
        for (const figures::GainFigure& gain : report_.gains)
            change(fmt::format(fmt::runtime(words("前后测提升（{} 题）", "Gain ({} items)")), gain.items),
                   gain.after - gain.before, gain.difference, gain.n);
        if (report_.year_before)
            change(words("参加人次同比", "Visits against the year before"), report_.year_before->change.ratio,
                   report_.year_before->change.interval, report_.year_before->visits);
        return row + 1;
    }

    int group_table(Sheet& sheet, const figures::GroupTable& table, int row) {
        constexpr int chart_rows = 16;
        sheet.header(row, {table.heading, words("参加人次", "Visits")});
        const int first = row + 1;
        const int chart_row = row;
        for (const figures::Group& group : table.groups) {
            sheet.text(++row, 0, group.name);
            sheet.count(row, 1, group.visits);
        }
        if (!table.groups.empty())
            sheet.chart(table.grouping == figures::Grouping::month ? LXW_CHART_COLUMN : LXW_CHART_BAR,
                        table.title, first, row, 1, chart_row, 2);
        return std::max(row + 2, chart_row + chart_rows);
    }

    void events() {
        Sheet sheet = this->sheet(words("场次", "Events"), {12, 40, 22, 14, 22, 12});
        sheet.header(0,
                     {words("日期", "Day"), words("活动", "Event"), words("地点", "Place"),
                      words("类别", "Venue kind"), words("节点", "Occasion"), words("参加人次", "Visits")});
        int row = 0;
        for (const figures::EventFigure& event : report_.events) {
            int column = 0;
            ++row;
            for (const std::string& text : {event.day, event.name, event.place, event.venue, event.occasion})
                sheet.text(row, column++, text);
            sheet.count(row, column, event.visits);
        }
        sheet.table(0, row, 5);
        sheet.text(++row, 0, words("合计", "Total"), Look::total);
        sheet.count(row, 5, report_.visits, Look::total);
        sheet.print_area(row, 5);
    }

    void coverage() {
        const figures::Coverage& coverage = report_.coverage;
        const figures::GroupTable& places = report_.table(figures::Grouping::place);
        Sheet sheet = this->sheet(words("乡镇×六进", "Places × venue kinds"), {22});
        std::vector<std::string> titles{places.heading};
        titles.insert(titles.end(), coverage.venues.begin(), coverage.venues.end());
        titles.push_back(words("场次", "Events"));
        titles.push_back(words("参加人次", "Visits"));
        sheet.header(0, titles);
        const int last = static_cast<int>(titles.size()) - 1;
        int row = 0;
        for (std::size_t place = 0; place < places.groups.size(); ++place) {
            const figures::Group& group = places.groups[place];
            sheet.text(++row, 0, group.name);
            int column = 0;
            for (const std::int64_t held : coverage.events[place])
                sheet.count(row, ++column, held, held == 0 ? Look::gap : Look::count);
            sheet.count(row, last - 1, group.events);
            sheet.count(row, last, group.visits);
        }
        sheet.table(0, row, last);
        sheet.text(++row, 0, words("合计", "Total"), Look::total);
        for (std::size_t venue = 0; venue < coverage.venues.size(); ++venue)
            sheet.count(row, static_cast<int>(venue) + 1, coverage.held_in(venue), Look::total);
        sheet.count(row, last - 1, report_.held(), Look::total);
        sheet.count(row, last, report_.visits, Look::total);
        sheet.print_area(row, last);
    }

    void ledger() {
        Sheet sheet = this->sheet(words("台账", "Ledger"), {28, 12, 12, 12, 20});
        sheet.header(0, {words("计量项", "Measure"), words("数量", "Amount"), words("单位", "Unit"),
                         words("约数", "How exact"), words("写法", "As written")});
        int row = 0;
        for (const figures::LedgerFigure& figure : report_.ledger) {
            sheet.text(++row, 0, figure.measure);
            if (figure.entered)
                sheet.count(row, 1, figure.total);
            else
                sheet.text(row, 1, figure.amount, Look::gap);
            sheet.text(row, 2, figure.unit);
            sheet.text(row, 3, figure.entered ? figure.precision : "");
            sheet.text(row, 4, figure.amount);
        }
        sheet.table(0, row, 4);
        if (!report_.targets.empty()) row = targets(sheet, row + 2);
        sheet.print_area(row, 4);
    }

    int targets(Sheet& sheet, int row) {
        sheet.header(row, {words("目标", "Target"), words("目标值", "Amount"), words("完成", "Reached"),
                           words("完成率", "Share"), words("状态", "State")});
        for (const figures::TargetFigure& target : report_.targets) {
            sheet.text(++row, 0, target.subject + words("（", " (") + target.unit + words("）", ")"));
            sheet.number(row, 1, target.target);
            sheet.text(row, 2, target.actual_text);
            if (target.reached) sheet.number(row, 3, *target.reached, Look::share);
            sheet.text(row, 4, target.status, target.met ? Look::text : Look::gap);
        }
        return row;
    }

    void items() {
        Sheet sheet = this->sheet(words("题目分析", "Items"), {44, 9, 10, 10, 8, 30, 9, 10, 10, 8, 16, 9});
        std::vector<std::string> titles =
            share_titles({words("题目（答对率从低到高）", "Item, least known first")});
        titles.push_back(words("最常见的误解", "Most common mistake"));
        titles = share_titles(std::move(titles));
        titles.push_back(words("主题", "Topic"));
        titles.push_back(words("区分度", "Discrimination"));
        sheet.header(0, titles);
        int row = 0;
        for (const figures::ItemFigure& item : report_.items) {
            sheet.text(++row, 0, item.stem);
            sheet.share(row, 1, item.right);
            sheet.text(row, 5, item.mistake);
            if (!item.mistake.empty()) sheet.share(row, 6, item.chose_mistake);
            sheet.text(row, 10, item.topic);
            if (item.discrimination) sheet.number(row, 11, *item.discrimination / 100, Look::share);
        }
        sheet.table(0, row, 11);
        sheet.print_area(row, 11);
    }

    void survey() {
        Sheet sheet = this->sheet(words("问卷", "Survey"), {50, 22, 10, 10, 10});
        sheet.header(0, {words("题目", "Statement"), words("选项", "Step or choice"), words("人次", "Visits"),
                         words("占比", "Share"), "n"});
        int row = 0;
        for (const figures::SurveyFigure& figure : report_.survey)
            for (std::size_t step = 0; step < figure.steps.size(); ++step) {
                sheet.text(++row, 0, figure.stem);
                sheet.text(row, 1, figure.steps[step]);
                const figures::Count count =
                    step < figure.counts.size() ? figure.counts[step] : figures::Count();
                sheet.count(row, 2, count);
                if (count && figure.n.value_or(0) > 0)
                    sheet.number(row, 3, static_cast<double>(*count) / static_cast<double>(*figure.n),
                                 Look::share);
                sheet.count(row, 4, figure.n);
            }
        sheet.table(0, row, 4);
        sheet.print_area(row, 4);
    }

    void explanations() {
        Sheet sheet = this->sheet(words("说明", "Notes"), {72});
        int row = 0;
        sheet.header(row, {words("说明", "Notes")});
        for (const std::string& line : explanations_of(report_)) sheet.text(++row, 0, line);
        row += 2;
        sheet.header(row, {words("下步建议（依据数据自动列出，请修改）",
                                 "Suggestions (from the data; to be edited)")});
        for (const std::string& line : report_.suggestions) sheet.text(++row, 0, line);
        sheet.print_area(row, 0);
    }

    const figures::PeriodReport& report_;
    Book book_;
};

/// Removes the file at the end, also after an error.
class Scratch {
 public:
    explicit Scratch(const fs::path& file) : file_(file) {}
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        fs::remove(file_, ignored);
    }

 private:
    const fs::path& file_;
};

}  // namespace

std::string workbook(const figures::PeriodReport& report, const fs::path& scratch) {
    const Scratch removed_at_the_end(scratch);
    Workbook(report, scratch).write();
    std::ifstream file(scratch, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file || bytes.empty())
        throw ReportError("the workbook " + scratch.string() + " cannot be read back");
    return bytes;
}

}  // namespace xy::report
