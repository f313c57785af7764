// All visits at once, on several threads.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "store/connection.h"
#include "store/page_file.h"
#include "store/sql.h"
#include "store/visit_tables.h"

namespace xy::store {
namespace {

/// How often the caller is asked whether to go on.
constexpr std::chrono::milliseconds pause{50};

/// What every SQLite file leaves of a page at least.
constexpr std::size_t least_usable = 480;

std::int64_t single(Connection& connection, const char* sql) {
    Scan row = connection.scan(sql);
    return row.next() ? row.integer(0) : std::int64_t{0};
}

std::uint32_t root_of(Connection& connection, std::string_view table) {
    Scan row = connection.scan(sql::root_page);
    row.bind(1, table);
    return row.next() ? static_cast<std::uint32_t>(row.integer(0)) : 0;
}

void describe(Connection& connection, VisitTables& tables) {
    tables.file = connection.file();
    tables.page_size = static_cast<std::size_t>(single(connection, "PRAGMA page_size"));
    std::vector<std::uint8_t> first(tables.page_size);
    PageFile(tables.file, tables.page_size).read(1, first);
    tables.usable =
        tables.page_size - first.at(20);  // the header's byte 20: reserved at the end of each page
    if (tables.usable < least_usable) throw damaged(tables.file, "its pages are too small");
    tables.session_root = root_of(connection, "session");
    tables.answer_root = root_of(connection, "answer");
    for (Scan row = connection.scan(sql::items); row.next();)
        tables.items.emplace(row.integer(0), static_cast<std::uint32_t>(tables.items.size()));
}

/// The threads of one reading, and the first thing that went wrong in one of them.
class Reading {
 public:
    Reading(std::span<const VisitPart> parts, VisitTables& tables) : tables_(tables), running_(parts.size()) {
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
            VisitReader reader(tables_, number, count);
            part(reader);
        } catch (const ReadingStopped&) {
            tables_.stop = true;  // as it was; the others stop by themselves
        } catch (...) {
            trouble = std::current_exception();
            tables_.stop = true;
        }
        const std::lock_guard lock(mutex_);
        if (trouble && !trouble_) trouble_ = trouble;
        --running_;
        through_.notify_one();
    }

    VisitTables& tables_;
    std::mutex mutex_;  ///< guards the next three
    std::condition_variable through_;
    std::size_t running_;
    std::exception_ptr trouble_;
    std::vector<std::jthread> threads_;  ///< last: they use all the rest
};

}  // namespace

bool Store::read_visits(std::span<const VisitPart> parts, const std::function<bool(double)>& watch) {
    connection_->close_log();
    const std::int64_t all = single(*connection_, sql::count_rows);
    VisitTables tables;
    describe(*connection_, tables);
    const auto go_on = [&] {
        return !watch ||
               watch(static_cast<double>(tables.read) / static_cast<double>(std::max<std::int64_t>(all, 1)));
    };
    Reading reading(parts, tables);
    try {
        while (!reading.wait())
            if (!go_on()) tables.stop = true;
    } catch (...) {
        tables.stop = true;
        throw;
    }
    reading.join();
    if (tables.stop || !go_on()) return false;
    // Parts that left a gap or overlap would show here.
    if (tables.read != all) throw damaged(tables.file, "not every session can be read");
    return true;
}

std::map<std::int64_t, std::string> Store::devices() {
    std::map<std::int64_t, std::string> devices;
    for (Scan row = connection_->scan(sql::devices); row.next();)
        devices.emplace(row.integer(0), std::string(row.text(1)));
    return devices;
}

}  // namespace xy::store
