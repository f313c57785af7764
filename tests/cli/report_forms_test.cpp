// Every form of a report, read back by programs that are not ours, says what `stats --json` says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "cli/program.h"

namespace xy::cli {
namespace {

using namespace program;
using namespace store::examples;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
namespace fs = std::filesystem;
using Json = nlohmann::json;

/// What a Python script prints; `arguments` are its own.
std::string python(const std::string& script, const std::vector<std::string>& arguments) {
    const TemporaryFolder folder;
    write_bytes(folder.path() / "script.py", script);
    std::string command = "/usr/bin/python3 " + word(folder.path() / "script.py");
    for (const std::string& argument : arguments) command += " " + word(argument);
    command += " >" + word(folder.path() / "out") + " 2>&1 </dev/null";
    const int status = std::system(command.c_str());
    const std::string said = bytes_of(folder.path() / "out");
    EXPECT_EQ(status, 0) << said;
    return said;
}

class ReportForms : public ::testing::Test {
 protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<TemporaryFolder>();
        const Result made = run(with_shipped(
            {"simulate", "--data", data(), "--sessions", "2000", "--events", "6", "--seed", "5"}));
        ASSERT_EQ(made.exit_code, 0) << made.err;
        const Result printed = run({"stats", "--data", data(), "--json", "--period", "2025"});
        ASSERT_EQ(printed.exit_code, 0) << printed.err;
        stats_ = std::make_unique<Json>(Json::parse(printed.out));
    }
    static void TearDownTestSuite() {
        stats_.reset();
        folder_.reset();
    }

    static fs::path data() { return folder_->path() / "data"; }
    static const Json& stats() { return *stats_; }
    static std::int64_t started() { return stats()["participation"]["started"].get<std::int64_t>(); }

    static fs::path report(const std::string& name, const std::vector<std::string>& more = {"--internal"}) {
        const fs::path file = folder_->path() / name;
        std::vector<std::string> arguments{"report", "--data", data(), "--period", "2025", "--out", file};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Result result = run(with_shipped(arguments));
        EXPECT_EQ(result.exit_code, 0) << result.err;
        return file;
    }

    /// The rows of a table of the JSON report by one of their columns.
    static std::map<std::string, Json> rows(const Json& table, const std::string& column) {
        std::map<std::string, Json> by_name;
        for (const Json& row : table) by_name[row[column].get<std::string>()] = row;
        return by_name;
    }

 private:
    static inline std::unique_ptr<TemporaryFolder> folder_;
    static inline std::unique_ptr<Json> stats_;
};

TEST_F(ReportForms, JsonHasTheFiguresOfStats) {
    const Json made = Json::parse(bytes_of(report("report.json")));
    const auto figures = rows(made["key_figures"], "figure");
    EXPECT_EQ(figures.at("visits")["value"], started());
    EXPECT_EQ(figures.at("right_answers")["value"], stats()["right_answers"]["share"]);
    // A report rounds the design effect up, so that nobody computes single events from the interval.
    const auto low = stats()["right_answers"]["interval_95"][0].get<double>();
    EXPECT_LE(figures.at("right_answers")["low"].get<double>(), low);
    EXPECT_NEAR(figures.at("right_answers")["low"].get<double>(), low, 0.005);
    EXPECT_EQ(figures.at("at_threshold")["n"], stats()["scores"]["at_threshold"]["n"]);
    EXPECT_EQ(figures.at("pledges")["value"], stats()["pledges"]["share"]);
    for (const Json& event : stats()["participation"]["by_event"]) {
        const auto events = rows(made["events"], "event");
        EXPECT_EQ(events.at(event["event"])["visits"], event["started"]);
    }
    std::map<std::string, Json> items;
    for (const Json& item : made["items"])
        items[item["bank"].get<std::string>() + "/" + item["item"].get<std::string>()] = item;
    for (const Json& item : stats()["items"]) {
        if (item["phase"] != "quiz") continue;
        const Json& of_report =
            items.at(item["bank"].get<std::string>() + "/" + item["item"].get<std::string>());
        EXPECT_EQ(of_report["hits"], item["right"]["hits"]);
        EXPECT_EQ(of_report["share"], item["right"]["share"]);
    }
}

TEST_F(ReportForms, JsonIsAsItsSchemaSays) {
    const Json schema = Json::parse(bytes_of(XY_SOURCE_DIR "/assets/schema/report.schema.json"));
    const Json made = Json::parse(bytes_of(report("report.json")));
    for (const auto& [key, value] : made.items()) {
        ASSERT_TRUE(schema["properties"].contains(key)) << key << " is not described";
        if (!value.is_array() || value.empty() || !value[0].is_object()) continue;
        const Json& row = schema["properties"][key]["items"]["properties"];
        for (const auto& [column, cell] : value[0].items())
            EXPECT_TRUE(row.contains(column)) << key << "/" << column << " is not described";
        EXPECT_EQ(row.size(), value[0].size()) << key;
    }
    for (const Json& key : schema["required"]) EXPECT_TRUE(made.contains(key.get<std::string>())) << key;
}

TEST_F(ReportForms, TheWorkbookHasThemAsNumbers) {
    const std::string said = python(R"(
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
print([sheet.title for sheet in book])
events = book['场次']
print(sum(row[5] for row in events.iter_rows(min_row=2, max_row=events.max_row - 1, values_only=True)), events['F' + str(events.max_row)].value)
print(events.freeze_panes, events.auto_filter.ref, len(book['概览']._charts), events.print_title_rows)
)",
                                    {report("report.xlsx")});
    const std::string all = std::to_string(started());
    EXPECT_THAT(said, HasSubstr("['概览', '场次', '乡镇×六进', '台账', '题目分析', '问卷', '说明']"));
    EXPECT_THAT(said, HasSubstr("\n" + all + " " + all + "\n"));
    EXPECT_THAT(said, HasSubstr("B2 A1:F7 4 $1:$1"));
}

