// One wrong word on a page is always noticed and put right.
#include "integrity/page_checksum.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace xy::integrity {
namespace {

using Page = std::vector<std::uint8_t>;

void sign(Page& page, std::uint32_t number) {
    const PageChecksum checksum = checksum_of(page, number);
    std::copy(checksum.begin(), checksum.end(), page.end() - checksum_size);
}

Page signed_page(std::uint64_t seed) {
    Random random(seed);
    Page page(4'096);
    for (std::uint8_t& byte : page)
        byte = static_cast<std::uint8_t>(random.below(4) == 0 ? random.below(256) : 0);
    for (std::size_t i = 0; i < 16; ++i) page[400 + i] = 0xFF;  // words beyond the prime
    sign(page, 7);
    return page;
}

// Files that are out there have it. Computed apart from this program: the words summed up, and summed up with
// the powers of 1812433253, both modulo 4294967291.
TEST(PageChecksum, IsWhatItHasAlwaysBeen) {
    Page page(4'096);
    for (std::size_t i = 0; i < page.size(); ++i) page[i] = static_cast<std::uint8_t>(7 * i);
    EXPECT_EQ(checksum_of(page, 3), (PageChecksum{0x43, 0x46, 0x3C, 0x2A, 0x23, 0x88, 0x1E, 0xDC}));
}

TEST(PageChecksum, EveryFlippedBitIsNoticedAndPutRight) {
    const Page whole = signed_page(1);
    ASSERT_EQ(state_of(whole, 7), PageState::sound);
    for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
        Page page = whole;
        page[bit / 8] = static_cast<std::uint8_t>(page[bit / 8] ^ (1U << (bit % 8)));
        ASSERT_EQ(state_of(page, 7), PageState::spoiled) << bit;
        ASSERT_TRUE(mend_page(page, 7)) << bit;
        ASSERT_EQ(page, whole) << bit;
    }
}

TEST(PageChecksum, AChangedByteIsNoticedAndMoreIsNotTakenForOne) {
    const Page whole = signed_page(2);
    Random random(3);
    for (int round = 0; round < 3'000; ++round) {
        Page page = whole;
        const std::size_t at = random.below(4'000);
        page[at] = static_cast<std::uint8_t>(page[at] + 1 + random.below(255));
        EXPECT_EQ(state_of(page, 7), PageState::spoiled);
        const std::size_t other = (at + 8 + random.below(4'000)) % 4'088;
        page[other] = static_cast<std::uint8_t>(page[other] + 1 + random.below(255));
        if (other / 4 != at / 4) {
            EXPECT_EQ(state_of(page, 7), PageState::foreign);
        }
    }
}

// As SQLite writes the header of a file: counters at 24, 40 and 92.
TEST(PageChecksum, CountersThatGrewAreOfAnotherProgram) {
    Page page = signed_page(5);
    constexpr std::array<std::size_t, 3> counters{27, 95, 43};  // their lowest bytes
    for (const std::size_t at : counters) page[at] = 10;
    sign(page, 7);
    ++page[counters[0]];
    EXPECT_EQ(state_of(page, 7), PageState::spoiled);
    for (std::size_t i = 1; i < counters.size(); ++i) {
        ++page[counters.at(i)];
        EXPECT_EQ(state_of(page, 7), PageState::foreign) << i;
    }
}

TEST(PageChecksum, AnotherPageLostZerosAndAForeignOneAreToldApart) {
    Page page = signed_page(4);
    EXPECT_EQ(state_of(page, 8), PageState::foreign);
    std::fill(page.end() - checksum_size, page.end(), std::uint8_t{0});
    EXPECT_EQ(state_of(page, 7), PageState::foreign);
    std::fill(page.begin(), page.end(), std::uint8_t{0});
    EXPECT_EQ(state_of(page, 7), PageState::spoiled);
    sign(page, 7);
    EXPECT_EQ(state_of(page, 7), PageState::sound);
}

}  // namespace
}  // namespace xy::integrity
