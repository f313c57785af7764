// A note as its rules see it. Inside outreach/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "outreach/personal_data.h"

namespace xy::outreach {

/// The characters of a note: full width as ASCII, Latin letters small, what nobody sees left out.
std::u32string note_characters(std::string_view utf8);

constexpr bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}
constexpr bool is_latin(char32_t c) {
    return c >= U'a' && c <= U'z';
}
constexpr bool is_ascii_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

/// The rules, each over note_characters().
std::optional<PersonalData> number_of_a_person(std::u32string_view note);
bool has_contact(std::u32string_view note);
bool names_a_drug_user(std::u32string_view note);

/// How many characters of a name of a person stand at `at`; 0 where there is none. A title or a nickname
/// (老王, 李某, 张女士) is one, and 2 to 4 characters that begin with a surname and are no common word.
std::size_t name_at(std::u32string_view note, std::size_t at);

}  // namespace xy::outreach
