#include "access/pin.h"

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

}  // namespace
}  // namespace xy::access
