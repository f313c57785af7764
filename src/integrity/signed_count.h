// The signed-off count: a tiny file beside the store that says how far it had come. What is lost without a
// trace in the store itself (a log that was deleted, cut or spoiled; an older copy of the file) is noticed by
// it.
//
// Rejected: a hash over the whole store, which every checkpoint of a large one would have to read; a count
// that is synced with every answer, which makes an answer twice as slow. So the last of three places is
// written with every commit and not synced: it may be lost in a power cut, but what it says is never more
// than what is durable. The other two are written in turns and synced, when a visit has ended.
//
// Through SQLite's VFS, as the store: what is true of its files in a test is true of this one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

struct sqlite3_file;

namespace xy::integrity {

struct SignedCount {
    std::int64_t writes = 0;  ///< commits since the store was made
    std::int64_t visits = 0;
    friend bool operator==(const SignedCount&, const SignedCount&) = default;
};

class SignedCountFile {
 public:
    enum class State {
        unknown,  ///< the disk does not say: nothing follows from that
        missing,
        unreadable,
        present,
    };

    /// Beside `database`: its name with "-count".
    explicit SignedCountFile(const std::filesystem::path& database);
    ~SignedCountFile();
    SignedCountFile(SignedCountFile&&) noexcept;
    SignedCountFile& operator=(SignedCountFile&&) noexcept;

    /// What was there when it was opened.
    State state() const { return state_; }
    /// The furthest of what was there.
    std::optional<SignedCount> found() const { return found_; }

    /// Errors are passed over: the store itself is durable, and the count then says less than it could.
    void write(const SignedCount& count) noexcept;
    void write_through(const SignedCount& count) noexcept;

 private:
    struct Handle;
    void read();
    void put(int place, const SignedCount& count) noexcept;

    std::unique_ptr<Handle> handle_;  ///< null when it cannot be opened
    State state_ = State::unknown;
    std::optional<SignedCount> found_;
    int next_synced_ = 0;
};

std::filesystem::path signed_count_of(const std::filesystem::path& database);
/// Reads it without making or changing anything.
std::optional<SignedCount> read_signed_count(const std::filesystem::path& database);

}  // namespace xy::integrity
