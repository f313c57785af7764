#include "kiosk/stored_commands.h"

#include <algorithm>
#include <system_error>

#include "access/pin.h"
#include "access/recovery_code.h"
#include "credentials/copies.h"
#include "figures/shown_sheet.h"
#include "kiosk/device.h"

namespace xy::kiosk {
namespace {

using access::Credentials;
using access::Role;

/// Whose PIN it is; its hash is made anew where it was cheap.
std::optional<Role> owner_of(const std::string& digits, Credentials& credentials) {
    for (const Role role : {Role::organizer, Role::volunteer}) {
        auto& hash = credentials.pin(role);
        if (!hash || !access::matches(*hash, digits)) continue;
        if (access::is_outdated(*hash)) hash = access::hash_of(digits);
        return role;
    }
    return std::nullopt;
}

screens::Notice::Kind kind_of(store::Loss::Cause cause) {
    using Kind = screens::Notice::Kind;
    switch (cause) {
        case store::Loss::Cause::behind:
            return Kind::missing;
        case store::Loss::Cause::foreign:
            return Kind::foreign;
        case store::Loss::Cause::no_count:
        case store::Loss::Cause::bad_count:
            break;
    }
    return Kind::perhaps_missing;
}

std::vector<screens::Notice> notices(store::Store& store, const std::filesystem::path& data) {
    using screens::Notice;
    std::vector<Notice> all;
    for (const outreach::DoubtfulDay& doubtful : store.doubtful_days())
        all.push_back({.kind = Notice::Kind::wrong_day,
                       .day = doubtful.visits.day,
                       .visits = doubtful.visits.visits,
                       .counted_on = doubtful.counted_on});
    for (const store::FileSetAside& aside : store.files_set_aside())
        all.push_back({.kind = Notice::Kind::set_aside, .file = aside.file});
    for (const store::Loss& loss : store.losses())
        all.push_back({.kind = kind_of(loss.cause),
                       .day = loss.day,
                       .visits = loss.visits,
                       .signed_visits = loss.signed_visits});
    if (!credentials::load_copies(data, &store).credentials.recovery)
        all.push_back({.kind = Notice::Kind::no_recovery_code});
    return all;
}

}  // namespace

StoredCommands::Happened StoredCommands::operator()(const screens::LoadSetup&) const {
    const credentials::Copies copies = credentials::load_copies(data, &store);
    credentials::restore(data, store, copies);
    outreach::BoothSettings settings = store.booth_settings();
    if (settings.clock_correction != std::chrono::minutes{0} && is_clock_synchronized()) {
        settings.clock_correction = std::chrono::minutes{0};  // by now somebody else has put it right
        store.put_booth_settings(settings);
    }
    return screens::SetupKnown{store.open_event(), copies.status, copies.credentials.wrong, settings};
}

StoredCommands::Happened StoredCommands::operator()(const screens::CheckPin& command) const {
    Credentials kept = credentials::load_copies(data, &store).credentials;
    ++kept.wrong;
    credentials::keep(data, &store, kept);
    const std::optional<Role> role = owner_of(command.digits, kept);
    if (!role) return screens::PinChecked{};
    kept.wrong = 0;
    credentials::keep(data, &store, kept);
    return screens::PinChecked{role};
}

StoredCommands::Happened StoredCommands::operator()(const screens::CheckRecoveryCode& command) const {
    Credentials kept = credentials::load_copies(data, &store).credentials;
    if (!kept.recovery) return screens::RecoveryCodeChecked{.right = false, .kept = false};
    const bool right = std::any_of(command.codes.begin(), command.codes.end(), [&](const std::string& code) {
        return access::matches(*kept.recovery, code);
    });
    if (!right) return screens::RecoveryCodeChecked{false};
    kept.wrong = 0;
    credentials::keep(data, &store, kept);
    return screens::RecoveryCodeChecked{true};
}

StoredCommands::Happened StoredCommands::operator()(const screens::KeepPin& command) const {
    Credentials kept = credentials::load_copies(data, &store).credentials;
    kept.pin(command.role) = access::hash_of(command.digits);
    kept.wrong = 0;
    std::string code;
    if (command.role == Role::organizer) {
        code = access::new_recovery_code();
        kept.recovery = access::hash_of(code);
    }
    credentials::keep(data, &store, kept);
    return screens::PinKept{credentials::load_copies(data, &store).status, access::in_groups(code)};
}

StoredCommands::Happened StoredCommands::operator()(const screens::LoadPanel& command) const {
    screens::PanelFacts facts;
    facts.events = store.events();
    const auto open = store.open_event();
    const auto shown = [&](const outreach::Sheet& sheet) {
        return figures::shown_sheet(sheet,
                                    command.internal ? figures::Readers::office : figures::Readers::everyone);
    };
    if (open) {
        const outreach::Sheet sheet = store.sheet(open->id);
        facts.sheet = shown(sheet);
        facts.started = sheet.started;
        facts.totals = sheet.ledger;
        facts.entries = store.ledger_of(open->id);
    }
    if (!command.sheet_of.empty() && (!open || open->id != command.sheet_of))
        facts.sheet = shown(store.sheet(command.sheet_of));
    facts.notices = notices(store, data);
    facts.last_day = store.last_day();
    std::error_code ignored;
    facts.free_bytes = std::filesystem::space(data, ignored).available;
    facts.battery_percent = battery_percent("/sys/class/power_supply");
    return screens::PanelKnown{std::move(facts)};
}

StoredCommands::Happened StoredCommands::operator()(const screens::AddEntry& command) const {
    outreach::LedgerEntry entry = command.entry;
    if (command.becomes) {
        const auto entries = store.ledger_of(entry.event);
        entry.amount = *command.becomes - outreach::total_of(entries, entry.event, entry.measure).amount;
        if (entry.amount == 0) return std::nullopt;
    }
    store.add_to_ledger(entry);
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

StoredCommands::Happened StoredCommands::operator()(const screens::KeepSettings& command) const {
    store.put_booth_settings(command.settings);
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
