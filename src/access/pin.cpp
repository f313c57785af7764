#include "access/pin.h"

#include <algorithm>
#include <array>
#include <new>
#include <sodium.h>

namespace xy::access {
namespace {

constexpr std::size_t memory = 64U << 20U;
constexpr unsigned long long passes = 8;

/// Whether each digit follows the one before by the same step of −1, 0 or 1.
bool counts(std::string_view pin) {
    const int step = pin[1] - pin[0];
    if (step < -1 || step > 1) return false;
    for (std::size_t i = 1; i < pin.size(); ++i)
        if (pin[i] - pin[i - 1] != step) return false;
    return true;
}

}  // namespace

std::string_view code(Role role) {
    return role == Role::volunteer ? "volunteer" : "organizer";
}

std::optional<PinFault> fault_of(std::string_view pin) {
    const bool digits = std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (pin.size() != pin_length || !digits) return PinFault::not_six_digits;
    if (counts(pin)) return PinFault::too_simple;
    return std::nullopt;
}

std::string hash_of(std::string_view secret) {
    if (sodium_init() < 0) throw std::bad_alloc();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), secret.data(), secret.size(), passes, memory) != 0)
        throw std::bad_alloc();
    return hash.data();
}

bool matches(const std::string& hash, std::string_view secret) {
    return sodium_init() >= 0 && crypto_pwhash_str_verify(hash.c_str(), secret.data(), secret.size()) == 0;
}

bool is_outdated(const std::string& hash) {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, memory) != 0;
}

}  // namespace xy::access
