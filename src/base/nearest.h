// "Did you mean …?": the known word closest to an unknown one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace xy {

/// The candidate with the smallest Levenshtein distance to `word`, in characters (UTF-8); empty when none is
/// closer than half of the longer word's length. The first of equals wins.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace xy
