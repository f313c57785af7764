// A volunteer's day, from outside: real touches found by the probe, from a cold start to the stick; and the
// lock-out of the PIN over restarts.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <signal.h>
#include <sstream>
#include <thread>

#include "base/clock.h"
#include "base/day.h"
#include "end_to_end/own_config.h"
#include "end_to_end/running_kiosk.h"
#include "store/store.h"
#include "support/shell.h"

namespace xy::end_to_end {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* program = XY_BIN_DIR "/xiangyang";
constexpr const char* three_questions = R"([{"step": "welcome"}, {"step": "audience"},
    {"step": "questions", "phase": "quiz", "feedback": true, "items": ["plain/q1", "plain/q2", "plain/q3"]},
    {"step": "pledge"}, {"step": "result"}])";

/// What `xiangyang …` prints as JSON.
json asked(std::vector<std::string> arguments, const fs::path& data) {
    arguments.insert(arguments.begin(), program);
    arguments.insert(arguments.end(), {"--data", data, "--json"});
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return json::parse(ran.out);
}

void pause(int milliseconds) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

class Booth : public testing::Test {
 protected:
    RunningKiosk::Setting setting() const {
        fs::create_directories(folder_.path() / "sticks" / "STICK");
        return {.data = data_,
                .config = own_.config,
                .questions = own_.questions,
                .options = {"--sticks", folder_.path() / "sticks"}};
    }

    static void type_pin(RunningKiosk& kiosk, const std::string& pin) {
        for (const char digit : pin) {
            kiosk.click(std::string("pin.") + digit);
            kiosk.wait_for_xdotool();
            pause(60);
        }
    }

    static void ask_for_panel(RunningKiosk& kiosk) {
        kiosk.wait_for("attract");
        kiosk.hold("attract.event", Seconds(4));
        kiosk.wait_for("pin");
        kiosk.wait_for_xdotool();
    }

    /// At the machine, by its keyboard.
    static void ask_by_key(RunningKiosk& kiosk) {
        kiosk.wait_for_widget("attract.start");
        kiosk.press("ctrl+alt+p");
        kiosk.wait_for("pin");
        kiosk.wait_for_xdotool();
    }

    /// Through the wizard, which a key opens at the first start; to its step of the PINs, and they are set.
    static void start_wizard(RunningKiosk& kiosk) {
        kiosk.wait_for_widget("attract.start");
        kiosk.press("ctrl+alt+p");
        kiosk.wait_for("wizard");
        kiosk.wait_for_xdotool();
    }
    static void set_pins_in_wizard(RunningKiosk& kiosk) {
        kiosk.wait_for("pin");
        for (const char* pin : {"246813", "975310"})
            for (int twice = 0; twice < 2; ++twice) type_pin(kiosk, pin);
        kiosk.click("pin.written");
        kiosk.wait_for("wizard");
        kiosk.wait_for_xdotool();
    }

    /// The first start with nothing changed, to the panel.
    static void set_pins(RunningKiosk& kiosk) {
        start_wizard(kiosk);
        for (int step = 0; step < 4; ++step) touch(kiosk, "wizard.next");
        set_pins_in_wizard(kiosk);
        touch(kiosk, "wizard.next");
        touch(kiosk, "wizard.new_event");
        kiosk.wait_for("panel");
        kiosk.wait_for_xdotool();
        touch(kiosk, "booth.today");
    }

    static void visit(RunningKiosk& kiosk, int right) {
        kiosk.wait_for("attract");
        kiosk.click_on("attract.start");
        kiosk.click_on("audience.junior");
        for (int i = 0; i < 3; ++i) {
            kiosk.click_on(i < right ? "question.option.2" : "question.option.1");
            kiosk.click_on("feedback.next");
        }
        kiosk.click_on("pledge.yes");
        kiosk.click_on("result.finish");
    }

