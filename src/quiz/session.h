// A session (一人次): one visit, and the answers in it. Nothing here can name a person.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/identifier.h"
#include "base/localized.h"
#include "quiz/item.h"
#include "quiz/programme.h"

namespace xy::quiz {

/// How a session ended. `open` while the visitor is still there.
enum class Outcome { open, completed, abandoned, timed_out };

/// "open", "completed", "abandoned", "timed_out".
std::string_view code(Outcome outcome);

struct SessionStart {
    RandomId id;
    std::string event;
    std::string device;
    std::string programme;
    std::string programme_version;
    std::string audience;  ///< empty when the programme does not ask
    Language language = Language::zh;
    bool practice = false;  ///< never counted
    LocalHour hour;
    friend bool operator==(const SessionStart&, const SessionStart&) = default;
};

struct SessionEnd {
    RandomId id;
    Outcome outcome = Outcome::completed;
    Language language = Language::zh;  ///< the language at the end
    Milliseconds duration{0};
    std::optional<bool> pledge;  ///< empty: not asked
};

struct Answer {
    int position = 0;  ///< 0-based place in the session, over all phases
    Phase phase = Phase::quiz;
    std::string bank;
    std::string item;
    std::string item_version;
    OptionSet chosen = 0;         ///< 0 when skipped or declined
    std::optional<bool> correct;  ///< empty for survey items; a skipped scored item is false
    Milliseconds time{0};         ///< from shown to answered

    bool skipped() const { return chosen == 0; }
    friend bool operator==(const Answer&, const Answer&) = default;
};

}  // namespace xy::quiz
