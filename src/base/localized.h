// Text in the languages a visitor can choose. Chinese is written first, English second.
#pragma once

#include <string>
#include <string_view>

namespace xy {

enum class Language { zh, en };

/// "zh" or "en", as written in files and on the command line.
std::string_view code(Language language);

/// One text in both languages. An empty language falls back to the other one.
struct LocalizedText {
    std::string zh;
    std::string en;

    const std::string& in(Language language) const;
    bool empty() const { return zh.empty() && en.empty(); }
    friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

}  // namespace xy
