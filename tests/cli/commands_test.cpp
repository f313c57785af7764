// The verbs of the program, as somebody at a terminal meets them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.h"
#include "exchange/package_schema.h"
#include "report/participation.h"

namespace xy::cli {
namespace {

using namespace program;
using namespace store::examples;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;
namespace fs = std::filesystem;
using Json = nlohmann::json;

const std::vector<std::string> verbs{"bank",          "config",     "export",  "import-sessions", "simulate",
                                     "participation", "completion", "event",   "ledger",          "pin",
                                     "stats",         "verify",     "recover", "publications"};

/// A folder with a store in data/ that holds two visits.
class Commands : public ::testing::Test {
 protected:
    Commands() {
        store::Store store = open_ready(data());
        store.begin(start(id(1)));
        store.add(id(1), answer(0));
        store.finish(end(id(1)));
        store.begin(start(id(2)));
    }

    fs::path path() const { return folder_.path(); }
    fs::path data() const { return path() / "data"; }
    fs::path out() const { return path() / "out"; }
    Result run_export(const fs::path& from, const fs::path& to) const {
        return run(with_shipped({"export", "--data", from, "--out", to}));
    }

 private:
    TemporaryFolder folder_;
};

TEST(UnknownVerb, NamesTheNearest) {
    const Result wrong = run({"reprot", "--data", "x"});
    EXPECT_EQ(wrong.exit_code, 2);
    EXPECT_THAT(wrong.err, StartsWith("xiangyang: there is no verb \"reprot\"; did you mean \"report\"?"));
    const Result below = run({"bank", "chekc"});
    EXPECT_EQ(below.exit_code, 2);
    EXPECT_THAT(below.err, StartsWith("xiangyang bank: there is no verb \"chekc\"; did you mean \"check\"?"));
    EXPECT_THAT(run({"统计"}).err, AllOf(HasSubstr("统计"), testing::Not(HasSubstr("did you mean"))));
    EXPECT_THAT(run({"stats", "--nothing"}).err, testing::Not(HasSubstr("there is no verb")));
    EXPECT_EQ(run({"--help"}).exit_code, 0);
}

TEST_F(Commands, TheFolderAboveAnExportIsUnderstoodAndWhatIsNotImportedMayBeChanged) {
    fs::create_directories(path() / "stick");
    ASSERT_EQ(run_export(data(), path() / "stick" / "first").exit_code, 0);
    const fs::path participation = path() / "stick" / "first" / "participation.csv";
    write_bytes(participation, "\xEF\xBB\xBF" + bytes_of(participation));
    const Result result = run({"import-sessions", path() / "stick", "--data", path() / "office"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("sessions: 2 new"));
    EXPECT_THAT(result.err, HasSubstr((path() / "stick" / "first").string()));
    ASSERT_EQ(run_export(data(), path() / "stick" / "second").exit_code, 0);
    const Result several = run({"import-sessions", path() / "stick", "--data", path() / "office"});
    EXPECT_EQ(several.exit_code, 2);
    EXPECT_THAT(several.err, AllOf(HasSubstr("/first"), HasSubstr("/second")));
}

TEST_F(Commands, TheConfigurationIsCheckedWithTheFontsOfTheScreen) {
    fs::copy(XY_SOURCE_DIR "/kiosk-config", path() / "config", fs::copy_options::recursive);
    const auto check = [&](const std::string& name) {
        const Json event = {{"id", "fair"},
                            {"name", {{"zh", name}, {"en", "x"}}},
                            {"place_code", "990100101001"},
                            {"state", "planned"}};
        write_bytes(path() / "config" / "events.json", Json{{"events", Json::array({event})}}.dump(1));
        const Result result = run(
            {"config", "check", "--config", path() / "config", "--questions", XY_SOURCE_DIR "/questions"});
        EXPECT_EQ(result.exit_code, 0) << result.out;
        return result.out;
    };
    EXPECT_THAT(check("日喀则 བོད་སྐད"), HasSubstr("/events/0/name/zh: remark: the character བ"));
    EXPECT_THAT(check("喀什 قەشقەر"), HasSubstr("cannot be drawn on the kiosk"));
    EXPECT_THAT(check("𠮷家村"), testing::Not(HasSubstr("cannot be drawn")));
}

TEST_F(Commands, HelpShowsEveryVerbAndEveryVerbAnExample) {
    const Result help = run({"--help"});
    EXPECT_EQ(help.exit_code, 0);
    for (const std::string& verb : verbs) {
        EXPECT_THAT(help.out, HasSubstr("\n  " + verb + " "));
        const Result own = run({verb, "--help"});
        EXPECT_EQ(own.exit_code, 0);
        if (verb == "bank" || verb == "config") continue;
        EXPECT_THAT(own.out, HasSubstr("Example")) << verb;
        EXPECT_THAT(own.out, HasSubstr("  xiangyang " + verb)) << verb;
    }
    EXPECT_THAT(run({"--version"}).out, StartsWith("xiangyang "));
}

TEST_F(Commands, WrongUsageIsExitTwo) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{},
                                               {"fly"},
                                               {"export"},
                                               {"export", "--out"},
                                               {"export", "--out", "x", "--wings"},
                                               {"import-sessions"},
                                               {"simulate", "--data", "x", "--sessions", "many"},
                                               {"simulate", "--data", "x", "--sessions", "0"},
                                               {"participation", "--lang", "de"},
                                               {"completion"},
                                               {"completion", "dos"}}) {
        const Result result = run(arguments);
        EXPECT_EQ(result.exit_code, 2) << ::testing::PrintToString(arguments);
        EXPECT_FALSE(result.err.empty());
    }
}

