// All visits at once, on several threads.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "store/connection.h"
#include "store/sql.h"
#include "store/visit_reader.h"

namespace xy::store {
namespace {

/// How often the caller is asked whether to go on.
constexpr std::chrono::milliseconds pause{50};

/// The threads of one reading, and the first thing that went wrong in one of them.
class Threads {
 public:
    Threads(std::span<const VisitPart> parts, VisitReading& all) : all_(all), running_(parts.size()) {
        for (const VisitPart& part : parts)
            threads_.emplace_back([this, &part, number = threads_.size(), count = parts.size()] {
                run(part, static_cast<unsigned>(number), static_cast<unsigned>(count));
            });
    }

    /// Waits a little; true when all are through.
    bool wait() {
        std::unique_lock lock(mutex_);
        return through_.wait_for(lock, pause, [this] { return running_ == 0; });
    }

    /// Waits for the threads, and throws what one of them threw.
    void join() {
        threads_.clear();
        if (trouble_) std::rethrow_exception(trouble_);
    }

 private:
    void run(const VisitPart& part, unsigned number, unsigned count) {
        std::exception_ptr trouble;
        try {
            PartReader reader(all_, number, count);
            part(reader);
        } catch (...) {
            // The first to stop has the trouble; the others, and all where the caller asked, were stopped by
            // it.
            if (!all_.stop.exchange(true)) trouble = std::current_exception();
        }
        const std::lock_guard lock(mutex_);
        if (trouble) trouble_ = trouble;
        --running_;
        through_.notify_one();
    }

    VisitReading& all_;
    std::mutex mutex_;  ///< guards the next three
    std::condition_variable through_;
    std::size_t running_;
    std::exception_ptr trouble_;
    std::vector<std::jthread> threads_;  ///< last: they use all the rest
};

}  // namespace

void Store::read_visits(std::span<const VisitPart> parts, const VisitFilter& filter,
                        const Progress& progress) {
    connection_->close_log();
    // How many visits pass a filter is not worth another walk through the answers: of those it is a guess.
    const std::int64_t count =
        connection_->number(filter.answer_under_ms ? sql::count_sessions : sql::count_rows);
    VisitReading reading;
    reading.file = connection_->file();
    reading.filter = filter;
    reading.pending = connection_->any_pending();
    for (Rows row = connection_->rows(sql::items); row.next();)
        reading.items.emplace(row.integer(0),
                              VisitReading::Item{static_cast<std::uint32_t>(reading.items.size()),
                                                 connection_->items().find(row.integer(0))->row.key});
    Threads threads(parts, reading);
    try {
        while (!threads.wait())
            go_on(progress,
                  static_cast<double>(reading.read) / static_cast<double>(std::max<std::int64_t>(count, 1)));
    } catch (...) {
        reading.stop = true;
        throw;
    }
    threads.join();
    connection_->note_foreign_pages(reading.foreign_pages);
    go_on(progress, 1);
    // Parts that left a gap or overlap would show here.
    if (!filter.answer_under_ms && reading.read != count)
        throw damaged(reading.file, "not every session can be read");
}

std::map<std::int64_t, std::string> Store::devices() {
    std::map<std::int64_t, std::string> devices;
    for (Rows row = connection_->rows(sql::devices); row.next();)
        devices.emplace(row.integer(0), std::string(row.text(1)));
    return devices;
}

}  // namespace xy::store
