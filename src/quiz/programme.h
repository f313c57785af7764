// A programme (答题方案): the ordered steps a visitor goes through, as data.
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/localized.h"
#include "quiz/forms.h"

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
/// Scored items: fixed ones first ("bank/item"), then drawn ones; or one of the two forms of the visitor's
/// pack.
struct QuestionsStep {
    Phase phase = Phase::quiz;
    bool feedback = true;  ///< show what was right after each answer
    std::vector<std::string> items;
    std::vector<DrawRule> draw;
    FormRule form = FormRule::none;  ///< any other: `items` and `draw` are empty
};
struct SurveyStep {
    std::vector<std::string> items;  ///< "bank/item", asked in this order
};
struct PledgeStep {};
struct ResultStep {};
/// Lesson cards that suit the visitor, one a screen; nothing is asked and nothing is stored.
struct CardsStep {
    int count = 0;
    std::vector<std::string> topics;  ///< in the order in which they are shown; empty: any
};

/// New kinds of steps come last: a programme's version counts them by their place.
using Step =
    std::variant<WelcomeStep, AudienceStep, QuestionsStep, SurveyStep, PledgeStep, ResultStep, CardsStep>;

/// The items ("bank/item") that `step` asks of everybody; none for steps that ask nothing.
std::span<const std::string> fixed_items(const Step& step);

struct Programme {
    std::string id;
    std::string version;  ///< hash of what it asks; a new title makes no new version
    LocalizedText title;
    /// One line that invites to it on the attract screen, instead of its length; may be empty.
    LocalizedText invitation;
    /// Questions that the flower thinks about on the attract screen, one after the other, and that are not
    /// asked; may be none.
    std::vector<LocalizedText> teasers;
    bool large_type = false;         ///< every visit begins with large text
    std::vector<std::string> banks;  ///< ids of the banks it draws from; empty: all there are
    std::vector<Step> steps;

    bool uses(const std::string& bank) const;
    /// Whether some step draws scored items by topic or form, so that it depends on the audience which.
    bool draws() const;

    template <typename S>
    bool has() const {
        for (const Step& step : steps)
            if (std::holds_alternative<S>(step)) return true;
        return false;
    }
};

}  // namespace xy::quiz
