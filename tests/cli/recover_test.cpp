// What somebody at a terminal is told of damage and loss, and what they can bring back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "store/killed_store.h"

namespace xy::cli {
namespace {

using namespace program;
using namespace store::examples;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Report = nlohmann::json;

TEST(Loss, VerifySaysHowManyVisitsAreMissing) {
    StoreFiles files = killed_after(39, 21);
    files.log.clear();
    const TemporaryFolder folder;
    files.write_to(folder);
    const Result result = run({"verify", "--data", folder.path()});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_THAT(result.out, HasSubstr("60 visits were signed off, 39 are there"));
    const Report report = Report::parse(run({"verify", "--data", folder.path(), "--json"}).out);
    EXPECT_EQ(report["losses"][0]["cause"], "behind");
    EXPECT_EQ(report["losses"][0]["signed_visits"], 60);
    EXPECT_EQ(report["losses"][0]["visits"], 39);
    // Every other command says it too.
    const Result table = run(with_shipped({"participation", "--data", folder.path()}));
    EXPECT_EQ(table.exit_code, 0);
    EXPECT_THAT(table.err, HasSubstr("60 visits were signed off"));
}

TEST(Recover, ADamagedFileComesBackAndStaysAsItWas) {
    StoreFiles files = killed_after(60, 5);
    files.database.replace(8'192, 4'096, std::string(4'096, 'x'));
    const TemporaryFolder folder;
    files.write_to(folder);
    const auto before = contents(folder.path());
    const TemporaryFolder fresh;
    const Result result = run({"recover", folder.database(), "--data", fresh.path(), "--json"});
    EXPECT_EQ(contents(folder.path()), before);
    const Report report = Report::parse(result.out);
    EXPECT_EQ(result.exit_code, report["complete"].get<bool>() ? 0 : 1);
    EXPECT_EQ(report["signed_visits"], 65);
    EXPECT_EQ(report["visits"]["recovered"].get<int>() + report["visits"]["lost"].get<int>(), 65);
    EXPECT_GT(report["visits"]["recovered"], 40);
    EXPECT_EQ(run({"verify", "--data", fresh.path()}).exit_code, 0);
}

TEST(Recover, AHealthyStoreIsCompleteAndItsPlaceMustBeNew) {
    const StoreFiles files = killed_after(10, 5);
    const TemporaryFolder folder;
    files.write_to(folder);
    const TemporaryFolder fresh;
    const Result result = run({"recover", folder.database(), "--data", fresh.path() / "new"});
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    EXPECT_THAT(result.out, HasSubstr("visits: 15 recovered, 0 lost"));
    EXPECT_THAT(result.err, IsEmpty());
    const Result again = run({"recover", folder.database(), "--data", fresh.path() / "new"});
    EXPECT_EQ(again.exit_code, 2);
    EXPECT_THAT(again.err, HasSubstr("there is a store in"));
    EXPECT_EQ(run({"recover", folder.path() / "no.db", "--data", fresh.path() / "other"}).exit_code, 2);
    EXPECT_EQ(run({"recover"}).exit_code, 2);
}

}  // namespace
}  // namespace xy::cli