TEST_F(Commands, ParticipationPrintsATable) {
    const Result table = run(with_shipped({"participation", "--data", data()}));
    EXPECT_EQ(table.exit_code, 0) << table.err;
    EXPECT_THAT(table.out, AllOf(testing::StartsWith("内部资料"), HasSubstr("参加人次"),
                                 HasSubstr("赶集日宣传"), HasSubstr("合计")));
    const Result english = run(with_shipped({"participation", "--data", data(), "--lang", "en"}));
    EXPECT_THAT(english.out, AllOf(HasSubstr("Visits"), HasSubstr("Market day"), HasSubstr("Total")));
}

TEST_F(Commands, ParticipationAsJson) {
    const Result result = run({"participation", "--data", data(), "--json"});
    EXPECT_EQ(result.exit_code, 0);
    const Json rows = Json::parse(result.out);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_THAT(rows[0]["profile"].get<std::string>(), HasSubstr("内部资料"));
    EXPECT_EQ(rows[0]["event"], "market-2025");
    EXPECT_EQ(rows[0]["event_name_zh"], "赶集日宣传");
    EXPECT_EQ(rows[0]["started"], 2);
    EXPECT_EQ(rows[0]["completed"], 1);
    EXPECT_EQ(rows[0]["abandoned"], 1);
    EXPECT_EQ(rows[0]["right_answers"], 1);
}

TEST_F(Commands, WithoutAUsableConfigurationIdsAreShown) {
    const Result table = run({"participation", "--data", data(), "--config", "/nowhere"});
    EXPECT_EQ(table.exit_code, 0);
    EXPECT_THAT(table.out, HasSubstr("pupil"));
    EXPECT_THAT(table.err, HasSubstr("by their ids"));
}

TEST_F(Commands, AFolderWithoutAStoreIsAnErrorAndStaysAsItIs) {
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"participation", "--data", path() / "nothing"},
             {"export", "--data", path() / "nothing", "--out", path() / "o"}}) {
        const Result result = run(arguments);
        EXPECT_EQ(result.exit_code, 2);
        EXPECT_THAT(result.err, AllOf(HasSubstr("nothing/xiangyang.db"), HasSubstr("--data")));
    }
    EXPECT_FALSE(fs::exists(path() / "nothing"));
    EXPECT_FALSE(fs::exists(path() / "o"));
}

