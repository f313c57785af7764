// The words on whatever withholds no small groups: on its first line, in its first field, in its descriptor.
// One wording in every place, so that whoever finds a loose page or file knows what it is.
#pragma once

#include <string>
#include <string_view>

#include "base/localized.h"

namespace xy::outreach {

inline constexpr std::string_view internal_mark_zh = "内部资料：含小数据，不得公开";
inline constexpr std::string_view internal_mark_en = "Internal: small groups are shown, not for publication";

/// In one language: the first line of a text or a table.
inline std::string internal_mark(Language language) {
    return std::string(language == Language::zh ? internal_mark_zh : internal_mark_en);
}

/// In both, Chinese first: the field "profile" of what programs read.
inline std::string internal_profile() {
    return std::string(internal_mark_zh) + " / " + std::string(internal_mark_en);
}

/// The field of what may be given to everybody.
inline std::string public_profile() {
    return "可以公开：小数据已隐去 / Public: small groups are withheld";
}

}  // namespace xy::outreach
