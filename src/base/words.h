// Words of tables and reports in the language that was asked for.
#pragma once

#include <fmt/format.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/localized.h"

namespace xy {

/// Chooses between Chinese and English: words("场次", "Events").
class Words {
 public:
    explicit Words(Language language) : language_(language) {}

    std::string operator()(std::string_view zh, std::string_view en) const {
        return std::string(language_ == Language::zh ? zh : en);
    }
    /// The same with values put into the braces, as fmt::format does.
    template <typename... Values>
    std::string format(std::string_view zh, std::string_view en, const Values&... values) const {
        return fmt::format(fmt::runtime((*this)(zh, en)), values...);
    }
    /// “甲、乙、丙”, “a, b, c”.
    std::string join(const std::vector<std::string>& things) const {
        return fmt::format("{}", fmt::join(things, (*this)("、", ", ")));
    }
    /// A text, or the office word for one that nobody entered.
    std::string or_missing(const std::string& text) const {
        return text.empty() ? (*this)("未填报", "not given") : text;
    }

 private:
    Language language_;
};

/// What people call an id of the configuration; an id without a title is printed itself.
inline std::string title_of(const std::map<std::string, LocalizedText>& titles, const std::string& id,
                            Language language) {
    const auto found = titles.find(id);
    return found == titles.end() || found->second.empty() ? id : found->second.in(language);
}

}  // namespace xy
