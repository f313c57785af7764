#include "review/characters.h"

#include <algorithm>

namespace xy::review {
namespace {

constexpr std::u32string_view ignored = U" \n\t　.,;:!?\"'()[]-–—…·，。；：！？“”‘’（）《》、「」『』【】／/";

}  // namespace

std::string folded(std::string_view text) {
    constexpr std::string_view curly = "’";
    std::string small(text);
    for (std::size_t at = 0; (at = small.find(curly, at)) != std::string::npos;)
        small.replace(at, curly.size(), "'");
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

std::u32string bare(std::string_view text) {
    std::u32string left;
    for (const char32_t c : characters(folded(text)))
        if (ignored.find(c) == std::u32string_view::npos) left += c;
    return left;
}

Bigrams::Bigrams(std::string_view text) : bare_(bare(text)) {
    for (std::size_t i = 0; i + 1 < bare_.size(); ++i) pairs_.push_back(bare_.substr(i, 2));
    std::sort(pairs_.begin(), pairs_.end());
}

double Bigrams::likeness(const Bigrams& other) const {
    if (pairs_.empty() || other.pairs_.empty()) return !bare_.empty() && bare_ == other.bare_ ? 1 : 0;
    std::size_t common = 0;
    auto a = pairs_.begin();
    auto b = other.pairs_.begin();
    while (a != pairs_.end() && b != other.pairs_.end()) {
        if (*a == *b) {
            ++common;
            ++a;
            ++b;
        } else if (*a < *b) {
            ++a;
        } else {
            ++b;
        }
    }
    return 2.0 * static_cast<double>(common) / static_cast<double>(pairs_.size() + other.pairs_.size());
}

}  // namespace xy::review
