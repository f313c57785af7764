#include "integrity/signed_count.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sqlite3.h>
#include <string>
#include <string_view>

#include "base/hash.h"

namespace xy::integrity {
namespace fs = std::filesystem;
namespace {

/// Far enough from each other that no block of a disk holds two.
constexpr int place_size = 4096;
constexpr int unsynced_place = 2;
constexpr int all_places = 3;
constexpr std::size_t line_size = 80;
constexpr std::string_view signing_key = "the signed-off count of a store of xiangyang";

std::string signature(const std::string& text) {
    return Fingerprint().add(signing_key).add(std::string_view(text)).digits();
}

/// "xiangyang 1 WRITES VISITS SIGNATURE", filled up with blanks, and a line's end.
std::string line_of(const SignedCount& count) {
    std::string text =
        "xiangyang 1 " + std::to_string(count.writes) + ' ' + std::to_string(count.visits) + ' ';
    text += signature(text);
    text.resize(line_size - 1, ' ');
    return text + '\n';
}

std::int64_t number_in(std::string_view& text) {
    std::int64_t number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return -1;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.empty()) text.remove_prefix(1);
    return number;
}

/// Nothing but what line_of() makes.
std::optional<SignedCount> count_in(std::string_view line) {
    constexpr std::string_view head = "xiangyang 1 ";
    if (line.size() != line_size || line.substr(0, head.size()) != head) return std::nullopt;
    std::string_view rest = line.substr(head.size());
    SignedCount count;
    count.writes = number_in(rest);
    count.visits = number_in(rest);
    if (count.writes < 0 || count.visits < 0 || line_of(count) != line) return std::nullopt;
    return count;
}

std::optional<SignedCount> furthest(const std::optional<SignedCount>& a,
                                    const std::optional<SignedCount>& b) {
    if (!a || !b) return a ? a : b;
    return a->writes < b->writes ? b : a;
}

}  // namespace

fs::path signed_count_of(const fs::path& database) {
    fs::path file = database;
    file += "-count";
    return file;
}

struct SignedCountFile::Handle {
    /// Kept: the VFS may go on using it.
    std::string name;
    sqlite3_file* file = nullptr;

    explicit Handle(std::string path) : name(std::move(path)) {
        sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
        name += std::string(2, '\0');  // where SQLite would look for parameters of the name
        file = static_cast<sqlite3_file*>(std::calloc(1, static_cast<std::size_t>(vfs->szOsFile)));
        // Opened as a log is: it gets the mode and owner of the database.
        constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_WAL;
        if (file != nullptr && vfs->xOpen(vfs, name.c_str(), file, flags, nullptr) != SQLITE_OK) close();
    }
    ~Handle() { close(); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    void close() {
        if (file != nullptr && file->pMethods != nullptr) file->pMethods->xClose(file);
        std::free(file);
        file = nullptr;
    }
};

SignedCountFile::SignedCountFile(const fs::path& database)
    : handle_(std::make_unique<Handle>(signed_count_of(database).string())) {
    if (handle_->file == nullptr)
        handle_.reset();
    else
        read();
}

SignedCountFile::~SignedCountFile() = default;
SignedCountFile::SignedCountFile(SignedCountFile&&) noexcept = default;
SignedCountFile& SignedCountFile::operator=(SignedCountFile&&) noexcept = default;

void SignedCountFile::read() {
    sqlite3_file* file = handle_->file;
    sqlite3_int64 size = 0;
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK) return;
    // Every commit writes beyond the first place, and the first commit waits until that was synced: where
    // there is no more than it, the power went before anything had been signed off.
    State state = size <= static_cast<sqlite3_int64>(line_size) ? State::missing : State::unreadable;
    for (int place = 0; place < all_places && size > 0; ++place) {
        std::array<char, line_size> line{};
        const int code =
            file->pMethods->xRead(file, line.data(), line_size, sqlite3_int64{place} * place_size);
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return;
        const auto count = count_in({line.data(), line.size()});
        if (!count) continue;
        state = State::present;
        // The next one replaces the older of the two.
        if (place != unsynced_place && count == furthest(found_, count)) next_synced_ = 1 - place;
        found_ = furthest(found_, count);
    }
    state_ = state;
}

void SignedCountFile::put(int place, const SignedCount& count) noexcept {
    const std::string line = line_of(count);
    handle_->file->pMethods->xWrite(handle_->file, line.data(), static_cast<int>(line.size()),
                                    sqlite3_int64{place} * place_size);
}

void SignedCountFile::write(const SignedCount& count) noexcept {
    if (handle_) put(unsynced_place, count);
}

void SignedCountFile::write_through(const SignedCount& count) noexcept {
    if (!handle_) return;
    put(next_synced_, count);
    next_synced_ = 1 - next_synced_;
    handle_->file->pMethods->xSync(handle_->file, SQLITE_SYNC_NORMAL);
}

std::optional<SignedCount> read_signed_count(const fs::path& database) {
    std::ifstream in(signed_count_of(database), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    std::optional<SignedCount> found;
    for (std::size_t at = 0; at + line_size <= bytes.size(); at += place_size)
        found = furthest(found, count_in(std::string_view(bytes).substr(at, line_size)));
    return found;
}

}  // namespace xy::integrity
