// The package an organizer takes away.
#include "exchange/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

#include "base/random.h"
#include "exchange/exchange_error.h"
#include "exchange/package_schema.h"
#include "exchange/packages.h"
#include "support/child.h"

namespace xy::exchange {
namespace {

using namespace examples;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;
using Json = nlohmann::json;

TEST(Export, AVisitIsReadableInTheFiles) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path() / "data");
    store.begin(start(id(1)));
    store.add(id(1), answer(0));
    store.add(id(1), {1, quiz::Phase::quiz, "law", "age", "v1", 5, true, Milliseconds(2'000)});
    store.add(id(1), {2, quiz::Phase::quiz, "law", "coca", "v1", 0, false, Milliseconds(300)});
    store.add(id(1), {3, quiz::Phase::survey, "law", "useful", "v1", 4, std::nullopt, Milliseconds(700)});
    store.finish(end(id(1)));
    const Exported rows = write_package(store, folder.path() / "out");
    EXPECT_EQ(rows.sessions, 1);
    EXPECT_EQ(rows.answers, 4);
    EXPECT_EQ(
        bytes_of(folder.path() / "out" / "sessions.csv"),
        "session,event,device,programme,programme_version,audience,language,practice,day,half_day,outcome,"
        "duration_minutes,pledge\r\n"
        "00000000000000000000000000000001,market-2025,07,three-minute,p1,pupil,zh,false,2025-06-26,"
        "morning,completed,"
        "1,true\r\n");
    EXPECT_EQ(bytes_of(folder.path() / "out" / "answers.csv"),
              "session,position,phase,bank,item,item_version,chosen,correct,time_band\r\n"
              "00000000000000000000000000000001,0,quiz,law,coca,v1,b,true,17\r\n"
              "00000000000000000000000000000001,1,quiz,law,age,v1,a|c,true,14\r\n"
              "00000000000000000000000000000001,2,quiz,law,coca,v1,,false,5\r\n"
              "00000000000000000000000000000001,3,survey,law,useful,v1,3,,9\r\n");
    EXPECT_THAT(
        bytes_of(folder.path() / "out" / "items.csv"),
        HasSubstr(
            "law,age,v1,multiple,plants,植物,Plants,古柯叶里有什么？,What is in a coca leaf?,a|b|c,a|c\r\n"));
    EXPECT_THAT(bytes_of(folder.path() / "out" / "events.csv"),
                HasSubstr("market-2025,赶集日宣传,Market day,城关镇,Chengguan,620722,rural,赶集日,,open,," +
                          store.origin() + ",market-2025,1,\r\n"));
}

TEST(Export, TwiceIsTheSameBytes) {
    const FilledFolder filled;
    const auto first = contents(filled.package());
    store::Store store = store::Store::open(filled.data());
    write_package(store, filled.path() / "again");
    EXPECT_EQ(contents(filled.path() / "again"), first);
}

TEST(Export, TheDescriptorTellsWhatIsInEachFile) {
    const FilledFolder filled;
    const Json package = Json::parse(bytes_of(filled.package() / "datapackage.json"));
    EXPECT_EQ(package["profile"], "tabular-data-package");
    ASSERT_THAT(package["resources"], SizeIs(8));
    for (const Json& resource : package["resources"]) {
        const std::string path = resource["path"];
        const std::string bytes = bytes_of(filled.package() / path);
        EXPECT_EQ(resource["bytes"], bytes.size());
        EXPECT_EQ(resource["hash"], "sha256:" + digest_of(filled.package() / path).sha256);
        std::string header;
        for (const Json& field : resource["schema"]["fields"]) {
            header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
            EXPECT_FALSE(field["description"].get<std::string>().empty()) << field;
        }
        EXPECT_THAT(bytes, StartsWith(header + "\r\n"));
        EXPECT_FALSE(resource["title"].get<std::string>().empty());
        EXPECT_FALSE(resource["schema"]["primaryKey"].empty());
    }
}

TEST(Export, WhoeverOpensTheFolderReadsThatItIsInternal) {
    const FilledFolder filled;
    EXPECT_THAT(bytes_of(filled.package() / "README.txt"),
                StartsWith("\xEF\xBB\xBF内部资料：含小数据，不得公开\r\nInternal: small groups are shown"));
    const Json package = Json::parse(bytes_of(filled.package() / "datapackage.json"));
    EXPECT_THAT(package["xiangyang_profile"].get<std::string>(), StartsWith("内部资料"));
    EXPECT_THAT(package["title"].get<std::string>(), StartsWith("内部资料"));
    EXPECT_THAT(package["description"].get<std::string>(), StartsWith("内部资料"));
    EXPECT_THAT(bytes_of(filled.package() / "sessions.csv"), StartsWith("session,event,"))
        << "a first line that is no header breaks the programs that read it";
}

TEST(Export, AKnownHash) {
    const TemporaryFolder folder;
    write_bytes(folder.path() / "abc", "abc");  // FIPS 180-2, appendix B.1
    EXPECT_EQ(digest_of(folder.path() / "abc").sha256,
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_THROW(digest_of(folder.path() / "missing"), ExchangeError);
}

TEST(Export, LongFilesAreHashedWhole) {
    const TemporaryFolder folder;
    HashedFile file(folder.path() / "long");
    std::string all;
    for (int i = 0; i < 200'000; ++i) {
        const std::string line =
            "line " + std::to_string(i) + " of a file that is longer than all its buffers\r\n";
        file.text() += line;
        file.written();
        all += line;
    }
    const Digest digest = file.finish();
    EXPECT_EQ(bytes_of(folder.path() / "long"), all);
    EXPECT_EQ(digest, digest_of(folder.path() / "long"));
}

TEST(Export, AFileMadeElsewhereIsDescribedOrJustPutThere) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path() / "data");
    const auto constant = [](const std::string& text) {
        return [text](const std::vector<store::ParticipationRow>&) { return text; };
    };
    const std::vector<ExtraFile> extra{{"participation.csv", constant("event\r\n")},
                                       {"参与统计.csv", constant("活动\r\n")}};
    write_package(store, folder.path() / "out", {}, extra);
    EXPECT_EQ(bytes_of(folder.path() / "out" / "参与统计.csv"), "活动\r\n");
    const Json package = Json::parse(bytes_of(folder.path() / "out" / "datapackage.json"));
    ASSERT_THAT(package["resources"], SizeIs(9));
    EXPECT_EQ(package["resources"][8]["path"], "participation.csv");
    EXPECT_EQ(package["resources"][8]["title"], "参与统计");
}

TEST(Export, TheCountsOnTheWayAreTheOnesOfTheStore) {
    const FilledFolder filled;
    store::Store store = store::Store::open(filled.data());
    std::vector<store::ParticipationRow> counted;
    const std::vector<ExtraFile> extra{
        {"participation.csv", [&](const std::vector<store::ParticipationRow>& rows) {
             counted = rows;
             return std::string("event\r\n");
         }}};
    write_package(store, filled.path() / "counted", {}, extra);
    const auto expected = store.participation();
    EXPECT_THAT(counted, SizeIs(::testing::Ge(4)));
    EXPECT_EQ(counted, expected);
}

TEST(Export, ADiskThatFillsUpLeavesNothingBehind) {
    const TemporaryFolder folder;
    { const store::Store store = open_ready(folder.path() / "data"); }
    const int code = in_a_child([&] {
        store::Store store = store::Store::open(folder.path() / "data");
        store.in_one_transaction([&] { put_all(store); });
        limit_files(2'000);
        try {
            write_package(store, folder.path() / "out");
            return 1;
        } catch (const ExchangeError& error) {
            return std::string(error.what()).find("sessions.csv: File too large") != std::string::npos ? 0
                                                                                                       : 2;
        }
    });
    EXPECT_EQ(code, 0);
    for (const auto& entry : fs::directory_iterator(folder.path()))
        EXPECT_EQ(entry.path().filename(), "data");
}

TEST(Export, AnEarlierExportIsReplacedWhole) {
    const FilledFolder filled;
    const auto before = contents(filled.package());
    store::Store store = store::Store::open(filled.data());
    store.begin(start(id(1)));
    store.finish(end(id(1)));
    write_package(store, filled.package());
    const auto after = contents(filled.package());
    EXPECT_NE(after.at("sessions.csv"), before.at("sessions.csv"));
    EXPECT_EQ(after.size(), before.size());
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(filled.path()))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    EXPECT_THAT(names, ElementsAre("data", "out"));  // nothing temporary is left
}

TEST(Export, NothingElseIsEverOverwritten) {
    const FilledFolder filled;
    store::Store store = store::Store::open(filled.data());
    const auto refused = [&](const fs::path& target) {
        EXPECT_FALSE(may_replace(target));
        EXPECT_THROW(write_package(store, target), ExchangeError);
    };
    write_bytes(filled.path() / "file", "letter");
    refused(filled.path() / "file");
    EXPECT_EQ(bytes_of(filled.path() / "file"), "letter");

    fs::create_directories(filled.path() / "photos");
    write_bytes(filled.path() / "photos" / "a.jpg", "picture");
    refused(filled.path() / "photos");
    EXPECT_EQ(bytes_of(filled.path() / "photos" / "a.jpg"), "picture");

    write_bytes(filled.package() / "notes.txt", "somebody's notes");
    refused(filled.package());
    EXPECT_EQ(bytes_of(filled.package() / "notes.txt"), "somebody's notes");

    fs::remove(filled.package() / "notes.txt");
    write_bytes(filled.package() / "datapackage.json", "{\"name\":\"other\"}");
    refused(filled.package());
    refused(filled.data());
}

TEST(Export, AnEmptyFolderIsTaken) {
    const FilledFolder filled;
    fs::create_directories(filled.path() / "empty");
    store::Store store = store::Store::open(filled.data());
    write_package(store, filled.path() / "empty" / "");
    EXPECT_EQ(contents(filled.path() / "empty"), contents(filled.package()));
}

TEST(Export, WhereNothingCanBeMadeThereIsAMessage) {
    const FilledFolder filled;
    store::Store store = store::Store::open(filled.data());
    EXPECT_THROW(write_package(store, "/proc/export"), ExchangeError);
    write_bytes(filled.path() / "file", "x");
    EXPECT_THROW(write_package(store, filled.path() / "file" / "out"), ExchangeError);
}

TEST(Export, ProgressGoesUpToTheEnd) {
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path() / "data");
    Random random(1);
    store.in_one_transaction([&] {
        for (int i = 0; i < 9'000; ++i) {
            RandomId session;
            for (std::uint8_t& byte : session.bytes) byte = static_cast<std::uint8_t>(random.below(256));
            store.put_session({start(session), quiz::Outcome::completed, Milliseconds(1), {}});
            store.add(session, answer(0));
        }
    });
    std::vector<double> parts;
    write_package(store, folder.path() / "out", [&](double done) {
        parts.push_back(done);
        return true;
    });
    EXPECT_GE(parts.size(), 4U);
    EXPECT_TRUE(std::is_sorted(parts.begin(), parts.end()));
    EXPECT_GE(parts.front(), 0.0);
    EXPECT_LE(parts.back(), 1.0);
    EXPECT_THROW(write_package(store, folder.path() / "stopped", [](double done) { return done < 0.5; }),
                 Stopped);
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder.path())) names.insert(entry.path().filename());
    EXPECT_THAT(names, ElementsAre("data", "out"));
}

}  // namespace
}  // namespace xy::exchange
