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
struct Start {
    friend bool operator==(const Start&, const Start&) = default;
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
struct Confirm {
    friend bool operator==(const Confirm&, const Confirm&) = default;
};
struct Skip {
    friend bool operator==(const Skip&, const Skip&) = default;
};
struct Next {
    friend bool operator==(const Next&, const Next&) = default;
};
struct GivePledge {
    bool given = false;
    friend bool operator==(const GivePledge&, const GivePledge&) = default;
};
struct Review {
    friend bool operator==(const Review&, const Review&) = default;
};
struct Finish {
    friend bool operator==(const Finish&, const Finish&) = default;
};
struct ToggleTextSize {
    friend bool operator==(const ToggleTextSize&, const ToggleTextSize&) = default;
};
struct Back {
    friend bool operator==(const Back&, const Back&) = default;
};
struct Stay {
    friend bool operator==(const Stay&, const Stay&) = default;
};
struct Leave {
    friend bool operator==(const Leave&, const Leave&) = default;
};
struct Retry {
    friend bool operator==(const Retry&, const Retry&) = default;
};
/// A touch on nothing in particular: somebody is there.
struct Touch {
    friend bool operator==(const Touch&, const Touch&) = default;
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

using Action = std::variant<Start, ChooseLanguage, ChooseAudience, Pick, Confirm, Skip, Next, GivePledge,
                            Review, Finish, ToggleTextSize, Back, Stay, Leave, Retry, Touch, AskForPanel,
                            PanelTap, Tick, Recorded, RecordFailed, TodayCounted, PanelEvent>;

}  // namespace xy::screens