    static void touch(RunningKiosk& kiosk, const std::string& id) {
        kiosk.click(id);
        kiosk.wait_for_xdotool();
        pause(300);  // a quick second touch is half of a double one
    }

    /// One whole folder, which the system's own program finds in order.
    fs::path the_one_on_the_stick() const {
        std::vector<fs::path> folders;
        for (const auto& entry : fs::directory_iterator(folder_.path() / "sticks" / "STICK"))
            folders.push_back(entry.path());
        if (folders.size() != 1) throw std::runtime_error("there is not one folder on the stick");
        const Ran sums = run({"sh", "-c", "cd " + word(folders[0]) + " && sha256sum -c SHA256SUMS"});
        EXPECT_EQ(sums.exit_code, 0) << sums.out << sums.err;
        return folders[0];
    }

    TemporaryFolder folder_;
    OwnConfig own_{folder_.path(), three_questions};
    fs::path data_ = folder_.path() / "data";
};

TEST_F(Booth, FromAColdStartToTheStickByTouchAlone) {
    std::string event;
    {
        RunningKiosk kiosk(setting());
        set_pins(kiosk);
        touch(kiosk, "booth.events");
        touch(kiosk, "events.new");
        for (const char* pick : {"draft.3", "draft.6", "draft.7"}) touch(kiosk, pick);
        touch(kiosk, "draft.make_and_open");
        touch(kiosk, "ask.yes");  // closes the event of the configuration
        kiosk.wait_for_widget("event.close");
        touch(kiosk, "booth.lock");
        for (const int right : {3, 2, 0}) visit(kiosk, right);

        ask_for_panel(kiosk);
        type_pin(kiosk, "246813");
        kiosk.wait_for("panel");
        for (int i = 0; i < 20; ++i) touch(kiosk, "today.consultations.plus10");
        touch(kiosk, "booth.ledger");
        for (const char* key : {"pad.3", "pad.5", "pad.0", "pad.add"}) touch(kiosk, key);
        for (const char* key : {"pad.way.change", "pad.3", "pad.0", "pad.0", "pad.add"}) touch(kiosk, key);
        touch(kiosk, "booth.events");
        const Shown list = kiosk.wait_for_widget("events.new");
        for (const Shown::Widget& widget : list.widgets)
            if (widget.id.starts_with("events.e-")) event = widget.id.substr(7);
        ASSERT_FALSE(event.empty());
        touch(kiosk, "events." + event);
        touch(kiosk, "event.close");
        touch(kiosk, "ask.yes");
        kiosk.wait_for_widget("event.open");
        touch(kiosk, "booth.export");
        touch(kiosk, "export.stick.1");
        kiosk.wait_for_widget("booth.lock");
        touch(kiosk, "booth.lock");
        kiosk.wait_for("attract");
        kiosk.send(SIGTERM);
        EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
    }

    const fs::path on_stick = the_one_on_the_stick();
    EXPECT_THAT(bytes_of(on_stick / "活动台账.csv"), testing::HasSubstr(",发放宣传资料,300,份,"));
    const fs::path merged = folder_.path() / "merged";
    EXPECT_EQ(run({program, "import-sessions", on_stick, "--data", merged}).exit_code, 0);

    // The sheet of the closed event, here and after the way over the stick.
    for (const fs::path& data : {data_, merged}) {
        const json sheet = asked({"event", "sheet", event, "--internal"}, data);
        EXPECT_EQ(sheet["state"], "closed");
        EXPECT_EQ(sheet["started"], 3);
        EXPECT_EQ(sheet["completed"], 3);
        EXPECT_EQ(sheet["right_answers"], 5);
        EXPECT_EQ(sheet["answered_items"], 9);
        EXPECT_EQ(sheet["pledges_given"], 3);
        std::map<std::string, int> ledger;
        for (const json& line : sheet["ledger"]) ledger[line["measure"]] = line["amount"];
        EXPECT_EQ(ledger["leaflets"], 300);
        EXPECT_EQ(ledger["consultations"], 200);
    }
}

