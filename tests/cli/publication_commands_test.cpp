// What was given out, as somebody at a terminal reads it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "store/older_file.h"

namespace xy::cli {
namespace {

using namespace program;
using namespace store::examples;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// A report of a place of the configuration, one of a place that only an event knows, one of everything.
void publish_three(const TemporaryFolder& folder) {
    store::Store store = open_ready(folder.path());
    outreach::Publication village = publication("2025-01-01", "2025-06-30");
    village.title = "2025 年上半年";
    village.place = "990100101003";
    outreach::Publication everything = publication("", "");
    everything.title.clear();
    everything.place.clear();
    everything.events.reset();
    everything.apart = true;
    outreach::Publication elsewhere = publication("2025-07-01", "2025-07-31");
    elsewhere.place = "1234";
    for (const auto& each : {village, publication("2025-06-01", "2025-06-30"), everything, elsewhere})
        store.publish(each);
}

Result publications_of(const TemporaryFolder& folder, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = with_shipped({"publications", "--data", folder.path()});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
}

TEST(Publications, AreListedInTheOrderOfMakingAndTellNoCount) {
    const TemporaryFolder folder;
    publish_three(folder);
    const Result result = publications_of(folder);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.err, IsEmpty());
    EXPECT_EQ(
        result.out,
        "1  2025-07-02  2025 年上半年  2025-01-01..2025-06-30  东河村  2 场活动  "
        "小于 11 的数不公布：公布 1 个，隐去 1 个\n"
        "2  2025-07-02  2025-06-01 至 2025-06-30  2025-06-01..2025-06-30  城关镇  2 场活动  "
        "小于 11 的数不公布：公布 1 个，隐去 1 个\n"
        "3  2025-07-02  全部时间  全部地点  全部活动  小于 11 的数不公布：公布 1 个，隐去 1 个  单独决定\n"
        "4  2025-07-02  2025-07-01 至 2025-07-31  2025-07-01..2025-07-31  1234  2 场活动  "
        "小于 11 的数不公布：公布 1 个，隐去 1 个\n");
}

TEST(Publications, TheJsonIsAsItsSchemaSays) {
    const TemporaryFolder folder;
    publish_three(folder);
    const Result result = publications_of(folder, {"--json"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, AllOf(Not(HasSubstr("audience")), Not(HasSubstr("200"))));
    const auto schema =
        nlohmann::json::parse(bytes_of(XY_SOURCE_DIR "/assets/schema/publications.schema.json"))["items"];
    const auto printed = nlohmann::json::parse(result.out);
    ASSERT_EQ(printed.size(), 4U);
    for (const auto& each : printed) {
        EXPECT_EQ(each.size(), schema["required"].size());
        for (const auto& key : schema["required"]) {
            EXPECT_TRUE(each.contains(key.get<std::string>())) << key;
            EXPECT_TRUE(schema["properties"].contains(key.get<std::string>())) << key;
        }
    }
    EXPECT_EQ(printed[0]["place_en"], "Donghe Village");
    EXPECT_EQ(printed[1]["events"], nlohmann::json::array({"market-2025", "school-2025"}));
    EXPECT_EQ(printed[2]["from"], nullptr);
    EXPECT_EQ(printed[2]["events"], nullptr);
    EXPECT_EQ(printed[2]["apart"], true);
    EXPECT_EQ(printed[3]["place_zh"], "1234");
}

TEST(Publications, ATrialThatNobodyWasGivenIsTakenOffTheRegister) {
    const TemporaryFolder folder;
    publish_three(folder);
    const Result result = publications_of(folder, {"--not-given-out", "2"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, AllOf(HasSubstr("东河村"), HasSubstr("全部地点"), HasSubstr("3  2025-07-02"),
                                  Not(HasSubstr("城关镇")), Not(HasSubstr("4  2025"))));
    const Result none = publications_of(folder, {"--not-given-out", "4"});
    EXPECT_EQ(none.exit_code, 2);
    EXPECT_THAT(none.err, HasSubstr("3 reports"));
    EXPECT_EQ(publications_of(folder, {"--not-given-out", "0"}).exit_code, 2);
    EXPECT_EQ(run({"verify", "--data", folder.path()}).exit_code, 0);
}

TEST(Publications, NothingPublishedAndNoStoreAreSaid) {
    const TemporaryFolder folder;
    EXPECT_EQ(publications_of(folder).exit_code, 2);
    { store::Store store = open_ready(folder.path()); }
    EXPECT_EQ(publications_of(folder).out, "还没有公布过报告\n");
    EXPECT_EQ(publications_of(folder, {"--json"}).out, "[]\n");
}

TEST(Publications, VerifyNoticesALostRowAndRecoverSaysWhatIsLeft) {
    const TemporaryFolder folder;
    publish_three(folder);
    store::run_as_older(folder.database(),
                        "DELETE FROM publication_count WHERE publication = 1 AND name = 'audience/junior';"
                        "DELETE FROM publication_event WHERE publication = 4 AND event = 'school-2025'",
                        9);
    const Result verified = run({"verify", "--data", folder.path()});
    EXPECT_EQ(verified.exit_code, 1);
    EXPECT_THAT(verified.out, HasSubstr("the register of what was published"));
    EXPECT_EQ(publications_of(folder).exit_code, 2);
    const TemporaryFolder fresh;
    const Result back = run({"recover", folder.database(), "--data", fresh.path()});
    EXPECT_EQ(back.exit_code, 1);
    EXPECT_THAT(back.out, HasSubstr("publications: 3 recovered (1 of them doubtful), 1 lost"));
    EXPECT_EQ(run({"verify", "--data", fresh.path()}).exit_code, 0);
    EXPECT_EQ(nlohmann::json::parse(publications_of(fresh, {"--json"}).out).size(), 3U);
}

}  // namespace
}  // namespace xy::cli
