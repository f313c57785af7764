// What an office asks of its data: `stats` and `verify`.
#include <array>
#include <cmath>
#include <cstdio>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace xy::cli {
namespace {

using namespace program;
using namespace store::examples;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;
namespace fs = std::filesystem;
using Json = nlohmann::json;

/// Invented visits, made once for all tests.
const fs::path& simulated() {
    static const TemporaryFolder folder;
    static const Result made = run(with_shipped({"simulate", "--data", folder.path() / "data", "--sessions",
                                                 "3000", "--events", "5", "--seed", "3"}));
    EXPECT_EQ(made.exit_code, 0) << made.err;
    static const fs::path data = folder.path() / "data";
    return data;
}

Json stats(std::vector<std::string> more) {
    std::vector<std::string> arguments{"stats", "--data", simulated(), "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Result result = run(arguments);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return Json::parse(result.out);
}

/// Every key that `schema` requires is in `value`, all the way down.
void expect_required(const Json& root, const Json& schema, const Json& value, const std::string& where) {
    if (schema.contains("$ref")) {
        const std::string name = schema["$ref"].get<std::string>().substr(std::string("#/$defs/").size());
        expect_required(root, root["$defs"][name], value, where);
    }
    if (value.is_null()) return;
    for (const Json& key : schema.value("required", Json::array()))
        EXPECT_TRUE(value.contains(key.get<std::string>())) << where << "/" << key;
    const Json properties = schema.value("properties", Json::object());
    for (const auto& [key, of_key] : properties.items())
        if (value.contains(key)) expect_required(root, of_key, value[key], where + "/" + key);
    if (schema.contains("items"))
        for (const Json& element : value) expect_required(root, schema["items"], element, where + "[]");
}

TEST(Stats, TheJsonIsAsItsSchemaSays) {
    const Json schema = Json::parse(bytes_of(XY_SOURCE_DIR "/assets/schema/statistics.schema.json"));
    const Json printed = stats({});
    expect_required(schema, schema, printed, "");
    for (const auto& [key, value] : printed.items())
        EXPECT_TRUE(schema["properties"].contains(key)) << key << " is not described";
    EXPECT_GT(printed["items"].size(), 10U);
    EXPECT_GT(printed["survey"].size(), 0U);
}

TEST(Stats, ItCountsWhatTheParticipationTableCounts) {
    const Json table = Json::parse(run(with_shipped({"participation", "--data", simulated(), "--json"})).out);
    std::int64_t started = 0;
    std::int64_t right = 0;
    for (const Json& row : table) {
        started += row["started"].get<std::int64_t>();
        right += row["right_answers"].get<std::int64_t>();
    }
    const Json printed = stats({});
    EXPECT_EQ(printed["participation"]["started"], started);
    EXPECT_EQ(printed["right_answers"]["hits"], right);
    std::int64_t of_events = 0;
    for (const Json& event : printed["participation"]["by_event"])
        of_events += stats({"--event", event["event"].get<std::string>()})["participation"]["started"]
                         .get<std::int64_t>();
    EXPECT_EQ(of_events, started);
}

TEST(Stats, TheTableReadsInBothLanguages) {
    EXPECT_THAT(
        run({"stats", "--data", simulated()}).out,
        AllOf(StartsWith("内部资料"), HasSubstr("参加人次"), HasSubstr("区分度"), HasSubstr("非抽样调查")));
    EXPECT_THAT(run({"stats", "--data", simulated(), "--lang", "en"}).out,
                AllOf(StartsWith("Internal: "), HasSubstr("Visits"), HasSubstr("Discrimination")));
}

TEST(Stats, AnUnknownPeriodOrEventIsRefusedWithTheKnownOnes) {
    const Result period = run({"stats", "--data", simulated(), "--period", "2026H3"});
    EXPECT_EQ(period.exit_code, 2);
    EXPECT_THAT(period.err, AllOf(HasSubstr("2026H3"), HasSubstr("2026H1")));
    const Result event = run({"stats", "--data", simulated(), "--event", "nowhere"});
    EXPECT_EQ(event.exit_code, 2);
    EXPECT_THAT(event.err, AllOf(HasSubstr("nowhere"), HasSubstr("sim-0001")));
}

TEST(Stats, APeriodWithoutVisitsSaysSo) {
    EXPECT_EQ(stats({"--period", "2031"})["participation"]["completion"]["share"], nullptr);
    EXPECT_THAT(run({"stats", "--data", simulated(), "--period", "2031"}).out, HasSubstr("没有参加人次"));
}

TEST(Report, IsOneFileWithTheFiguresOfStats) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "report.html";
    const Result result = run(with_shipped({"report", "--data", simulated(), "--out", file}));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    const auto started = stats({})["participation"]["started"].get<std::int64_t>();
    EXPECT_THAT(bytes_of(file),
                AllOf(HasSubstr("<b>" + std::to_string(started) + " 人次</b>"), HasSubstr("非抽样调查")));
    EXPECT_FALSE(fs::exists(file.string() + ".part"));
}

TEST(Report, WhatCannotBeWrittenLeavesTheOldReport) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "report.html";
    write_bytes(file, "the old one");
    fs::create_directory(file.string() + ".part");
    const Result result = run(with_shipped({"report", "--data", simulated(), "--out", file}));
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("unchanged"));
    EXPECT_EQ(bytes_of(file), "the old one");
}

