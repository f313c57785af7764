#include "kiosk/effect_runner.h"

#include <cerrno>
#include <spdlog/spdlog.h>
#include <system_error>
#include <type_traits>
#include <utility>

#include "base/overloaded.h"
#include "kiosk/device.h"
#include "kiosk/stored_commands.h"
#include "review/strict_rules.h"

namespace xy::kiosk {
namespace {

using screens::Action;
using store::Store;
using store::StoreError;
using Answer = PendingJobs::Answer;

/// How much of an export is done when its files are made on the own disk, and of a report.
constexpr double export_share = 0.4;
constexpr double report_share = 0.85;

void record(const screens::BeginSession& effect, Store& store) {
    store.begin(effect.start);
}
void record(const screens::SaveAnswer& effect, Store& store) {
    store.add(effect.session, effect.answer);
}
void record(const screens::SavePledge& effect, Store& store) {
    store.pledge(effect.session, effect.given);
}
void record(const screens::FinishSession& effect, Store& store) {
    store.finish(effect.end);
}

screens::StoreFault fault_of(store::StoreFailure reason) {
    switch (reason) {
        case store::StoreFailure::full:
            return screens::StoreFault::full;
        case store::StoreFailure::cannot_write:
            return screens::StoreFault::cannot_write;
        case store::StoreFailure::cannot_read:
            return screens::StoreFault::cannot_read;
        case store::StoreFailure::damaged:
            return screens::StoreFault::damaged;
        case store::StoreFailure::in_use:
        case store::StoreFailure::newer:
        case store::StoreFailure::refused:
            break;
    }
    return screens::StoreFault::other;
}

bool is_full(const std::error_code& code) {
    return code == std::errc::no_space_on_device || code == std::errc::file_too_large ||
           code == std::error_code(EDQUOT, std::generic_category());
}

/// What a file beside the store says, as the store would say it.
StoreError as_store_error(const std::system_error& error) {
    const std::error_code& code = error.code();
    const auto reason = is_full(code) ? store::StoreFailure::full
                        : code == std::errc::io_error || code == std::errc::too_many_files_open
                            ? store::StoreFailure::cannot_read
                            : store::StoreFailure::cannot_write;
    return {reason, error.what()};
}

/// Why no files could be made on the own disk. Who wrote them may not know that it was full.
screens::CarryFault own_fault(const std::filesystem::path& data, bool full) {
    constexpr std::uintmax_t too_little = 1U << 20U;
    std::error_code unknown;
    const std::filesystem::space_info space = std::filesystem::space(data, unknown);
    full = full || (!unknown && space.available < too_little);
    return full ? screens::CarryFault::own_disk_full : screens::CarryFault::other;
}

Answer not_recorded(const StoreError&) {
    return screens::RecordFailed{};
}
Answer no_count(const StoreError&) {
    return std::nullopt;
}
Answer command_failed(const StoreError& error) {
    return screens::PanelEvent{screens::PanelFailed{fault_of(error.reason())}};
}

Answer setup_failed(const StoreError&) {
    return screens::PanelEvent{screens::SetupFailed{}};
}

Answer carry_failed(const StoreError& error) {
    const bool full = error.reason() == store::StoreFailure::full;
    return screens::PanelEvent{screens::CarryEnded{
        {}, error.what(), full ? screens::CarryFault::own_disk_full : screens::CarryFault::other}};
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
    for (const std::string& name : opening.dropped)
        spdlog::warn("{} had been added to the store by somebody else; it was removed", name);
}

/// Such a command may come before the banks are there.
template <typename Command>
constexpr bool is_of_events =
    std::is_same_v<Command, screens::PlanEvent> || std::is_same_v<Command, screens::SetEventState>;

}  // namespace

EffectRunner::EffectRunner(std::unique_ptr<Recorder> recorder, const std::filesystem::path& data,
                           const bank::Configuration& configuration, const std::vector<quiz::Bank>& banks,
                           const Places& places, const std::function<void()>& wake)
    : data_(data),
      configuration_(configuration),
      banks_(banks),
      carrier_(places, wake),
      recorder_(std::move(recorder)) {}

EffectRunner::~EffectRunner() {
    carrier_.stop();
}

void EffectRunner::run(const std::vector<screens::Effect>& effects) {
    for (const screens::Effect& effect : effects) start(effect);
}

void EffectRunner::register_items() {
    post([](Store&) -> Answer { return std::nullopt; }, no_count);
}

void EffectRunner::start(const screens::Effect& effect) {
    std::visit(Overloaded{[this](const screens::PanelCommand& command) { start(command); },
                          [this](const screens::CountToday& count) {
                              post(
                                  [count](Store& store) -> Answer {
                                      store.settle(count.day);
                                      return screens::TodayCounted{store.started_on(count.event, count.day)};
                                  },
                                  no_count, Registered::events);
                          },
                          [this](const auto& recording) {
                              post(
                                  [recording](Store& store) -> Answer {
                                      record(recording, store);
                                      return screens::Recorded{};
                                  },
                                  not_recorded);
                          }},
               effect);
}

/// A command that has no way here and that StoredCommands does not take does not compile.
void EffectRunner::start(const screens::PanelCommand& command) {
    std::visit(
        Overloaded{[this](const screens::ReviewBanks& review) {
                       post([this, day = review.day](Store&) -> Answer { return review_banks(banks_, day); },
                            command_failed);
                   },
                   [this](const screens::CarryPackage& carry) { start(carry); },
                   [this](const screens::CarryReport& carry) { start(carry); },
                   [this](const screens::FindSticks&) { carrier_.find(); },
                   [this](const screens::FindRecoveryCode& find) { carrier_.find_code(find.device); },
                   [this](const screens::CarryRecoveryCode& carry) {
                       carrier_.carry_code(carry.code, carry.device);
                   },
                   [this](const screens::StopCarry&) { carrier_.stop(); },
                   [this](const screens::ShutDown&) {
                       post(
                           [](Store&) -> Answer {
                               if (switch_off()) return std::nullopt;
                               return Action(screens::PanelEvent{screens::ShutDownRefused{}});
                           },
                           command_failed);
                   },
                   [this](const screens::SetClock& set) {
                       post(
                           [by = set.by](Store& store) -> Answer {
                               outreach::BoothSettings settings = store.booth_settings();
                               settings.clock_correction = set_clock(by) ? std::chrono::minutes{0} : by;
                               store.put_booth_settings(settings);
                               return Action(
                                   screens::PanelEvent{screens::ClockSet{settings.clock_correction}});
                           },
                           command_failed);
                   },
                   [this](const screens::QuitProgram&) { quit_ = true; },
                   [this](const auto& stored) {
                       using Command = std::decay_t<decltype(stored)>;
                       constexpr bool first = std::is_same_v<Command, screens::LoadSetup>;
                       constexpr Registered needed =
                           first || is_of_events<Command> ? Registered::events : Registered::items;
                       post(
                           [stored, data = data_](Store& store) -> Answer {
                               if (auto event = StoredCommands{store, data}(stored))
                                   return Action(*std::move(event));
                               return std::nullopt;
                           },
                           first ? setup_failed : command_failed, needed);
                   }},
        command);
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
            bank::Configuration whole = configuration_;
            whole.banks = banks_;
            const WrittenReport written = write_report(store, delivery.package, whole, command, progress);
            delivery.nothing_took_place = written.nothing_took_place;
            return delivery;
        });
}

