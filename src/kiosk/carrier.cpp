#include "kiosk/carrier.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <spdlog/spdlog.h>
#include <system_error>
#include <thread>
#include <utility>

#include "access/recovery_code.h"
#include "base/private_file.h"
#include "exchange/deliver.h"
#include "exchange/sticks.h"

namespace xy::kiosk {
namespace {

namespace fs = std::filesystem;

using Clock = std::chrono::steady_clock;

/// Between two words on how far the work is: each makes the screen draw.
constexpr std::chrono::milliseconds min_interval{100};
/// How long the end of the program waits for a stick.
constexpr std::chrono::seconds last_wait{2};

screens::CarryFault fault_of(exchange::DeliveryFailure reason) {
    switch (reason) {
        case exchange::DeliveryFailure::no_room:
            return screens::CarryFault::no_room;
        case exchange::DeliveryFailure::read_only:
            return screens::CarryFault::read_only;
        case exchange::DeliveryFailure::gone:
            return screens::CarryFault::gone;
        case exchange::DeliveryFailure::differs:
            return screens::CarryFault::differs;
        case exchange::DeliveryFailure::cancelled:
            return screens::CarryFault::stopped;
    }
    return screens::CarryFault::other;
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// Never throws: what went wrong is part of the answer.
screens::CarryEnded carried(const Delivery& delivery, const Progress& progress) {
    screens::CarryEnded outcome;
    outcome.nothing_took_place = delivery.nothing_took_place;
    try {
        outcome.files = names_in(delivery.package);
        outcome.folder = exchange::deliver(delivery.package, delivery.to, delivery.name, progress).string();
    } catch (const exchange::DeliveryError& error) {
        outcome.why = error.what();
        outcome.fault = fault_of(error.reason());
    } catch (const std::exception& error) {
        outcome.why = error.what();
        outcome.fault = screens::CarryFault::other;
    }
    return outcome;
}

/// Of a file with recovery codes, in bytes.
constexpr std::size_t longest_code_file = 16'384;

/// Whether the file has the code afterwards. What it had stays.
bool add_code(const fs::path& file, const std::string& in_groups, const std::string& device) {
    const auto code = access::parse_recovery_code(in_groups);
    if (!code) return false;
    try {
        const std::string before = read_small_file(file, longest_code_file).value_or("");
        write_private_file(file, access::with_code(before, *code, device));
        const auto there =
            access::recovery_codes_in(read_small_file(file, longest_code_file).value_or(""), device);
        return !there.empty() && there.front() == *code;
    } catch (const std::system_error& error) {
        spdlog::warn("the recovery code was not written on the stick: {}", error.what());
        return false;
    }
}

}  // namespace

/// Outlives the Carrier as long as a thread still hangs.
struct Carrier::Shared {
    std::function<void()> wake;
    std::atomic<bool> stop = false;
    std::mutex mutex;  ///< guards what follows
    std::condition_variable idle;
    int running = 0;
    bool closed = false;
    std::vector<screens::PanelEvent> events;
    Clock::time_point moved_at;

    void move(double share) {
        {
            const std::lock_guard lock(mutex);
            const Clock::time_point now = Clock::now();
            if (now - moved_at < min_interval) return;
            moved_at = now;
        }
        say(screens::CarryMoved{share});
    }

    void say(screens::PanelEvent said) {
        const std::lock_guard lock(mutex);
        if (closed) return;
        events.push_back(std::move(said));
        wake();
    }
};

Carrier::Carrier(Places places, std::function<void()> wake)
    : places_(std::move(places)), shared_(std::make_shared<Shared>()) {
    shared_->wake = std::move(wake);
}

Carrier::~Carrier() {
    stop();
    std::unique_lock lock(shared_->mutex);
    shared_->idle.wait_for(lock, last_wait, [this] { return shared_->running == 0; });
    shared_->closed = true;
}

void Carrier::run(std::function<void()> work) {
    {
        const std::lock_guard lock(shared_->mutex);
        ++shared_->running;
    }
    // Detached: nobody may have to wait for a stick that does not answer.
    std::thread([shared = shared_, work = std::move(work)] {
        work();
        const std::lock_guard lock(shared->mutex);
        --shared->running;
        shared->idle.notify_all();
    }).detach();
}

void Carrier::find() {
    run([shared = shared_, places = places_] {
        const auto shown = [](const exchange::Stick& stick) {
            return screens::Stick{stick.folder.string(), stick.label, stick.free_bytes, stick.writable};
        };
        screens::SticksKnown known;
        for (const exchange::Stick& stick : exchange::find_sticks(places.sticks))
            known.sticks.push_back(shown(stick));
        if (!places.computer.empty()) known.computer = shown(exchange::look_at(places.computer));
        shared->say(std::move(known));
    });
}

void Carrier::find_code(const std::string& device) {
    run([shared = shared_, sticks = places_.sticks, device] {
        screens::RecoveryCodeFound found;
        for (const exchange::Stick& stick : exchange::find_sticks(sticks)) {
            try {
                const auto text = read_small_file(stick.folder / access::code_file_name, longest_code_file);
                for (std::string& code : access::recovery_codes_in(text.value_or(""), device))
                    found.codes.push_back(std::move(code));
            } catch (const std::system_error&) {
                continue;  // another stick may have it
            }
        }
        shared->say(std::move(found));
    });
}

void Carrier::carry_code(const std::string& code, const std::string& device) {
    run([shared = shared_, sticks = places_.sticks, code, device] {
        screens::RecoveryCodeCarried carried;
        fs::path folder;
        for (const exchange::Stick& stick : exchange::find_sticks(sticks)) {
            if (!stick.removable) continue;
            ++carried.sticks;
            carried.label = stick.label;
            folder = stick.folder;
        }
        if (carried.sticks == 1) carried.done = add_code(folder / access::code_file_name, code, device);
        shared->say(std::move(carried));
    });
}

void Carrier::begin() {
    shared_->stop = false;
}

void Carrier::carry(Delivery delivery) {
    run([shared = shared_, own = places_.computer, delivery = std::move(delivery)] {
        std::error_code ignored;
        // Only here: a folder made where a stick was pulled would look like the stick.
        if (delivery.to == own) fs::create_directories(own, ignored);
        screens::CarryEnded outcome = carried(delivery, [&](double share) {
            shared->move(delivery.done + (1 - delivery.done) * share);
            return !shared->stop;
        });
        fs::remove_all(delivery.package, ignored);
        shared->say(std::move(outcome));
    });
}

void Carrier::stop() {
    shared_->stop = true;
}

bool Carrier::stopped() const {
    return shared_->stop;
}

void Carrier::moved(double share) {
    shared_->move(share);
}

void Carrier::ended(screens::CarryEnded outcome) {
    shared_->say(std::move(outcome));
}

std::vector<screens::PanelEvent> Carrier::take_events() {
    const std::lock_guard lock(shared_->mutex);
    std::vector<screens::PanelEvent> taken;
    for (screens::PanelEvent& said : shared_->events) {
        // Of many small movements the last is enough.
        const bool both = !taken.empty() && std::holds_alternative<screens::CarryMoved>(taken.back()) &&
                          std::holds_alternative<screens::CarryMoved>(said);
        if (both)
            taken.back() = std::move(said);
        else
            taken.push_back(std::move(said));
    }
    shared_->events.clear();
    return taken;
}

}  // namespace xy::kiosk
