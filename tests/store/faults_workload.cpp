#include "store/faults_workload.h"

#include <sstream>

#include "store/examples.h"
#include "store/older_file.h"

namespace xy::store {
namespace {

using namespace examples;

/// As version `version` of the program left it, with an event, `visits` visits and an item.
void write_old_file(const std::filesystem::path& database, int version, int visits) {
    std::ostringstream sql;
    sql << "BEGIN;" << schema_step(1)
        << "INSERT INTO event VALUES ('market-2025', '赶集日宣传', 'Market day', '城关镇', 'Chengguan', '', "
           "'rural', '', '', 'open'); INSERT INTO setup VALUES (1, '07', 'three-minute', 'p1');";
    for (int i = 0; i < visits; ++i)
        sql << "INSERT INTO session VALUES (x'" << to_hex(id(static_cast<std::uint32_t>(9'000 + i)))
            << "', 'market-2025', 1, 'pupil', 'zh', 0, '2025-06-26', " << 8 + i % 8
            << ", 'completed', 61000, 1);";
    sql << schema_steps(2, version) << "PRAGMA application_id = 0x5859515A; PRAGMA user_version = " << version
        << "; COMMIT;";
    run_as_older(database, sql.str(), version);
}

void add_visit(ProgramRun& run, std::uint32_t number, bool practice = false) {
    run.emplace_back([=](Store& store) {
        quiz::SessionStart visit = start(id(number));
        visit.practice = practice;
        store.begin(visit);
    });
    for (int position = 0; position < 4; ++position)
        run.emplace_back([=](Store& store) {
            const bool wrong = (number + static_cast<std::uint32_t>(position)) % 3 == 0;
            store.add(id(number), answer(position, wrong ? quiz::OptionSet{1} : quiz::OptionSet{2}));
        });
    run.emplace_back([=](Store& store) { store.pledge(id(number), number % 2 == 0); });
    if (number % 5 == 4) return;  // somebody who walks away: abandoned at the next start
    run.emplace_back([=](Store& store) {
        quiz::SessionEnd done = end(id(number));
        done.pledge = number % 2 == 0;
        store.finish(done);
    });
}

void know_event_and_bank(ProgramRun& run) {
    run.emplace_back([](Store& store) { store.put_event(event()); });
    run.emplace_back([](Store& store) { store.put_items(std::vector<quiz::Bank>{bank()}); });
}

}  // namespace

Workload day_at_the_booth() {
    ProgramRun morning;
    know_event_and_bank(morning);
    for (const std::string role : {"volunteer", "organizer"})
        morning.emplace_back([=](Store& store) { store.set_pin_hash(role, "hash of " + role); });
    for (std::uint32_t visit = 0; visit < 5; ++visit) add_visit(morning, visit);
    add_visit(morning, 100, true);
    morning.emplace_back([](Store& store) { store.add_to_ledger(entry(id(1), 300)); });
    morning.emplace_back([](Store& store) { store.add_to_ledger(entry(id(2), 20)); });
    morning.emplace_back([](Store& store) { store.undo_in_ledger(id(2)); });
    morning.emplace_back([](Store& store) { store.set_wrong_tries(3); });
    for (const std::string month : {"05", "06"})
        morning.emplace_back([=](Store& store) {
            store.publish(publication("2025-" + month + "-01", "2025-" + month + "-30"));
        });
    morning.emplace_back([](Store& store) { store.put_booth_settings({"village", true}); });
    morning.emplace_back([](Store& store) { store.delete_practice(); });
    ProgramRun afternoon;
    afternoon.emplace_back([](Store& store) { store.set_wrong_tries(0); });
    afternoon.emplace_back([](Store& store) {
        outreach::Event planned = event("school-2025");
        planned.state = outreach::EventState::planned;
        store.plan_event(planned);
    });
    for (std::uint32_t visit = 5; visit < 8; ++visit) add_visit(afternoon, visit);
    afternoon.emplace_back(
        [](Store& store) { store.set_event_state("school-2025", outreach::EventState::open); });
    afternoon.emplace_back([](Store& store) { store.set_pin_hash("volunteer", "another hash"); });
    return {"a day at the booth", {}, {morning, afternoon}};
}

Workload import_of_a_package() {
    ProgramRun run;
    know_event_and_bank(run);
    run.emplace_back([](Store& store) {
        store.in_one_transaction([&] {
            for (std::uint32_t i = 0; i < 60; ++i) {
                store.put_session({start(id(i)), quiz::Outcome::completed, Milliseconds(61'000), true});
                for (int position = 0; position < 4; ++position) store.add(id(i), answer(position));
            }
            for (std::uint32_t i = 0; i < 10; ++i) store.add_to_ledger(entry(id(i), 10));
        });
    });
    add_visit(run, 1'000);
    return {"an import", {}, {run}};
}

std::vector<Workload> migrations() {
    std::vector<Workload> all;
    for (int version = 1; !schema_step(version + 1).empty(); ++version) {
        ProgramRun run;
        know_event_and_bank(run);
        add_visit(run, 1);
        const auto before = [version](const std::filesystem::path& database) {
            write_old_file(database, version, 40);
        };
        all.push_back({"from version " + std::to_string(version), before, {run}});
    }
    return all;
}

std::vector<Workload> all_workloads() {
    std::vector<Workload> all = migrations();
    all.push_back(import_of_a_package());
    all.push_back(day_at_the_booth());
    return all;
}

std::string contents_of(Store& store) {
    std::ostringstream said;
    for (const outreach::Event& event : store.events())
        said << "event " << event.id << ' ' << event.name.zh << ' ' << static_cast<int>(event.state) << '\n';
    store.walk(
        [&](const SessionRow& row) {
            const bool open = row.outcome == quiz::Outcome::open;
            said << "visit " << to_hex(row.start.id) << ' ' << row.start.event << ' ' << row.start.audience
                 << ' ' << row.start.practice << ' '
                 << quiz::code(open ? quiz::Outcome::abandoned : row.outcome) << ' '
                 << (row.pledge ? (*row.pledge ? "yes" : "no") : "-") << '\n';
        },
        [&](const StoredAnswer& answer) {
            said << "  " << answer.position << ' ' << answer.item->item << ' ' << answer.chosen << ' '
                 << (answer.correct && *answer.correct) << '\n';
        });
    for (const outreach::LedgerEntry& entry : store.ledger())
        said << "entry " << to_hex(entry.id) << ' ' << entry.amount << ' ' << entry.undone << '\n';
    for (const outreach::Publication& each : store.publications()) {
        said << "published " << each.from << ' ' << each.to << ' ' << each.events->size() << '\n';
        for (const outreach::PublishedCount& count : each.counts)
            said << "  " << count.name << ' ' << count.count << ' ' << count.shown << '\n';
    }
    const outreach::BoothSettings settings = store.booth_settings();
    said << "programme " << settings.programme << (settings.practice ? ", practice\n" : "\n");
    for (const char* role : {"volunteer", "organizer"})
        said << "pin " << store.pin_hash(role).value_or("none") << '\n';
    said << "tries " << store.wrong_tries() << ", items " << store.items().size() << '\n';
    return said.str();
}

}  // namespace xy::store