TEST_F(ReportForms, TheWordFileHasThemInItsSentences) {
    const std::string said = python(R"(
import docx, sys
document = docx.Document(sys.argv[1])
for paragraph in document.paragraphs: print(paragraph.style.name, '|', paragraph.text)
for table in document.tables:
    for row in table.rows: print(' / '.join(cell.text for cell in row.cells))
print('pictures', len(document.inline_shapes))
)",
                                    {report("report.docx")});
    EXPECT_THAT(said, HasSubstr("2025 年禁毒宣传活动统计报告"));
    EXPECT_THAT(said, HasSubstr(std::to_string(started()) + " 人次参加现场禁毒知识答题"));
    EXPECT_THAT(said, HasSubstr("模拟赶集日宣传 1 / "));
    EXPECT_THAT(said, Not(HasSubstr("pictures 0")));
}

TEST_F(ReportForms, TheCsvPackageSaysWhatItsFilesAre) {
    const std::string said = python(R"(
import csv, hashlib, io, json, sys, zipfile
package = zipfile.ZipFile(sys.argv[1])
assert package.testzip() is None
descriptor = json.loads(package.read('datapackage.json'))
for resource in descriptor['resources']:
    content = package.read(resource['path'])
    assert resource['hash'] == 'sha256:' + hashlib.sha256(content).hexdigest(), resource['path']
    rows = list(csv.reader(io.StringIO(content.decode('utf-8'))))
    assert rows[0] == [field['name'] for field in resource['schema']['fields']], resource['path']
    assert all(len(row) == len(rows[0]) for row in rows), resource['path']
    if resource['name'] == 'events': print('visits', sum(int(row[-1]) for row in rows[1:]))
)",
                                    {report("report.zip")});
    EXPECT_THAT(said, HasSubstr("visits " + std::to_string(started()) + "\n"));
}

TEST_F(ReportForms, OnlyThePlaceThatWasAskedFor) {
    const Json town = Json::parse(bytes_of(report("town.json", {"--internal", "--place", "990100102"})));
    EXPECT_EQ(town["place"], "石桥乡");
    std::int64_t visits = 0;
    for (const Json& event : town["events"]) visits += event["visits"].get<std::int64_t>();
    EXPECT_EQ(rows(town["key_figures"], "figure").at("visits")["value"], visits);
    EXPECT_GT(visits, 0);
    EXPECT_LT(visits, started());
    for (const Json& group : town["groups"]) {
        EXPECT_TRUE(group["grouping"] != "place" || group["name"] == "石桥乡") << group;
    }
    const Result unknown = run(
        with_shipped({"report", "--data", data(), "--place", "990100109", "--out", data() / "never.html"}));
    EXPECT_EQ(unknown.exit_code, 2);
    EXPECT_THAT(unknown.err,
                AllOf(HasSubstr("990100109"), HasSubstr("did you mean"), HasSubstr("990100101")));
}

