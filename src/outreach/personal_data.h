// Notes may name no person. What looks like a number that belongs to one is refused.
#pragma once

#include <optional>
#include <string_view>

namespace xy::outreach {

enum class PersonalNumber {
    id_card,      ///< 居民身份证: 18 digits (the last may be X), or the old 15
    mobile,       ///< 手机号: 11 digits from 13 to 19
    long_number,  ///< 9 digits and more in one piece: a bank card, a QQ number
};

/// What a text seems to hold. Digits count in ASCII and full width (０–９), also with blanks, dots and dashes
/// between them.
std::optional<PersonalNumber> personal_number_in(std::string_view utf8);

}  // namespace xy::outreach
