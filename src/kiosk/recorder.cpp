#include "kiosk/recorder.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "base/local_time.h"

namespace xy::kiosk {
namespace {

/// So long without a job, and nobody is likely to come just now.
constexpr std::chrono::seconds quiet{3};

}  // namespace

struct Recorder::Shared {
    Shared(std::filesystem::path where, std::function<void()> call)
        : folder(std::move(where)), wake(std::move(call)), thread([this] { work(); }) {}

    ~Shared() {
        {
            const std::lock_guard lock(mutex);
            stopping = true;
        }
        something.notify_one();
        thread.join();
    }

    struct Posted {
        std::uint64_t ticket;
        Job job;
    };

    void work() {
        report({0, run({})});
        while (std::optional<Posted> next = take()) {
            report({next->ticket, run(next->job)});
            if (idle()) checkpoint();
        }
        store.reset();
    }

    /// Waits for a job; nothing when all are done and no more will come.
    std::optional<Posted> take() {
        std::unique_lock lock(mutex);
        const auto ready = [this] { return stopping || !posted.empty(); };
        if (!something.wait_for(lock, quiet, ready)) {
            lock.unlock();
            care();
            lock.lock();
            something.wait(lock, ready);
        }
        if (posted.empty()) return std::nullopt;
        Posted next = std::move(posted.front());
        posted.pop_front();
        return next;
    }

    std::optional<store::StoreError> run(const Job& job) {
        try {
            if (!store) store.emplace(store::Store::open(folder));
            if (job) job(*store);
            return std::nullopt;
        } catch (const store::StoreError& error) {
            return error;
        } catch (const std::exception& error) {
            return store::StoreError(store::StoreFailure::refused, error.what());
        }
    }

    bool idle() {
        const std::lock_guard lock(mutex);
        return posted.empty();
    }

    /// Nobody waits for it; when it fails, the next job says why.
    void checkpoint() {
        try {
            if (store) store->checkpoint();
        } catch (const std::exception&) {
            return;
        }
    }

    /// Nothing has happened for a while, so that a copy may take its time. A full disk may have no room for
    /// it.
    void care() {
        try {
            const std::string today = local_time("%Y-%m-%d");
            if (store && store->snapshot_due(today)) store->take_snapshot(today);
        } catch (const std::exception&) {
            return;
        }
    }

    void report(Recorded recorded) {
        {
            const std::lock_guard lock(mutex);
            done.push_back(std::move(recorded));
        }
        if (wake) wake();
    }

    std::filesystem::path folder;
    std::function<void()> wake;
    std::optional<store::Store> store;  ///< touched by the thread only

    std::mutex mutex;  ///< guards what follows
    std::condition_variable something;
    std::deque<Posted> posted;
    std::vector<Recorded> done;
    std::uint64_t last_ticket = 0;
    bool stopping = false;

    std::jthread thread;  ///< last: it starts when all the rest is there
};

Recorder::Recorder(std::filesystem::path folder, std::function<void()> wake)
    : shared_(std::make_unique<Shared>(std::move(folder), std::move(wake))) {}

Recorder::~Recorder() = default;

std::uint64_t Recorder::post(Job job) {
    std::uint64_t ticket = 0;
    {
        const std::lock_guard lock(shared_->mutex);
        ticket = ++shared_->last_ticket;
        shared_->posted.push_back({ticket, std::move(job)});
    }
    shared_->something.notify_one();
    return ticket;
}

std::vector<Recorded> Recorder::take_recorded() {
    const std::lock_guard lock(shared_->mutex);
    return std::exchange(shared_->done, {});
}

}  // namespace xy::kiosk
