#include "report/report_document.h"

#include <array>

#include "base/words.h"
#include "report/figure_text.h"
#include "report/page_table.h"
#include "report/report_charts.h"
#include "report/report_summary.h"
#include "report/report_tables.h"

namespace xy::report {
namespace {

using document::ParagraphStyle;

class Pages {
 public:
    explicit Pages(const figures::PeriodReport& report)
        : report_(report), language_(report.options.language), words_(language_) {}

    document::Document document() && {
        document_.language = language_;
        document_.title = title_of(report_);
        document_.notice = notice_of(report_);
        document_.footer = words_("向阳 · 禁毒知识站", "Xiangyang · drug-awareness kiosk");
        opening();
        coverage();
        months();
        participation();
        events();
        ledger();
        targets();
        knowledge();
        gain();
        survey();
        quality();
        suggestions();
        return std::move(document_);
    }

 private:
    template <typename Block>
    void add(Block block) {
        document_.blocks.emplace_back(std::move(block));
    }
    void add(const Table& table) { add(page_table(table, language_)); }

    void heading(const std::string& title) {
        static constexpr std::array<std::string_view, 20> numbers{
            "一",   "二",   "三",   "四",   "五",   "六",   "七",   "八",   "九",   "十",
            "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十"};
        const std::string_view number = numbers.at(number_++);
        add(document::Heading{language_ == Language::zh ? std::string(number) + "、" + title
                                                        : std::to_string(number_) + ". " + title});
    }
    void paragraph(const std::string& text, ParagraphStyle style = ParagraphStyle::body) {
        add(document::Paragraph{style, {{text}}});
    }
    void note(const std::string& text) { paragraph(text, ParagraphStyle::note); }
    void note_withheld(const figures::GroupTable& table) {
        if (const std::string why = withheld_note(table, language_); !why.empty()) note(why);
    }

    void opening() {
        std::string under = report_.days.empty() ? "" : words_("统计期 ", "Period ") + report_.days + " · ";
        under += words_("生成于 ", "made on ") + report_.options.made_on;
        if (!report_.banks.empty()) under += words_(" · 题库 ", " · banks ") + words_.join(report_.banks);
        paragraph(under, ParagraphStyle::subtitle);
        add(summary_of(report_));
        if (report_.nothing_took_place()) return;
        add(key_figures_of(report_));
        for (const std::string& line : explanations_of(report_)) note(line);
    }

    /// 乡镇×六进.
    void coverage() {
        if (report_.table(figures::Grouping::place).groups.empty()) return;
        heading(words_("乡镇 × 六进覆盖", "Places × venue kinds"));
        add(coverage_matrix(report_));
        note(words_("黄底为尚未覆盖。", "Yellow: not reached yet."));
    }

    void months() {
        const figures::GroupTable& table = report_.table(figures::Grouping::month);
        if (table.groups.empty()) return;
        heading(table.title);
        add(months_picture(report_));
        note_withheld(table);
    }

    void participation() {
        heading(words_("参加情况", "Who took part"));
        for (const figures::Grouping grouping :
             {figures::Grouping::venue, figures::Grouping::occasion, figures::Grouping::audience}) {
            if (report_.table(grouping).groups.empty()) continue;
            add(groups_table({&report_.table(grouping), 1}, language_));
            if (grouping != figures::Grouping::audience) continue;
            add(audiences_picture(report_));
            note_withheld(report_.table(grouping));
        }
        if (report_.pledges && report_.pledges->n > 0)
            paragraph(words_.format("现场作出拒绝毒品承诺 {} 人次（占被询问的 {}）。",
                                    "{} pledges to stay away from drugs ({} of those asked).",
                                    report_.pledges->hits, text_of(report_.pledges, language_)));
    }

    void events() {
        if (report_.events.empty()) return;
        heading(words_("各场活动", "Events"));
        add(events_table(report_));
    }

    void ledger() {
        if (report_.ledger.empty()) return;
        heading(words_("活动台账", "Ledger"));
        add(ledger_table(report_));
    }

