// A new file that is written in large blocks, hashed on the way and made durable at its end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace xy::exchange {

/// SHA-256 of a finished file, and its length.
struct Digest {
    std::uint64_t bytes = 0;
    std::string sha256;  ///< lower-case hexadecimal
    friend bool operator==(const Digest&, const Digest&) = default;
};

/// Throws ExchangeError when the file cannot be made, written or synced (no space, read-only, stick pulled
/// out). Writing and hashing have a thread of their own: for a long file they take as long as making the
/// text.
class HashedFile {
 public:
    /// `path` must not exist.
    explicit HashedFile(const std::filesystem::path& path);
    ~HashedFile();
    HashedFile(const HashedFile&) = delete;
    HashedFile& operator=(const HashedFile&) = delete;

    /// Append here, then call written() after each record.
    std::string& text() { return block_; }
    /// Writes the block out when it is large enough.
    void written() {
        if (block_.size() >= block_size) flush();
    }
    /// Writes the rest through to the disk. Call once.
    Digest finish();

 private:
    static constexpr std::size_t block_size = std::size_t{1} << 20U;
    class Writer;

    void flush();

    std::string block_;
    std::unique_ptr<Writer> writer_;
};

/// Reads a file and computes its digest. Throws ExchangeError when it cannot be read.
Digest digest_of(const std::filesystem::path& file);

}  // namespace xy::exchange
