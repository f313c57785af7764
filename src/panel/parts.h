// Pieces that the staff's screens share: the sheet of paper, tables, lists with pages, questions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "widgets/parts.h"
#include "wording/panel_wording.h"

namespace xy::panel {

using namespace widgets;

/// What a part of the panel is drawn with.
struct PanelScene {
    const screens::PanelState& panel;
    const Scene& scene;
    const wording::PanelWording& words;
    Box space;  ///< right of the menu, under the head

    const std::string& text(const LocalizedText& localized) const { return scene.text(localized); }
};

void draw_today(ScreenCanvas& canvas, const PanelScene& p);
void draw_events(ScreenCanvas& canvas, const PanelScene& p);
void draw_ledger(ScreenCanvas& canvas, const PanelScene& p);
void draw_programmes(ScreenCanvas& canvas, const PanelScene& p);
void draw_carry(ScreenCanvas& canvas, const PanelScene& p);
/// The choices for the report of a period.
void draw_report(ScreenCanvas& canvas, const PanelScene& p, const Box& box);
/// How the last report ended.
void draw_report_outcome(ScreenCanvas& canvas, const PanelScene& p, const Box& box);
/// Why nothing was carried, as the staff read it.
std::string carry_fault(const PanelScene& p);
void draw_device(ScreenCanvas& canvas, const PanelScene& p);
/// Clock, battery, room and store, in a few rows of a card.
void draw_state_of_device(ScreenCanvas& canvas, const PanelScene& p, const Box& box);
/// Whether nothing on the device's page asks to be looked at.
bool device_is_well(const PanelScene& p);
/// The figures of one event: for copying, or all of them and marked as internal.
void draw_sheet(ScreenCanvas& canvas, const PanelScene& p, const outreach::ShownSheet& sheet, const Box& box);

/// For a part that is about the open event while there is none: what to do about it.
void draw_no_event(ScreenCanvas& canvas, const PanelScene& p);

/// The name of a measure with its unit beside it, in one line.
void draw_measure_name(ScreenCanvas& canvas, const PanelScene& p, const outreach::Measure& measure,
                       const Box& box, Weight weight = Weight::regular);
/// Its total at the open event; "–" where nothing was entered.
void draw_measure_total(ScreenCanvas& canvas, const PanelScene& p, const outreach::Measure& measure,
                        const Box& box);

/// Why a change was not made.
std::string_view words_of(const wording::PanelWording& words, std::optional<screens::StoreFault> fault);

/// As much of the words as fits in one line of this width, and "…" when that is not all.
std::string shortened(ScreenCanvas& canvas, std::string words, const TextStyle& style, float width);
/// A figure with its name above it, on a card.
void figure(ScreenCanvas& canvas, const Box& box, std::string_view name, const std::string& value,
            const std::string& beside);
/// A small button of the panel.
Widget& small_button(ScreenCanvas& canvas, const std::string& id, const Box& box, std::string_view label,
                     ButtonLook look, screens::PanelTap tap, bool enabled = true);

/// The rows of a list that fit, and the buttons to turn its pages when not all do.
struct Page {
    std::size_t first = 0;
    std::size_t end = 0;
    float row = 0;  ///< height of a row, gap included
    Box space;      ///< above the buttons
};
Page page_of(ScreenCanvas& canvas, const PanelScene& p, const Box& box, std::size_t count, float row,
             const std::string& prefix, std::size_t columns = 1);

/// "2:41".
std::string minutes(double milliseconds);
/// "1.4 GB".
std::string size_text(std::uint64_t bytes);
/// "约 300", "300 余", "300": as an office writes it.
std::string amount_text(const outreach::LedgerTotal& total, Language language);
/// "86%", and "78–92%" of Wilson's interval.
struct RateText {
    std::string rate;
    std::string interval;
};
RateText rate_text(std::int64_t right, std::int64_t answered);

}  // namespace xy::panel
