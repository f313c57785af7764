#include "figures/counter_bytes.h"

namespace xy::figures {

// Zigzag, so that small numbers of either sign are short; seven bits a byte, the lowest first.
void CounterWriter::number(std::int64_t value) {
    std::uint64_t rest = (static_cast<std::uint64_t>(value) << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0);
    for (; rest >= 0x80U; rest >>= 7U) bytes_ += static_cast<char>(0x80U | (rest & 0x7FU));
    bytes_ += static_cast<char>(rest);
}

std::int64_t CounterReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80U) return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1));
    }
    throw NoCounters();
}

std::size_t CounterReader::size() {
    const std::int64_t size = number();
    if (size < 0 || static_cast<std::uint64_t>(size) > rest_.size()) throw NoCounters();
    return static_cast<std::size_t>(size);
}

}  // namespace xy::figures
