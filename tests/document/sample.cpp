#include "sample.h"

namespace xy::document::tests {
namespace {

Cell number(const std::string& text) {
    return {text, text == "0" ? Mark::gap : Mark::none};
}

std::vector<Cell> place(const std::string& name, const std::vector<std::string>& counts) {
    std::vector<Cell> row = {{name, Mark::none}};
    for (const std::string& count : counts) row.push_back(number(count));
    return row;
}

Table targets() {
    Table table;
    table.columns = {{"指标", false, 2}, {"目标", true, 1}, {"完成", true, 1}, {"状态", true, 1.5}};
    table.rows = {{{"发放宣传资料（份）"}, {"5 000"}, {"5 000 多"}, {"达到"}},
                  {{"知识讲座（场）"}, {"12"}, {"9"}, {"差 3 场", Mark::gap}}};
    return table;
}

Table simple(const std::string& name) {
    Table table;
    table.columns = {{name, false, 2}, {"参与人次", true, 1}};
    table.rows = {{{"甲"}, {"96"}}, {{"乙 <&> “丙”"}, {"148"}}};
    return table;
}

}  // namespace

charts::Chart half_a_year() {
    return charts::ColumnChart{{{"1 月", 96, "96"},
                                {"2 月", 148, "148"},
                                {"3 月", 402, "402"},
                                {"4 月", 497, "497"},
                                {"5 月", 603, "603"},
                                {"6 月", 1438, "1 438"}}};
}

charts::Chart audiences() {
    return charts::BarChart{
        {{"初中", 1204, "1 204"}, {"农村群众", 803, "803"}, {"务工流动人员", std::nullopt, ""}}};
}

charts::Chart survey() {
    return charts::DivergingChart{{{"全体", {106, 158, 317, 871, 1188}}}, "完全没把握", "很有把握"};
}

Table coverage() {
    Table table;
    table.columns = {{"乡镇", false, 2.4}, {"学校", true}, {"社区", true},
                     {"农村", true},       {"单位", true}, {"家庭", true},
                     {"场所", true},       {"场次", true}, {"参加人次", true, 1.6}};
    table.rows = {place("永安镇", {"3", "1", "2", "1", "0", "0", "7", "812"}),
                  place("瓦市镇", {"2", "1", "1", "0", "1", "0", "5", "640"}),
                  place("乙乡", {"1", "0", "1", "0", "0", "0", "2", "※"}),
                  place("合计（14 个乡镇）", {"11", "4", "8", "2", "1", "0", "26", "3 184"})};
    table.rows.back().front().mark = Mark::strong;
    return table;
}

Table events() {
    Table table;
    table.columns = {{"日期", false, 1.2}, {"地点", false, 2}, {"形式", false, 1.5}, {"参与人次", true, 1}};
    table.rows = {{{"2026-03-15"}, {"永安镇中心学校"}, {"进学校"}, {"402"}},
                  {{"2026-06-26"}, {"县文化广场"}, {"大型活动"}, {"1 438"}}};
    return table;
}

Document report() {
    Document document;
    document.title = "2026 年上半年禁毒宣传活动统计报告";
    document.notice = "内部资料：含小数据，不得公开";
    document.footer = "向阳 · 禁毒知识站";
    document.blocks = {
        Paragraph{ParagraphStyle::subtitle,
                  {{"示例县禁毒办 · 统计期 2026-01-01 至 2026-06-30 · 生成于 2026-07-02"}}},
        Paragraph{ParagraphStyle::lead,
                  {{"上半年，共开展进学校、进社区、进农村等宣传活动 "},
                   {"26 场", Mark::strong},
                   {"，覆盖 "},
                   {"12 / 14 个乡镇", Mark::strong},
                   {"；3 184 人次参加现场禁毒知识答题，完成率 90.2%，本活动答题正确率 "},
                   {"83.6%", Mark::strong},
                   {"。张贴标语："},
                   {"未填报", Mark::gap},
                   {"。"}}},
        KeyFigures{{{"参加人次", "3 184", "同比 +31%（−16% ～ +101%）"},
                    {"完成率", "90.2%", "89.1 – 91.2%"},
                    {"答题正确率（甲）", "83.6%", "82.9 – 84.3%，n = 28 710 题次"},
                    {"前后测提升", "+14.2", "百分点（11.8 – 16.6），n = 902 对"}}},
        Paragraph{ParagraphStyle::note,
                  {{"本活动答题正确率（现场自愿参与，非抽样调查）＝ 答对题次 ÷ 作答题次。"}}},
        Heading{"一、乡镇 × 六进覆盖"},
        coverage(),
        Paragraph{ParagraphStyle::note, {{"黄底为尚未覆盖。※ 人数过少，为保护参与者不予公布。"}}},
        Heading{"二、各月参加人次"},
        Picture{half_a_year(), "各月参加人次：6 月最多，1 438；1 月最少，96"},
        Heading{"三、参加对象"},
        Picture{audiences(), "对象：初中 1 204，农村群众 803"},
        Heading{"四、小调查"},
        Picture{survey(), "九成有把握 <拒绝> & “说不”"},
        Heading{"五、目标完成"},
        targets(),
        Heading{"六、下步建议"},
        NumberedList{{"丁镇、戊乡上半年未开展活动，场所类为 0 场。", "讲座完成 75%，下半年至少补 3 场。"}},
        Paragraph{ParagraphStyle::body, {{"另："}}},
        NumberedList{{"第二个列表重新从 1 开始。"}},
    };
    return document;
}

Fields report_fields() {
    Fields fields;
    fields.texts = {{"统计期", "2026 年上半年"},
                    {"起止日期", "2026 年 1 月 1 日至 6 月 30 日"},
                    {"生成日期", "2026 年 7 月 2 日"},
                    {"活动场次", "26"},
                    {"参与人次", "3 184"},
                    {"完成人次", "2 871"},
                    {"完成率", "90.2%"},
                    {"答题正确率", "83.6%"},
                    {"答题正确率区间", "82.9%–84.3%"},
                    {"达标率", "71.5%"},
                    {"覆盖乡镇", "12"},
                    {"乡镇总数", "14"},
                    {"发放宣传资料", "5000 多"},
                    {"接受咨询", "1 260"},
                    {"知识讲座", "9"},
                    {"悬挂横幅", "38"},
                    {"承诺人次", "1 502"},
                    {"前后测提升", "+14.2 个百分点"}};
    fields.tables = {{"场次", events()},       {"乡镇×六进", coverage()}, {"目标", targets()},
                     {"对象", simple("对象")}, {"月度", simple("月份")},  {"台账", simple("项目")},
                     {"题目", simple("题目")}};
    fields.pictures = {{"月度参与", {half_a_year(), "各月参与人次：6 月最多，1 438"}},
                       {"对象", {audiences(), "对象"}},
                       {"问卷", {survey(), "小调查"}}};
    return fields;
}

}  // namespace xy::document::tests