TEST_F(ReportForms, APublicReportSaysNothingThatTheOtherFormsWithhold) {
    const Json made = Json::parse(bytes_of(report("public.json", {"--min-cell", "500"})));
    const std::string html = bytes_of(report("public.html", {"--min-cell", "500"}));
    int withheld = 0;
    for (const Json& event : stats()["participation"]["by_event"]) {
        const Json row = rows(made["events"], "event").at(event["event"]);
        if (!row["visits"].is_null()) continue;
        ++withheld;
        EXPECT_THAT(html, Not(HasSubstr("<td class=\"number\">" +
                                        std::to_string(event["started"].get<int>()) + "</td>")));
    }
    EXPECT_GT(withheld, 0);
}

/// Fills a template of the tests of document/ into the folder.
class Templates : public ReportForms {
 protected:
    static Result fill(const fs::path& file, const fs::path& out) {
        return run(
            with_shipped({"report", "--data", data(), "--period", "2025", "--template", file, "--out", out}));
    }
    static fs::path shipped(const std::string& name) {
        return fs::path(XY_SOURCE_DIR "/tests/document/templates") / name;
    }
};

TEST_F(Templates, UnknownPlaceholdersAreNamedWithTheNearestAndTheFileIsWritten) {
    const fs::path out = data() / "form.docx";
    const Result result = fill(shipped("assessment-form.docx"), out);
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_THAT(result.err, AllOf(HasSubstr("{{答题正确律}}"), HasSubstr("did you mean {{答题正确率}}?")));
    const std::string said = python(
        "import docx, sys\nfor table in docx.Document(sys.argv[1]).tables:\n"
        "    for row in table.rows: print([cell.text for cell in row.cells])\n",
        {out});
    EXPECT_THAT(said, HasSubstr(std::to_string(started()) + "人次"));
}

TEST_F(Templates, WhatIsNoWordFileIsRefusedAndTheOldReportStays) {
    const fs::path out = data() / "old.docx";
    write_bytes(out, "the old one");
    write_bytes(data() / "bad.docx", "PK this is no zip");
    const Result result = fill(data() / "bad.docx", out);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("bad.docx"));
    EXPECT_EQ(bytes_of(out), "the old one");
    const Result form = fill(shipped("assessment-form.docx"), data() / "report.html");
    EXPECT_EQ(form.exit_code, 2);
    EXPECT_THAT(form.err, HasSubstr(".docx"));
}

TEST_F(Templates, WhatIsNoFileIsNotWaitedFor) {
    const fs::path pipe = data() / "pipe.docx";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    for (const fs::path& no_file : {pipe, fs::path("/dev/zero"), data()}) {
        const Result result = fill(no_file, data() / "never.docx");
        EXPECT_EQ(result.exit_code, 2);
        EXPECT_THAT(result.err, HasSubstr("is not a file; name a .docx"));
    }
    fs::remove(pipe);
    write_bytes(data() / "large.docx", "PK");
    fs::resize_file(data() / "large.docx", (64U << 20U) + 1);
    EXPECT_THAT(fill(data() / "large.docx", data() / "never.docx").err, HasSubstr("larger than 64 MB"));
    fs::remove(data() / "large.docx");
    EXPECT_THAT(fill(data() / "none.docx", data() / "never.docx").err, HasSubstr("cannot be read"));
}

TEST_F(Templates, TheListNamesEveryFieldAlsoWithoutData) {
    const Json with_data =
        Json::parse(run(with_shipped({"report", "--data", data(), "--list-fields", "--json"})).out);
    std::map<std::string, std::string> fields;
    for (const Json& line : with_data) fields[line["placeholder"]] = line["value"];
    EXPECT_TRUE(fields.contains("{{表:场次}}"));
    EXPECT_TRUE(fields.contains("{{图:月度参与}}"));
    EXPECT_EQ(fields.at("{{参与人次}}"), std::to_string(started()));
    const Result without = run(with_shipped({"report", "--data", data() / "none", "--list-fields"}));
    EXPECT_EQ(without.exit_code, 0) << without.err;
    EXPECT_THAT(without.out, AllOf(HasSubstr("{{发放宣传资料}}"), HasSubstr("未填报")));
}

}  // namespace
}  // namespace xy::cli
