#include "kiosk/stored_commands.h"

#include <system_error>

#include "access/pin.h"
#include "kiosk/device.h"

namespace xy::kiosk {
namespace {

using access::Role;
using store::Store;

bool pins_set(Store& store) {
    return store.pin_hash(code(Role::volunteer)) && store.pin_hash(code(Role::organizer));
}

}  // namespace

StoredCommands::Happened StoredCommands::operator()(const screens::LoadSetup&) const {
    return screens::SetupKnown{store.open_event(), pins_set(store), store.wrong_tries()};
}

StoredCommands::Happened StoredCommands::operator()(const screens::CheckPin& command) const {
    const int wrong = store.wrong_tries();
    store.set_wrong_tries(wrong + 1);
    for (const Role role : {Role::organizer, Role::volunteer}) {
        const auto hash = store.pin_hash(code(role));
        if (!hash || !access::matches(*hash, command.digits)) continue;
        store.set_wrong_tries(0);
        return screens::PinChecked{role};
    }
    return screens::PinChecked{};
}

StoredCommands::Happened StoredCommands::operator()(const screens::KeepPin& command) const {
    store.set_pin_hash(code(command.role), access::hash_of(command.digits));
    store.set_wrong_tries(0);
    return screens::PinKept{pins_set(store)};
}

StoredCommands::Happened StoredCommands::operator()(const screens::LoadPanel& command) const {
    screens::PanelFacts facts;
    facts.events = store.events();
    const auto open = store.open_event();
    if (open) {
        facts.sheet = store.sheet(open->id);
        facts.totals = facts.sheet->ledger;
        facts.entries = store.ledger_of(open->id);
    }
    if (!command.sheet_of.empty() && (!open || open->id != command.sheet_of))
        facts.sheet = store.sheet(command.sheet_of);
    facts.notices = store.notices();
    facts.last_day = store.last_day();
    std::error_code ignored;
    facts.free_bytes = std::filesystem::space(data, ignored).available;
    facts.battery_percent = battery_percent("/sys/class/power_supply");
    return screens::PanelKnown{std::move(facts)};
}

StoredCommands::Happened StoredCommands::operator()(const screens::AddEntry& command) const {
    store.add_to_ledger(command.entry);
    return std::nullopt;
}

StoredCommands::Happened StoredCommands::operator()(const screens::MarkUndone& command) const {
    store.undo_in_ledger(command.entry);
    return std::nullopt;
}

StoredCommands::Happened StoredCommands::operator()(const screens::PlanEvent& command) const {
    store.plan_event(command.event);
    return std::nullopt;
}

StoredCommands::Happened StoredCommands::operator()(const screens::SetEventState& command) const {
    store.set_event_state(command.event, command.state);
    return std::nullopt;
}

StoredCommands::Happened StoredCommands::operator()(const screens::DeletePracticeData&) const {
    store.delete_practice();
    return std::nullopt;
}

StoredCommands::Happened StoredCommands::operator()(const screens::CheckIntegrity&) const {
    return screens::StoreChecked{store.find_damage()};
}

}  // namespace xy::kiosk
