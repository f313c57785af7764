// Every word of the staff's screens that does not come from the configuration.
#pragma once

#include <array>
#include <string_view>

#include "base/localized.h"

namespace xy::wording {

struct PanelWording {
    // PIN
    std::string_view pin_title, pin_new_volunteer, pin_new_organizer, pin_again, cancel, erase;
    std::string_view pin_rule, pin_wrong, pin_locked, pin_too_simple, pin_differs, pin_failed;
    std::string_view pin_locked_minutes, pin_needs_key, pin_lost, recover, recover_title, recover_wrong,
        recover_none, recover_stick, recover_no_stick;
    std::string_view code_title, code_text, code_written, code_to_stick, code_carried, code_not_carried,
        no_stick_for_code, several_sticks;
    std::array<std::string_view, 5> store_faults;  ///< in the order of screens::StoreFault
    // frame
    std::string_view title;
    std::array<std::string_view, 6> tabs;  ///< in the order of screens::Tab
    std::string_view lock, no_event, this_device, loading, all_well, look_here;
    std::string_view yes, no, back, more, page;
    // today and sheet
    std::string_view started, completed, right_rate, median_time, per_hour, topics, nothing_yet;
    std::string_view abandoned, timed_out, pledges, sheet_hint, hour, rate_note, answered;
    std::string_view take_home, to_sheet;
    std::string_view sheet_withheld, sheet_internal, to_internal_sheet, to_public_sheet;
    // ledger
    std::string_view quick_ledger, last_entries, undo, undone, undo_note, pad_more, pad_change, pad_now,
        pad_new, pad_total, add, note_hint;
    std::array<std::string_view, 4> precision;  ///< in the order of outreach::Precision
    std::string_view not_reported, negative_total, too_large, personal_number, personal_contact,
        personal_name, failed;
    // events
    std::array<std::string_view, 3> states;  ///< in the order of outreach::EventState
    std::string_view open_first, new_event, pick_occasion, pick_venue, pick_place, name_it, name_hint, make,
        make_and_open;
    std::string_view open_event, close_event, open_again, no_events, closes_other;
    // programme
    std::string_view runs_now, choose, preview, preview_note, steps;
    // carrying
    std::string_view carry_hint, no_stick, look_again, free, read_only, carry, carrying, stop, carried,
        may_pull, not_carried, stopping, stopped, seconds_left, minutes_left;
    std::array<std::string_view, 9> carry_faults;  ///< in the order of screens::CarryFault
    // report
    std::string_view carry_and_report;  ///< the part, for the organizer
    std::string_view to_data, to_report, which_period, which_readers, which_place, looking, own_folder,
        write_report, writing, writing_here, written, written_here, nothing_took_place, not_written,
        understood;
    std::array<std::string_view, 2> readers, readers_note;  ///< public, internal
    // device
    std::string_view device, version, disk, battery, no_battery, clock, clock_fine, clock_impossible,
        clock_before, clock_other_day;
    std::string_view store, check_store, checking, store_fine, store_bad, set_aside, wrong_day,
        no_recovery_code, missing, perhaps_missing, foreign, practice_on, practice_off, still_on, still_off,
        contrast_on, contrast_off, delete_practice, pause, touch_test, touch_hint, shut_down,
        shut_down_refused, quit, change_volunteer_pin, change_organizer_pin, remarks;
    // the first start
    std::array<std::string_view, 6> wizard_steps;   ///< in the order of screens::WizardState::Step
    std::array<std::string_view, 6> wizard_titles;  ///< likewise
    std::array<std::string_view, 6> wizard_hints;   ///< likewise
    std::array<std::string_view, 5> clock_parts;    ///< in the order of screens::ClockPart
    std::string_view wizard_right, wizard_set, wizard_next, wizard_skip, wizard_here, wizard_previous,
        wizard_pins, wizard_pins_set, wizard_try, wizard_found, wizard_write, wizard_to_list, wizard_own_hint,
        wizard_failed, set_up, clock_corrected;
    // questions
    std::array<std::string_view, 7> confirmations;  ///< in the order of screens::Confirmation
    // visitor's side
    std::string_view practice_band, paused_title, paused_text, start_practice, begin_set_up;
};

const PanelWording& panel_wording(Language language);

}  // namespace xy::wording
