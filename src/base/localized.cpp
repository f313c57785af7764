#include "base/localized.h"

namespace xy {

std::string_view code(Language language) {
    return language == Language::zh ? "zh" : "en";
}

const std::string& LocalizedText::in(Language language) const {
    const std::string& wanted = language == Language::zh ? zh : en;
    const std::string& other = language == Language::zh ? en : zh;
    return wanted.empty() ? other : wanted;
}

}  // namespace xy
