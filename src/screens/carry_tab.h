// The panel's tab for taking data home: the export, and for the organizer the report of a period.
#pragma once

#include "screens/panel_steps.h"

namespace xy::screens {

void open_carrying(PanelState& panel, const Turn& turn);
void look_for_sticks(PanelState& panel, const Turn& turn);
/// Carries the data to the stick of this index.
void carry_to(PanelState& panel, std::size_t stick, const Turn& turn);
void stop_carrying(PanelState& panel, const Turn& turn);
/// Between carrying the data and writing the report, which only the organizer does.
void turn_to_data(PanelState& panel);
void turn_to_report(PanelState& panel, const Turn& turn);

// ---- of the report; nothing where none is being written
void pick_period(PanelState& panel, std::size_t index);
void pick_readers(PanelState& panel, const PickReaders& readers);
void pick_place(PanelState& panel, std::size_t index);
void write_report(PanelState& panel, const Turn& turn);
void dismiss_result(PanelState& panel);

void on_carry_event(PanelState& panel, const SticksKnown& found);
void on_carry_event(PanelState& panel, const CarryMoved& moved, const Turn& turn);
void on_carry_event(PanelState& panel, const CarryEnded& ended, const Turn& turn);
/// One step back; false when there is none but out of the panel.
bool back_in_carrying(PanelState& panel);

/// The periods offered on that day: the usual ones of an office, then everything.
std::vector<PeriodChoice> period_choices(const std::string& today);

/// “禁毒宣传报告-2026年上半年-2026-07-02”, “outreach-report-2026H1-2026-07-02”; an internal one says so.
/// Without characters that a stick does not take.
std::string report_name(const PeriodChoice& period, bool internal, Language language,
                        const std::string& today);

}  // namespace xy::screens
