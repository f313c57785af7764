#include "quiz/item.h"

#include <algorithm>
#include <array>
#include <utility>

namespace xy::quiz {
namespace {

constexpr std::array<std::pair<Kind, std::string_view>, 6> kind_codes{{
    {Kind::single, "single"},
    {Kind::multiple, "multiple"},
    {Kind::true_false, "true_false"},
    {Kind::situation, "situation"},
    {Kind::scale, "scale"},
    {Kind::choice, "choice"},
}};

}  // namespace

std::string_view code(Kind kind) {
    return kind_codes[static_cast<std::size_t>(kind)].second;
}

std::optional<Kind> parse_kind(std::string_view code) {
    for (const auto& [kind, word] : kind_codes)
        if (word == code) return kind;
    return std::nullopt;
}

OptionSet Item::key() const {
    OptionSet set = 0;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (options[i].correct) set |= OptionSet{1} << i;
    return set;
}

bool suits(const std::vector<std::string>& audiences, std::string_view audience) {
    return audiences.empty() || audience.empty() ||
           std::find(audiences.begin(), audiences.end(), audience) != audiences.end();
}

bool Item::valid_on(std::string_view day) const {
    return valid_until.empty() || day <= valid_until;
}

std::string citation(const Source& source, Language language) {
    const std::string& law = source.law.in(language);
    const std::string& article = source.article.in(language);
    if (article.empty()) return law;
    if (language == Language::en) return law + ", " + article;
    return law + (article.starts_with("第") ? "" : " ") + article;
}

}  // namespace xy::quiz
