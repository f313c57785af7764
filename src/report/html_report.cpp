#include "report/html_report.h"

#include <algorithm>
#include <fmt/format.h>

#include "document/html.h"
#include "report/words.h"

namespace xy::report {
namespace {

using document::html_escaped;

// Colours of the product: the green of the headings, the pale yellow of a gap.
constexpr std::string_view style = R"(
@page { size: A4; margin: 18mm 16mm; }
body { font: 11pt/1.6 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #1d2733; max-width: 178mm; margin: 8mm auto; }
h1 { font: 700 22pt/1.3 "Noto Serif CJK SC", "SimSun", serif; text-align: center; margin: 0; }
.under { text-align: center; color: #5b6673; font-size: 9.5pt; }
.lead { text-indent: 2em; }
h2 { font-size: 13pt; border-left: 5px solid #0e7c5f; padding-left: 10px; margin: 9mm 0 3mm; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; }
tr { break-inside: avoid; }
th { background: #e3f2ec; color: #0a5c47; font-weight: 600; }
th, td { border: 1px solid #d5dde0; padding: 4px 9px; text-align: right; }
th:first-child, td:first-child, .text { text-align: left; }
.gap { background: #fdf0cf; }
.cards { display: flex; gap: 4mm; margin: 5mm 0; }
.card { flex: 1; border: 1px solid #cfd8dc; border-radius: 8px; padding: 3mm; font-size: 9pt; color: #5b6673; }
.card b { display: block; font-size: 19pt; line-height: 1.3; color: #1d2733; }
.bar { display: inline-block; height: 9px; background: #0e7c5f; vertical-align: middle; }
.note { font-size: 8.5pt; color: #5b6673; }
.internal { background: #c62828; color: #fff; text-align: center; padding: 2mm; font-weight: 700; position: sticky; top: 0; }
@media print { .internal { position: fixed; top: -12mm; left: 0; right: 0; } }
.steps { display: flex; height: 8mm; font-size: 8.5pt; color: #fff; }
.steps div { overflow: hidden; text-align: center; line-height: 8mm; }
)";

class Page {
 public:
    explicit Page(const PeriodReport& report) : report_(report) {}

    std::string text() {
        head();
        summary();
        cards();
        int number = 0;
        for (const GroupTable& table : report_.tables)
            if (table.grouping == Grouping::place)
                coverage(++number, table);
            else
                group_table(++number, table);
        ledger(++number);
        least_known(++number);
        survey(++number);
        quality(++number);
        suggestions(++number);
        html_ += "</body>\n</html>\n";
        return std::move(html_);
    }

 private:
    std::string words(std::string_view zh, std::string_view en) const {
        return report::words(report_.options.language, zh, en);
    }
    std::string count(const Count& count) const { return count ? std::to_string(*count) : "※"; }
    void heading(int number, const std::string& title) {
        html_ += fmt::format("<h2>{}. {}</h2>\n", number, html_escaped(title));
    }
    void paragraph(const std::string& kind, const std::string& text) {
        html_ += fmt::format("<p class=\"{}\">{}</p>\n", kind, text);
    }
    std::string share(const std::optional<stats::Proportion>& share) const {
        if (!share) return "※";
        const auto value = share->value();
        return value ? fmt::format("{:.1f}%", 100 * *value) : words("无数据", "no data");
    }
    std::string interval(const std::optional<stats::Proportion>& share) const {
        if (!share) return "";
        const auto bounds = wilson(*share);
        return bounds ? fmt::format("{:.1f}–{:.1f}%, n = {}", 100 * bounds->low, 100 * bounds->high, share->n)
                      : "";
    }

    void head() {
        const std::string title =
            report_.period + words("禁毒宣传活动统计报告", ": report of drug-awareness outreach");
        html_ += fmt::format(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta "
            "charset=\"utf-8\">\n<title>{}</title>\n<style>{}</style>\n"
            "</head>\n<body>\n",
            words("zh-CN", "en"), html_escaped(title), style);
        if (report_.options.internal)
            html_ += "<div class=\"internal\">" +
                     words("内部资料：含小数据，不得公开",
                           "Internal: small groups are shown, not for publication") +
                     "</div>\n";
        html_ += "<h1>" + html_escaped(title) + "</h1>\n";
        std::string under = report_.days.empty() ? "" : words("统计期 ", "Period ") + report_.days + " · ";
        under += words("生成于 ", "made on ") + report_.options.made_on;
        paragraph("under", html_escaped(under));
    }

    void summary() {
        if (report_.events == 0 && report_.visits == Count(0)) {
            paragraph("lead",
                      words("本期没有开展活动，也没有参加人次。", "Nothing took place in this period."));
            return;
        }
        std::string text =
            fmt::format(fmt::runtime(words("共开展宣传活动 <b>{} 场</b>，<b>{} 人次</b>参加现场禁毒知识答题",
                                           "<b>{}</b> events; <b>{}</b> visits to the quiz")),
                        report_.events, count(report_.visits));
        text += fmt::format(fmt::runtime(words("，完成率 {}，本活动答题正确率 <b>{}</b>",
                                               ", {} completed, right answers here <b>{}</b>")),
                            share(report_.completed), share(report_.right_answers));
        if (report_.coverage.townships > 0)
            text += fmt::format(
                fmt::runtime(words("，覆盖 {} / {} 个乡镇（街道）", ", {} of {} townships reached")),
                report_.coverage.covered, report_.coverage.townships);
        for (const LedgerFigure& figure : report_.ledger)
            if (figure.entered)
                text += words("；", "; ") + html_escaped(figure.measure) + " <b>" +
                        html_escaped(figure.amount) + "</b>";
        paragraph("lead", text + words("。", "."));
    }

    void card(const std::string& name, const std::string& figure, const std::string& below) {
        html_ += fmt::format("<div class=\"card\">{}<b>{}</b>{}</div>\n", name, figure, below);
    }

    void cards() {
        html_ += "<div class=\"cards\">\n";
        card(words("参加人次", "Visits"), count(report_.visits), "");
        card(words("完成率", "Completed"), share(report_.completed), interval(report_.completed));
        card(words("答题正确率（甲）", "Right answers (a)"), share(report_.right_answers),
             interval(report_.right_answers));
        card(fmt::format(fmt::runtime(words("答对 {}% 以上（乙）", "At least {}% right (b)")), pass_percent),
             share(report_.at_threshold), interval(report_.at_threshold));
        html_ += "</div>\n";
        for (const std::string& line : explanations_of(report_)) paragraph("note", html_escaped(line));
    }

    void group_table(int number, const GroupTable& table) {
        heading(number, table.title);
        std::int64_t most = 1;
        for (const Group& group : table.groups) most = std::max(most, group.visits.value_or(0));
        html_ += "<table><thead><tr><th>" + html_escaped(table.heading) + "</th>";
        if (table.with_events) html_ += "<th>" + words("场次", "Events") + "</th>";
        html_ += "<th>" + words("参加人次", "Visits") + "</th><th class=\"text\"></th></tr></thead><tbody>\n";
        for (const Group& group : table.groups) {
            const std::string gap = table.with_events && group.events == 0 ? " class=\"gap\"" : "";
            html_ += "<tr><td>" + html_escaped(group.name) + "</td>";
            if (table.with_events) html_ += fmt::format("<td{}>{}</td>", gap, group.events);
            html_ += fmt::format(
                "<td{}>{}</td><td class=\"text\"><span class=\"bar\" "
                "style=\"width:{:.0f}px\"></span></td></tr>\n",
                gap, count(group.visits),
                200.0 * static_cast<double>(group.visits.value_or(0)) / static_cast<double>(most));
        }
        html_ += fmt::format("<tr><td><b>{}</b></td>{}<td><b>{}</b></td><td></td></tr></tbody></table>\n",
                             words("合计", "Total"),
                             table.with_events ? fmt::format("<td>{}</td>", report_.events) : "",
                             count(report_.visits));
    }

    /// 乡镇×六进.
    void coverage(int number, const GroupTable& places) {
        const Coverage& coverage = report_.coverage;
        heading(number, words("乡镇 × 六进覆盖", "Places × venue kinds"));
        html_ += "<table><thead><tr><th>" + html_escaped(places.heading) + "</th>";
        for (const std::string& venue : coverage.venues) html_ += "<th>" + html_escaped(venue) + "</th>";
        html_ += "<th>" + words("场次", "Events") + "</th><th>" + words("参加人次", "Visits") +
                 "</th></tr></thead><tbody>\n";
        for (std::size_t place = 0; place < places.groups.size(); ++place) {
            const Group& group = places.groups[place];
            html_ += "<tr><td>" + html_escaped(group.name) + "</td>";
            for (const std::int64_t held : coverage.events[place])
                html_ += fmt::format("<td{}>{}</td>", held == 0 ? " class=\"gap\"" : "", held);
            html_ += fmt::format("<td>{}</td><td>{}</td></tr>\n", group.events, count(group.visits));
        }
        html_ += "<tr><td><b>" + words("合计", "Total") + "</b></td>";
        for (std::size_t venue = 0; venue < coverage.venues.size(); ++venue)
            html_ += fmt::format("<td>{}</td>", coverage.held_in(venue));
        html_ += fmt::format("<td>{}</td><td><b>{}</b></td></tr></tbody></table>\n", report_.events,
                             count(report_.visits));
        paragraph("note", words("黄底为尚未覆盖。", "Yellow: not reached yet."));
    }

    void ledger(int number) {
        heading(number, words("活动台账", "Ledger"));
        html_ += "<table><tbody>\n";
        for (const LedgerFigure& figure : report_.ledger)
            html_ += fmt::format("<tr><td>{}</td><td{}>{}</td></tr>\n", html_escaped(figure.measure),
                                 figure.entered ? "" : " class=\"gap\"", html_escaped(figure.amount));
        html_ += "</tbody></table>\n";
    }

    void least_known(int number) {
        heading(number, words("最需要补的知识", "What is known least"));
        html_ += "<table><thead><tr><th>" + words("题目", "Item") + "</th><th>" + words("答对", "Right") +
                 "</th><th>" + words("95% 区间", "95% interval") + "</th><th class=\"text\">" +
                 words("最常见的误解", "Most common mistake") + "</th><th>" + words("选它的占", "Chosen by") +
                 "</th></tr></thead><tbody>\n";
        for (const WeakItem& item : report_.least_known)
            html_ += fmt::format(
                "<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"text\">{}</td><td>{}</td></tr>\n",
                html_escaped(item.stem), share(item.right), interval(item.right), html_escaped(item.mistake),
                item.mistake.empty() ? "" : share(item.chose_mistake));
        html_ += "</tbody></table>\n";
    }

    void survey(int number) {
        static constexpr std::array<std::string_view, 5> colours{"#d84315", "#ef8a62", "#9aa5a8", "#4fa886",
                                                                 "#0e7c5f"};
        heading(number, words("小调查", "Survey"));
        for (const SurveyFigure& figure : report_.survey) {
            paragraph("", fmt::format("{} (n = {})", html_escaped(figure.stem), count(figure.n)));
            if (figure.counts.empty()) {
                paragraph("note", "※");
                continue;
            }
            html_ += "<div class=\"steps\">";
            for (std::size_t step = 0; step < figure.counts.size(); ++step) {
                const double percent =
                    100.0 * static_cast<double>(figure.counts[step]) / static_cast<double>(*figure.n);
                const std::size_t colour =
                    figure.counts.size() < 2 ? 0 : step * (colours.size() - 1) / (figure.counts.size() - 1);
                html_ += fmt::format("<div style=\"width:{:.2f}%;background:{}\">{:.0f}%</div>", percent,
                                     colours.at(colour), percent);
            }
            html_ += "</div>\n";
        }
    }

    void quality(int number) {
        heading(number, words("数据质量", "Quality of the data"));
        paragraph(
            "",
            fmt::format(
                fmt::runtime(words(
                    "练习 {} 人次未计入；作答过快 {} 人次已计入，单列于此；日期存疑 {} 人次计入合计。",
                    "{} practice visits are not counted; {} visits too fast to have been read are counted; "
                    "{} visits on days in doubt are counted.")),
                count(report_.practice), count(report_.rapid), count(report_.doubtful_clock)));
    }

    void suggestions(int number) {
        heading(number,
                words("下步建议（依据数据自动列出，请修改）", "Suggestions (from the data; to be edited)"));
        html_ += "<ol>\n";
        for (const std::string& line : report_.suggestions) html_ += "<li>" + html_escaped(line) + "</li>\n";
        html_ += "</ol>\n";
        paragraph("note",
                  words("涉及具体人员的工作（走访、检测、帮教等）本系统不采集、不统计：________________",
                        "Work with named persons is neither collected nor counted here: ________________"));
    }

    const PeriodReport& report_;
    std::string html_;
};

}  // namespace

std::string html_report(const PeriodReport& report) {
    return Page(report).text();
}

}  // namespace xy::report
