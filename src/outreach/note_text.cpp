#include "outreach/note_text.h"

#include "base/utf8.h"

namespace xy::outreach {
namespace {

/// Zero-width characters, marks of direction and of variants.
bool is_invisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0x00AD || c == 0xFEFF;
}

}  // namespace

std::u32string note_characters(std::string_view utf8) {
    std::u32string note;
    for (char32_t c : characters(utf8)) {
        if (is_invisible(c)) continue;
        if (c == 0x3000) c = U' ';
        if (c >= 0xFF01 && c <= 0xFF5E) c = c - 0xFF01 + U'!';
        if (c >= U'A' && c <= U'Z') c = c - U'A' + U'a';
        note += c;
    }
    return note;
}

std::optional<PersonalData> personal_data_in(std::string_view utf8) {
    const std::u32string note = note_characters(utf8);
    if (const auto number = number_of_a_person(note)) return number;
    if (const auto number = personal_number_in(utf8)) return static_cast<PersonalData>(*number);
    if (has_contact(note)) return PersonalData::contact;
    if (names_a_drug_user(note)) return PersonalData::person;
    return std::nullopt;
}

std::string_view describe(PersonalData found) {
    switch (found) {
        case PersonalData::id_card:
            return "an ID card number";
        case PersonalData::mobile:
            return "a phone number";
        case PersonalData::long_number:
            return "a long number, as of a bank card or an account";
        case PersonalData::contact:
            return "the account or address of a person";
        case PersonalData::person:
            break;
    }
    return "the name of somebody who is said to use drugs";
}

}  // namespace xy::outreach
