#include "quiz/programme.h"

#include <algorithm>
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

bool Programme::uses(const std::string& bank) const {
    return banks.empty() || std::find(banks.begin(), banks.end(), bank) != banks.end();
}

bool Programme::draws() const {
    return std::any_of(steps.begin(), steps.end(), [](const Step& step) {
        const auto* questions = std::get_if<QuestionsStep>(&step);
        return questions != nullptr && (!questions->draw.empty() || questions->form != FormRule::none);
    });
}

}  // namespace xy::quiz