/// First the files are made on the own disk, by the store's writer; then they are carried by a thread of
/// its own.
void EffectRunner::carry_away(Delivery delivery, Fill fill) {
    carrier_.begin();
    post(
        [this, delivery = std::move(delivery), fill = std::move(fill)](Store& store) -> Answer {
            const auto not_filled = [this](const std::exception& error, bool full) {
                carrier_.ended({{}, error.what(), own_fault(data_, full)});
            };
            const auto progress = [&](double share) {
                carrier_.moved(delivery.done * share);
                return !carrier_.stopped();
            };
            try {
                carrier_.carry(fill(store, delivery, progress));
            } catch (const Stopped&) {
                carrier_.ended({{}, "stopped", screens::CarryFault::stopped});
            } catch (const TellsGroups& error) {
                carrier_.ended({{}, error.what(), screens::CarryFault::tells_groups});
            } catch (const StoreError& error) {
                not_filled(error, error.reason() == store::StoreFailure::full);
            } catch (const std::system_error& error) {
                not_filled(error, is_full(error.code()));
            } catch (const std::exception& error) {
                not_filled(error, false);
            }
            return std::nullopt;
        },
        carry_failed);
}

void EffectRunner::post(Work work, PendingJobs::Failure failure, Registered needed) {
    const auto answer = std::make_shared<Answer>();
    auto job = [this, work = std::move(work), needed, answer](Store& store) {
        if (!registered_) {
            report(store.opening());
            for (const outreach::Event& event : configuration_.events) store.plan_event(event);
            registered_ = Registered::events;
        }
        if (registered_ != Registered::items && needed == Registered::items) {
            store.put_items(banks_);
            registered_ = Registered::items;
        }
        try {
            *answer = work(store);
        } catch (const std::system_error& error) {
            throw as_store_error(error);
        }
    };
    pending_.add({recorder_->post(std::move(job)), answer, failure});
}

std::vector<Action> EffectRunner::take_actions() {
    std::vector<Action> actions;
    for (const Recorded& recorded : recorder_->take_recorded()) {
        if (recorded.error) spdlog::error("the store: {}", recorded.error->what());
        if (recorded.ticket == 0) {
            opening_error_ = recorded.error;
            continue;
        }
        for (Action& said : pending_.settle(recorded)) actions.push_back(std::move(said));
    }
    for (screens::PanelEvent& event : carrier_.take_events()) {
        const auto* ended = std::get_if<screens::CarryEnded>(&event);
        if (ended != nullptr && !ended->why.empty() && ended->fault != screens::CarryFault::stopped)
            spdlog::error("nothing was carried: {}", ended->why);
        actions.emplace_back(std::move(event));
    }
    return actions;
}

}  // namespace xy::kiosk
