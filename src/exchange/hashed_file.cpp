#include "exchange/hashed_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "base/hash.h"
#include "exchange/exchange_error.h"

namespace xy::exchange {

HashedFile::HashedFile(const std::filesystem::path& path)
    : path_(path), handle_(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {
    if (handle_ < 0) fail(errno);
}

HashedFile::~HashedFile() {
    if (last_block_.valid()) last_block_.wait();
    if (handle_ >= 0) ::close(handle_);
}

void HashedFile::fail(int reason) const {
    throw ExchangeError("cannot write " + path_.string() + ": " + std::strerror(reason));
}

void HashedFile::wait_for_last_block() {
    if (last_block_.valid()) last_block_.get();
}

void HashedFile::flush() {
    wait_for_last_block();
    std::swap(block_, leaving_);
    block_.clear();
    last_block_ = std::async(std::launch::async, [this] { write_out(); });
}

void HashedFile::write_out() {
    for (std::string_view rest = leaving_; !rest.empty();) {
        const ssize_t count = ::write(handle_, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(errno);
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    // Let the disk begin now, so that the fsync at the end has little left to wait for. Only a hint.
    ::sync_file_range(handle_, static_cast<off_t>(bytes_), static_cast<off_t>(leaving_.size()),
                      SYNC_FILE_RANGE_WRITE);
    bytes_ += leaving_.size();
    hash_.add(leaving_);
}

Digest HashedFile::finish() {
    wait_for_last_block();
    std::swap(block_, leaving_);  // and nothing is made meanwhile: no thread
    write_out();
    if (::fsync(handle_) != 0) fail(errno);
    if (::close(std::exchange(handle_, -1)) != 0) fail(errno);
    return {bytes_, hash_.hex()};
}

Digest digest_of(const std::filesystem::path& file, const Progress& progress) {
    std::ifstream in(file, std::ios::binary);
    std::error_code unknown;
    const auto size = static_cast<double>(std::filesystem::file_size(file, unknown));
    Sha256 hash;
    Digest digest;
    std::string block(std::size_t{1} << 20U, '\0');
    while (in) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        hash.add(std::string_view(block).substr(0, count));
        digest.bytes += count;
        go_on(progress, std::min(1.0, static_cast<double>(digest.bytes) / std::max(1.0, size)));
    }
    if (!in.eof()) throw ExchangeError("cannot read " + file.string());
    digest.sha256 = hash.hex();
    return digest;
}

}  // namespace xy::exchange
