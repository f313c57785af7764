#include "sample.h"

#include <fmt/format.h>
#include <limits>

#include "charts/layout.h"
#include "charts/typesetter.h"

namespace xy::charts::tests {
namespace {

Bar bar(std::string name, long value) {
    return {std::move(name), static_cast<double>(value), std::to_string(value)};
}

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

std::vector<Bar> damaged() {
    return {{"一", not_a_number, "？"},
            {"二", infinite, "∞"},
            {"三", -7, "-7"},
            {"四", 1e308, "1e308"},
            {"五", 1e-320, "~0"},
            {"", 3, ""},
            {"\xFF\xFE\n\t", 5, "\xC3"},
            {std::string(3000, 'x'), 1e308, std::string(3000, '9')}};
}

std::vector<Bar> many(int count) {
    std::vector<Bar> bars;
    for (int i = 0; i < count; ++i) bars.push_back(bar(fmt::format("第 {} 天", i), i * 7919 % 4801));
    return bars;
}

DivergingChart odd_rows() {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    return {{{"最多", {most, most, most, most, most}},
             {"负数", {-5, 3, 0, 2, -1}},
             {"零", {0, 0, 0, 0, 0}},
             {"七级", {1, 2, 3, 4, 5, 6, 7}},
             {"两级", {0, 9}},
             {"一级", {4}},
             {std::string(600, 'w'), {1, 1, 1}},
             {"", {}}},
            "Not at all sure that I would refuse an offer made by a friend of mine",
            "高"};
}

}  // namespace

Drawing drawing_of(const Chart& chart, double width) {
    const Typesetter typesetter;
    const Measure measure = [&typesetter](const std::string& text, double limit, int lines) {
        return typesetter.measure(text, limit, lines);
    };
    return std::visit([&](const auto& kind) { return lay_out(kind, width, measure); }, chart);
}

ColumnChart half_a_year() {
    return {{bar("1 月", 96),
             bar("2 月", 148),
             bar("3 月", 402),
             bar("4 月", 497),
             bar("5 月", 603),
             {"6 月", 1438, "1 438"}}};
}

ColumnChart two_years() {
    ColumnChart chart;
    for (int i = 0; i < 24; ++i)
        chart.bars.push_back(
            bar(fmt::format("{}-{:02}", 2025 + i / 12, i % 12 + 1), (i * i * 37 + i * 113) % 1900));
    chart.bars[7].value.reset();
    return chart;
}

std::vector<Bar> townships() {
    std::vector<Bar> bars;
    for (const char* name : {"永安镇", "瓦市镇", "甲镇", "乙乡", "丙乡", "丁镇", "戊乡", "沙田街道",
                             "龙泉驿镇", "清水河民族乡", "东风镇", "红旗镇", "石桥镇", "大坪街道"})
        bars.push_back(bar(name, 1240 - 83 * static_cast<long>(bars.size())));
    bars[12].value.reset();
    bars[13].value.reset();
    return bars;
}

std::vector<Bar> audiences() {
    std::vector<Bar> bars;
    for (const char* name :
         {"小学生", "初中生", "高中（中职）学生", "大学生", "农村居民", "社区居民", "外来务工人员",
          "企业职工", "机关事业单位干部", "Employees of entertainment venues", "物流寄递从业人员",
          "出租车、网约车和货车司机",
          "Guardians and school staff, kindergartens and training centres included",
          "未成年人的监护人和学校教职工（含幼儿园、培训机构、特殊教育学校以及其他未列明的各类机构）", "其他"})
        bars.push_back(bar(name, 1578 - 109 * static_cast<long>(bars.size())));
    return bars;
}

DivergingChart survey() {
    return {{{"全体（n = 2 640）", {106, 158, 317, 871, 1188}},
             {"小学生（n = 810）", {60, 90, 200, 210, 250}},
             {"农村居民（n = 411）", {5, 9, 20, 110, 267}},
             {"外来务工人员", {}}},
            "完全没把握",
            "很有把握"};
}

std::vector<Named> all_charts() {
    const std::vector<Bar> zeros{{"1 月", 0, "0"}, {"2 月", 0, "0"}, {"3 月", std::nullopt, ""}};
    return {{"half a year", half_a_year()},
            {"two years", two_years()},
            {"townships, columns", ColumnChart{townships()}},
            {"townships, bars", BarChart{townships()}},
            {"audiences, columns", ColumnChart{audiences()}},
            {"audiences, bars", BarChart{audiences()}},
            {"a survey", survey()},
            {"one column", ColumnChart{{bar("11 月", 37)}}},
            {"one bar", BarChart{{bar("小学生", 37)}}},
            {"no column", ColumnChart{}},
            {"no bar", BarChart{}},
            {"no row", DivergingChart{}},
            {"zero columns", ColumnChart{zeros}},
            {"zero bars", BarChart{zeros}},
            {"damaged columns", ColumnChart{damaged()}},
            {"damaged bars", BarChart{damaged()}},
            {"odd rows", odd_rows()},
            {"all withheld", DivergingChart{{{"甲", {}}, {"乙", {}}}, "低", "高"}},
            {"a year of days", ColumnChart{many(365)}},
            {"many bars", BarChart{many(300)}}};
}

std::vector<Box> bars_of(const Drawing& drawing) {
    std::vector<Box> boxes;
    for (const Area& area : drawing.areas)
        if (area.part == AreaPart::bar) boxes.push_back(area.box);
    return boxes;
}

std::vector<Text> texts_of(const Drawing& drawing, TextPart part) {
    std::vector<Text> texts;
    for (const Text& text : drawing.texts)
        if (text.part == part) texts.push_back(text);
    return texts;
}

std::vector<std::string> words_of(const Drawing& drawing, TextPart part) {
    std::vector<std::string> words;
    for (const Text& text : texts_of(drawing, part)) words.push_back(text.text);
    return words;
}

}  // namespace xy::charts::tests
