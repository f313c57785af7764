#include "access/pin.h"

#include <chrono>
#include <gtest/gtest.h>

namespace xy::access {
namespace {

TEST(Pin, SixDigitsAreWanted) {
    EXPECT_EQ(fault_of("12345"), PinFault::not_six_digits);
    EXPECT_EQ(fault_of("1234567"), PinFault::not_six_digits);
    EXPECT_EQ(fault_of("12a456"), PinFault::not_six_digits);
    EXPECT_EQ(fault_of(""), PinFault::not_six_digits);
    EXPECT_EQ(fault_of("260915"), std::nullopt);
}

TEST(Pin, OneDigitRepeatedAndCountingAreTooSimple) {
    for (const char* pin : {"000000", "888888", "123456", "654321", "456789"})
        EXPECT_EQ(fault_of(pin), PinFault::too_simple) << pin;
    EXPECT_EQ(fault_of("123457"), std::nullopt);
}

TEST(Pin, OnlyTheRightOneMatchesAndTheHashDoesNotShowIt) {
    const std::string hash = hash_of("260915");
    EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
    EXPECT_EQ(hash.find("260915"), std::string::npos);
    EXPECT_TRUE(matches(hash, "260915"));
    EXPECT_FALSE(matches(hash, "260916"));
    EXPECT_FALSE(matches("", "260915"));
    EXPECT_NE(hash, hash_of("260915")) << "the salt must differ";
}

TEST(Pin, ATryIsSlow) {
    const std::string hash = hash_of("260915");
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_TRUE(matches(hash, "260915"));
    // All million PINs then take 80 hours and more. 0.3 s where it was measured; a faster machine is allowed.
    EXPECT_GT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(100));
}

TEST(Pin, AnEarlierHashStillCountsAndIsKnownAsOutdated) {
    // Of 246813, made by the first version (m=16384, t=3).
    const std::string hash =
        "$argon2id$v=19$m=16384,t=3,p=1$ZM/8ARw50+t8hLeZa5S/9g$R+lrQb4faK3Cn9fLnITiqs6Ao3m8mU8B8gbJ7sheyBI";
    EXPECT_TRUE(matches(hash, "246813"));
    EXPECT_FALSE(matches(hash, "246814"));
    EXPECT_TRUE(is_outdated(hash));
    EXPECT_FALSE(is_outdated(hash_of("246813")));
}

}  // namespace
}  // namespace xy::access
