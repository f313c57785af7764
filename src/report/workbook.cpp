#include "report/workbook.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

#include "report/words.h"
#include "report/workbook_sheet.h"

namespace xy::report {
namespace {

namespace fs = std::filesystem;

class Workbook {
 public:
    Workbook(const PeriodReport& report, const fs::path& file) : report_(report), book_(file) {}

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
        return report::words(report_.options.language, zh, en);
    }
    Sheet sheet(const std::string& name, const std::vector<double>& widths) {
        return {book_, name, widths,
                report_.options.internal ? words("内部资料：含小数据，不得公开",
                                                 "Internal: small groups are shown, not for publication")
                                         : ""};
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
        const auto figure = [&](const std::string& name, const Count& count) {
            sheet.text(row, 0, name);
            sheet.count(row++, 1, count);
        };
        figure(words("活动场次", "Events"), report_.events);
        figure(words("参加人次", "Visits"), report_.visits);
        figure(words("练习人次（未计入）", "Practice visits (not counted)"), report_.practice);
        figure(words("作答过快人次（已计入）", "Visits too fast to have been read (counted)"), report_.rapid);
        figure(words("日期存疑人次（已计入）", "Visits on days in doubt (counted)"), report_.doubtful_clock);
        sheet.header(++row, share_titles({words("比率", "Rate")}));
        const auto rate = [&](const std::string& name, const std::optional<stats::Proportion>& share) {
            sheet.text(++row, 0, name);
            sheet.share(row, 1, share);
        };
        rate(words("完成率", "Completed"), report_.completed);
        rate(words("本活动答题正确率（甲）", "Right answers here (a)"), report_.right_answers);
        rate(fmt::format(fmt::runtime(words("答对 {}% 以上（乙）", "At least {}% right (b)")), pass_percent),
             report_.at_threshold);
        row += 2;
        for (const GroupTable* table : {&report_.table(Grouping::audience), &report_.table(Grouping::month),
                                        &report_.table(Grouping::venue)})
            row = group_table(sheet, *table, row);
        sheet.print_area(row, 12);
    }

    /// The row after it.
    int group_table(Sheet& sheet, const GroupTable& table, int row) {
        constexpr int chart_rows = 16;
        sheet.header(row, {table.heading, words("参加人次", "Visits")});
        const int first = row + 1;
        const int chart_row = row;
        for (const Group& group : table.groups) {
            sheet.text(++row, 0, group.name);
            sheet.count(row, 1, group.visits);
        }
        if (!table.groups.empty())
            sheet.chart(table.grouping == Grouping::month ? LXW_CHART_COLUMN : LXW_CHART_BAR, table.title,
                        first, row, 1, chart_row, 6);
        return std::max(row + 2, chart_row + chart_rows);
    }

    void events() {
        Sheet sheet = this->sheet(words("场次", "Events"), {44, 14});
        const GroupTable& table = report_.table(Grouping::event);
        sheet.header(0, {table.heading, words("参加人次", "Visits")});
        int row = 0;
        for (const Group& group : table.groups) {
            sheet.text(++row, 0, group.name);
            sheet.count(row, 1, group.visits);
        }
        sheet.table(0, row, 1);
        sheet.text(++row, 0, words("合计", "Total"), Look::total);
        sheet.count(row, 1, report_.visits, Look::total);
        sheet.print_area(row, 1);
    }

    void coverage() {
        const Coverage& coverage = report_.coverage;
        const GroupTable& places = report_.table(Grouping::place);
        Sheet sheet = this->sheet(words("乡镇×六进", "Places × venue kinds"), {22});
        std::vector<std::string> titles{places.heading};
        titles.insert(titles.end(), coverage.venues.begin(), coverage.venues.end());
        titles.push_back(words("场次", "Events"));
        titles.push_back(words("参加人次", "Visits"));
        sheet.header(0, titles);
        const int last = static_cast<int>(titles.size()) - 1;
        int row = 0;
        for (std::size_t place = 0; place < places.groups.size(); ++place) {
            const Group& group = places.groups[place];
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
        sheet.count(row, last - 1, report_.events, Look::total);
        sheet.count(row, last, report_.visits, Look::total);
        sheet.print_area(row, last);
    }

    void ledger() {
        Sheet sheet = this->sheet(words("台账", "Ledger"), {28, 12, 12, 12, 20});
        sheet.header(0, {words("计量项", "Measure"), words("数量", "Amount"), words("单位", "Unit"),
                         words("约数", "How exact"), words("写法", "As written")});
        int row = 0;
        for (const LedgerFigure& figure : report_.ledger) {
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
        sheet.print_area(row, 4);
    }

    void items() {
        Sheet sheet = this->sheet(words("题目分析", "Items"), {44, 10, 10, 10, 10, 30, 10, 10, 10, 10});
        std::vector<std::string> titles =
            share_titles({words("题目（答对率从低到高）", "Item, least known first")});
        titles.push_back(words("最常见的误解", "Most common mistake"));
        sheet.header(0, share_titles(titles));
        int row = 0;
        for (const WeakItem& item : report_.least_known) {
            sheet.text(++row, 0, item.stem);
            sheet.share(row, 1, item.right);
            sheet.text(row, 5, item.mistake);
            if (!item.mistake.empty()) sheet.share(row, 6, item.chose_mistake);
        }
        sheet.table(0, row, 9);
        sheet.print_area(row, 9);
    }

    void survey() {
        Sheet sheet = this->sheet(words("问卷", "Survey"), {50, 10, 10, 10, 10, 10, 10});
        std::size_t steps = 0;
        for (const SurveyFigure& figure : report_.survey) steps = std::max(steps, figure.counts.size());
        std::vector<std::string> titles{words("题目", "Statement"), "n"};
        for (std::size_t step = 1; step <= steps; ++step)
            titles.push_back(words("第 ", "Step ") + std::to_string(step) + words(" 级", ""));
        sheet.header(0, titles);
        int row = 0;
        for (const SurveyFigure& figure : report_.survey) {
            sheet.text(++row, 0, figure.stem);
            sheet.count(row, 1, figure.n);
            for (std::size_t step = 0; step < steps; ++step)
                sheet.count(row, static_cast<int>(step) + 2,
                            step < figure.counts.size() ? Count(figure.counts[step]) : Count());
        }
        sheet.table(0, row, static_cast<int>(titles.size()) - 1);
        sheet.print_area(row, static_cast<int>(titles.size()) - 1);
    }

    void explanations() {
        Sheet sheet = this->sheet(words("说明", "Notes"), {100});
        int row = 0;
        sheet.header(row, {words("说明", "Notes")});
        for (const std::string& line : explanations_of(report_)) sheet.text(++row, 0, line);
        row += 2;
        sheet.header(row, {words("下步建议（依据数据自动列出，请修改）",
                                 "Suggestions (from the data; to be edited)")});
        for (const std::string& line : report_.suggestions) sheet.text(++row, 0, line);
        sheet.print_area(row, 0);
    }

    const PeriodReport& report_;
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

std::string workbook(const PeriodReport& report, const fs::path& scratch) {
    const Scratch removed_at_the_end(scratch);
    Workbook(report, scratch).write();
    std::ifstream file(scratch, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file || bytes.empty())
        throw ReportError("the workbook " + scratch.string() + " cannot be read back");
    return bytes;
}

}  // namespace xy::report
