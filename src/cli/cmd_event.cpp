// xiangyang event list|new|open|close|sheet
#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/known.h"
#include "figures/shown_sheet.h"
#include "json/writer.h"
#include "outreach/internal_mark.h"
#include "report/sheet_record.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;
using outreach::Event;
using outreach::EventState;

struct EventOptions {
    fs::path data;
    fs::path config;
    fs::path questions;
    std::string id;
    std::string place;
    std::string venue;
    std::string occasion;
    std::string day;
    std::string name;
    bool open = false;
    bool yes = false;
    bool internal = false;
    bool json = false;
};

json::Record record_of(const Event& event) {
    return {{"event", event.id},
            {"state", std::string(code(event.state))},
            {"day", event.day},
            {"name_zh", event.name.zh},
            {"name_en", event.name.en},
            {"place_zh", event.place.zh},
            {"place_en", event.place.en},
            {"place_code", event.place_code},
            {"venue", event.venue},
            {"occasion_zh", event.occasion.zh},
            {"occasion_en", event.occasion.en}};
}

void print(const Event& event, bool json) {
    if (json)
        std::cout << json::to_json(record_of(event));
    else
        fmt::print("{}\n", printable(fmt::format("{}  {:7}  {:10}  {} · {}", event.id, code(event.state),
                                                 event.day, event.name.zh, event.place.zh)));
}

int run_list(const EventOptions& options) {
    store::Store store = open_existing(options.data);
    if (options.json) {
        std::vector<json::Record> records;
        for (const Event& event : store.events()) records.push_back(record_of(event));
        std::cout << json::to_json(records);
        return 0;
    }
    for (const Event& event : store.events()) print(event, false);
    return 0;
}

/// Whether an event may be opened now; an event of another day needs a yes.
void check_day(const Event& event, bool yes) {
    if (yes || event.day.empty() || event.day == today()) return;
    throw ProblemFound(fmt::format("{} is planned for {}, and today is {}; say --yes to open it all the same",
                                   event.id, event.day, today()));
}

Event planned_event(const EventOptions& options) {
    const bank::Configuration lists = usable_configuration(options.config, options.questions);
    Event event;
    event.id = "e-" + options.day + "-" + to_hex(new_random_id()).substr(0, 6);
    event.day = options.day;
    const auto id_of = [](const auto& thing) { return thing.id; };
    const auto& place =
        known(lists.places, options.place, "place", [](const outreach::Place& p) { return p.code; });
    event.place_code = place.code;
    event.place = place.name;
    LocalizedText venue;
    if (!options.venue.empty()) {
        const auto& kind = known(lists.venues, options.venue, "venue", id_of);
        event.venue = kind.id;
        venue = kind.title;
    }
    if (!options.occasion.empty())
        event.occasion = known(lists.occasions, options.occasion, "occasion", id_of).title;
    event.name = options.name.empty() ? outreach::composed_name(event.occasion, venue, event.place)
                                      : LocalizedText{options.name, options.name};
    return event;
}

int run_new(EventOptions options) {
    options.day = options.day.empty() ? today() : typed_day("--day", options.day);
    if (!options.name.empty()) options.name = typed_text("--name", options.name);
    const Event event = planned_event(options);
    if (options.open) check_day(event, options.yes);
    store::Store store = open_or_make(options.data);
    store.plan_event(event);
    if (options.open) store.set_event_state(event.id, EventState::open);
    print(known_event(store, event.id), options.json);
    return 0;
}

int run_change(const EventOptions& options, EventState state) {
    store::Store store = open_existing(options.data);
    const Event event = known_event(store, options.id);
    if (state == EventState::open) check_day(event, options.yes);
    store.set_event_state(event.id, state);
    print(known_event(store, event.id), options.json);
    return 0;
}

/// ※: withheld.
std::string text_of(const outreach::ShownSheet::Count& count) {
    return count ? std::to_string(*count) : "※";
}

