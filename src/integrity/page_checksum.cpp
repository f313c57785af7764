#include "integrity/page_checksum.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

namespace xy::integrity {
namespace {

/// The largest prime below 2^32. Sums are remainders of it, so that every difference of two words but its own
/// multiples can be divided by.
constexpr std::uint64_t prime = 4'294'967'291U;
constexpr std::size_t word_size = 4;
/// The weight of a word is a power of it, and no sum of a few of them: several words that grew by one, as the
/// counters of a header, are not taken for a single one.
constexpr std::uint64_t weight_step = 1'812'433'253;
/// None of the powers that a word has.
constexpr std::uint64_t weight_of_number = 1'000'003;

/// As they lie in the memory of little-endian machines.
std::uint32_t word_at(PageBytes bytes, std::size_t offset) {
    std::uint32_t word = 0;
    std::memcpy(&word, bytes.data() + offset, sizeof word);
    return word;
}

struct Sums {
    std::uint64_t plain = 0;  ///< of the words
    std::uint64_t weighted =
        0;  ///< of the words times their weights: 1 for the last one, weight_step before it …
};

std::size_t words_of(PageBytes page) {
    return (page.size() - checksum_size) / word_size;
}

/// A code of Reed and Solomon with two check words: one wrong word is noticed, and known with its place; two
/// wrong words are always noticed. A page has an even number of words; every second one is summed up apart,
/// so that two long chains of multiplications run side by side.
Sums sums_of(PageBytes page, std::uint32_t number) {
    constexpr std::uint64_t two_steps = weight_step * weight_step % prime;
    std::uint64_t plain = 0;
    std::uint64_t even = 0;
    std::uint64_t odd = 0;
    for (std::size_t i = 0; i + 1 < words_of(page); i += 2) {
        const std::uint32_t first = word_at(page, i * word_size);
        const std::uint32_t second = word_at(page, (i + 1) * word_size);
        plain += first;
        plain += second;
        even = (even * two_steps + first) % prime;
        odd = (odd * two_steps + second) % prime;
    }
    const std::uint64_t weighted = (even * weight_step + odd) % prime;
    return {(plain + number) % prime, (weighted + weight_of_number * number) % prime};
}

Sums stored_in(PageBytes page) {
    const std::size_t end = page.size() - checksum_size;
    return {word_at(page, end) % prime, word_at(page, end + word_size) % prime};
}

std::uint64_t inverse(std::uint64_t number) {
    std::uint64_t result = 1;
    for (std::uint64_t exponent = prime - 2; exponent > 0; exponent >>= 1U) {
        if ((exponent & 1U) != 0) result = result * number % prime;
        number = number * number % prime;
    }
    return result;
}

struct WrongWord {
    std::size_t offset = 0;
    std::uint64_t excess = 0;  ///< what is there less what was written
};

/// Nothing when no single word explains the sums.
std::optional<WrongWord> wrong_word(PageBytes page, std::uint32_t number) {
    const Sums stored = stored_in(page);
    const Sums computed = sums_of(page, number);
    const std::uint64_t plain = (computed.plain + prime - stored.plain) % prime;
    const std::uint64_t weighted = (computed.weighted + prime - stored.weighted) % prime;
    if (plain == 0) return std::nullopt;
    const std::uint64_t wanted = weighted * inverse(plain) % prime;
    std::uint64_t weight = 1;
    for (std::size_t word = words_of(page); word > 0; --word) {
        if (weight == wanted) return WrongWord{(word - 1) * word_size, plain};
        weight = weight * weight_step % prime;
    }
    return std::nullopt;
}

bool all_zero(PageBytes bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

bool within_a_byte(std::uint64_t changed) {
    for (int shift = 0; shift < 32; shift += 8)
        if ((changed & ~(std::uint64_t{0xFF} << static_cast<unsigned>(shift))) == 0) return true;
    return false;
}

/// Whether one byte of the checksum itself is wrong. Words that grew and shrank by the same leave one sum as
/// it was, and change all of the other.
bool only_checksum_wrong(const Sums& stored, const Sums& computed) {
    return (stored.plain == computed.plain && within_a_byte(stored.weighted ^ computed.weighted)) ||
           (stored.weighted == computed.weighted && within_a_byte(stored.plain ^ computed.plain));
}

/// PRAGMA user_version: whoever opens the file looks at it and has a better sentence for a strange one.
bool is_version(std::uint32_t number, std::size_t offset) {
    constexpr std::size_t version_field = 60;
    return number == 1 && offset == version_field;
}

/// Of the words that are the same remainder, the one that is fewer bits away from what is there.
std::uint32_t mended(std::uint32_t there, std::uint64_t excess) {
    const std::uint64_t right = (there % prime + prime - excess) % prime;
    const auto low = static_cast<std::uint32_t>(right);
    if (right + prime > 0xFFFF'FFFFU) return low;
    const auto high = static_cast<std::uint32_t>(right + prime);
    return std::popcount(low ^ there) <= std::popcount(high ^ there) ? low : high;
}

}  // namespace

PageChecksum checksum_of(PageBytes page, std::uint32_t number) {
    const Sums sums = sums_of(page, number);
    PageChecksum checksum{};
    std::size_t at = 0;
    for (const std::uint64_t sum : {sums.plain, sums.weighted}) {
        const auto word = static_cast<std::uint32_t>(sum == 0 ? prime : sum);
        std::memcpy(checksum.data() + at, &word, word_size);
        at += word_size;
    }
    return checksum;
}

PageState state_of(PageBytes page, std::uint32_t number) {
    const auto tail = page.last(checksum_size);
    if (std::equal(tail.begin(), tail.end(), checksum_of(page, number).begin())) return PageState::sound;
    // A block that reads as nothing but zeros was lost. Zeros in the place of the checksum say as little as a
    // wrong one: SQLite without our layer brings pages without it from the log into the file, and a lost
    // sector reads so.
    if (all_zero(tail)) return all_zero(page) ? PageState::spoiled : PageState::foreign;
    if (only_checksum_wrong(stored_in(page), sums_of(page, number))) return PageState::spoiled;
    const auto wrong = wrong_word(page, number);
    return wrong && !is_version(number, wrong->offset) ? PageState::spoiled : PageState::foreign;
}

bool mend_page(std::span<std::uint8_t> page, std::uint32_t number) {
    if (all_zero(page.last(checksum_size))) return false;
    if (!only_checksum_wrong(stored_in(page), sums_of(page, number))) {
        const auto wrong = wrong_word(page, number);
        if (!wrong) return false;
        const std::uint32_t right = mended(word_at(page, wrong->offset), wrong->excess);
        std::memcpy(page.data() + wrong->offset, &right, word_size);
    }
    const PageChecksum checksum = checksum_of(page, number);
    std::copy(checksum.begin(), checksum.end(), page.end() - checksum_size);
    return true;
}

}  // namespace xy::integrity