TEST_F(Booth, PracticeStaysPracticeAfterAPowerCut) {
    {
        RunningKiosk kiosk(setting());
        set_pins(kiosk);
        touch(kiosk, "booth.device");
        touch(kiosk, "device.practice");
        pause(500);
        kiosk.send(SIGKILL);
        kiosk.wait_for_exit();
    }
    {
        RunningKiosk kiosk(setting());
        visit(kiosk, 3);
        kiosk.wait_for("attract");
        kiosk.send(SIGTERM);
        EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
    }
    store::Store store = store::Store::open(data_);
    const outreach::Sheet sheet = store.sheet(store.open_event().value().id);
    EXPECT_EQ(sheet.practice, 1);
    EXPECT_EQ(sheet.started, 0);
}

/// A program of the system that only says what it was asked; in front of the real one.
void put_program(const fs::path& folder, const std::string& name, const fs::path& asked) {
    fs::create_directories(folder);
    write_bytes(folder / name, "#!/bin/sh\necho \"$@\" >> '" + asked.string() + "'\nexit 1\n");
    fs::permissions(folder / name, fs::perms::owner_all);
}

/// The day after the one that the clock says.
std::string tomorrow() {
    return text_of(calendar_day(SystemClock().local_hour().day) + std::chrono::days(1));
}

// A computer whose clock is a day behind, and which does not let the kiosk set it.
TEST_F(Booth, TheFirstStartLeadsToAnEventAndNobodyIsCountedBefore) {
    write_bytes(own_.config / "events.json", R"({"events": []})");
    const fs::path asked = folder_.path() / "asked";
    put_program(folder_.path() / "programs", "timedatectl", asked);
    RunningKiosk::Setting own = setting();
    own.before = "PATH='" + (folder_.path() / "programs").string() + "':\"$PATH\"; export PATH;";
    const std::string day = tomorrow();
    {
        RunningKiosk kiosk(own);
        start_wizard(kiosk);
        for (const char* id :
             {"wizard.clock.3.more", "wizard.next", "wizard.0", "wizard.7", "wizard.next", "wizard.letter.D",
              "wizard.letter.H", "wizard.place.1", "wizard.next", "wizard.next"})
            touch(kiosk, id);
        set_pins_in_wizard(kiosk);
        for (const char* id :
             {"wizard.next", "wizard.new_event", "draft.1", "draft.1", "draft.make_and_open", "booth.lock"})
            touch(kiosk, id);
        visit(kiosk, 2);
        kiosk.wait_for("attract");
        kiosk.send(SIGTERM);
        EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
    }
    EXPECT_THAT(bytes_of(asked), testing::StartsWith("--no-ask-password set-time " + day));
    store::Store store = store::Store::open(data_);
    ASSERT_EQ(store.events().size(), 1U);
    const outreach::Event event = store.open_event().value();
    EXPECT_EQ(event.day, day);
    EXPECT_EQ(event.place.zh, "东河村");
    EXPECT_EQ(store.sheet(event.id).started, 1);
    EXPECT_EQ(store.last_day(), day);
    EXPECT_THAT(store.doubtful_days(), testing::IsEmpty()) << "the kiosk's clock is held against its own";
    EXPECT_EQ(store.booth_settings().device, "07");
}

