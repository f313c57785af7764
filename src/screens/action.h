// Everything that can happen: taps, time, and word from the store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "base/localized.h"
#include "screens/panel_action.h"

namespace xy::screens {

// ---- taps
/// Those that say everything by what they are.
enum class Tap {
    start,
    confirm,
    skip,
    next,
    review,
    finish,
    again,         ///< the same visitor tries it once more, which is not counted
    next_visitor,  ///< a friend of theirs begins
    toggle_text_size,
    back,
    stay,
    leave,
    newcomer,  ///< asked “still there?”, it is somebody else who is there
    retry,
    touch,                 ///< on nothing in particular: somebody is there
    ask_for_panel,         ///< the way in for staff: the event's name held for three seconds
    ask_for_panel_by_key,  ///< the same by a key chord: somebody has a keyboard
};
struct ChooseLanguage {
    Language language = Language::zh;
    friend bool operator==(const ChooseLanguage&, const ChooseLanguage&) = default;
};
struct ChooseAudience {
    std::string id;
    friend bool operator==(const ChooseAudience&, const ChooseAudience&) = default;
};
struct Pick {
    std::size_t shown = 0;  ///< position on the screen, from 0
    friend bool operator==(const Pick&, const Pick&) = default;
};
struct GivePledge {
    bool given = false;
    friend bool operator==(const GivePledge&, const GivePledge&) = default;
};

// ---- time
struct Tick {
    friend bool operator==(const Tick&, const Tick&) = default;
};

// ---- word from the store, one for each Effect, in their order
struct Recorded {
    friend bool operator==(const Recorded&, const Recorded&) = default;
};
struct RecordFailed {
    friend bool operator==(const RecordFailed&, const RecordFailed&) = default;
};
struct TodayCounted {
    std::int64_t started = 0;
    friend bool operator==(const TodayCounted&, const TodayCounted&) = default;
};

using Action = std::variant<Tap, ChooseLanguage, ChooseAudience, Pick, GivePledge, PanelTap, Tick, Recorded,
                            RecordFailed, TodayCounted, PanelEvent>;

}  // namespace xy::screens
