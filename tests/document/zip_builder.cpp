#include "zip_builder.h"

namespace xy::document::tests {
namespace {

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

void put(std::string& out, std::uint64_t value, int bytes) {
    for (; bytes > 0; --bytes, value >>= 8U) out += static_cast<char>(value & 0xFFU);
}

/// What the local header and the central directory say in the same words.
std::string common(const RawEntry& entry) {
    std::string out;
    put(out, 20, 2);
    put(out, entry.flags, 2);
    put(out, entry.method, 2);
    put(out, 0x00210000U, 4);  // 1980-01-01 00:00
    put(out, entry.checksum.value_or(crc32(entry.bytes)), 4);
    put(out, entry.bytes.size(), 4);
    put(out, entry.unpacked_size.value_or(static_cast<std::uint32_t>(entry.bytes.size())), 4);
    put(out, entry.name.size(), 2);
    put(out, 0, 2);
    return out;
}

}  // namespace

std::string zip_of(const std::vector<RawEntry>& entries) {
    std::string out;
    std::string directory;
    for (const RawEntry& entry : entries) {
        directory += std::string("PK\1\2", 4) + std::string("\x14\0", 2) + common(entry);
        put(directory, 0, 10);
        put(directory, out.size(), 4);
        directory += entry.name;
        out += std::string("PK\3\4", 4) + common(entry) + entry.name + entry.bytes;
    }
    const std::size_t begin = out.size();
    out += directory + std::string("PK\5\6", 4);
    put(out, 0, 4);
    put(out, entries.size(), 2);
    put(out, entries.size(), 2);
    put(out, directory.size(), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace xy::document::tests
