// event, ledger and pin: what staff do without a screen.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "access/pin.h"
#include "program.h"

namespace xy::cli {
namespace {

using namespace program;
using namespace store::examples;
using Json = nlohmann::json;
using testing::HasSubstr;
namespace fs = std::filesystem;

class BoothCommands : public testing::Test {
 protected:
    Result in_data(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"--data", folder_.path() / "data"});
        return run(arguments);
    }
    Result with_lists(std::vector<std::string> arguments) const {
        return in_data(with_shipped(std::move(arguments)));
    }
    /// Makes and opens an event of today; its id.
    std::string open_event() const {
        const Result made = with_lists({"event", "new", "--place", "990100101001", "--venue", "school",
                                        "--occasion", "june-26", "--open", "--json"});
        EXPECT_EQ(made.exit_code, 0) << made.err;
        return Json::parse(made.out).at("event");
    }
    fs::path path() const { return folder_.path(); }

 private:
    TemporaryFolder folder_;
};

TEST_F(BoothCommands, AnEventIsMadeOpenedListedAndClosed) {
    const std::string id = open_event();
    const Json events = Json::parse(in_data({"event", "list", "--json"}).out);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0]["event"], id);
    EXPECT_EQ(events[0]["state"], "open");
    EXPECT_EQ(events[0]["name_zh"], "6·26 国际禁毒日 进学校");
    EXPECT_EQ(events[0]["place_zh"], "永安镇中心校");
    EXPECT_EQ(Json::parse(in_data({"event", "close", id, "--json"}).out)["state"], "closed");
    EXPECT_THAT(in_data({"event", "list"}).out, HasSubstr("closed"));
}

TEST_F(BoothCommands, AnotherDaysEventIsOpenedOnlyWithAYes) {
    const Result made = with_lists({"event", "new", "--place", "990100", "--day", "2031-01-01", "--json"});
    const std::string id = Json::parse(made.out).at("event");
    const Result asked = in_data({"event", "open", id});
    EXPECT_EQ(asked.exit_code, 1);
    EXPECT_THAT(asked.err, HasSubstr("--yes"));
    EXPECT_EQ(in_data({"event", "open", id, "--yes"}).exit_code, 0);
}

TEST_F(BoothCommands, ADayAsExcelWritesItIsUnderstoodOrRefused) {
    const auto made = [&](const std::string& day) {
        return with_lists({"event", "new", "--place", "990100102001", "--name", "石桥赶集", "--day", day});
    };
    for (const char* day : {"2026/6/26", "2026年6月26日", "２０２６．６．２６", "2026-06-26"}) {
        const Result result = made(day);
        EXPECT_EQ(result.exit_code, 0) << result.err;
        EXPECT_THAT(result.out, testing::StartsWith("e-2026-06-26-")) << day;
    }
    for (const char* day : {"6/26/2026", "2026/2/30", "明天"}) {
        const Result result = made(day);
        EXPECT_EQ(result.exit_code, 2) << day;
        EXPECT_THAT(result.err, HasSubstr("write the day as YYYY-MM-DD"));
    }
}