TEST_F(Booth, SwitchingOffAsksTheSystemOnceTheStaffAgree) {
    const fs::path programs = folder_.path() / "programs";
    put_program(programs, "systemctl", folder_.path() / "asked");
    RunningKiosk::Setting own = setting();
    own.before = "PATH='" + programs.string() + "':\"$PATH\"; export PATH;";
    RunningKiosk kiosk(own);
    set_pins(kiosk);
    touch(kiosk, "booth.device");
    touch(kiosk, "device.shut_down");
    touch(kiosk, "ask.no");
    pause(500);
    EXPECT_FALSE(fs::exists(folder_.path() / "asked")) << "asked first";
    touch(kiosk, "device.shut_down");
    touch(kiosk, "ask.yes");
    pause(1'000);
    EXPECT_EQ(bytes_of(folder_.path() / "asked"), "--no-ask-password poweroff\n");
    kiosk.send(SIGTERM);
    EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
}

TEST_F(Booth, TheOrganizerTakesTheReportHomeByTouchAlone) {
    const Ran simulated = run({program, "simulate", "--sessions", "200", "--seed", "5", "--data", data_});
    ASSERT_EQ(simulated.exit_code, 0) << simulated.err;
    {
        RunningKiosk kiosk(setting());
        set_pins(kiosk);
        touch(kiosk, "booth.lock");
        ask_for_panel(kiosk);
        type_pin(kiosk, "975310");
        kiosk.wait_for("panel");
        touch(kiosk, "booth.export");
        touch(kiosk, "export.report");
        touch(kiosk, "report.period.6");
        touch(kiosk, "report.write");
        touch(kiosk, "report.done");
        kiosk.wait_for_widget("report.write");
        kiosk.send(SIGTERM);
        EXPECT_EQ(kiosk.wait_for_exit(), 0) << kiosk.errors();
    }
    const fs::path on_stick = the_one_on_the_stick();
    EXPECT_THAT(on_stick.filename().string(), testing::StartsWith("禁毒宣传报告-全部-"));
    // The same figures as the command line gives.
    const fs::path again = folder_.path() / "again.json";
    const Ran report = run({program, "report", "--data", data_, "--config", own_.config, "--questions",
                            own_.questions, "--out", again});
    ASSERT_EQ(report.exit_code, 0) << report.err;
    EXPECT_EQ(bytes_of(on_stick / "报告.json"), bytes_of(again));
}

/// A table of a package: its rows by column. Only for files without quotes.
std::vector<std::map<std::string, std::string>> rows_of(const fs::path& file) {
    std::vector<std::map<std::string, std::string>> rows;
    std::ifstream in(file);
    std::vector<std::string> header;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        std::vector<std::string> cells;
        std::istringstream parts(line);
        for (std::string cell; std::getline(parts, cell, ',');) cells.push_back(cell);
        cells.resize(std::max(cells.size(), header.size()));
        if (header.empty()) {
            header = cells;
            continue;
        }
        rows.emplace_back();
        for (std::size_t i = 0; i < header.size(); ++i) rows.back()[header[i]] = cells[i];
    }
    return rows;
}

/// The figures of a sheet, counted anew from the rows of an export.
struct Counted {
    std::map<std::string, std::int64_t> figures;
    std::map<int, int> hours;
    std::vector<double> durations;
    std::map<std::string, std::int64_t> ledger;

    Counted(const fs::path& package, const std::string& event) {
        for (const auto& row : rows_of(package / "participation.csv")) {
            if (row.at("event") != event) continue;
            for (const char* figure : {"started", "completed", "abandoned", "timed_out", "right_answers",
                                       "answered_items", "skipped_items"})
                figures[figure] += std::stoll(row.at(figure));
        }
        for (const auto& row : rows_of(package / "sessions.csv")) {
            if (row.at("event") != event || row.at("practice") == "true") continue;
            figures["pledges_given"] += row.at("pledge") == "true";
        }
        for (const auto& row : rows_of(package / "hours.csv"))
            if (row.at("event") == event) hours[std::stoi(row.at("hour"))] += std::stoi(row.at("visits"));
        for (const auto& row : rows_of(package / "durations.csv")) {
            if (row.at("event") != event) continue;
            std::istringstream list(row.at("durations_ms"));
            for (std::string ms; std::getline(list, ms, '|');) durations.push_back(std::stod(ms));
        }
        std::sort(durations.begin(), durations.end());
        for (const auto& row : rows_of(package / "ledger.csv"))
            if (row.at("event") == event) ledger[row.at("measure")] += std::stoll(row.at("amount"));
    }
};

