// A short hash that tells versions of an item or a programme apart.
#pragma once

#include <cstdint>
#include <sodium.h>
#include <string>
#include <string_view>

#include "base/localized.h"

namespace xy {

/// BLAKE2b over a sequence of parts. Each part is preceded by its length, so that moving a letter from the
/// end of one text to the beginning of the next makes another fingerprint.
class Fingerprint {
 public:
    Fingerprint();

    Fingerprint& add(std::string_view part);
    Fingerprint& add(const LocalizedText& text);
    Fingerprint& add(std::uint64_t number);
    Fingerprint& add(bool truth) { return add(static_cast<std::uint64_t>(truth ? 1 : 0)); }

    /// The first 8 bytes as 16 hexadecimal digits. Nothing may be added afterwards.
    std::string digits();

 private:
    crypto_generichash_state state_;
};

}  // namespace xy
