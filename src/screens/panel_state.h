// The screens of the staff: the PIN, and the booth's panel.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/localized.h"
#include "outreach/period.h"
#include "screens/panel_action.h"

namespace xy::screens {

/// What is said under the dots.
enum class PinNote {
    none,
    wrong,
    locked,
    too_simple,
    differs,
    failed,
    wrong_code,
    code_not_kept,  ///< there is no recovery code to compare with: none was made, or it is lost
    no_code,        ///< no stick has a recovery code
    code_carried,   ///< the new recovery code stands on a stick
    no_stick_for_code,
    several_sticks,    ///< it goes on one, and nobody may wonder which
    code_not_carried,  ///< the stick did not take it
    needs_key,         ///< no PIN was ever set, and nobody has shown to be at the machine
    lost,              ///< the PINs are gone
};

struct PinState {
    /// Nothing: asked for the way in. Else the PIN of this role is being set.
    std::optional<access::Role> setting;
    bool goes_on = false;     ///< after the volunteer's PIN comes the organizer's (the first start)
    std::string first;        ///< the new PIN, once it was entered and is asked for again
    std::string digits;       ///< of a PIN, or characters of the recovery code
    bool recovering = false;  ///< the recovery code is asked for
    std::string code = {};    ///< a new recovery code to be written down; nothing else is shown
    PinNote note = PinNote::none;
    StoreFault fault = StoreFault::other;  ///< of PinNote::failed
    bool checking = false;                 ///< taps wait for the store
    bool paused = false;                   ///< asked for on the paused screen, and back to it
    bool wizard = false;                   ///< a step of the first start, which goes on after it
    std::string stick = {};                ///< what the code was written on, or was to be

    bool again() const { return !first.empty(); }
};

/// The staff have put the kiosk to rest; only they go on.
struct PausedState {};

/// A number typed on the pad of the ledger.
struct Pad {
    std::string measure;
    std::string digits = {};
    bool replaces = false;  ///< the number is what the total becomes (改为), not what is added (再加)
    outreach::Precision precision = outreach::Precision::exact;
    std::string note = {};

    std::int64_t typed() const;
    /// What the entry adds to a measure whose total is `total`; negative: a correction.
    std::int64_t amount(std::int64_t total) const { return replaces ? typed() - total : typed(); }
    /// The total once it is entered.
    std::int64_t result(std::int64_t total) const { return total + amount(total); }
    /// Whether there is anything to enter.
    bool says_something(std::int64_t total) const { return !digits.empty() && amount(total) != 0; }
};

/// A new event, made by picking: occasion, venue kind, place; then its name.
struct EventDraft {
    enum class Stage { occasion, venue, place, name };
    Stage stage = Stage::occasion;
    LocalizedText occasion;
    std::string venue;
    LocalizedText venue_title;
    std::string place_code;
    LocalizedText place;
    LocalizedText name;
    bool typed = false;  ///< the name was changed by hand
};

/// What the panel asks before it does it.
enum class Confirmation { opening, other_day, closing, large_amount, delete_practice, shut_down, quit };

struct Asking {
    Confirmation confirmation = Confirmation::closing;
    PanelTap tap;               ///< done when the answer is yes
    LocalizedText closes = {};  ///< the event that is open, and will not be any more; empty: none
};

/// How an entry or a command was refused.
enum class PanelNote {
    none,
    negative_total,
    too_large,
    personal_number,
    personal_contact,
    personal_name,
    failed,
    shut_down_refused,
    saved
};

/// A period that a report can be about; without days: everything.
struct PeriodChoice {
    std::string code;  ///< "2026H1", "all"
    LocalizedText title;
    std::optional<outreach::Period> period;
};

/// What the organizer has chosen for the report.
struct ReportDraft {
    std::vector<PeriodChoice> periods;
    std::size_t period = 0;  ///< of `periods`
    bool internal = false;
    std::size_t place = 0;  ///< of Carrying::places()
};

/// Where carrying to a stick stands.
struct Carrying {
    bool looked = false;  ///< sticks were looked for
    std::vector<Stick> sticks;
    std::optional<Stick> computer;  ///< its own folder
    bool running = false;
    bool stopping = false;  ///< stop was touched, and the end is not yet known
    double share = 0;
    Milliseconds begun{0};
    Milliseconds estimated{0};        ///< when `seconds_left` was last worked out
    std::optional<int> seconds_left;  ///< of a carrying that takes longer than a second
    CarryEnded ended;                 ///< the last one; empty: none

    /// The sticks; and where none of them takes files, the computer's own folder.
    std::vector<Stick> places() const;
    /// Whether a place is the computer's own folder.
    bool is_own(const Stick& place) const { return computer && computer->folder == place.folder; }
    bool has_ended() const { return !ended.folder.empty() || !ended.why.empty(); }
};

struct PanelState {
    access::Role role = access::Role::volunteer;
    Tab tab = Tab::today;
    bool known = false;  ///< facts were read
    PanelFacts facts;
    Milliseconds read_at{0};
    std::size_t page = 0;  ///< of the tab's list, from 0; beyond its end means its last
    PanelNote note = PanelNote::none;
    /// The last change that was asked for did not reach the disk.
    std::optional<StoreFault> trouble;
    bool changing = false;  ///< a change was asked for, and is not yet known to have been made
    std::optional<Asking> asking;
    std::optional<Pad> pad;
    std::optional<EventDraft> draft;
    std::optional<std::string> shown_event;  ///< its sheet is shown
    bool internal_sheet = false;             ///< with nothing withheld: the organizer wanted it so
    Carrying carrying;
    std::optional<ReportDraft> report;  ///< the report is being written, not the data carried
    bool checking = false;
    std::optional<StoreChecked> checked;
    std::optional<std::vector<bool>> touched;  ///< cells of the touch test

    bool organizer() const { return role == access::Role::organizer; }
    const outreach::Event* open_event() const;
    const outreach::Event* event(const std::string& id) const;
    /// Of the open event.
    outreach::LedgerTotal total_of(const std::string& measure) const;
    /// The finest that the pad can say: a total that becomes another stays as inexact as its entries.
    outreach::Precision least_precision() const;
};

/// Cells of the touch test.
inline constexpr std::size_t touch_columns = 6;
inline constexpr std::size_t touch_rows = 4;

/// Why the clock of the device cannot be right.
enum class ClockDoubt { none, impossible, before_last_visit, not_the_event_day };
ClockDoubt clock_doubt(const PanelFacts& facts, const std::string& today);

}  // namespace xy::screens
