// JSON that the program writes: tables of commands, the descriptor of an export.
#include "json/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/data_package.h"
#include "json/document.h"
#include "support/folder.h"
#include "support/texts.h"

namespace xy::json {
namespace {

using testing::HasSubstr;

DataPackage example_package() {
    DataPackage package;
    package.name = "visits";
    package.title = {"参与", "Visits"};
    package.format = 3;
    Resource sessions;
    sessions.name = "sessions";
    sessions.path = "sessions.csv";
    sessions.fields = {{"id", "string", "random id", true, {}},
                       {"practice", "boolean", "not counted", false, {}},
                       {"language", "string", "at the end", false, {"zh", "en"}}};
    sessions.primary_key = {"id"};
    sessions.foreign_keys = {{{"event"}, "events", {"id"}}};
    sessions.bytes = 1234;
    sessions.sha256 = "ab12";
    package.resources = {sessions};
    return package;
}

TEST(DataPackageFile, IsReadBack) {
    const TemporaryFolder folder;
    const auto listing = read_listing(folder.write("datapackage.json", to_json(example_package())));
    ASSERT_TRUE(listing.value) << printed(listing.problems);
    EXPECT_EQ(listing.value->name, "visits");
    EXPECT_EQ(listing.value->format, 3);
    ASSERT_EQ(listing.value->files.size(), 1U);
    EXPECT_EQ(listing.value->files[0].path, "sessions.csv");
    EXPECT_EQ(listing.value->files[0].bytes, 1234U);
    EXPECT_EQ(listing.value->files[0].sha256, "ab12");
}

TEST(DataPackageFile, DescribesItsColumns) {
    const std::string text = to_json(example_package());
    EXPECT_EQ(text, to_json(example_package()));
    for (const char* part :
         {R"("title": "参与")", R"("primaryKey": [)", R"("required": true)", R"("trueValues": [)",
          R"("enum": [)", R"("foreignKeys": [)", R"("resource": "events")", R"("hash": "sha256:ab12")"})
        EXPECT_THAT(text, HasSubstr(part));
}

TEST(DataPackageFile, AnythingWrongInItIsNamed) {
    const TemporaryFolder folder;
    const auto problems = [&](const std::string& text) {
        const auto listing = read_listing(folder.write("datapackage.json", text));
        EXPECT_FALSE(listing.value);
        return printed(listing.problems);
    };
    const std::string good = to_json(example_package());
    EXPECT_THAT(problems("{"), HasSubstr("the file ends here"));
    EXPECT_THAT(problems("[]"), HasSubstr("\"name\" is missing or not a text"));
    EXPECT_THAT(problems("{}"), HasSubstr("\"resources\" is missing or not a list"));
    EXPECT_THAT(problems(changed(good, "\"bytes\": 1234", "\"bytes\": -1")),
                HasSubstr("\"bytes\" is negative"));
    EXPECT_THAT(problems(changed(good, "\"bytes\": 1234", "\"bytes\": \"x\"")),
                HasSubstr("not a whole number"));
    EXPECT_THAT(problems(changed(good, "sha256:ab", "md5:ab")), HasSubstr("does not begin with \"sha256:\""));
    const auto missing = read_listing(folder.path() / "none.json");
    EXPECT_THAT(printed(missing.problems), HasSubstr("there is no such file"));
}

TEST(DataPackageFile, AFormatOfTheFarFutureIsNotWrapped) {
    const TemporaryFolder folder;
    const std::string text =
        changed(to_json(example_package()), "\"xiangyang_format\": 3", "\"xiangyang_format\": 4294967297");
    const auto listing = read_listing(folder.write("datapackage.json", text));
    ASSERT_TRUE(listing.value);
    EXPECT_EQ(listing.value->format, 1'000'000);
}

TEST(TableJson, KeepsTheOrderOfKeys) {
    const Record record{
        {"z", std::int64_t{1}}, {"a", true}, {"m", nullptr}, {"t", std::string("“向阳” \"x\"")}};
    EXPECT_EQ(to_json(record),
              "{\n  \"z\": 1,\n  \"a\": true,\n  \"m\": null,\n  \"t\": \"“向阳” \\\"x\\\"\"\n}\n");
    EXPECT_EQ(to_json(std::vector<Record>{}), "[]\n");
    EXPECT_TRUE(parse(to_json(std::vector<Record>{record, record}), "x").value);
    EXPECT_THAT(to_json(record, {{Severity::remark, "f.csv", 3, "", "odd", "look"},
                                 {Severity::mistake, "g.csv", 0, "", "bad", ""}}),
                testing::AllOf(HasSubstr(R"("severity": "remark")"), HasSubstr(R"("line": 3)"),
                               HasSubstr(R"("severity": "mistake")")));
}

}  // namespace
}  // namespace xy::json