TEST_F(Booth, TheSheetOfEveryClosedEventEqualsTheExportFigureByFigure) {
    const auto done = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), program);
        arguments.insert(arguments.end(), {"--data", data_});
        const Ran ran = run(arguments);
        EXPECT_EQ(ran.exit_code, 0) << ran.err;
    };
    done({"simulate", "--sessions", "1000", "--events", "4", "--seed", "5"});
    const json events = asked({"event", "list"}, data_);
    ASSERT_EQ(events.size(), 4U);
    for (const json& event : events) {
        done({"ledger", "add", "leaflets", "300", "--event", event["event"]});
        done({"ledger", "add", "leaflets", "-20", "--event", event["event"]});
        done({"ledger", "add", "banners", "7", "--event", event["event"]});
        done({"event", "close", event["event"]});
    }
    const fs::path package = folder_.path() / "export";
    done({"export", "--out", package});
    for (const json& event : events) {
        const std::string id = event["event"];
        SCOPED_TRACE(id);
        const json sheet = asked({"event", "sheet", id, "--internal"}, data_);
        const Counted counted(package, id);
        EXPECT_GT(counted.figures.at("started"), 100);
        for (const auto& [figure, count] : counted.figures) EXPECT_EQ(sheet[figure], count) << figure;
        const std::size_t n = counted.durations.size();
        EXPECT_EQ(sheet["median_ms"], (counted.durations[(n - 1) / 2] + counted.durations[n / 2]) / 2);
        EXPECT_EQ(sheet["hours"].size(), counted.hours.size());
        for (const json& hour : sheet["hours"]) EXPECT_EQ(hour["started"], counted.hours.at(hour["hour"]));
        EXPECT_EQ(sheet["ledger"].size(), counted.ledger.size());
        for (const json& line : sheet["ledger"])
            EXPECT_EQ(line["amount"], counted.ledger.at(line["measure"]));
    }
}

TEST_F(Booth, TheLockOutHoldsOverFiftyRestartsWithTheClockMovedBack) {
    {
        RunningKiosk kiosk(setting());
        set_pins(kiosk);
        touch(kiosk, "booth.lock");
        ask_for_panel(kiosk);
        for (int i = 0; i < 5; ++i) {
            type_pin(kiosk, "111222");
            pause(i < 4 ? 2'000 : 100);
        }
        kiosk.kill_at_once();
    }
    EXPECT_EQ(store::Store::open(data_).wrong_tries(), 5);
    for (int restart = 1; restart <= 50; ++restart) {
        SCOPED_TRACE("restart " + std::to_string(restart));
        auto back = setting();
        back.before = "export FAKETIME='-" + std::to_string(restart) + "d' LD_PRELOAD=" + word(XY_FAKETIME) +
                      " FAKETIME_DONT_FAKE_MONOTONIC=1;";
        RunningKiosk kiosk(back);
        ask_by_key(kiosk);
        const Shown shown = kiosk.wait_for("pin");
        ASSERT_NE(shown.widget("pin.1"), nullptr);
        EXPECT_FALSE(shown.widget("pin.1")->enabled) << "locked";
        kiosk.kill_at_once();
    }
    // Once the whole time has gone by in one piece, the right PIN opens.
    RunningKiosk kiosk(setting());
    ask_for_panel(kiosk);
    kiosk.wait_until(
        "the end of the lock",
        [](const Shown& shown) { return shown.widget("pin.1") != nullptr && shown.widget("pin.1")->enabled; },
        Seconds(20));
    type_pin(kiosk, "246813");
    kiosk.wait_for("panel");
    kiosk.kill_at_once();
    EXPECT_EQ(store::Store::open(data_).wrong_tries(), 0);
}

}  // namespace
}  // namespace xy::end_to_end
