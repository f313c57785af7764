// The first letters of how Chinese words are read: 永安镇 is found as YAZ.
#pragma once

#include <string>
#include <string_view>

namespace xy {

/// One capital letter a character of `text`: the initial of its reading for the 3,755 common characters,
/// which GB 2312 keeps in the order of their readings; the letter itself for a Latin one; '?' for any other,
/// whose reading is not known here.
std::string pinyin_initials(std::string_view text);

/// Whether what was typed (capital letters) may be the beginning of these initials; '?' may be any letter.
bool may_begin(std::string_view initials, std::string_view typed);

}  // namespace xy