    void targets() {
        if (report_.targets.empty()) return;
        heading(words_("目标完成", "Targets"));
        add(targets_table(report_));
    }

    void knowledge() {
        if (!report_.topics.empty()) {
            heading(words_("各主题答对情况", "Right answers by topic"));
            add(topics_table(report_));
        }
        if (!report_.least_known().empty()) {
            heading(words_("最需要补的知识", "Least known"));
            add(items_table(report_.least_known(), words_("题目", "Item"), language_));
            for (const std::string& line : least_known_notes(report_)) note(line);
        }
    }

    void gain() {
        if (report_.gains.empty()) return;
        heading(words_("前测与后测", "Before and after"));
        add(gains_table(report_));
        for (const figures::GainFigure& gain : report_.gains)
            if (gain.audience.empty()) about(gain);
    }

    void about(const figures::GainFigure& gain) {
        if (!gain.measures())
            note(words_.format(
                "{} 题：所有人先后次序相同，两卷难易之差与提升分不开，故只列两次得分。把答题方案中的"
                "“form”改为 either 与 other 后可以计算。",
                "{} items: everybody had the forms in the same order, so that an easier form cannot "
                "be told from what was learnt; only the scores stand here. Use the forms \"either\" "
                "and \"other\" in the programme.",
                gain.items));
        if (gain.form_difference && gain.form_interval)
            note(words_.format(
                "两份平行卷的难易相差 {:.1f} 个百分点（95% 区间 {:+.1f}～{:+.1f}），已从提升中抵去。",
                "One of the two forms is easier by {:.1f} points (95% interval {:+.1f} to {:+.1f}); "
                "the gain is free of it.",
                100 * *gain.form_difference, 100 * gain.form_interval->low, 100 * gain.form_interval->high));
        if (gain.left_before && *gain.left > 0)
            note(words_.format(
                "另有 {} 人次答完前测后离开，前测答对率 {:.1f}%，不在配对之中。",
                "{} more visits left after the test before, with {:.1f}% right in it; they are in no "
                "pair.",
                *gain.left, 100 * *gain.left_before));
    }

    void survey() {
        if (report_.survey.empty()) return;
        heading(words_("小调查", "Survey"));
        for (const figures::SurveyFigure& figure : report_.survey) {
            paragraph(figure.stem + "（n = " + text_of(figure.n) + "）");
            if (figure.distribution().empty()) {
                add(survey_table({&figure, 1}, language_));
                continue;
            }
            add(survey_picture(figure, language_));
        }
    }

    void quality() {
        const figures::Quality& quality = report_.quality;
        heading(words_("数据质量", "Quality of the data"));
        std::string text = words_.format(
            "练习 {} 人次未计入；作答过快 {} 人次已计入，单列于此；日期存疑 {} 人次计入合计；中途离开 {} "
            "人次，"
            "超时 {} 人次；共 {} 个设备日。",
            "{} practice visits are not counted; {} visits too fast to have been read are counted; {} visits "
            "on "
            "days in doubt are counted; {} left, {} timed out; {} device-days.",
            text_of(quality.practice), text_of(quality.rapid), text_of(quality.doubtful_clock),
            text_of(quality.abandoned), text_of(quality.timed_out), quality.device_days);
        if (quality.median_minutes)
            text += words_.format("完成一次的时间中位数 {:.1f} 分钟。", " Median length {:.1f} minutes.",
                                  *quality.median_minutes);
        paragraph(text);
    }

    void suggestions() {
        heading(words_("下步建议（依据数据自动列出，请修改）", "Suggestions (from the data; to be edited)"));
        add(document::NumberedList{report_.suggestions});
        note(words_("涉及具体人员的工作（走访、检测、帮教等）本系统不采集、不统计：________________",
                    "Work with named persons is neither collected nor counted here: ________________"));
    }

    const figures::PeriodReport& report_;
    Language language_;
    Words words_;
    document::Document document_;
    std::size_t number_ = 0;
};

}  // namespace

document::Document report_document(const figures::PeriodReport& report) {
    return Pages(report).document();
}

}  // namespace xy::report
