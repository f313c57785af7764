// What an update wants done, as data. kiosk/effect_runner is the one place that does it.
#pragma once

#include <string>
#include <variant>

#include "base/identifier.h"
#include "quiz/session.h"
#include "screens/panel_command.h"

namespace xy::screens {

struct BeginSession {
    quiz::SessionStart start;
};
struct SaveAnswer {
    RandomId session;
    quiz::Answer answer;
};
struct SavePledge {
    RandomId session;
    bool given = false;
};
struct FinishSession {
    quiz::SessionEnd end;
};
/// Answered by TodayCounted instead of Recorded.
struct CountToday {
    std::string event;
    std::string day;
};

using Effect = std::variant<BeginSession, SaveAnswer, SavePledge, FinishSession, CountToday, PanelCommand>;

}  // namespace xy::screens
