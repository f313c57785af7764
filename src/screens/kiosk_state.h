// The whole state of the screen: one value that can be copied and compared, with no pointers into anything
// that changes.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "access/lockout.h"
#include "quiz/score.h"
#include "screens/card_screen.h"
#include "screens/effect.h"
#include "screens/panel_state.h"
#include "screens/question_screen.h"
#include "screens/setup.h"
#include "screens/wizard_state.h"

namespace xy::screens {

/// At rest: the flower, one sentence, one button.
struct AttractState {};

/// Who are you? Shows Setup::offered() to the programme.
struct AudienceState {};

/// What was right and why. Also used, one after the other, to look at missed items again (`review`).
struct FeedbackState {
    quiz::AskPage page;
    quiz::OptionSet chosen = 0;
    LocalizedText topic;
    int number = 1;  ///< place among all that the visit asks, or among those looked at again
    int total = 1;
    bool review = false;
    bool last = false;  ///< after this one comes something else than a question

    bool right() const { return chosen == page.item->key(); }
    bool skipped() const { return chosen == 0; }
};

struct PledgeState {
    bool saving = false;
};

/// How the result is greeted; every one of them is kind.
enum class Praise {
    thanks,    ///< nothing was scored
    learning,  ///< under 40 % right, and something was learned: that counts, and no score is shown
    growing,   ///< under 60 % right
    good,      ///< from 60 %
    great,     ///< from 90 %
};

struct ResultState {
    Praise praise = Praise::thanks;
    int right = 0;
    int asked = 0;
    quiz::PhaseScore before;  ///< of the warm-up, or of the test before learning
    quiz::PhaseScore after;   ///< of the test after it
    int learned = 0;          ///< answers that were wrong, and of which it was said what is right
    std::vector<LocalizedText> take_home;  ///< at most two; three for Praise::learning
    int missed = 0;                        ///< items that can be looked at again
};

using Screen = std::variant<AttractState, AudienceState, QuestionState, FeedbackState, PledgeState,
                            ResultState, PinState, PanelState, PausedState, CardState, WizardState>;

/// The visit that is under way. Gone, with everything in it, as soon as it ends.
struct Visit {
    RandomId id;
    std::string audience;
    quiz::Paper paper;
    std::size_t page = 0;  ///< index in paper.pages
    std::vector<quiz::Answered> answered;
    std::optional<bool> pledge;
    Milliseconds begun{0};
    bool recorded = false;  ///< BeginSession was asked for
    bool ended = false;     ///< FinishSession was asked for
    std::size_t review = 0;
};

/// Something lies over the screen.
enum class Overlay {
    none,
    still_there,  ///< nobody touched for a while; a countdown to the reset runs
    leave,        ///< somebody asked to leave
    staff,        ///< the store failed; “please ask the staff”
};

struct KioskState {
    Language language = Language::zh;
    bool large_text = false;
    Screen screen = AttractState{};
    std::optional<Visit> visit;
    Overlay overlay = Overlay::none;
    Milliseconds last_touch{0};
    Milliseconds page_since{0};  ///< when the screen, or the page on it, appeared
    bool reading = false;        ///< too short ago for anybody to have read it: see reading.h
    int seconds_left = 0;        ///< of the countdown or of the result screen
    std::int64_t today = 0;
    std::string counted_day;                 ///< the day `today` was counted for
    std::optional<quiz::Programme> preview;  ///< the visit under way is a trial of this one
    access::Lockout lockout{0, {}};          ///< wrong PINs; outlives everything else here
    std::vector<Effect> unsaved;             ///< asked of the store and not yet confirmed, in order
    std::size_t in_flight = 0;               ///< how many of them the store is working on
    bool after_save = false;                 ///< go on as soon as everything is saved
    int failed_openings = 0;                 ///< of the store, in a row
    bool opening = false;                    ///< the store was asked again to open
};

/// What the visit goes through: the programme that staff are trying, else the one that runs.
inline const quiz::Programme& programme_of(const KioskState& state, const Setup& setup) {
    return state.preview ? *state.preview : setup.programme;
}

}  // namespace xy::screens
