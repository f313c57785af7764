// What the panel wants done, as data. kiosk/ does it and answers with PanelEvent.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "access/pin.h"
#include "base/localized.h"
#include "outreach/booth_settings.h"
#include "outreach/event.h"
#include "outreach/ledger.h"
#include "outreach/period.h"

namespace xy::screens {

/// What is open, whether PINs are set. Answered by SetupKnown or SetupFailed.
struct LoadSetup {};
/// Counts a wrong try before it looks, so that no power cut makes it unmade. Answered by PinChecked.
struct CheckPin {
    std::string digits;
};
/// Looks for the organizer's stick. Answered by RecoveryCodeFound.
struct FindRecoveryCode {
    std::string device;  ///< whose codes are tried first
};
/// Ends a lock-out when one of them is right. Answered by RecoveryCodeChecked.
struct CheckRecoveryCode {
    std::vector<std::string> codes;  ///< without dashes
};
/// Writes a new recovery code on a stick, beside those of other devices. Answered by RecoveryCodeCarried.
struct CarryRecoveryCode {
    std::string code;    ///< in groups or without
    std::string device;  ///< as staff read it
};
/// Answered by PinKept; with the organizer's PIN comes a new recovery code.
struct KeepPin {
    access::Role role = access::Role::volunteer;
    std::string digits;
};
/// Answered by PanelKnown.
struct LoadPanel {
    std::string sheet_of;   ///< event whose sheet is wanted; empty: the open one
    bool internal = false;  ///< nothing of it is withheld; for the organizer alone
};
/// The next ones are answered only when they fail, by PanelFailed; a LoadPanel follows each.
struct AddEntry {
    outreach::LedgerEntry entry;
    /// What the total is to be: the amount is then worked out anew from what has been entered by now.
    std::optional<std::int64_t> becomes = std::nullopt;
};
struct MarkUndone {
    RandomId entry;
};
struct PlanEvent {
    outreach::Event event;
};
struct SetEventState {
    std::string event;
    outreach::EventState state = outreach::EventState::open;
};
struct KeepSettings {
    outreach::BoothSettings settings;
};
/// Sets the clock of the device so many minutes on, or back; where that is not allowed the kiosk adds them
/// from now on. Answered by ClockSet.
struct SetClock {
    std::chrono::minutes by{0};
};
struct DeletePracticeData {};
/// Answered by StoreChecked.
struct CheckIntegrity {};
/// Puts the strict rules to the banks that are loaded. Answered by BanksReviewed, unless the tables of the
/// rules are damaged; the log says so.
struct ReviewBanks {
    std::string day;  ///< YYYY-MM-DD
};
/// Answered by SticksKnown.
struct FindSticks {};
/// Answered by CarryMoved again and again, and by one CarryEnded.
struct CarryPackage {
    std::string stick;
    std::string name;  ///< of the folder on it
};
/// Answered like CarryPackage.
struct CarryReport {
    std::string place;                       ///< a stick, or the computer's own folder
    std::string name;                        ///< of the folder in it
    std::optional<outreach::Period> period;  ///< nothing: everything
    bool internal = false;                   ///< withholds nothing
    Language language = Language::zh;
    std::string made_on;  ///< YYYY-MM-DD
};
struct StopCarry {};
/// Asks the system to switch the computer off, once all is saved; the kiosk is ended by it. Answered only
/// when it refuses, by ShutDownRefused.
struct ShutDown {};
/// Ends the program. Not answered.
struct QuitProgram {};

using PanelCommand = std::variant<LoadSetup, CheckPin, FindRecoveryCode, CheckRecoveryCode, CarryRecoveryCode,
                                  KeepPin, LoadPanel, AddEntry, MarkUndone, PlanEvent, SetEventState,
                                  KeepSettings, SetClock, DeletePracticeData, CheckIntegrity, ReviewBanks,
                                  FindSticks, CarryPackage, CarryReport, StopCarry, ShutDown, QuitProgram>;

}  // namespace xy::screens
