#include "kiosk/stored_wishes.h"

#include <array>
#include <system_error>
#include <type_traits>

#include "access/pin.h"
#include "kiosk/device.h"

namespace xy::kiosk {
namespace {

using access::Role;
using screens::PanelNews;
using store::Store;

bool pins_set(Store& store) {
    return store.pin_hash(code(Role::volunteer)) && store.pin_hash(code(Role::organizer));
}

struct Doing {
    Store& store;
    const std::filesystem::path& data;
    using Said = std::optional<PanelNews>;

    Said operator()(const screens::KnowBooth&) const {
        return screens::BoothKnown{store.open_event(), pins_set(store), store.wrong_tries()};
    }
    Said operator()(const screens::CheckPin& wish) const {
        const int wrong = store.wrong_tries();
        store.set_wrong_tries(wrong + 1);
        for (const Role role : {Role::organizer, Role::volunteer}) {
            const auto hash = store.pin_hash(code(role));
            if (!hash || !access::matches(*hash, wish.digits)) continue;
            store.set_wrong_tries(0);
            return screens::PinChecked{role};
        }
        return screens::PinChecked{};
    }
    Said operator()(const screens::KeepPin& wish) const {
        store.set_pin_hash(code(wish.role), access::hash_of(wish.digits));
        store.set_wrong_tries(0);
        return screens::PinKept{pins_set(store)};
    }
    Said operator()(const screens::LoadPanel& wish) const {
        screens::PanelFacts facts;
        facts.events = store.events();
        const auto open = store.open_event();
        if (open) {
            facts.sheet = store.sheet(open->id);
            facts.totals = facts.sheet->ledger;
            facts.entries = store.ledger_of(open->id);
        }
        if (!wish.sheet_of.empty() && (!open || open->id != wish.sheet_of))
            facts.sheet = store.sheet(wish.sheet_of);
        facts.notices = store.notices();
        facts.last_day = store.last_day();
        std::error_code ignored;
        facts.free_bytes = std::filesystem::space(data, ignored).available;
        facts.battery_percent = battery_percent("/sys/class/power_supply");
        return screens::PanelKnown{std::move(facts)};
    }
    Said operator()(const screens::AddEntry& wish) const {
        store.add_to_ledger(wish.entry);
        return std::nullopt;
    }
    Said operator()(const screens::MarkUndone& wish) const {
        store.undo_in_ledger(wish.entry);
        return std::nullopt;
    }
    Said operator()(const screens::PlanEvent& wish) const {
        store.plan_event(wish.event);
        return std::nullopt;
    }
    Said operator()(const screens::SetEventState& wish) const {
        store.set_event_state(wish.event, wish.state);
        return std::nullopt;
    }
    Said operator()(const screens::DropPractice&) const {
        store.delete_practice();
        return std::nullopt;
    }
    Said operator()(const screens::LookAtStore&) const { return screens::StoreChecked{store.find_damage()}; }
};

}  // namespace

bool is_stored(const screens::PanelWish& wish) {
    return std::visit([](const auto& w) { return std::is_invocable_v<Doing, decltype(w)>; }, wish);
}

std::optional<PanelNews> do_stored(const screens::PanelWish& wish, Store& store,
                                   const std::filesystem::path& data) {
    const Doing doing{store, data};
    return std::visit(
        [&](const auto& w) -> std::optional<PanelNews> {
            if constexpr (std::is_invocable_v<Doing, decltype(w)>)
                return doing(w);
            else
                return std::nullopt;
        },
        wish);
}

}  // namespace xy::kiosk
