#include "base/fingerprint.h"

#include <array>
#include <stdexcept>

namespace xy {
namespace {

constexpr std::size_t shown_bytes = 8;  // BLAKE2b itself makes at least 16 here; the start of it is as good

}  // namespace

Fingerprint::Fingerprint() : state_() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
    crypto_generichash_init(&state_, nullptr, 0, crypto_generichash_BYTES);
}

Fingerprint& Fingerprint::add(std::uint64_t number) {
    std::array<unsigned char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<unsigned char>((number >> (8 * i)) & 0xFFU);
    crypto_generichash_update(&state_, bytes.data(), bytes.size());
    return *this;
}

Fingerprint& Fingerprint::add(std::string_view part) {
    add(static_cast<std::uint64_t>(part.size()));
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(part.data()), part.size());
    return *this;
}

Fingerprint& Fingerprint::add(const LocalizedText& text) {
    return add(text.zh).add(text.en);
}

std::string Fingerprint::digits() {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash_final(&state_, hash.data(), hash.size());
    std::array<char, 2 * shown_bytes + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), shown_bytes);
    return hex.data();
}

}  // namespace xy
