// A programme (答题方案): the ordered steps a visitor goes through, as data.
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/localized.h"

namespace xy::quiz {

/// When in a visit an item is asked.
enum class Phase { pre, quiz, post, survey };

/// "pre", "quiz", "post", "survey".
std::string_view code(Phase phase);

/// Draw `count` items of `topic`; of any topic when it is empty.
struct DrawRule {
    std::string topic;
    int count = 0;
    friend bool operator==(const DrawRule&, const DrawRule&) = default;
};

struct WelcomeStep {};   ///< the attract screen
struct AudienceStep {};  ///< who are you
/// Scored items: fixed ones first ("bank/item"), then drawn ones.
struct QuestionsStep {
    Phase phase = Phase::quiz;
    bool feedback = true;  ///< show what was right after each answer
    std::vector<std::string> items;
    std::vector<DrawRule> draw;
};
struct SurveyStep {
    std::vector<std::string> items;  ///< "bank/item", asked in this order
};
struct PledgeStep {};
struct ResultStep {};

using Step = std::variant<WelcomeStep, AudienceStep, QuestionsStep, SurveyStep, PledgeStep, ResultStep>;

/// The items ("bank/item") that `step` asks of everybody; none for steps that ask nothing.
std::span<const std::string> fixed_items(const Step& step);

struct Programme {
    std::string id;
    std::string version;  ///< hash of what it asks; a new title makes no new version
    LocalizedText title;
    std::vector<std::string> banks;  ///< ids of the banks it draws from; empty: all there are
    std::vector<Step> steps;

    template <typename S>
    bool has() const {
        for (const Step& step : steps)
            if (std::holds_alternative<S>(step)) return true;
        return false;
    }
};

}  // namespace xy::quiz
