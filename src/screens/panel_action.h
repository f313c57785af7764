// What staff do at the booth's panel, and the word that comes back from the store and the device.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "access/credentials.h"
#include "access/pin.h"
#include "base/identifier.h"
#include "outreach/booth_settings.h"
#include "outreach/ledger.h"
#include "outreach/sheet.h"

namespace xy::screens {

/// The parts of the panel, in the order of its menu.
enum class Tab { today, events, ledger, programme, carry, device };

/// A stick or another place that an export can be carried to.
struct Stick {
    std::string folder;
    std::string label;
    std::uint64_t free_bytes = 0;
    bool writable = true;
    friend bool operator==(const Stick&, const Stick&) = default;
};

/// Why the store, or a file beside it, did not do what was asked.
enum class StoreFault { full, cannot_write, cannot_read, damaged, other };

/// What the staff should know about what is kept.
struct Notice {
    enum class Kind {
        set_aside,         ///< a damaged store, kept as `file`, whose name has the day
        wrong_day,         ///< `visits` on `day`, which cannot be; counted on `counted_on`
        no_recovery_code,  ///< none was made, or it was lost
        missing,           ///< noticed on `day`: `signed_visits` were signed off, `visits` are there
        perhaps_missing,   ///< noticed on `day`: nobody can say whether all is there
        foreign,           ///< noticed on `day`: another program has written to the store
    };
    Kind kind = Kind::set_aside;
    std::string day = {};
    std::string file = {};
    std::int64_t visits = 0;
    std::string counted_on = {};
    std::int64_t signed_visits = 0;
    /// Whether somebody has to do something about it.
    bool is_pressing() const { return kind != Kind::wrong_day; }
    friend bool operator==(const Notice&, const Notice&) = default;
};

/// What the panel shows; read anew after every change and every few seconds.
struct PanelFacts {
    std::vector<outreach::Event> events;
    /// Of the event that was asked for, or of the open one; what may be shown of it.
    std::optional<outreach::ShownSheet> sheet;
    std::int64_t started =
        0;  ///< 人次 at the open event so far: whoever stands at the machine sees them come
    std::vector<outreach::LedgerEntry> entries;  ///< of the open event, in the order of entering
    std::vector<outreach::LedgerLine> totals;    ///< of the open event
    std::vector<Notice> notices;
    std::string last_day;          ///< of any visit, leaving out days that cannot be
    std::uint64_t free_bytes = 0;  ///< where the data lies
    std::optional<int> battery_percent;
    friend bool operator==(const PanelFacts&, const PanelFacts&) = default;
};

// ---- taps and keys
/// Those that say everything by what they are.
enum class PanelButton {
    lock,
    set_up,       ///< date, device, place, programme: the wizard of the first start
    wizard_next,  ///< what its step shows is right
    write_place,  ///< the list has no such place: its name is written, or not any more
    agree,        ///< yes to what the panel asks; Tap::back is no
    erase,
    pad_done,
    new_event,
    look_for_sticks,
    stop_carrying,
    to_data,    ///< between carrying the data
    to_report,  ///< and writing the report, which only the organizer does
    write_report,
    dismiss_result,  ///< how the report ended was read; back to the choices
    check_integrity,
    toggle_practice,
    toggle_still,
    toggle_contrast,
    delete_practice,
    switch_sheet,  ///< between the sheet for copying and all figures, which only the organizer does
    pause,
    test_touch,
    shut_down,  ///< the computer: whoever runs the booth may
    quit,
    enter_recovery_code,  ///< on the PIN screen: instead of a PIN
    find_recovery_code,   ///< on the organizer's stick
    code_written,         ///< the new recovery code was written down
    code_to_stick,        ///< the new recovery code goes on a stick as well
};
/// A digit of a PIN or of an amount.
struct Digit {
    int value = 0;  ///< 0..9
    friend bool operator==(const Digit&, const Digit&) = default;
};
/// Text of a physical keyboard, as an input method gives it.
struct TypeText {
    std::string utf8;
    friend bool operator==(const TypeText&, const TypeText&) = default;
};
struct OpenTab {
    Tab tab = Tab::today;
    friend bool operator==(const OpenTab&, const OpenTab&) = default;
};
struct TurnPage {
    int by = 1;
    friend bool operator==(const TurnPage&, const TurnPage&) = default;
};
struct AddAmount {
    std::string measure;
    std::int64_t amount = 0;
    friend bool operator==(const AddAmount&, const AddAmount&) = default;
};
/// The measure that the number pad writes to.
struct PickMeasure {
    std::string measure;
    friend bool operator==(const PickMeasure&, const PickMeasure&) = default;
};
/// Whether the number is added (再加) or is what the total becomes (改为).
struct PickReplacing {
    bool replaces = false;
    friend bool operator==(const PickReplacing&, const PickReplacing&) = default;
};
struct PickPrecision {
    outreach::Precision precision = outreach::Precision::exact;
    friend bool operator==(const PickPrecision&, const PickPrecision&) = default;
};
struct UndoEntry {
    RandomId id;
    friend bool operator==(const UndoEntry&, const UndoEntry&) = default;
};
struct ShowEvent {
    std::string id;
    friend bool operator==(const ShowEvent&, const ShowEvent&) = default;
};
/// A choice for the step that the new event is at.
struct PickForEvent {
    std::size_t index = 0;
    friend bool operator==(const PickForEvent&, const PickForEvent&) = default;
};
struct MakeEvent {
    outreach::EventState state = outreach::EventState::planned;  ///< that it begins in
    friend bool operator==(const MakeEvent&, const MakeEvent&) = default;
};
struct ChangeEvent {
    std::string id;
    outreach::EventState state = outreach::EventState::open;
    friend bool operator==(const ChangeEvent&, const ChangeEvent&) = default;
};
struct ChooseProgramme {
    std::string id;
    friend bool operator==(const ChooseProgramme&, const ChooseProgramme&) = default;
};
struct PreviewProgramme {
    std::string id;
    friend bool operator==(const PreviewProgramme&, const PreviewProgramme&) = default;
};
struct CarryTo {
    std::size_t stick = 0;
    friend bool operator==(const CarryTo&, const CarryTo&) = default;
};
struct PickPeriod {
    std::size_t index = 0;
    friend bool operator==(const PickPeriod&, const PickPeriod&) = default;
};
struct PickReaders {
    bool internal = false;
    friend bool operator==(const PickReaders&, const PickReaders&) = default;
};
/// Where the report goes: index in Carrying::places().
struct PickPlace {
    std::size_t index = 0;
    friend bool operator==(const PickPlace&, const PickPlace&) = default;
};
struct ChangePin {
    access::Role role = access::Role::volunteer;
    friend bool operator==(const ChangePin&, const ChangePin&) = default;
};
struct TouchCell {
    std::size_t cell = 0;
    friend bool operator==(const TouchCell&, const TouchCell&) = default;
};

/// What is changed of the date and time shown.
enum class ClockPart { year, month, day, hour, minute };
struct AdjustClock {
    ClockPart part = ClockPart::day;
    int by = 0;  ///< −1 or 1
    friend bool operator==(const AdjustClock&, const AdjustClock&) = default;
};
/// The kiosk stands at Setup::places[index].
struct PickHere {
    std::size_t index = 0;
    friend bool operator==(const PickHere&, const PickHere&) = default;
};

using PanelTap = std::variant<PanelButton, AdjustClock, PickHere, Digit, TypeText, OpenTab, TurnPage,
                              AddAmount, PickMeasure, PickReplacing, PickPrecision, UndoEntry, ShowEvent,
                              PickForEvent, MakeEvent, ChangeEvent, ChooseProgramme, PreviewProgramme,
                              CarryTo, PickPeriod, PickReaders, PickPlace, ChangePin, TouchCell>;

// ---- word from the store and the device
/// Once, when the store has been opened.
struct SetupKnown {
    std::optional<outreach::Event> open;
    access::PinStatus pins = access::PinStatus::set;
    int wrong_tries = 0;
    outreach::BoothSettings settings = {};
    friend bool operator==(const SetupKnown&, const SetupKnown&) = default;
};
/// The store could not be opened; the kiosk asks again.
struct SetupFailed {
    friend bool operator==(const SetupFailed&, const SetupFailed&) = default;
};
struct PinChecked {
    std::optional<access::Role> role;  ///< nothing: no PIN of ours
    friend bool operator==(const PinChecked&, const PinChecked&) = default;
};
struct PinKept {
    access::PinStatus pins = access::PinStatus::set;
    std::string code;  ///< a new recovery code, in groups: with the organizer's PIN
    friend bool operator==(const PinKept&, const PinKept&) = default;
};
struct RecoveryCodeFound {
    std::vector<std::string> codes;  ///< of all devices that a stick is the key of; empty: there is none
    friend bool operator==(const RecoveryCodeFound&, const RecoveryCodeFound&) = default;
};
struct RecoveryCodeCarried {
    bool done = false;  ///< it stands on the stick
    int sticks = 0;     ///< that are there and can be taken away: it goes on the only one
    std::string label;  ///< of that stick
    friend bool operator==(const RecoveryCodeCarried&, const RecoveryCodeCarried&) = default;
};
struct RecoveryCodeChecked {
    bool right = false;
    bool kept = true;  ///< there is one to compare with
    friend bool operator==(const RecoveryCodeChecked&, const RecoveryCodeChecked&) = default;
};
struct PanelKnown {
    PanelFacts facts;
    friend bool operator==(const PanelKnown&, const PanelKnown&) = default;
};
/// A command of the panel could not be run.
struct PanelFailed {
    StoreFault fault = StoreFault::other;
    friend bool operator==(const PanelFailed&, const PanelFailed&) = default;
};
struct SticksKnown {
    std::vector<Stick> sticks;
    std::optional<Stick> computer = std::nullopt;  ///< the folder of this computer for reports
    friend bool operator==(const SticksKnown&, const SticksKnown&) = default;
};
struct CarryMoved {
    double share = 0;  ///< 0..1
    friend bool operator==(const CarryMoved&, const CarryMoved&) = default;
};
/// Why nothing stands there.
enum class CarryFault {
    none,
    stopped,
    no_room,
    read_only,
    gone,
    differs,
    own_disk_full,  ///< of this computer, where the files are made first
    tells_groups,   ///< small ones, to readers of earlier reports
    other
};

/// How carrying ended: the folder on the stick, or why nothing stands there.
struct CarryEnded {
    std::string folder;
    std::string why;  ///< in the words of the part that failed, for the log
    CarryFault fault = CarryFault::none;
    std::vector<std::string> files = {};  ///< names in the folder, without its checksums
    bool nothing_took_place = false;      ///< in the period of the report
    friend bool operator==(const CarryEnded&, const CarryEnded&) = default;
};
struct StoreChecked {
    std::optional<std::string> fault;
    friend bool operator==(const StoreChecked&, const StoreChecked&) = default;
};
struct BanksReviewed {
    int remarks = 0;
    friend bool operator==(const BanksReviewed&, const BanksReviewed&) = default;
};

/// The system does not let the kiosk switch the computer off.
struct ShutDownRefused {
    friend bool operator==(const ShutDownRefused&, const ShutDownRefused&) = default;
};

/// The clock says what staff said; see SetClock.
struct ClockSet {
    std::chrono::minutes correction{0};  ///< what the kiosk adds to it; 0: the device itself was set
    friend bool operator==(const ClockSet&, const ClockSet&) = default;
};

using PanelEvent =
    std::variant<ClockSet, SetupKnown, SetupFailed, PinChecked, PinKept, RecoveryCodeFound,
                 RecoveryCodeCarried, RecoveryCodeChecked, PanelKnown, PanelFailed, SticksKnown, CarryMoved,
                 CarryEnded, StoreChecked, BanksReviewed, ShutDownRefused>;

}  // namespace xy::screens
