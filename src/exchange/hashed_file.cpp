#include "exchange/hashed_file.h"

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <fstream>
#include <mutex>
#include <thread>
#include <unistd.h>
#include <utility>

#include "base/sha256.h"
#include "exchange/exchange_error.h"

namespace xy::exchange {
/// Writes and hashes blocks in the order given, on its own thread.
class HashedFile::Writer {
 public:
    explicit Writer(const std::filesystem::path& path)
        : path_(path), handle_(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {
        if (handle_ < 0) fail(errno);
        thread_ = std::thread([this] { work(); });
    }
    ~Writer() {
        stop();
        if (handle_ >= 0) ::close(handle_);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Takes a block and gives back an empty one with room. Throws when an earlier block could not be
    /// written.
    std::string exchange(std::string block) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return waiting_.size() < most_waiting; });
        if (error_ != 0) fail(error_);
        waiting_.push_back(std::move(block));
        std::string spare = std::exchange(spare_, {});
        changed_.notify_all();
        return spare;
    }

    Digest finish() {
        stop();
        if (error_ != 0) fail(error_);
        if (::fsync(handle_) != 0) fail(errno);
        if (::close(std::exchange(handle_, -1)) != 0) fail(errno);
        return {bytes_, hash_.hex()};
    }

 private:
    static constexpr std::size_t most_waiting = 4;

    [[noreturn]] void fail(int reason) const {
        throw ExchangeError("cannot write " + path_.string() + ": " + std::strerror(reason));
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        changed_.notify_all();
        if (thread_.joinable()) thread_.join();
    }

    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            std::string block = std::move(waiting_.front());
            waiting_.pop_front();
            changed_.notify_all();
            lock.unlock();
            const int error = write(block);
            hash_.add(block);
            block.clear();
            lock.lock();
            if (error_ == 0) error_ = error;
            spare_ = std::move(block);
        }
    }

    /// Returns errno, 0 when all is written.
    int write(std::string_view block) {
        const auto begin = static_cast<off_t>(bytes_);
        bytes_ += block.size();
        const auto length = static_cast<off_t>(block.size());
        while (!block.empty()) {
            const ssize_t count = ::write(handle_, block.data(), block.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return errno;
            block.remove_prefix(static_cast<std::size_t>(count));
        }
        // Let the disk begin now, so that the fsync at the end has little left to wait for. Only a hint.
        ::sync_file_range(handle_, begin, length, SYNC_FILE_RANGE_WRITE);
        return 0;
    }

    std::filesystem::path path_;
    int handle_;
    std::uint64_t bytes_ = 0;  ///< as the hash, the thread's own until it has stopped
    Sha256 hash_;
    std::mutex mutex_;  ///< guards what follows
    std::condition_variable changed_;
    std::deque<std::string> waiting_;
    std::string spare_;
    int error_ = 0;  ///< errno of the first block that could not be written
    bool stopping_ = false;
    std::thread thread_;
};

HashedFile::HashedFile(const std::filesystem::path& path) : writer_(std::make_unique<Writer>(path)) {}

HashedFile::~HashedFile() = default;

void HashedFile::flush() {
    block_ = writer_->exchange(std::move(block_));
    block_.clear();
}

Digest HashedFile::finish() {
    flush();
    return writer_->finish();
}

Digest digest_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    Sha256 hash;
    Digest digest;
    std::string block(std::size_t{1} << 20U, '\0');
    while (in) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        hash.add(std::string_view(block).substr(0, count));
        digest.bytes += count;
    }
    if (!in.eof()) throw ExchangeError("cannot read " + file.string());
    digest.sha256 = hash.hex();
    return digest;
}

}  // namespace xy::exchange
