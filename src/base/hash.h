// Hashes, behind one header: libsodium is seen here, where a PIN is kept, and for base64 in document/.
#pragma once

#include <concepts>
#include <cstdint>
#include <sodium.h>
#include <string>
#include <string_view>

#include "base/localized.h"

namespace xy {

/// A short hash that tells versions of an item or a programme apart: BLAKE2b over a sequence of parts. Each
/// part is preceded by its length, so that moving a letter from the end of one text to the beginning of the
/// next makes another fingerprint.
class Fingerprint {
 public:
    Fingerprint();

    Fingerprint& add(std::string_view part);
    Fingerprint& add(const LocalizedText& text);
    Fingerprint& add(std::uint64_t number);
    /// A template, because a text in quotes would rather become a bool than a string_view.
    template <std::same_as<bool> Truth>
    Fingerprint& add(Truth truth) {
        return add(static_cast<std::uint64_t>(truth ? 1 : 0));
    }

    /// The first 8 bytes as 16 hexadecimal digits. Nothing may be added afterwards.
    std::string digits();

 private:
    crypto_generichash_state state_;
};

/// SHA-256, by which a data package says what its files are.
class Sha256 {
 public:
    Sha256();
    void add(std::string_view bytes);
    /// 64 lower-case hexadecimal digits. Nothing may be added afterwards.
    std::string hex();

 private:
    crypto_hash_sha256_state state_{};
};

}  // namespace xy
