// xiangyang ledger add|list|undo
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fmt/core.h>
#include <iostream>
#include <memory>

#include "base/identifier.h"
#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "json/writer.h"
#include "outreach/ledger.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;
using outreach::LedgerEntry;
using outreach::Precision;

struct LedgerOptions {
    fs::path data;
    fs::path config;
    fs::path questions;
    std::string event;
    std::string measure;
    std::int64_t amount = 0;
    std::string precision = "exact";
    std::string note;
    std::string id;
    bool yes = false;
    bool json = false;
};

json::Record record_of(const LedgerEntry& entry) {
    return {{"entry", to_hex(entry.id)},
            {"event", entry.event},
            {"measure", entry.measure},
            {"title_zh", entry.title.zh},
            {"title_en", entry.title.en},
            {"unit_zh", entry.unit.zh},
            {"unit_en", entry.unit.en},
            {"amount", entry.amount},
            {"precision", std::string(code(entry.precision))},
            {"note", entry.note},
            {"undone", entry.undone}};
}

void print(const LedgerEntry& entry) {
    const std::string line = fmt::format(
        "{}  {}  {} {:+} {}{}{}{}", to_hex(entry.id), entry.event, entry.title.zh, entry.amount,
        entry.unit.zh, entry.precision == Precision::exact ? "" : "  " + std::string(code(entry.precision)),
        entry.note.empty() ? "" : "  " + entry.note, entry.undone ? "  (撤销)" : "");
    fmt::print("{}\n", printable(line));
}

/// The event that was named, or the open one.
std::string event_of(store::Store& store, const std::string& wanted) {
    if (!wanted.empty()) return wanted;
    if (const auto open = store.open_event()) return open->id;
    throw CannotDo("no event is open; name one with --event, `xiangyang event list` shows them");
}

outreach::Measure measure_of(const LedgerOptions& options) {
    const bank::Configuration configuration = usable_configuration(options.config, options.questions);
    std::string all;
    for (const outreach::Measure& measure : configuration.measures) {
        if (measure.id == options.measure) return measure;
        all += (all.empty() ? "" : ", ") + measure.id;
    }
    throw CannotDo("there is no measure \"" + options.measure + "\"; known are: " + all);
}

int run_add(LedgerOptions options) {
    if (!options.note.empty()) options.note = typed_text("--note", options.note);
    const outreach::Measure measure = measure_of(options);
    store::Store store = open_existing(options.data);
    const LedgerEntry entry{
        .id = new_random_id(),
        .event = event_of(store, options.event),
        .measure = measure.id,
        .title = measure.title,
        .unit = measure.unit,
        .amount = options.amount,
        .precision = outreach::parse_precision(options.precision).value_or(Precision::exact),
        .note = options.note,
        .undone = false};
    if (!options.yes && outreach::is_surprising(entry.amount, store.ledger_of(entry.event), entry.measure))
        throw ProblemFound(fmt::format(
            "{} is far more than was entered of \"{}\" at this event so far; say --yes if it is so",
            entry.amount, entry.measure));
    store.add_to_ledger(entry);
    if (options.json)
        std::cout << json::to_json(record_of(entry));
    else
        print(entry);
    return 0;
}

int run_list(const LedgerOptions& options) {
    store::Store store = open_existing(options.data);
    const auto entries = store.ledger_of(event_of(store, options.event));
    if (options.json) {
        std::vector<json::Record> records;
        for (const LedgerEntry& entry : entries) records.push_back(record_of(entry));
        std::cout << json::to_json(records);
        return 0;
    }
    for (const LedgerEntry& entry : entries) print(entry);
    return 0;
}

int run_undo(const LedgerOptions& options) {
    const auto id = parse_random_id(options.id);
    if (!id) throw CannotDo("\"" + options.id + "\" is no entry; `xiangyang ledger list` shows their ids");
    store::Store store = open_existing(options.data);
    store.undo_in_ledger(*id);
    if (options.json) std::cout << json::to_json(json::Record{{"entry", options.id}, {"undone", true}});
    return 0;
}

CLI::App* add_verb(CLI::App& ledger, LedgerOptions& options, const std::string& name,
                   const std::string& purpose) {
    CLI::App* verb = ledger.add_subcommand(name, purpose);
    add_data_option(*verb, options.data, "Data folder of the kiosk");
    verb->add_flag("--json", options.json, "Print JSON");
    return verb;
}

}  // namespace

void add_ledger_command(CLI::App& app, int& exit_code) {
    CLI::App* ledger =
        app.add_subcommand("ledger", "Log what was handed out and done at an event (活动台账)");
    ledger->require_subcommand(1);
    ledger->footer(
        "Entries are only added; a mistake is undone, never erased. Notes name nobody.\n\n"
        "Examples:\n"
        "  xiangyang ledger add leaflets 300 --data ./data\n"
        "  xiangyang ledger add consultations 200 --precision about --note 村口\n"
        "  xiangyang ledger list --event e-2026-06-26-3f9a2c --json\n"
        "  xiangyang ledger undo 00112233445566778899aabbccddeeff");
    const auto options = std::make_shared<LedgerOptions>();
    const auto does = [&exit_code](CLI::App* verb, std::function<int()> work) {
        verb->callback([&exit_code, work = std::move(work)] { exit_code = run(work); });
    };
    CLI::App* add = add_verb(*ledger, *options, "add", "Add an amount to a measure; a negative one corrects");
    add_configuration_options(*add, options->config, options->questions);
    add->add_option("measure", options->measure, "Id of a measure of measures.json")->required();
    add->add_option("amount", options->amount, "How many")->required();
    add->add_option("--event", options->event, "Id of the event (default: the open one)");
    add->add_option("--precision", options->precision, "How exact: exact, about (约), over (余), more (多)")
        ->check(CLI::IsMember({"exact", "about", "over", "more"}))
        ->capture_default_str();
    add->add_option("--note", options->note, "A note that names nobody");
    add->add_flag("--yes", options->yes,
                  "Also more than ten times the largest entry so far (a first one: over 10000)");
    does(add, [options] { return run_add(*options); });

    CLI::App* list = add_verb(*ledger, *options, "list", "The entries of an event, in the order of entering");
    list->add_option("--event", options->event, "Id of the event (default: the open one)");
    does(list, [options] { return run_list(*options); });

    CLI::App* undo = add_verb(*ledger, *options, "undo", "Mark an entry as undone");
    undo->add_option("entry", options->id, "Its id, as `ledger list` shows it")->required();
    does(undo, [options] { return run_undo(*options); });
}

}  // namespace xy::cli
