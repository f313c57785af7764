#include "quiz/programme.h"

#include <array>

namespace xy::quiz {

std::string_view code(Phase phase) {
    constexpr std::array<std::string_view, 4> codes{"pre", "quiz", "post", "survey"};
    return codes[static_cast<std::size_t>(phase)];
}

std::span<const std::string> fixed_items(const Step& step) {
    if (const auto* questions = std::get_if<QuestionsStep>(&step)) return questions->items;
    if (const auto* survey = std::get_if<SurveyStep>(&step)) return survey->items;
    return {};
}

}  // namespace xy::quiz
