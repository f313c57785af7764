// PINs: six digits, kept only as Argon2id hashes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xy::access {

/// A volunteer (值班人员) does the daily work; an organizer (组织者) may also change settings and leave the
/// kiosk.
enum class Role { volunteer, organizer };

/// "volunteer", "organizer".
std::string_view code(Role role);

inline constexpr std::size_t pin_length = 6;

enum class PinFault {
    not_six_digits,
    too_simple,  ///< one digit repeated, or digits that only count up or down
};

/// Why `pin` cannot be a PIN; nothing when it can.
std::optional<PinFault> fault_of(std::string_view pin);

/// The hash to keep: Argon2id with a random salt, as a string that names its own parameters
/// (https://doc.libsodium.org/password_hashing/default_phf). A million PINs are few: each try must be slow.
/// Takes 0.3 s and more on a small computer, and 64 MB; never call it where something is drawn. Also of a
/// recovery code. Throws std::bad_alloc.
std::string hash_of(std::string_view secret);

/// Whether `secret` belongs to `hash`. Takes as long as it took to make the hash.
bool matches(const std::string& hash, std::string_view secret);

/// Whether `hash` was made at another cost than hash_of() has: make it anew when the PIN is next at hand.
bool is_outdated(const std::string& hash);

}  // namespace xy::access