void print(const outreach::ShownSheet& sheet) {
    if (sheet.internal) fmt::print("{}\n", outreach::internal_mark_zh);
    fmt::print("{}\n", printable(fmt::format("{} · {}  {}", sheet.event.name.zh, sheet.event.place.zh,
                                             sheet.event.day)));
    fmt::print("参加人次 {}  完成人次 {}  中途离开 {}  超时结束 {}\n", text_of(sheet.started),
               text_of(sheet.completed), text_of(sheet.abandoned), text_of(sheet.timed_out));
    fmt::print("答对 {}  答题 {}  跳过 {}  许下约定 {}\n", text_of(sheet.right_answers),
               text_of(sheet.answered_items), text_of(sheet.skipped_items), text_of(sheet.pledges_given));
    for (const outreach::LedgerLine& line : sheet.ledger)
        fmt::print("{} {} {}\n", printable(line.title.zh), line.total.amount, printable(line.unit.zh));
    if (sheet.withholds)
        fmt::print("※ 小于 {} 的数，和能算出它的数，不显示（--internal 全部显示，只供内部）\n",
                   stats::usual_threshold);
}

int run_sheet(const EventOptions& options) {
    store::Store store = open_existing(options.data);
    const outreach::ShownSheet sheet =
        figures::shown_sheet(store.sheet(known_event(store, options.id).id),
                             options.internal ? figures::Readers::office : figures::Readers::everyone);
    if (options.json)
        std::cout << json::to_json(report::sheet_record(sheet));
    else
        print(sheet);
    return 0;
}

CLI::App* add_verb(CLI::App& event, EventOptions& options, const std::string& name,
                   const std::string& purpose) {
    CLI::App* verb = event.add_subcommand(name, purpose);
    add_data_option(*verb, options.data, "Data folder of the kiosk");
    verb->add_flag("--json", options.json, "Print JSON");
    return verb;
}

}  // namespace

void add_event_command(CLI::App& app, int& exit_code) {
    CLI::App* event =
        app.add_subcommand("event", "Plan, open and close events (活动); print the sheet of one");
    event->require_subcommand(1);
    event->footer(
        "At most one event is open; opening one closes the other.\n\n"
        "Examples:\n"
        "  xiangyang event list --data ./data\n"
        "  xiangyang event new --place 990100101001 --venue school --occasion june-26 --open\n"
        "  xiangyang event new --place 990100102001 --name 石桥赶集 --day 2026/6/26\n"
        "  xiangyang event close e-2026-06-26-3f9a2c\n"
        "  xiangyang event sheet e-2026-06-26-3f9a2c --json\n"
        "  xiangyang event sheet e-2026-06-26-3f9a2c --internal");
    const auto options = std::make_shared<EventOptions>();
    const auto does = [&exit_code](CLI::App* verb, std::function<int()> work) {
        verb->callback([&exit_code, work = std::move(work)] { exit_code = run(work); });
    };
    does(add_verb(*event, *options, "list", "All events with their state"),
         [options] { return run_list(*options); });

    CLI::App* made = add_verb(*event, *options, "new", "Plan an event; prints it with its id");
    add_configuration_options(*made, options->config, options->questions);
    made->add_option("--place", options->place, "Code of a place of places.json")->required();
    made->add_option("--venue", options->venue, "Id of a venue kind of venues.json");
    made->add_option("--occasion", options->occasion, "Id of an occasion of occasions.json");
    made->add_option("--day", options->day, "Planned for: 2026-06-26, 2026/6/26, 6月26日 … (default: today)");
    made->add_option("--name", options->name, "Its name (default: composed of occasion and venue)");
    made->add_flag("--open", options->open, "Open it at once");
    made->add_flag("--yes", options->yes, "Open it also when it is planned for another day");
    does(made, [options] { return run_new(*options); });

    CLI::App* opened = add_verb(*event, *options, "open", "Open an event: visits are counted for it");
    opened->add_option("event", options->id, "Its id")->required();
    opened->add_flag("--yes", options->yes, "Also when it is planned for another day");
    does(opened, [options] { return run_change(*options, EventState::open); });

    CLI::App* closed = add_verb(*event, *options, "close", "Close an event");
    closed->add_option("event", options->id, "Its id")->required();
    does(closed, [options] { return run_change(*options, EventState::closed); });

    CLI::App* sheet =
        add_verb(*event, *options, "sheet", "The figures of one event (活动登记表), to be copied");
    sheet->add_option("event", options->id, "Its id")->required();
    sheet->add_flag("--internal", options->internal, "Withhold nothing: for the office only, and marked so");
    does(sheet, [options] { return run_sheet(*options); });
}

}  // namespace xy::cli
