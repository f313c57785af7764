#include "report/report_fields.h"

#include <fmt/format.h>

#include "base/words.h"
#include "report/figure_text.h"
#include "report/page_table.h"
#include "report/report_charts.h"
#include "report/report_summary.h"
#include "report/report_tables.h"

namespace xy::report {
namespace {

using Texts = std::map<std::string, std::string>;

std::string plain(const document::Paragraph& paragraph) {
    std::string text;
    for (const document::Run& run : paragraph.runs) text += run.text;
    return text;
}

std::string lines(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& line : all) text += (text.empty() ? "" : "\n") + line;
    return text;
}

void about(Texts& texts, const figures::PeriodReport& report) {
    texts["标题"] = title_of(report);
    texts["统计期"] = report.period;
    texts["起止日期"] = report.days;
    texts["生成日期"] = report.options.made_on;
    texts["地点范围"] = report.place;
    texts["概述"] = plain(summary_of(report));
    texts["说明"] = lines(explanations_of(report));
    texts["下步建议"] = lines(report.suggestions);
    texts["题目说明"] = lines(least_known_notes(report));
    texts["题库"] = Words(report.options.language).join(report.banks);
}

void participation(Texts& texts, const figures::PeriodReport& report) {
    const Language language = report.options.language;
    const Words words(language);
    texts["活动场次"] = std::to_string(report.held());
    texts["覆盖乡镇"] = std::to_string(report.coverage.covered);
    texts["乡镇总数"] = std::to_string(report.coverage.townships);
    texts["未覆盖乡镇"] = words.join(report.coverage.not_covered());
    texts["参与人次"] = text_of(report.visits);
    texts["参加人次"] = texts["参与人次"];
    texts["完成人次"] = text_of(hits_of(report.completed));
    texts["完成率"] = text_of(report.completed, language);
    texts["完成率区间"] = interval_text(report.completed, language);
    texts["承诺人次"] = text_of(hits_of(report.pledges));
    texts["练习人次"] = text_of(report.quality.practice);
    texts["作答过快人次"] = text_of(report.quality.rapid);
    texts["日期存疑人次"] = text_of(report.quality.doubtful_clock);
    texts["同比"] = report.year_before ? fmt::format("{:+.1f}%", 100 * report.year_before->change.ratio)
                                       : words("无可比数据", "nothing to compare with");
}

void knowledge(Texts& texts, const figures::PeriodReport& report) {
    const Language language = report.options.language;
    const Words words(language);
    texts["答题正确率"] = text_of(report.right_answers, language);
    texts["答题正确率区间"] = interval_text(report.right_answers, language);
    texts["达标率"] = text_of(report.at_threshold, language);
    texts["达标率区间"] = interval_text(report.at_threshold, language);
    const std::string none = words("未测", "not measured");
    texts["前测正确率"] = texts["后测正确率"] = texts["前后测提升"] = none;
    if (report.gains.empty()) return;
    const figures::GainFigure& gain = report.gain() != nullptr ? *report.gain() : report.gains.front();
    texts["前测正确率"] = fmt::format("{:.1f}%", 100 * gain.before);
    texts["后测正确率"] = fmt::format("{:.1f}%", 100 * gain.after);
    texts["前后测提升"] = gain.measures()
                              ? words.format("{:+.1f} 个百分点", "{:+.1f} points", 100 * gain.gain())
                              : words("固定次序，不计提升", "no gain: a fixed order");
}

void tables(std::map<std::string, document::Table>& tables, const figures::PeriodReport& report) {
    using figures::Grouping;
    const Language language = report.options.language;
    const auto groups = [&](Grouping grouping) {
        return page_table(groups_table({&report.table(grouping), 1}, language), language);
    };
    tables["场次"] = page_table(events_table(report), language);
    tables["乡镇×六进"] = page_table(coverage_matrix(report), language);
    tables["地点"] = groups(Grouping::place);
    tables["六进"] = groups(Grouping::venue);
    tables["节点"] = groups(Grouping::occasion);
    tables["对象"] = groups(Grouping::audience);
    tables["月度"] = groups(Grouping::month);
    tables["台账"] = page_table(ledger_table(report), language);
    tables["目标"] = page_table(targets_table(report), language);
    tables["主题"] = page_table(topics_table(report), language);
    tables["题目"] =
        page_table(items_table(report.least_known(), Words(language)("题目", "Item"), language), language);
    tables["前后测"] = page_table(gains_table(report), language);
}

void pictures(std::map<std::string, document::Picture>& pictures, const figures::PeriodReport& report) {
    pictures["月度参与"] = months_picture(report);
    pictures["对象"] = audiences_picture(report);
    if (!report.survey.empty())
        pictures["问卷"] = survey_picture(report.survey.front(), report.options.language);
    for (const figures::SurveyFigure& figure : report.survey)
        pictures["问卷:" + figure.item] = survey_picture(figure, report.options.language);
}

}  // namespace

document::Fields report_fields(const figures::PeriodReport& report) {
    document::Fields fields;
    for (const figures::LedgerFigure& figure : report.ledger) {
        fields.texts[figure.measure] = figure.number;
        fields.texts[figure.measure + "含单位"] = figure.amount;
    }
    about(fields.texts, report);
    participation(fields.texts, report);
    knowledge(fields.texts, report);
    tables(fields.tables, report);
    pictures(fields.pictures, report);
    return fields;
}

}  // namespace xy::report
