// Characters of texts, as the rules for banks look at them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace xy::review {

/// A Chinese character (CJK unified ideographs of the Basic Multilingual Plane).
constexpr bool is_han(char32_t c) {
    return (c >= 0x4E00U && c <= 0x9FFFU) || (c >= 0x3400U && c <= 0x4DBFU);
}
constexpr bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
constexpr bool is_ascii_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

/// ASCII letters made small and the apostrophe ’ made ', so that words are found however they are typed.
std::string folded(std::string_view text);

/// What is left without punctuation and spaces, ASCII letters small: for comparing texts.
std::u32string bare(std::string_view text);

/// How alike two texts are by their pairs of neighbouring characters (Dice): 2·|common| / (|a| + |b|), pairs
/// counted as often as they stand, after bare(). 0 nothing in common, 1 the same. Single characters make no
/// pair: two such texts are alike when they are equal.
class Bigrams {
 public:
    explicit Bigrams(std::string_view text);
    double likeness(const Bigrams& other) const;

 private:
    std::u32string bare_;
    std::vector<std::u32string> pairs_;  ///< sorted
};

}  // namespace xy::review
