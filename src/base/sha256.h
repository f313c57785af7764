// SHA-256, by which a data package says what its files are.
#pragma once

#include <sodium.h>
#include <string>
#include <string_view>

namespace xy {

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
