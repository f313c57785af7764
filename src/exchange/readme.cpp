#include "exchange/readme.h"

#include "outreach/internal_mark.h"

namespace xy::exchange {
namespace {

/// Lines as Windows ends them.
std::string for_notepad(const std::string& text) {
    std::string out = "\uFEFF";
    for (const char c : text) {
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

std::string list(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

}  // namespace

std::string internal_readme() {
    return for_notepad(std::string(outreach::internal_mark_zh) + "\n" +
                       std::string(outreach::internal_mark_en) +
                       R"(

这个文件夹是“向阳”答题机的全部数据：每人次一行（sessions.csv），每次作答一行（answers.csv），
还有题目、活动、台账、分时人次和用时。各列的意思写在 datapackage.json 里。

里面没有姓名、电话和证件号。但是人数很少的组（例如某场活动上午只有一位来过的老年人）
能从中认出来，并连到那一人次的每个答案。所以只供本单位汇总、核对和研究：
不上网，不发群，不交给别的单位和个人。

要给外面看，请用报告（xiangyang report）或公开数据（xiangyang export --public）。
要汇总到另一台电脑：xiangyang import-sessions 本文件夹。
CSV 文件可以用 Excel 打开看，不要保存。本说明改了、删了都不影响汇总。


This folder is all data of a Xiangyang quiz kiosk: a row per visit (sessions.csv), a row per answer
(answers.csv), and items, events, ledger, hours and times. datapackage.json describes the columns.

It names nobody. But a group of very few (the one elderly visitor of a morning) can be seen in it, and
is linked to every answer of that visit. It is for the office's own sums, checks and research: not for
the web, not for chat groups, not for others.

For everybody else there are the report (xiangyang report) and the public data (xiangyang export --public).
To merge it on another computer: xiangyang import-sessions THIS-FOLDER.
Look at the CSV files with Excel, but do not save them. This text may be edited or deleted.
)");
}

std::string public_readme(const PublicExported& written) {
    const std::string least = std::to_string(smallest_group);
    const std::string left_out = list(written.columns_left_out);
    const auto counts = [](std::int64_t shown, std::int64_t withheld) {
        return std::pair(std::to_string(shown), std::to_string(withheld));
    };
    const auto [visits, no_visits] = counts(written.visits, written.visits_withheld);
    const auto [answers, no_answers] = counts(written.answers, written.answers_withheld);
    std::string text = outreach::public_profile() + "\n\n";
    text += "sessions.csv：每人次一行，只有 " + list(written.visit_columns) +
            "。没有编号，没有哪一台机器，没有钟点。\n";
    text += "answers.csv：上面这些人次的作答，每次一行，只有 " + list(written.answer_columns) +
            "，不连到任何一人次。\n";
    text += "这两个文件里，每一行（所有列合起来）至少出现 " + least +
            " 次；凑不够的不给，任何一个数都没有改动。\n\n";
    text += "给出 " + visits + " 人次，隐去 " + no_visits + " 人次。给出 " + answers + " 次作答，隐去 " +
            no_answers + " 次（含被隐去人次的全部作答）。练习不在内。\n";
    text += "隐去的不止是凑不够 " + least + " 次的：如果某场活动、某个对象或某一列的某个值被隐去的不足 " +
            least + " 行，就再隐去一组，免得拿别处的合计一减就看出来。\n";
    if (!left_out.empty()) text += "为了少隐去一些行，没有给出这些列：" + left_out + "。\n";
    text += "所以把各行加起来，小于实际人次；要合计，请看报告。这份数据不完整，不能汇总到别的电脑。\n\n\n";
    text += "sessions.csv: a row per visit, with " + list(written.visit_columns) +
            " only. No id, no device, no time of day but the half-day.\n";
    text += "answers.csv: a row per answer of those visits, with " + list(written.answer_columns) +
            " only, linked to no visit.\n";
    text += "Each row of the two stands there at least " + least +
            " times, in all its columns; others were left out. No value was changed.\n\n";
    text += "Shown: " + visits + " visits; withheld: " + no_visits + ". Shown: " + answers +
            " answers; withheld: " + no_answers +
            " (all those of the withheld visits among them). Practice is not in it.\n";
    text += "Further rows were left out where fewer than " + least +
            " of an event, an audience or any other value were, so that no total from elsewhere gives them "
            "away.\n";
    if (!left_out.empty()) text += "Columns left out, so that fewer rows are: " + left_out + ".\n";
    text +=
        "The rows therefore add up to less than there was; for totals see the report. This is not whole and "
        "cannot be merged.\n";
    return for_notepad(text);
}

}  // namespace xy::exchange
