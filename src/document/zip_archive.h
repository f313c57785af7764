// A zip file in memory, read whole or written whole. Nothing touches a disk.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace xy::document {

struct ZipEntry {
    std::string name;
    std::string bytes;
};

enum class ZipFailure {
    no_zip,
    damaged,    ///< cut off, a wrong checksum, a name twice or one that leads out of the archive
    too_large,  ///< unpacked, or in the number of entries
    encrypted,
};

struct ZipError : std::runtime_error {
    ZipError(ZipFailure why, const std::string& what) : std::runtime_error(what), failure(why) {}
    ZipFailure failure;
};

/// Every entry but folders, in the order of the file, checksums verified. It stops unpacking at `most_bytes`
/// in all, whatever sizes the file declares. Throws ZipError.
std::vector<ZipEntry> read_zip(std::string_view file, std::size_t most_bytes, std::size_t most_entries);

/// Times are those of 1980-01-01, the first that zip knows: the same entries give the same bytes.
std::string write_zip(const std::vector<ZipEntry>& entries);

}  // namespace xy::document
