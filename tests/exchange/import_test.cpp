// Merging the package of another kiosk.
#include "exchange/import.h"

#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/packages.h"
#include "quiz/time_bands.h"
#include "support/texts.h"

namespace xy::exchange {
namespace {

using namespace examples;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::EndsWith;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

ImportResult import_into(const fs::path& data, const fs::path& package) {
    store::Store store = store::Store::open(data);
    return import_package(store, package);
}

auto problem(const std::string& file, int line, const std::string& what) {
    return AllOf(Field(&Problem::file, EndsWith(file)), Field(&Problem::line, line),
                 Field(&Problem::what, HasSubstr(what)));
}

/// That the package is refused with `expected` among its problems, and that nothing came in.
void expect_refused(const fs::path& package, const ::testing::Matcher<const Problem&>& expected) {
    const TemporaryFolder folder;
    store::Store store = store::Store::open(folder.path());
    const ImportResult result = import_package(store, package);
    EXPECT_THAT(result.problems, Contains(expected));
    EXPECT_TRUE(has_mistakes(result.problems));
    EXPECT_EQ(result.sessions.fresh, 0);
    EXPECT_EQ(store.count_sessions(), 0);
    EXPECT_EQ(store.count_answers(), 0);
    EXPECT_THAT(store.events(), IsEmpty());
    EXPECT_THAT(store.items(), IsEmpty());
}

TEST(Import, ExportImportExportIsTheSameBytes) {
    const FilledFolder filled;
    const ImportResult result = import_into(filled.path() / "other", filled.package());
    EXPECT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(result.sessions.fresh, 40);
    EXPECT_EQ(result.fresh_answers, 120);
    EXPECT_EQ(result.events.fresh, 2);
    EXPECT_EQ(result.items.fresh, 3);
    store::Store store = store::Store::open(filled.path() / "other");
    write_package(store, filled.path() / "again");
    auto again = contents(filled.path() / "again");
    const auto whole = contents(filled.package());
    // But for one thing: an event that was open there is not open here, and the hash says so.
    EXPECT_EQ(again.at("events.csv"),
              changed(changed(whole.at("events.csv"), ",open,", ",closed,"), ",open,", ",closed,"));
    for (const char* file : {"events.csv", "datapackage.json"}) again[file] = whole.at(file);
    EXPECT_EQ(again, whole);
}

TEST(Import, TwiceChangesNothing) {
    const FilledFolder filled;
    import_into(filled.path() / "other", filled.package());
    const ImportResult second = import_into(filled.path() / "other", filled.package());
    EXPECT_THAT(second.problems, IsEmpty());
    EXPECT_EQ(second.sessions.fresh, 0);
    EXPECT_EQ(second.sessions.known, 40);
    EXPECT_EQ(second.events.known, 2);
    EXPECT_EQ(second.items.known, 3);
    store::Store store = store::Store::open(filled.path() / "other");
    EXPECT_EQ(store.count_sessions(), 40);
    write_package(store, filled.path() / "again");
    for (const char* file : {"sessions.csv", "answers.csv", "items.csv", "ledger.csv"})
        EXPECT_EQ(contents(filled.path() / "again").at(file), contents(filled.package()).at(file)) << file;
}

TEST(Import, ALaterExportOfTheSameKioskAddsOnlyWhatIsNew) {
    const FilledFolder filled;
    import_into(filled.path() / "other", filled.package());
    {
        store::Store store = store::Store::open(filled.data());
        store.begin(start(id(5)));
        store.add(id(5), answer(0));
        store.finish(end(id(5)));
        outreach::Event closed = event();
        closed.state = outreach::EventState::closed;
        store.put_event(closed);
        write_package(store, filled.package());
    }
    const ImportResult result = import_into(filled.path() / "other", filled.package());
    EXPECT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(result.sessions.fresh, 1);
    EXPECT_EQ(result.sessions.known, 40);
    EXPECT_EQ(result.fresh_answers, 1);
}

TEST(Import, TwoKiosksAreAddedUp) {
    const FilledFolder filled;
    {
        store::Store second = open_ready(filled.path() / "second");
        second.begin(start(id(77)));
        second.finish(end(id(77)));
        write_package(second, filled.path() / "second-out");
    }
    // The two banks differ in texts of the same version: tampering, which is refused; so only events and
    // items that are the same go together.
    const TemporaryFolder folder;
    store::Store store = open_ready(folder.path());
    store.begin(start(id(1)));
    store.finish(end(id(1)));
    const ImportResult result = import_package(store, filled.path() / "second-out");
    EXPECT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(store.count_sessions(), 2);
}

TEST(Import, OneThatIsStoppedBringsNothingIn) {
    const FilledFolder filled;
    store::Store store = store::Store::open(filled.path() / "other");
    EXPECT_THROW(import_package(store, filled.package(), [](double) { return false; }), Stopped);
    EXPECT_EQ(store.count_sessions(), 0);
    EXPECT_THAT(store.events(), IsEmpty());
}

TEST(Import, AnEmptyPackageIsFine) {
    const TemporaryFolder folder;
    store::Store store = store::Store::open(folder.path() / "data");
    write_package(store, folder.path() / "out");
    const ImportResult result = import_package(store, folder.path() / "out");
    EXPECT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(result.sessions.fresh, 0);
}

TEST(Import, ASessionThatIsDifferentHereIsKeptAndReported) {
    const FilledFolder filled;
    import_into(filled.path() / "other", filled.package());
    const std::string sessions = bytes_of(filled.package() / "sessions.csv");
    reseal(filled.package(), "sessions.csv", changed(sessions, ",completed,", ",abandoned,"));
    const ImportResult result = import_into(filled.path() / "other", filled.package());
    EXPECT_FALSE(has_mistakes(result.problems));
    EXPECT_EQ(result.sessions.conflicting, 1);
    EXPECT_EQ(result.sessions.known, 39);
    ASSERT_THAT(result.problems, SizeIs(1));
    EXPECT_THAT(result.problems[0].what, HasSubstr("is different here and was kept as it is"));
    EXPECT_GT(result.problems[0].line, 1);
}

TEST(Import, ASessionWithAnotherAnswerIsDifferentToo) {
    const FilledFolder filled;
    import_into(filled.path() / "other", filled.package());
    const std::string answers = bytes_of(filled.package() / "answers.csv");
    reseal(filled.package(), "answers.csv", changed(answers, ",17\r\n", ",18\r\n"));
    const ImportResult result = import_into(filled.path() / "other", filled.package());
    EXPECT_EQ(result.sessions.conflicting, 1);
    store::Store store = store::Store::open(filled.path() / "other");
    store.walk([](const store::SessionRow&) {},
               [](const store::StoredAnswer& a) { EXPECT_NE(a.time, quiz::middle_of_time(18)); });
}

TEST(Import, AnotherEventUnderTheIdOfOneHereComesInBesideIt) {
    const FilledFolder filled;
    {
        store::Store store = store::Store::open(filled.path() / "other");
        outreach::Event renamed = event();
        renamed.name.zh = "别的名字";
        store.put_event(renamed);
    }
    const ImportResult result = import_into(filled.path() / "other", filled.package());
    EXPECT_FALSE(has_mistakes(result.problems));
    EXPECT_EQ(result.events.conflicting, 1);
    EXPECT_EQ(result.sessions.fresh, 40);
    store::Store store = store::Store::open(filled.path() / "other");
    ASSERT_EQ(store.events().size(), 3U);
    EXPECT_EQ(store.events()[0].name.zh, "别的名字");
    EXPECT_EQ(store.sheet("market-2025").started, 0) << "the visits belong to the other one";
}

TEST(Import, AnotherQuestionUnderTheSameVersionIsAMistake) {
    const FilledFolder filled;
    const std::string items =
        changed(bytes_of(filled.package() / "items.csv"), "What is in a coca leaf?", "What is it?");
    const TemporaryFolder folder;
    {
        store::Store store = store::Store::open(folder.path());
        import_package(store, filled.package());
    }
    reseal(filled.package(), "items.csv", items);
    const ImportResult result = import_into(folder.path(), filled.package());
    EXPECT_THAT(result.problems, Contains(problem("items.csv", 2, "is another question here")));
    EXPECT_TRUE(has_mistakes(result.problems));
}

TEST(Import, ATamperedFileIsNamed) {
    for (const std::string name : {"sessions.csv", "answers.csv", "items.csv", "events.csv"}) {
        const FilledFolder filled;
        std::string bytes = bytes_of(filled.package() / name);
        bytes[bytes.size() / 2] = bytes[bytes.size() / 2] == '1' ? '2' : '1';
        write_bytes(filled.package() / name, bytes);
        expect_refused(filled.package(), problem(name, 0, "was changed after the export"));
    }
}

/// A package with the files for people in it, as a kiosk writes it.
void write_with_participation(const FilledFolder& filled) {
    store::Store store = store::Store::open(filled.data());
    const std::array<ExtraFile, 1> people{
        {{"participation.csv", [](const auto&) { return std::string("event\r\nmarket-2025\r\n"); }}}};
    write_package(store, filled.package(), {}, people);
}

TEST(Import, AFileThatDoesNotComeInMayBeChangedOrGone) {
    const FilledFolder filled;
    write_with_participation(filled);
    const fs::path participation = filled.package() / "participation.csv";
    write_bytes(participation, "\xEF\xBB\xBF" + bytes_of(participation));
    const ImportResult result = import_into(filled.path() / "other", filled.package());
    EXPECT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(result.sessions.fresh, 40);
    fs::remove(participation);
    EXPECT_THAT(import_into(filled.path() / "third", filled.package()).problems, IsEmpty());
}

TEST(Import, WhatComesInAndWasSavedByExcelIsRefusedWithItsLineAndAdvice) {
    const FilledFolder filled;
    const std::string sessions = bytes_of(filled.package() / "sessions.csv");
    write_bytes(filled.package() / "sessions.csv", "\xEF\xBB\xBF" + sessions);
    expect_refused(filled.package(), problem("sessions.csv", 1, "byte order mark"));
    expect_refused(filled.package(), Field(&Problem::advice, HasSubstr("Excel, but not saved")));
    write_bytes(filled.package() / "sessions.csv", changed(sessions, "2025-06-26", "2025/6/26"));
    expect_refused(filled.package(),
                   problem("sessions.csv", 2, "not as it was exported: day is \"2025/6/26\""));
}

TEST(Import, TheFolderAboveAnExportStandsForIt) {
    const FilledFolder filled;
    EXPECT_THAT(packages_in(filled.package()), ::testing::ElementsAre(filled.package()));
    EXPECT_THAT(packages_in(filled.path()), ::testing::ElementsAre(filled.package()));
    fs::copy(filled.package(), filled.path() / "second");
    EXPECT_THAT(packages_in(filled.path()),
                ::testing::ElementsAre(filled.package(), filled.path() / "second"));
    EXPECT_THAT(packages_in(filled.data()), IsEmpty());
    EXPECT_THAT(packages_in(filled.path() / "nothing"), IsEmpty());
}

TEST(Import, ACutFileIsNamed) {
    for (const std::string name : {"sessions.csv", "answers.csv", "items.csv", "events.csv"}) {
        const FilledFolder filled;
        const std::string bytes = bytes_of(filled.package() / name);
        write_bytes(filled.package() / name, bytes.substr(0, bytes.size() / 3));
        expect_refused(filled.package(), problem(name, 0, "is cut or was changed"));
        fs::remove(filled.package() / name);
        expect_refused(filled.package(), problem(name, 0, "is missing"));
    }
}

TEST(Import, ACutDescriptorIsRefusedWhereverItIsCut) {
    const FilledFolder filled;
    const std::string whole = bytes_of(filled.package() / "datapackage.json");
    for (std::size_t length = 0; length + 2 < whole.size(); length += 997) {
        write_bytes(filled.package() / "datapackage.json", whole.substr(0, length));
        const TemporaryFolder folder;
        store::Store store = store::Store::open(folder.path());
        EXPECT_TRUE(has_mistakes(import_package(store, filled.package()).problems)) << length;
    }
    fs::remove(filled.package() / "datapackage.json");
    const TemporaryFolder folder;
    store::Store store = store::Store::open(folder.path());
    EXPECT_TRUE(has_mistakes(import_package(store, filled.package()).problems));
}

/// The descriptor with `what` replaced.
void edit_descriptor(const fs::path& package, const std::string& what, const std::string& with) {
    const fs::path descriptor = package / "datapackage.json";
    write_bytes(descriptor, changed(bytes_of(descriptor), what, with));
}

TEST(Import, ADescriptorCannotMakeItReadAnotherFile) {
    for (const std::string path : {"../data/xiangyang.db", "/etc/passwd", "..", "a/b.csv", ""}) {
        const FilledFolder filled;
        edit_descriptor(filled.package(), "\"path\": \"events.csv\"", "\"path\": \"" + path + "\"");
        expect_refused(filled.package(), problem("datapackage.json", 0, "leads out of the package"));
    }
    const FilledFolder filled;
    fs::rename(filled.package() / "events.csv", filled.path() / "elsewhere.csv");
    fs::create_symlink(filled.path() / "elsewhere.csv", filled.package() / "events.csv");
    expect_refused(filled.package(), problem("events.csv", 0, "is missing"));
}

TEST(Import, APackageOfSomethingElseOrOfTheFutureIsRefused) {
    const FilledFolder filled;
    edit_descriptor(filled.package(), "\"xiangyang_format\": 2", "\"xiangyang_format\": 3");
    expect_refused(filled.package(), problem("datapackage.json", 0, "newer version"));
    edit_descriptor(filled.package(), "\"name\": \"xiangyang-sessions\"", "\"name\": \"weather\"");
    expect_refused(filled.package(), problem("datapackage.json", 0, "not an export of this program"));
    edit_descriptor(filled.package(), "\"name\": \"weather\"", "\"label\": \"weather\"");
    expect_refused(filled.package(), Field(&Problem::what, HasSubstr("\"name\" is missing")));
}

/// A package with one line of one file changed, and the hashes made to fit.
void expect_line_refused(const std::string& file, const std::string& what, const std::string& with, int line,
                         const std::string& complaint) {
    const FilledFolder filled;
    reseal(filled.package(), file, changed(bytes_of(filled.package() / file), what, with));
    expect_refused(filled.package(), problem(file, line, complaint));
}

TEST(Import, EveryFieldOfALedgerEntryIsChecked) {
    const std::string first = "00000000000000000000000000012fd1";
    expect_line_refused("ledger.csv", first, "12fd1", 2, "entry is \"12fd1\"");
    expect_line_refused("ledger.csv", ",market-2025,", ",mars,", 2, "event \"mars\" is not in events.csv");
    expect_line_refused("ledger.csv", ",300,", ",0,", 2, "amount is 0");
    expect_line_refused("ledger.csv", ",300,", ",+300,", 2, "amount is \"+300\"");
    expect_line_refused("ledger.csv", ",300,", ",1000000000001,", 2, "amount is");
    expect_line_refused("ledger.csv", ",about,", ",nearly,", 2, "precision is \"nearly\"");
    expect_line_refused("ledger.csv", ",about,,", ",about,13812345678,", 2, "ID or phone number");
    expect_line_refused("ledger.csv", ",about,,false", ",about,,no", 2, "undone is \"no\"");
}

TEST(Import, AnEntryUndoneSinceIsUndoneHereAndNeverTheOtherWay) {
    const FilledFolder filled;
    const fs::path merged = filled.path() / "merged";
    {
        store::Store store = store::Store::open(merged);
        EXPECT_EQ(import_package(store, filled.package()).ledger.fresh, 6);
        EXPECT_EQ(import_package(store, filled.package()).ledger.known, 6);
        store::Store source = store::Store::open(filled.data());
        source.undo_in_ledger(id(6 * 77'777));
        write_package(source, filled.path() / "later");
        EXPECT_EQ(import_package(store, filled.path() / "later").ledger.fresh, 1);
        EXPECT_EQ(import_package(store, filled.package()).ledger.fresh, 0)
            << "the older export changes nothing";
    }
    store::Store store = store::Store::open(merged);
    EXPECT_TRUE(store.ledger().back().undone);
}

TEST(Import, EveryFieldOfASessionIsChecked) {
    const std::string first = "0000000000000000000000000078d8a1";
    expect_line_refused("sessions.csv", first, "78d8a1", 2, "session is \"78d8a1\"");
    expect_line_refused("sessions.csv", first, "0000000000000000000000000078D8A1", 2, "session is");
    expect_line_refused("sessions.csv", ",market-2025,", ",mars,", 2, "event \"mars\" is not in events.csv");
    expect_line_refused("sessions.csv", ",market-2025,", ",,", 2, "event is empty");
    expect_line_refused("sessions.csv", ",zh,", ",de,", 2, "language is \"de\"");
    expect_line_refused("sessions.csv", ",false,", ",0,", 2, "practice is \"0\"");
    expect_line_refused("sessions.csv", "2025-06-26", "2025-02-30", 2, "day is \"2025-02-30\"");
    expect_line_refused("sessions.csv", "2025-06-26", "26.6.2025", 2, "day is");
    expect_line_refused("sessions.csv", ",morning,", ",10,", 2, "half_day is \"10\"");
    expect_line_refused("sessions.csv", ",completed,0,", ",open,0,", 2, "outcome is \"open\"");
    expect_line_refused("sessions.csv", ",0,true", ",-1,true", 2, "duration_minutes is \"-1\"");
    expect_line_refused("sessions.csv", ",0,true", ",11,true", 2, "duration_minutes is 11");
    expect_line_refused("sessions.csv", ",0,true", ",0,yes", 2, "pledge is \"yes\"");
    expect_line_refused("sessions.csv", ",0,true", ",0,true,more", 2, "14 fields instead of 13");
    expect_line_refused("sessions.csv", "three-minute", "\xFF", 2, "programme is");
    expect_line_refused("sessions.csv", "session,event", "event,session", 1, "the header is not");
}

TEST(Import, EveryFieldOfAnAnswerIsChecked) {
    expect_line_refused("answers.csv", ",0,quiz,", ",0,final,", 2, "phase is \"final\"");
    expect_line_refused("answers.csv", ",0,quiz,", ",1000,quiz,", 2, "position is 1000");
    expect_line_refused("answers.csv", "law,coca,v1", "law,coca,v2", 2, "is not in items.csv");
    expect_line_refused("answers.csv", ",b,true,", ",d,true,", 2, "chosen is \"d\"");
    expect_line_refused("answers.csv", ",b,true,", ",b|b,true,", 2, "chosen is \"b|b\"");
    expect_line_refused("answers.csv", ",b,true,", ",c|b,true,", 2, "chosen is \"c|b\"");
    expect_line_refused("answers.csv", ",b,true,", ",b,false,", 2, "correct is \"false\"");
    expect_line_refused("answers.csv", ",b,true,", ",b,,", 2, "correct is");
    expect_line_refused("answers.csv", ",17\r\n", ",17\n", 2, "without a carriage return");
    expect_line_refused("answers.csv", ",17\r\n", ",31\r\n", 2, "time_band is 31");
}

TEST(Import, EveryFieldOfAListOfTimesIsChecked) {
    expect_line_refused("hours.csv", ",10,", ",24,", 2, "hour is 24");
    expect_line_refused("hours.csv", "\r\nmarket-2025,", "\r\nmars,", 2,
                        "event \"mars\" is not in events.csv");
    expect_line_refused("durations.csv", ",0,1000|", ",0,1000,", 2, "6 fields instead of 5");
    for (const char* list :
         {",0,999999999999|", ",0,|1000|", ",0,1000||", ",0,-1|", ",0,900000|", ",0,1 000|"})
        expect_line_refused("durations.csv", ",0,1000|", list, 2, "durations_ms is not a list of times");
    expect_line_refused("answer_times.csv", ",law,age,v1,", ",law,age,v2,", 2, "is not in items.csv");
    expect_line_refused("answer_times.csv", "market-2025,", "mars,", 2,
                        "event \"mars\" is not in events.csv");
}

TEST(Import, EveryFieldOfAnItemAndAnEventIsChecked) {
    expect_line_refused("items.csv", ",multiple,", ",essay,", 2, "kind is \"essay\"");
    expect_line_refused("items.csv", "\r\nlaw,coca,v1", "\r\n,coca,v1", 3, "bank is empty");
    expect_line_refused("items.csv", ",a|b|c,b\r\n", ",a|b|c,x\r\n", 3, "key is \"x\"");
    expect_line_refused("items.csv", ",a|b|c,b\r\n", ",a|a|c,a\r\n", 3, "options is \"a|a|c\"");
    expect_line_refused("items.csv", ",a|b|c,b\r\n", ",a||c,a\r\n", 3, "options is \"a||c\"");
    expect_line_refused("items.csv", "\r\nlaw,coca,v1", "\r\nlaw,age,v1", 3, "comes twice");
    expect_line_refused("events.csv", ",open,", ",ajar,", 2, "state is \"ajar\"");
    expect_line_refused("events.csv", "\r\nmarket-2025,", "\r\n,", 2, "event is empty");
}

TEST(Import, RowsOutOfOrderAreRefusedBecauseTheirOrderCouldTell) {
    for (const std::string name : {"sessions.csv", "answers.csv"}) {
        const FilledFolder filled;
        const std::string bytes = bytes_of(filled.package() / name);
        const std::size_t first = bytes.find("\r\n") + 2;
        const std::size_t second = bytes.find("\r\n", first) + 2;
        const std::size_t third = bytes.find("\r\n", second) + 2;
        reseal(filled.package(), name,
               bytes.substr(0, first) + bytes.substr(second, third - second) +
                   bytes.substr(first, second - first) + bytes.substr(third));
        expect_refused(filled.package(), problem(name, 3, "not ordered"));
        reseal(filled.package(), name, bytes.substr(0, second) + bytes.substr(first));  // the first row twice
        expect_refused(filled.package(), problem(name, 3, "comes twice"));
    }
}

TEST(Import, AnAnswerWithoutItsSessionIsAMistake) {
    for (const bool last : {false, true}) {
        const FilledFolder filled;
        std::string sessions = bytes_of(filled.package() / "sessions.csv");
        const std::size_t begin =
            last ? sessions.rfind("\r\n", sessions.size() - 3) + 2 : sessions.find("\r\n") + 2;
        const std::size_t finish = sessions.find("\r\n", begin) + 2;
        const std::string lost = sessions.substr(begin, 32);
        sessions.erase(begin, finish - begin);
        reseal(filled.package(), "sessions.csv", sessions);
        expect_refused(filled.package(),
                       problem("answers.csv", last ? 119 : 2, lost + " is not in sessions.csv"));
    }
}

TEST(Import, AllMistakesAreReportedAtOnceUpToAHundred) {
    const FilledFolder filled;
    std::string answers = bytes_of(filled.package() / "answers.csv");
    for (std::size_t at = 0; (at = answers.find(",v1,", at)) != std::string::npos;)
        answers.replace(at, 4, ",v9,");
    reseal(filled.package(), "answers.csv", answers);
    const ImportResult result = import_into(filled.path() / "other", filled.package());
    EXPECT_THAT(result.problems, SizeIs(most_problems));
    EXPECT_EQ(result.more_problems, 20);
    EXPECT_EQ(result.problems.back().line, 101);
}

}  // namespace
}  // namespace xy::exchange
