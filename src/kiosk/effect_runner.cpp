#include "kiosk/effect_runner.h"

#include <spdlog/spdlog.h>

#include "review/strict_rules.h"
#include "kiosk/stored_commands.h"

namespace xy::kiosk {
namespace {

using screens::Action;
using store::Store;
using store::StoreError;
using Answer = std::optional<Action>;

/// How much of an export is done when its files are made on the own disk, and of a report.
constexpr double export_share = 0.4;
constexpr double report_share = 0.85;

Answer apply(const screens::BeginSession& effect, Store& store) {
    store.begin(effect.start);
    return screens::Recorded{};
}
Answer apply(const screens::SaveAnswer& effect, Store& store) {
    store.add(effect.session, effect.answer);
    return screens::Recorded{};
}
Answer apply(const screens::SavePledge& effect, Store& store) {
    store.pledge(effect.session, effect.given);
    return screens::Recorded{};
}
Answer apply(const screens::FinishSession& effect, Store& store) {
    store.finish(effect.end);
    return screens::Recorded{};
}
Answer apply(const screens::CountToday& effect, Store& store) {
    return screens::TodayCounted{store.started_on(effect.event, effect.day)};
}
Answer apply(const screens::PanelCommand&, Store&) {
    return std::nullopt;  // has a way of its own
}

Answer not_recorded(const StoreError&) {
    return screens::RecordFailed{};
}
Answer no_count(const StoreError&) {
    return std::nullopt;
}
Answer command_failed(const StoreError& error) {
    return screens::PanelEvent{screens::PanelFailed{error.what()}};
}

Answer carry_failed(const StoreError& error) {
    return screens::PanelEvent{screens::CarryEnded{{}, error.what(), screens::CarryFault::other}};
}

/// Answers refer to the event and to item versions, so those are registered before the first of them.
void register_configuration(const bank::Configuration& configuration, Store& store) {
    for (const outreach::Event& event : configuration.events) store.plan_event(event);
    store.put_items(configuration.banks);
}

/// Done by the writer, after what was asked before; an answer given meanwhile waits for it.
Answer review_banks(const std::vector<quiz::Bank>& banks, const std::string& day) {
    const Checked<review::StrictData> data = review::shipped_strict_data();
    if (!data.value) {
        for (const Problem& problem : data.problems) spdlog::error("{}", to_string(problem));
        return std::nullopt;
    }
    const auto remarks = review::rule_problems({banks, *data.value, day});
    return screens::PanelEvent{screens::BanksReviewed{static_cast<int>(remarks.size())}};
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

EffectRunner::EffectRunner(const std::filesystem::path& data, const bank::Configuration& configuration,
                           const Places& places, const std::function<void()>& wake)
    : data_(data),
      configuration_(configuration),
      registered_(std::make_shared<bool>(false)),
      carrier_(places, wake),
      recorder_(data, wake) {}

EffectRunner::~EffectRunner() {
    carrier_.stop();
}

void EffectRunner::run(const std::vector<screens::Effect>& effects) {
    for (const screens::Effect& effect : effects) start(effect);
}

void EffectRunner::start(const screens::Effect& effect) {
    if (const auto* command = std::get_if<screens::PanelCommand>(&effect)) return start(*command);
    const bool counts = std::holds_alternative<screens::CountToday>(effect);
    post(
        [effect](Store& store) { return std::visit([&](const auto& e) { return apply(e, store); }, effect); },
        counts ? no_count : not_recorded);
}

void EffectRunner::start(const screens::PanelCommand& command) {
    if (is_stored(command)) {
        post(
            [command, data = data_](Store& store) -> Answer {
                if (auto said = run_stored(command, store, data)) return Action(*std::move(said));
                return std::nullopt;
            },
            command_failed);
    } else if (const auto* review = std::get_if<screens::ReviewBanks>(&command)) {
        post([this, day = review->day](Store&) -> Answer { return review_banks(configuration_.banks, day); },
             command_failed);
    } else if (const auto* carry = std::get_if<screens::CarryPackage>(&command)) {
        start(*carry);
    } else if (const auto* report = std::get_if<screens::CarryReport>(&command)) {
        start(*report);
    } else if (std::holds_alternative<screens::FindSticks>(command)) {
        carrier_.find();
    } else if (std::holds_alternative<screens::StopCarry>(command)) {
        carrier_.stop();
    } else if (std::holds_alternative<screens::QuitProgram>(command)) {
        quit_ = true;
    }
}

void EffectRunner::start(const screens::CarryPackage& command) {
    carry_away({.package = data_ / "outbox", .to = command.stick, .name = command.name, .done = export_share},
               [this](Store& store, Delivery delivery, const Progress& progress) {
                   write_export(store, delivery.package, configuration_, progress);
                   return delivery;
               });
}

void EffectRunner::start(const screens::CarryReport& command) {
    carry_away(
        {.package = data_ / "outbox-report", .to = command.place, .name = command.name, .done = report_share},
        [this, command](Store& store, Delivery delivery, const Progress& progress) {
            const WrittenReport written =
                write_report(store, delivery.package, configuration_, command, progress);
            delivery.nothing_took_place = written.nothing_took_place;
            return delivery;
        });
}

/// First the files are made on the own disk, by the store's writer; then they are carried by a thread of its
/// own.
void EffectRunner::carry_away(Delivery delivery, Fill fill) {
    carrier_.begin();
    post(
        [this, delivery = std::move(delivery), fill = std::move(fill)](Store& store) -> Answer {
            const auto progress = [&](double share) {
                carrier_.moved(delivery.done * share);
                return !carrier_.stopped();
            };
            try {
                carrier_.carry(fill(store, delivery, progress));
            } catch (const Stopped&) {
                carrier_.ended({{}, "stopped", screens::CarryFault::stopped});
            } catch (const std::exception& error) {
                carrier_.ended({{}, error.what(), screens::CarryFault::other});
            }
            return std::nullopt;
        },
        carry_failed);
}

void EffectRunner::post(Work work, Failure failure) {
    Pending pending{0, std::make_shared<Answer>(), failure};
    auto job = [this, work = std::move(work), registered = registered_,
                answer = pending.answer](Store& store) {
        if (!*registered) {
            report(store.opening());
            register_configuration(configuration_, store);
            *registered = true;
        }
        *answer = work(store);
    };
    pending.ticket = recorder_.post(std::move(job));
    pending_.push_back(std::move(pending));
}

std::vector<Action> EffectRunner::take_actions() {
    std::vector<Action> actions;
    for (const store::Recorded& recorded : recorder_.take_recorded()) {
        if (recorded.error) spdlog::error("the store: {}", recorded.error->what());
        if (recorded.ticket == 0) {
            opening_error_ = recorded.error;
            continue;
        }
        if (pending_.empty() || pending_.front().ticket != recorded.ticket) continue;
        const Pending done = std::move(pending_.front());
        pending_.pop_front();
        const Answer said = recorded.error ? done.failure(*recorded.error) : *done.answer;
        if (said) actions.push_back(*said);
    }
    for (screens::PanelEvent& event : carrier_.take_events()) actions.emplace_back(std::move(event));
    return actions;
}

}  // namespace xy::kiosk
