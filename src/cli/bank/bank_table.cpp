// xiangyang bank table FILE… [--json]
#include <CLI/CLI.hpp>
#include <array>
#include <fmt/core.h>
#include <memory>
#include <string>
#include <vector>

#include "cli/bank/bank_verbs.h"
#include "cli/command_line.h"
#include "document/terminal_text.h"
#include "json/writer.h"
#include "review/bank_counts.h"

namespace xy::cli {
namespace {

using quiz::Kind;
using review::KindCount;
using review::TopicCount;

constexpr std::array<Kind, 6> kinds{Kind::situation,  Kind::single, Kind::multiple,
                                    Kind::true_false, Kind::scale,  Kind::choice};

KindCount count_of(const TopicCount& row, Kind kind) {
    const auto found = row.kinds.find(kind);
    return found == row.kinds.end() ? KindCount{} : found->second;
}

int form_of(const TopicCount& row, const std::string& form) {
    const auto found = row.forms.find(form);
    return found == row.forms.end() ? 0 : found->second;
}

/// "6 (2/3/1)": all, and by difficulty.
std::string cell(const KindCount& count) {
    const auto& [easy, medium, hard] = count.difficulty;
    if (count.total() == 0) return "0";
    if (count.without > 0) return std::to_string(count.total());
    return fmt::format("{} ({}/{}/{})", count.total(), easy, medium, hard);
}

std::vector<document::Cell> line(const TopicCount& row, const std::string& bank, const std::string& topic,
                                 const std::vector<Kind>& shown) {
    std::vector<document::Cell> cells{{bank}, {topic}};
    KindCount all;
    for (const Kind kind : shown) {
        cells.push_back({cell(count_of(row, kind))});
        all += count_of(row, kind);
    }
    for (const int count : all.difficulty) cells.push_back({std::to_string(count)});
    for (const int count : {form_of(row, "A"), form_of(row, "B"), row.cards, row.total()})
        cells.push_back({std::to_string(count)});
    return cells;
}

/// The kinds that some bank has.
std::vector<Kind> kinds_in(const TopicCount& all) {
    std::vector<Kind> shown;
    for (const Kind kind : kinds)
        if (count_of(all, kind).total() > 0) shown.push_back(kind);
    return shown;
}

void print_table(const std::vector<std::vector<TopicCount>>& banks, const TopicCount& all) {
    const std::vector<Kind> shown = kinds_in(all);
    document::Table table{{{"bank"}, {"topic"}}, {}};
    for (const Kind kind : shown) table.columns.push_back({std::string(code(kind)), true});
    for (const char* heading : {"d1", "d2", "d3", "form A", "form B", "cards", "items"})
        table.columns.push_back({heading, true});
    for (const std::vector<TopicCount>& topics : banks) {
        for (const TopicCount& topic : topics)
            table.rows.push_back(
                line(topic, topic.bank, topic.topic + " " + topic.title.in(Language::zh), shown));
        if (!topics.empty())
            table.rows.push_back(line(review::sum_of(topics), topics.front().bank, "= all topics", shown));
    }
    if (banks.size() > 1) table.rows.push_back(line(all, "= all banks", "", shown));
    fmt::print("{}Kinds: all (difficulty 1/2/3).\n", document::terminal_text(table));
}

json::Record record(const TopicCount& row) {
    json::List cells;
    for (const auto& [kind, count] : row.kinds) {
        const auto add = [&, name = std::string(code(kind))](json::Cell difficulty, int items) {
            if (items > 0)
                cells.emplace_back(json::Record{
                    {"kind", name}, {"difficulty", std::move(difficulty)}, {"items", std::int64_t{items}}});
        };
        for (std::size_t i = 0; i < count.difficulty.size(); ++i)
            add(static_cast<std::int64_t>(i) + 1, count.difficulty[i]);
        add(nullptr, count.without);
    }
    json::Record result;
    if (!row.bank.empty())
        result = {
            {"bank", row.bank}, {"topic", row.topic}, {"title_zh", row.title.zh}, {"title_en", row.title.en}};
    result.emplace_back("counts", std::move(cells));
    result.emplace_back("form_a", std::int64_t{form_of(row, "A")});
    result.emplace_back("form_b", std::int64_t{form_of(row, "B")});
    result.emplace_back("cards", std::int64_t{row.cards});
    result.emplace_back("items", std::int64_t{row.total()});
    return result;
}

int table(const std::vector<std::string>& files, bool json) {
    std::vector<std::vector<TopicCount>> banks;
    TopicCount all;
    json::List rows;
    for (const quiz::Bank& bank : usable_banks(files)) {
        banks.push_back(review::topic_counts(bank));
        for (const TopicCount& topic : banks.back()) {
            rows.emplace_back(record(topic));
            all += topic;
        }
    }
    if (json)
        fmt::print("{}", json::to_json(json::Record{{"topics", std::move(rows)}, {"total", record(all)}}));
    else
        print_table(banks, all);
    return 0;
}

}  // namespace

void add_bank_table(CLI::App& bank, int& exit_code) {
    CLI::App* command = bank.add_subcommand("table", "Count items by topic, kind and difficulty");
    const auto files = std::make_shared<std::vector<std::string>>();
    const auto json = std::make_shared<bool>(false);
    command->add_option("FILE", *files, "Bank files")->required();
    command->add_flag("--json", *json, "Print JSON for programs");
    command->footer("Example:\n  xiangyang bank table questions/*.json");
    command->callback([=, &exit_code] { exit_code = run([=] { return table(*files, *json); }); });
}

}  // namespace xy::cli
