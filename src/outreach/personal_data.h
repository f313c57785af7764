// Notes may name no person. What looks like a number, an account or a name that points at one is refused.
#pragma once

#include <optional>
#include <string_view>

namespace xy::outreach {

enum class PersonalNumber {
    id_card,      ///< 居民身份证: 18 digits (the last may be X), or the old 15
    mobile,       ///< 手机号: 11 digits from 13 to 19
    long_number,  ///< 9 digits and more in one piece: a bank card, a QQ number
};

/// What a text seems to hold, by the first and narrower rule: digits count in ASCII and full width (０–９),
/// also with blanks, dots and dashes between them. An import goes by it, so that what earlier versions wrote
/// can be read.
std::optional<PersonalNumber> personal_number_in(std::string_view utf8);

enum class PersonalData {
    id_card,
    mobile,
    long_number,
    contact,  ///< an account that somebody can be written to: 微信, wx, vx, QQ with a name, an e-mail address
    person,  ///< somebody is said to use drugs: a name beside 复吸, 吸毒, 戒毒
};

/// What a note that is being written seems to say of a person. Digits count in every spelling
/// (138、0013、8000, 一三八零零…, ①③⑧, also after +86), with anything but words between them; counts, dates,
/// times and lists of amounts pass.
std::optional<PersonalData> personal_data_in(std::string_view utf8);

/// "an ID card number", "the name of somebody who is said to use drugs": for "the note seems to hold …".
std::string_view describe(PersonalData found);

}  // namespace xy::outreach
