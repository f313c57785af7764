// Finding the words of a group in a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/localized.h"
#include "review/strict_data.h"

namespace xy::review {

/// The first of the group's words that stands in `text`, as it stands there. "*" in a word stands for up to
/// 24 bytes (eight Chinese characters). With WordPlace::claims a word after a negation (不是, 没有, not …)
/// does not count: who denies something does not say it.
std::optional<std::string> first_word(const WordGroup& group, std::string_view text, Language language);

/// How many of the group's words stand in `text`, each counted once.
int words_in(const WordGroup& group, std::string_view text, Language language);

}  // namespace xy::review