/// What openpyxl, which is not ours, reads in a cell.
std::string cell_of(const fs::path& workbook, const std::string& sheet, const std::string& cell) {
    const std::string script =
        "import openpyxl,sys; b = openpyxl.load_workbook(sys.argv[1]); "
        "print(b[sys.argv[2]][sys.argv[3]].value)";
    const std::string command =
        "/usr/bin/python3 -c '" + script + "' '" + workbook.string() + "' '" + sheet + "' " + cell + " 2>&1";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::array<char, 256> line{};
    return std::fgets(line.data(), static_cast<int>(line.size()), pipe.get()) == nullptr ? "" : line.data();
}

TEST(Report, IsAWorkbookWithTheFiguresOfStats) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "report.xlsx";
    const Result result = run(with_shipped({"report", "--data", simulated(), "--internal", "--out", file}));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    const auto started = stats({})["participation"]["started"].get<std::int64_t>();
    EXPECT_EQ(cell_of(file, "概览", "B6"), std::to_string(started) + "\n");
    EXPECT_EQ(cell_of(file, "乡镇×六进", "A1"), "地点\n");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(Report, AnotherFormIsRefusedWithTheKnownOne) {
    const Result result = run(with_shipped({"report", "--data", simulated(), "--out", "report.pdf"}));
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, AllOf(HasSubstr(".html"), HasSubstr(".xlsx")));
}

/// `simulate --json` into a new folder, and `stats --json` of what it made, by "bank/item".
struct Study {
    Json truth;
    std::map<std::string, Json> found;
};

Study study(const std::string& miskey) {
    const TemporaryFolder folder;
    std::vector<std::string> arguments{
        "simulate", "--data", folder.path() / "data", "--sessions", "20000", "--seed", "11", "--json"};
    if (!miskey.empty()) arguments.insert(arguments.end(), {"--miskey", miskey});
    const Result made = run(with_shipped(arguments));
    EXPECT_EQ(made.exit_code, 0) << made.err;
    Study study{Json::parse(made.out)["items"], {}};
    const Json printed = Json::parse(run({"stats", "--data", folder.path() / "data", "--json"}).out);
    for (const Json& item : printed["items"])
        if (item["phase"] == "quiz")
            study.found[item["bank"].get<std::string>() + "/" + item["item"].get<std::string>()] = item;
    return study;
}

// Five standard errors: with some forty items one of them lies outside by chance once in forty thousand runs,
// and the seed is fixed.
TEST(Simulation, TheStatisticsRecoverWhatTheVisitorsKnew) {
    const Study made = study("");
    std::size_t compared = 0;
    for (const Json& truth : made.truth) {
        const auto shown = truth["shown"].get<double>();
        if (shown < 500) continue;
        ++compared;
        const Json& found =
            made.found.at(truth["bank"].get<std::string>() + "/" + truth["item"].get<std::string>());
        EXPECT_EQ(found["analysed_sessions"], truth["shown"]);
        const double expected = truth["expected_marks"].get<double>() / shown;
        const double error = std::sqrt(expected * (1 - expected) / shown);
        EXPECT_NEAR(found["facility"].get<double>(), expected, 5 * error) << found["item"];
        EXPECT_GT(found["discrimination"].get<double>(), 0) << found["item"];
        EXPECT_LE(found["discrimination"].get<double>(), 1) << found["item"];
    }
    EXPECT_GE(compared, 15U);
}

TEST(Simulation, AnItemKeyedWrongIsTheWorstOfItsBank) {
    const Json items = study("").truth;
    std::string single;
    for (const Json& item : items)
        if (single.empty() && item["shown"].get<int>() > 1'000 && item["difficulty"].get<double>() < 0)
            single = item["bank"].get<std::string>() + "/" + item["item"].get<std::string>();
    const Study made = study(single);
    std::string worst;
    for (const auto& [name, item] : made.found)
        if (worst.empty() ||
            item["discrimination"].get<double>() < made.found.at(worst)["discrimination"].get<double>())
            worst = name;
    EXPECT_EQ(worst, single);
    EXPECT_LT(made.found.at(single)["discrimination"].get<double>(), 0);
}

TEST(Simulation, AnUnknownItemIsRefusedBeforeAnythingIsMade) {
    const TemporaryFolder folder;
    const Result result = run(with_shipped(
        {"simulate", "--data", folder.path() / "data", "--sessions", "10", "--miskey", "no/such"}));
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("no/such"));
}

TEST(Verify, AHealthyStoreAgreesWithItself) {
    const Result result = run({"verify", "--data", simulated()});
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    EXPECT_EQ(Json::parse(run({"verify", "--data", simulated(), "--json"}).out)["differences"],
              Json::array());
}

}  // namespace
}  // namespace xy::cli
