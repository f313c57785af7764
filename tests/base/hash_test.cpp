#include "base/hash.h"

#include <gtest/gtest.h>

namespace xy {
namespace {

using namespace std::string_view_literals;

TEST(FingerprintTest, TellsPartsApart) {
    const auto of = [](std::string_view a, std::string_view b) {
        return Fingerprint().add(a).add(b).digits();
    };
    EXPECT_EQ(of("ab", "c"), of("ab", "c"));
    EXPECT_NE(of("ab", "c"), of("a", "bc"));
    EXPECT_NE(of("", "x"), of("x", ""));
    EXPECT_NE(Fingerprint().add(true).digits(), Fingerprint().add(false).digits());
}

TEST(FingerprintTest, ATextInQuotesIsATextAndNoTruth) {
    EXPECT_EQ(Fingerprint().add("skill").digits(), Fingerprint().add("skill"sv).digits());
    EXPECT_NE(Fingerprint().add("skill").digits(), Fingerprint().add("knowledge").digits());
}

TEST(FingerprintTest, StaysWhatStoresOfEarlierYearsHold) {
    EXPECT_EQ(
        Fingerprint().add("向阳"sv).add(LocalizedText{"一", "one"}).add(std::uint64_t{7}).add(true).digits(),
        "0326afa80b616069");
}

TEST(Sha256Test, IsTheStandards) {
    Sha256 hash;
    hash.add("a");
    hash.add("bc");
    EXPECT_EQ(hash.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace xy
