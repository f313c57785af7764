// Words of tables and reports in the language that was asked for.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/localized.h"

namespace xy {

inline std::string words(Language language, std::string_view zh, std::string_view en) {
    return std::string(language == Language::zh ? zh : en);
}

/// What people call an id of the configuration; an id without a title is printed itself.
inline std::string title_of(const std::map<std::string, LocalizedText>& titles, const std::string& id,
                            Language language) {
    const auto found = titles.find(id);
    return found == titles.end() || found->second.empty() ? id : found->second.in(language);
}

/// “甲、乙、丙”, “a, b, c”.
inline std::string listed(const std::vector<std::string>& things, Language language) {
    std::string list;
    for (const std::string& thing : things) list += (list.empty() ? "" : words(language, "、", ", ")) + thing;
    return list;
}

/// A text, or the office word for one that nobody entered.
inline std::string entered(const std::string& text, Language language) {
    return text.empty() ? words(language, "未填报", "not given") : text;
}

}  // namespace xy
