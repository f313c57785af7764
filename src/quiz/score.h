// Scoring: one mark for an item whose chosen set equals the key, none otherwise (no part marks).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "quiz/item.h"
#include "quiz/paper.h"
#include "quiz/session.h"

namespace xy::quiz {

/// Whether `chosen` is right; empty for survey kinds. A multiple-choice answer is right only as a whole.
std::optional<bool> mark(const Item& item, OptionSet chosen);

struct TopicScore {
    std::string topic;  ///< topic id
    int right = 0;
    int asked = 0;
};

struct Score {
    int right = 0;
    int asked = 0;                   ///< items answered or skipped
    std::vector<TopicScore> topics;  ///< in the order in which they were first asked
};

/// An item as it was asked, with the answer to it.
struct Answered {
    AskPage page;
    Answer answer;
};

/// The score shown to the visitor: the phases quiz and post. A pre-test is not part of it.
Score score(std::span<const Answered> answered);

/// How many items of a phase were right, of those answered or skipped.
struct PhaseScore {
    int right = 0;
    int asked = 0;
    friend bool operator==(const PhaseScore&, const PhaseScore&) = default;
};
PhaseScore score_of(std::span<const Answered> answered, Phase phase);

/// The scored items answered wrong or skipped, in the order asked. Those of a pre-test are among them:
/// nothing was said about them when they were asked.
std::vector<const Answered*> missed(std::span<const Answered> answered);

}  // namespace xy::quiz
