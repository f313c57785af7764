#include "base/sha256.h"

#include <array>

namespace xy {

Sha256::Sha256() {
    crypto_hash_sha256_init(&state_);
}

void Sha256::add(std::string_view bytes) {
    // libsodium takes unsigned bytes; they are the same.
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string Sha256::hex() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&state_, hash.data());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return text.data();
}

}  // namespace xy