TEST_F(BoothCommands, TextsThatAreNoTextAreRefusedWithAReason) {
    const std::string id = open_event();
    const auto named = [&](const std::string& name) {
        return with_lists({"event", "new", "--place", "990100102001", "--name", name});
    };
    EXPECT_EQ(named("\xCA\xAF\xC7\xC5").exit_code, 2) << "石桥 in GBK";
    EXPECT_THAT(named("\xCA\xAF\xC7\xC5").err, HasSubstr("is not UTF-8"));
    EXPECT_THAT(named("   ").err, HasSubstr("--name is blank"));
    EXPECT_THAT(named("\u3000\u200B").err, HasSubstr("--name is blank"));
    EXPECT_THAT(named("a\x1B[2J").err, HasSubstr("control character"));
    EXPECT_THAT(named(std::string(10'000, 'x')).err, HasSubstr("write at most 1000"));
    EXPECT_EQ(with_lists({"ledger", "add", "leaflets", "5", "--note", "\xB4\xE5\xBF\xDA"}).exit_code, 2);
    EXPECT_EQ(Json::parse(in_data({"event", "list", "--json"}).out).size(), 1U) << "only " << id;
    EXPECT_THAT(named("　石桥赶集 ").out, HasSubstr("  石桥赶集 · ")) << "trimmed";
}

TEST_F(BoothCommands, WithoutAHomeFolderTheDataFolderIsAskedFor) {
    for (const auto& verb : {std::vector<std::string>{"participation"}, {"event", "list"}}) {
        const Result result = run(verb, "env -i");
        EXPECT_EQ(result.exit_code, 2);
        EXPECT_THAT(result.err, HasSubstr("name a data folder with --data DIR"));
    }
}

TEST_F(BoothCommands, UnknownIdsAreAnsweredWithTheKnownOnes) {
    const std::string id = open_event();
    EXPECT_THAT(with_lists({"event", "new", "--place", "990100", "--venue", "schol"}).err,
                HasSubstr("did you mean \"school\"?"));
    EXPECT_THAT(with_lists({"event", "new", "--place", "1"}).err, HasSubstr("990100101001"));
    EXPECT_THAT(in_data({"event", "close", "nowhere"}).err, HasSubstr(id));
    EXPECT_THAT(with_lists({"ledger", "add", "leaflet", "5"}).err, HasSubstr("leaflets"));
    EXPECT_EQ(in_data({"ledger", "undo", "zz"}).exit_code, 2);
}

/// What an older program, which took every text as it was, left in its store.
void execute(const fs::path& database, const std::string& sql) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(database.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    sqlite3_close(db);
}

TEST_F(BoothCommands, ANameCannotSteerTheTerminalOfWhoeverListsIt) {
    {
        store::Store store = store::Store::open(path() / "data");
        store.put_event(event("e-1"));
        outreach::LedgerEntry handed = entry(id(1), 5);
        handed.event = "e-1";
        store.add_to_ledger(handed);
        EXPECT_EQ(failure_of([&] { store.put_event(event("e-2\x1b[2J")); }), store::StoreFailure::refused);
    }
    execute(path() / "data" / "xiangyang.db",
            "UPDATE event SET name_zh = '集市\x1b]0;owned\x07', place_zh = '村\xC2\x9B"
            "31m'; UPDATE ledger SET title_zh = '单页\x1b[1A';");
    for (const std::vector<std::string>& verb : {std::vector<std::string>{"event", "list"},
                                                 {"event", "sheet", "e-1"},
                                                 {"event", "close", "nowhere\x1b[2J"},
                                                 {"event", "close", "e-1"},
                                                 {"ledger", "list", "--event", "e-1"}}) {
        const Result said = in_data(verb);
        for (const std::string& text : {said.out, said.err}) {
            EXPECT_EQ(text.find('\x1b'), std::string::npos) << verb[1] << ": " << text;
            EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos) << verb[1];
        }
    }
    EXPECT_THAT(in_data({"event", "list"}).out, HasSubstr("集市\uFFFD]0;owned"));
}

TEST_F(BoothCommands, ATextOfMoreThanAThousandCharactersIsRefusedWhereItIsTyped) {
    const Result named = with_lists({"event", "new", "--place", "990100", "--name", std::string(1001, 'a')});
    EXPECT_EQ(named.exit_code, 2);
    EXPECT_THAT(named.err, HasSubstr("the name has 1001 characters; write at most 1000"));
    open_event();
    EXPECT_THAT(with_lists({"ledger", "add", "leaflets", "5", "--note", std::string(1001, 'a')}).err,
                HasSubstr("the note has 1001 characters; write at most 1000"));
}

TEST_F(BoothCommands, TheLedgerAddsCorrectsUndoesAndStandsOnTheSheet) {
    const std::string id = open_event();
    const Result added = with_lists({"ledger", "add", "leaflets", "300", "--json"});
    ASSERT_EQ(added.exit_code, 0) << added.err;
    EXPECT_EQ(with_lists({"ledger", "add", "consultations", "200", "--precision", "about", "--note", "村口"})
                  .exit_code,
              0);
    EXPECT_EQ(with_lists({"ledger", "add", "leaflets", "-20"}).exit_code, 0);
    EXPECT_THAT(with_lists({"ledger", "add", "leaflets", "-281"}).err, HasSubstr("under 0"));
    EXPECT_THAT(with_lists({"ledger", "add", "leaflets", "1", "--note", "13812345678"}).err,
                HasSubstr("phone"));
    EXPECT_EQ(with_lists({"ledger", "add", "leaflets", "1000001"}).exit_code, 1);
    const Json sheet = Json::parse(in_data({"event", "sheet", id, "--json"}).out);
    ASSERT_EQ(sheet["ledger"].size(), 2U);
    EXPECT_EQ(sheet["ledger"][1]["measure"], "leaflets");
    EXPECT_EQ(sheet["ledger"][1]["amount"], 280);
    EXPECT_EQ(sheet["ledger"][0]["precision"], "about");
    const Json entries = Json::parse(in_data({"ledger", "list", "--json"}).out);
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(in_data({"ledger", "undo", entries[1]["entry"]}).exit_code, 0);
    EXPECT_THAT(in_data({"ledger", "list"}).out, HasSubstr("撤销"));
    EXPECT_EQ(Json::parse(in_data({"event", "sheet", id, "--json"}).out)["ledger"].size(), 1U);
}

TEST_F(BoothCommands, TheSheetForCopyingWithholdsSmallCounts) {
    const std::string id = open_event();
    {
        store::Store store = store::Store::open(path() / "data");
        store.put_items(std::vector<quiz::Bank>{bank()});
        store.in_one_transaction([&] {
            for (std::uint32_t i = 1; i <= 4; ++i) {
                quiz::SessionStart begun = start(store::examples::id(i));
                begun.event = id;
                store.put_session({begun, quiz::Outcome::completed, Milliseconds(60'000), true});
                store.add(begun.id, answer(0));
            }
        });
    }
    EXPECT_THAT(in_data({"event", "sheet", id}).out,
                testing::AllOf(HasSubstr("参加人次 ※"), HasSubstr("答对 ※"), HasSubstr("小于 11")));
    const Json shown = Json::parse(in_data({"event", "sheet", id, "--json"}).out);
    EXPECT_TRUE(shown["started"].is_null() && shown["right_answers"].is_null() &&
                shown["median_ms"].is_null());
    EXPECT_THAT(shown["profile"].get<std::string>(), HasSubstr("可以公开"));
    EXPECT_THAT(in_data({"event", "sheet", id, "--internal"}).out,
                testing::AllOf(testing::StartsWith("内部资料"), HasSubstr("参加人次 4")));
    const Json all = Json::parse(in_data({"event", "sheet", id, "--internal", "--json"}).out);
    EXPECT_EQ(all["started"], 4);
    EXPECT_THAT(all["profile"].get<std::string>(), HasSubstr("内部资料"));
}

TEST_F(BoothCommands, WithoutAnOpenEventTheLedgerSaysSo) {
    in_data({"event", "close", open_event()});
    EXPECT_THAT(with_lists({"ledger", "add", "leaflets", "5"}).err, HasSubstr("no event is open"));
}

TEST_F(BoothCommands, APinIsSetFromStandardInputAndEndsALockOut) {
    const auto set = [&](const std::string& pin) {
        const std::string command = "printf '%s\\n' " + pin + " | " +
                                    word(std::string(XY_BIN_DIR) + "/xiangyang") +
                                    " pin set volunteer --data " + word(path() / "data") + " >/dev/null 2>&1";
        const int status = std::system(command.c_str());
        return WEXITSTATUS(status);
    };
    {
        store::Store store = store::Store::open(path() / "data");
        store.set_wrong_tries(7);
    }
    EXPECT_EQ(set("12345"), 2);
    EXPECT_EQ(set("123456"), 2) << "too simple";
    EXPECT_EQ(set("246813"), 0);
    store::Store store = store::Store::open(path() / "data");
    ASSERT_TRUE(store.pin_hash("volunteer"));
    EXPECT_TRUE(access::matches(*store.pin_hash("volunteer"), "246813"));
    EXPECT_FALSE(access::matches(*store.pin_hash("volunteer"), "246814"));
    EXPECT_EQ(store.wrong_tries(), 0);
}

TEST_F(BoothCommands, TheStatusOfThePinsIsSaidAndTheOrganizersComeWithACode) {
    const auto set = [&](const std::string& role, const std::string& pin) {
        const std::string command = "printf '%s\\n' " + pin + " | " +
                                    word(std::string(XY_BIN_DIR) + "/xiangyang") + " pin set " + role +
                                    " --json --data " + word(path() / "data") + " >" + word(path() / "out");
        EXPECT_EQ(std::system(command.c_str()), 0);
        return Json::parse(bytes_of(path() / "out"));
    };
    open_event();
    const Result fresh = in_data({"pin", "status", "--json"});
    EXPECT_EQ(fresh.exit_code, 1);
    EXPECT_EQ(Json::parse(fresh.out)["status"], "never_set");
    EXPECT_TRUE(set("volunteer", "246813")["recovery_code"].is_null());
    const std::string code = set("organizer", "975310")["recovery_code"];
    EXPECT_EQ(code.size(), 19U);
    EXPECT_NE(set("organizer", "975310")["recovery_code"], code) << "a new one each time";
    const Result both = in_data({"pin", "status", "--json"});
    EXPECT_EQ(both.exit_code, 0);
    EXPECT_EQ(Json::parse(both.out)["status"], "set");
    EXPECT_EQ(Json::parse(both.out)["file"], "whole");
    EXPECT_THAT(in_data({"pin", "status"}).out, HasSubstr("organizer: set"));
    EXPECT_EQ(bytes_of(path() / "data" / "access.json").find(code), std::string::npos);

    write_bytes(path() / "data" / "xiangyang.db", std::string(9'000, 'x'));
    EXPECT_EQ(in_data({"pin", "status"}).exit_code, 0) << "the file knows";
    EXPECT_EQ(set("volunteer", "135791")["set"], true) << "beside a damaged store, too";
    fs::remove(path() / "data" / "access.json");
    EXPECT_EQ(Json::parse(in_data({"pin", "status", "--json"}).out)["status"], "lost");
}

}  // namespace
}  // namespace xy::cli
