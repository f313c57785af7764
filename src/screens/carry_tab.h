// Taking data home: the export, and for the organizer the report of a period.
#pragma once

#include "screens/panel_steps.h"

namespace xy::screens {

void open_carrying(PanelState& panel, const Turn& turn);
void tap_carrying(PanelState& panel, const PanelTap& tap, const Turn& turn);
void on_carry_event(PanelState& panel, const PanelEvent& event, const Turn& turn);
/// One step back; false when there is none but out of the panel.
bool back_in_carrying(PanelState& panel);

/// The periods offered on that day: the usual ones of an office, then everything.
std::vector<PeriodChoice> period_choices(const std::string& today);

/// “禁毒宣传报告-2026年上半年-2026-07-02”, “outreach-report-2026H1-2026-07-02”; an internal one says so.
/// Without characters that a stick does not take.
std::string report_name(const PeriodChoice& period, bool internal, Language language,
                        const std::string& today);

}  // namespace xy::screens
