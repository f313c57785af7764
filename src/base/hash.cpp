#include "base/hash.h"

#include <array>
#include <span>
#include <stdexcept>

namespace xy {
namespace {

constexpr std::size_t shown_bytes = 8;  // BLAKE2b itself makes at least 16 here; the start of it is as good

/// libsodium takes unsigned bytes; they are the same.
const unsigned char* unsigned_bytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string hex_of(std::span<const unsigned char> bytes) {
    std::string text(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

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
    crypto_generichash_update(&state_, unsigned_bytes(part), part.size());
    return *this;
}

Fingerprint& Fingerprint::add(const LocalizedText& text) {
    return add(text.zh).add(text.en);
}

std::string Fingerprint::digits() {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash_final(&state_, hash.data(), hash.size());
    return hex_of(std::span(hash).first(shown_bytes));
}

Sha256::Sha256() {
    crypto_hash_sha256_init(&state_);
}

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, unsigned_bytes(bytes), bytes.size());
}

std::string Sha256::hex() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&state_, hash.data());
    return hex_of(hash);
}

}  // namespace xy
