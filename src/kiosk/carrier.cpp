#include "kiosk/carrier.h"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "exchange/carry.h"
#include "exchange/sticks.h"

namespace xy::kiosk {
namespace {

namespace fs = std::filesystem;

/// Writing the package is the first part of an export, carrying it the second.
constexpr double package_share = 0.4;
/// How long the end of the program waits for a stick.
constexpr std::chrono::seconds last_wait{2};

}  // namespace

/// Outlives the Carrier as long as a thread still hangs.
struct Carrier::Shared {
    std::function<void()> wake;
    std::atomic<bool> stop = false;
    std::mutex mutex;  ///< guards what follows
    std::condition_variable idle;
    int running = 0;
    bool closed = false;
    std::vector<screens::PanelNews> news;

    void say(screens::PanelNews said) {
        const std::lock_guard lock(mutex);
        if (closed) return;
        news.push_back(std::move(said));
        wake();
    }
};

Carrier::Carrier(fs::path sticks, std::function<void()> wake)
    : sticks_(std::move(sticks)), shared_(std::make_shared<Shared>()) {
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
    run([shared = shared_, folder = sticks_] {
        screens::SticksKnown known;
        for (const exchange::Stick& stick : exchange::find_sticks(folder))
            known.sticks.push_back({stick.folder.string(), stick.label, stick.free_bytes, stick.writable});
        shared->say(std::move(known));
    });
}

void Carrier::begin() {
    shared_->stop = false;
}

void Carrier::carry(fs::path package, fs::path stick, std::string name) {
    run([shared = shared_, package = std::move(package), stick = std::move(stick), name = std::move(name)] {
        screens::CarryEnded outcome;
        const auto progress = [&](double share) {
            shared->say(screens::CarryMoved{package_share + (1 - package_share) * share});
            return !shared->stop;
        };
        try {
            outcome.folder = exchange::carry(package, stick, name, progress).string();
        } catch (const std::exception& error) {
            outcome.why = error.what();
        }
        std::error_code ignored;
        fs::remove_all(package, ignored);
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
    shared_->say(screens::CarryMoved{package_share * share});
}

void Carrier::ended(screens::CarryEnded outcome) {
    shared_->say(std::move(outcome));
}

std::vector<screens::PanelNews> Carrier::take_news() {
    const std::lock_guard lock(shared_->mutex);
    std::vector<screens::PanelNews> taken;
    for (screens::PanelNews& said : shared_->news) {
        // Of many small movements the last is enough.
        const bool both = !taken.empty() && std::holds_alternative<screens::CarryMoved>(taken.back()) &&
                          std::holds_alternative<screens::CarryMoved>(said);
        if (both)
            taken.back() = std::move(said);
        else
            taken.push_back(std::move(said));
    }
    shared_->news.clear();
    return taken;
}

}  // namespace xy::kiosk