TEST_F(Commands, TheUsersOwnDataFolderIsTheDefault) {
    fs::create_directories(path() / "home");
    fs::rename(data(), path() / "home" / "xiangyang");
    const Result result = run({"participation", "--json"}, "XDG_DATA_HOME=" + word(path() / "home"));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(Json::parse(result.out).size(), 1U);
}

TEST_F(Commands, AStoreInUseIsSaidPlainly) {
    const store::Store kiosk = store::Store::open(data());
    for (const Result& result :
         {run({"participation", "--data", data()}), run_export(data(), out()),
          run({"simulate", "--data", data(), "--sessions", "1", "--config", XY_SOURCE_DIR "/kiosk-config",
               "--questions", XY_SOURCE_DIR "/questions"})}) {
        EXPECT_EQ(result.exit_code, 2);
        EXPECT_THAT(result.err, AllOf(HasSubstr("is in use"), HasSubstr("close the kiosk")));
    }
    EXPECT_FALSE(fs::exists(out()));
}

TEST_F(Commands, ADamagedStoreIsNotExportedAsAnEmptyOne) {
    ASSERT_EQ(run_export(data(), out()).exit_code, 0);
    const auto before = contents(out());
    write_bytes(data() / "xiangyang.db", std::string(9'000, 'x'));
    const Result result = run_export(data(), out());
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("is damaged"));
    EXPECT_EQ(contents(out()), before);
}

TEST_F(Commands, NoCommandMovesADamagedStore) {
    write_bytes(data() / "xiangyang.db", std::string(9'000, 'x'));
    const auto before = contents(data());
    const std::string folder = data();
    const std::vector<std::vector<std::string>> damaged_verbs{
        {"participation"}, {"stats"}, {"verify"}, {"event", "list"}, {"event", "close", "market-2025"}};
    for (const std::vector<std::string>& command : damaged_verbs) {
        std::vector<std::string> arguments = command;
        arguments.insert(arguments.end(), {"--data", folder});
        const Result result = run(arguments);
        EXPECT_NE(result.exit_code, 0) << command[0];
        EXPECT_THAT(result.err, HasSubstr("is damaged")) << command[0];
        EXPECT_EQ(contents(data()), before) << command[0];
    }
}

TEST_F(Commands, ExportWritesEverythingThatIsPromised) {
    const Result result = run_export(data(), out());
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("2 sessions, 1 answers, 3 items, 1 events, 0 ledger entries"));
    EXPECT_THAT(result.err, IsEmpty());
    const auto files = contents(out());
    EXPECT_EQ(files.size(), 13U) << "with the README that says what it is";
    EXPECT_THAT(
        files.at("participation.csv"),
        HasSubstr("market-2025,赶集日宣传,Market day,城关镇,Chengguan,rural,pupil,zh,2,1,1,0,1,1,0\r\n"));
    EXPECT_THAT(files.at("参与统计.csv"), HasSubstr("合计"));
    const Json package = Json::parse(files.at("datapackage.json"));
    EXPECT_EQ(package["resources"].size(), 9U);
}

TEST_F(Commands, TheDescriptorAndTheParticipationFileAgree) {
    std::string header;
    for (const std::string& name : exchange::column_names(exchange::participation_resource()))
        header += (header.empty() ? "" : ",") + name;
    EXPECT_EQ(report::participation_csv({}), header + "\r\n");
    EXPECT_EQ(exchange::participation_resource().path, report::participation_file);
}

TEST_F(Commands, ExportAsJsonAndAgain) {
    const Result result = run(with_shipped({"export", "--data", data(), "--out", out(), "--json"}));
    EXPECT_EQ(Json::parse(result.out)["sessions"], 2);
    const auto first = contents(out());
    EXPECT_EQ(run_export(data(), out()).exit_code, 0);
    EXPECT_EQ(contents(out()), first);
}

TEST_F(Commands, ExportRefusesAFolderOfSomethingElse) {
    fs::create_directories(out());
    write_bytes(out() / "thesis.txt", "words");
    const Result result = run_export(data(), out());
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("name another folder"));
    EXPECT_EQ(bytes_of(out() / "thesis.txt"), "words");
}

TEST_F(Commands, ImportOnceTwiceAndWithAConflict) {
    run_export(data(), out());
    const Result first = run({"import-sessions", out(), "--data", path() / "other"});
    EXPECT_EQ(first.exit_code, 0) << first.err;
    EXPECT_THAT(first.out, HasSubstr("sessions: 2 new, 0 known\n"));
    const Result second = run({"import-sessions", out(), "--data", path() / "other", "--json"});
    EXPECT_EQ(second.exit_code, 0);
    const Json counts = Json::parse(second.out);
    EXPECT_EQ(counts["imported"], true);
    EXPECT_EQ(counts["sessions_new"], 0);
    EXPECT_EQ(counts["sessions_known"], 2);
    run_export(path() / "other", path() / "again");
    auto again = contents(path() / "again");
    const auto whole = contents(out());
    // An event that was open there is not open here, and the hash says so.
    for (const char* file : {"events.csv", "datapackage.json"}) again[file] = whole.at(file);
    EXPECT_EQ(again, whole);
    {
        store::Store store = open_ready(path() / "third");
        quiz::SessionStart other = start(id(1));
        other.audience = "somebody else";
        store.begin(other);
        store.finish(end(id(1)));
    }
    const Result conflict = run({"import-sessions", out(), "--data", path() / "third"});
    EXPECT_EQ(conflict.exit_code, 1);
    EXPECT_THAT(conflict.out, HasSubstr("sessions: 1 new, 0 known, 1 different (kept as they were)"));
    EXPECT_THAT(conflict.err, HasSubstr("sessions.csv:2: remark: session 0000"));
}

TEST_F(Commands, ImportOfATamperedPackageIsExitOneAndImportsNothing) {
    run_export(data(), out());
    std::string answers = bytes_of(out() / "answers.csv");
    answers[answers.size() - 4] = '9';
    write_bytes(out() / "answers.csv", answers);
    const Result result = run({"import-sessions", out(), "--data", path() / "other"});
    EXPECT_EQ(result.exit_code, 1);
    EXPECT_THAT(result.err,
                AllOf(HasSubstr("answers.csv: the file was changed"), HasSubstr("nothing was imported")));
    const Json json = Json::parse(run({"import-sessions", out(), "--data", path() / "other", "--json"}).out);
    EXPECT_EQ(json["imported"], false);
    EXPECT_EQ(json["problems"].size(), 1U);
    EXPECT_EQ(run({"import-sessions", path() / "nowhere", "--data", path() / "other"}).exit_code, 2);
}

class Simulated : public Commands {
 protected:
    fs::path simulate(const std::string& name, const std::string& sessions, const std::string& seed) {
        const Result made = run(with_shipped(
            {"simulate", "--data", path() / name, "--sessions", sessions, "--events", "3", "--seed", seed}));
        EXPECT_EQ(made.exit_code, 0) << made.err;
        run_export(path() / name, path() / (name + "-out"));
        return path() / (name + "-out");
    }
};

TEST_F(Simulated, TheSameSeedMakesTheSameVisits) {
    const auto first = contents(simulate("a", "300", "7"));
    EXPECT_EQ(contents(simulate("b", "300", "7")), first);
    EXPECT_NE(contents(simulate("c", "300", "8")).at("answers.csv"), first.at("answers.csv"));
}

TEST_F(Simulated, TheVisitsArePlausible) {
    simulate("a", "3000", "1");
    const Json rows = Json::parse(run({"participation", "--data", path() / "a", "--json"}).out);
    std::map<std::string, double> sum;
    double english = 0;
    for (const Json& row : rows) {
        for (const char* name : {"started", "completed", "abandoned", "timed_out", "right_answers",
                                 "answered_items", "skipped_items"})
            sum[name] += row[name].get<double>();
        if (row["language"] == "en") english += row["started"].get<double>();
    }
    EXPECT_EQ(sum["completed"] + sum["abandoned"] + sum["timed_out"], sum["started"]);
    EXPECT_GT(sum["started"], 2'950);  // a few are practice
    EXPECT_NEAR(english / sum["started"], 0.08, 0.02);
    EXPECT_NEAR(sum["completed"] / sum["started"], 0.75, 0.1);
    const double right = sum["right_answers"] / sum["answered_items"];
    EXPECT_GT(right, 0.5);
    EXPECT_LT(right, 0.9);
    EXPECT_GT(sum["skipped_items"], 0);
}

TEST_F(Simulated, RealVisitsAreNeverMixedWithInventedOnes) {
    const Result result = run(with_shipped({"simulate", "--data", data(), "--sessions", "5"}));
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr("already holds visits"));
}

TEST_F(Commands, CompletionKnowsEveryVerbAndOption) {
    const Result script = run({"completion", "bash"});
    EXPECT_EQ(script.exit_code, 0);
    std::vector<std::vector<std::string>> paths{{"bank", "check"},   {"bank", "rules"},
                                                {"bank", "table"},   {"bank", "preview"},
                                                {"config", "check"}, {"completion", "bash"}};
    for (const std::string& verb : verbs) paths.push_back({verb});
    for (std::vector<std::string> arguments : paths) {
        for (const std::string& verb : arguments) EXPECT_THAT(script.out, HasSubstr(verb));
        arguments.emplace_back("--help");
        std::istringstream help(run(arguments).out);
        for (std::string text; help >> text;) {
            if (text.starts_with("-h,")) text = text.substr(3);
            text = text.substr(0, text.find_last_not_of("`,.]") + 1);
            if (text.starts_with("--") && text.size() > 2) {
                EXPECT_THAT(script.out, HasSubstr(text));
            }
        }
    }
}

TEST_F(Commands, TheShippedCompletionIsTheOneTheProgramPrints) {
    EXPECT_EQ(bytes_of(XY_SOURCE_DIR "/packaging/completions/xiangyang.bash"),
              run({"completion", "bash"}).out)
        << "run: xiangyang completion bash > packaging/completions/xiangyang.bash";
}

TEST_F(Commands, TheCompletionWorksInBash) {
    const auto complete = [&](const std::string& words) {
        const TemporaryFolder folder;
        const std::string script = word(XY_SOURCE_DIR "/packaging/completions/xiangyang.bash");
        const std::string command =
            "source " + script + "; COMP_WORDS=(" + words +
            "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _xiangyang; echo ${COMPREPLY[@]}";
        const std::string whole = "bash -c " + word(command) + " >" + word(folder.path() / "out");
        EXPECT_EQ(std::system(whole.c_str()), 0);
        return bytes_of(folder.path() / "out");
    };
    EXPECT_EQ(complete("xiangyang imp"), "import-sessions\n");
    EXPECT_EQ(complete("xiangyang bank ''"), "check rules table preview --help\n");
    EXPECT_EQ(complete("xiangyang simulate --se"), "--sessions --seed\n");
    EXPECT_EQ(complete("xiangyang export --data x --o"), "--out\n");
}

TEST_F(Commands, TheManualNamesEveryVerbAndItsOptions) {
    const std::string manual = bytes_of(XY_SOURCE_DIR "/docs/man/man1/xiangyang.1");
    for (const char* text : {"bank check",
                             "\\-\\-strict",
                             "bank rules",
                             "bank table",
                             "bank preview",
                             "config check",
                             "export",
                             "import\\-sessions",
                             "participation",
                             "publications",
                             "simulate",
                             "completion bash",
                             "\\-\\-data",
                             "\\-\\-out",
                             "\\-\\-config",
                             "\\-\\-questions",
                             "\\-\\-sessions",
                             "event list|new|open|close|sheet",
                             "ledger add|list|undo",
                             "pin set",
                             "\\-\\-events",
                             "\\-\\-seed",
                             "\\-\\-json",
                             "\\-\\-lang",
                             "EXIT STATUS"})
        EXPECT_THAT(manual, HasSubstr(text));
}

}  // namespace
}  // namespace xy::cli
