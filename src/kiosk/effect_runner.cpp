#include "kiosk/effect_runner.h"

#include <spdlog/spdlog.h>

namespace xy::kiosk {
namespace {

using store::Store;

void apply(const screens::BeginSession& effect, Store& store) {
    store.begin(effect.start);
}
void apply(const screens::SaveAnswer& effect, Store& store) {
    store.add(effect.session, effect.answer);
}
void apply(const screens::SavePledge& effect, Store& store) {
    store.pledge(effect.session, effect.given);
}
void apply(const screens::FinishSession& effect, Store& store) {
    store.finish(effect.end);
}

/// Answers refer to the event and to item versions, so those are registered before the first of them.
void register_booth(const screens::Booth& booth, Store& store) {
    if (booth.event) store.put_event(*booth.event);
    store.put_items(booth.banks);
}

void report(const store::Opening& opening) {
    if (opening.created) spdlog::info("a new store was made");
    if (opening.abandoned > 0)
        spdlog::info("{} unfinished sessions were closed as abandoned", opening.abandoned);
    if (opening.set_aside)
        spdlog::error("the store was damaged; it was set aside as {} and a new one begun",
                      opening.set_aside->string());
}

}  // namespace

EffectRunner::EffectRunner(const std::filesystem::path& data, const screens::Booth& booth,
                           std::function<void()> wake)
    : booth_(std::make_shared<const screens::Booth>(booth)),
      registered_(std::make_shared<bool>(false)),
      recorder_(data, std::move(wake)) {}

void EffectRunner::run(const std::vector<screens::Effect>& effects) {
    for (const screens::Effect& effect : effects) post(effect);
}

void EffectRunner::post(const screens::Effect& effect) {
    Pending pending;
    if (std::holds_alternative<screens::CountToday>(effect))
        pending.count = std::make_shared<std::int64_t>(0);
    auto job = [effect, booth = booth_, registered = registered_, count = pending.count](Store& store) {
        if (!*registered) {
            report(store.opening());
            register_booth(*booth, store);
            *registered = true;
        }
        std::visit(
            [&](const auto& e) {
                if constexpr (std::is_same_v<std::decay_t<decltype(e)>, screens::CountToday>)
                    *count = store.started_on(e.event, e.day);
                else
                    apply(e, store);
            },
            effect);
    };
    pending.ticket = recorder_.post(std::move(job));
    pending_.push_back(std::move(pending));
}

std::vector<screens::Action> EffectRunner::take_actions() {
    std::vector<screens::Action> actions;
    for (const store::Recorded& recorded : recorder_.take_recorded()) {
        if (recorded.error) spdlog::error("the store: {}", recorded.error->what());
        if (recorded.ticket == 0) {
            opening_error_ = recorded.error;
            continue;
        }
        if (pending_.empty() || pending_.front().ticket != recorded.ticket) continue;
        const Pending done = std::move(pending_.front());
        pending_.pop_front();
        if (!done.count)
            actions.emplace_back(recorded.error ? screens::Action(screens::RecordFailed{})
                                                : screens::Action(screens::Recorded{}));
        else if (!recorded.error)
            actions.emplace_back(screens::TodayCounted{*done.count});
    }
    return actions;
}

}  // namespace xy::kiosk
