#include <algorithm>

#include "gui/panel_parts.h"

namespace xy::gui {
namespace {

using screens::PinNote;

std::string_view title_of(const screens::PinState& pin, const PanelWording& words) {
    if (!pin.setting) return words.pin_title;
    return *pin.setting == access::Role::volunteer ? words.pin_new_volunteer : words.pin_new_organizer;
}

std::string note_of(const screens::PinState& pin, const Scene& scene, const PanelWording& words) {
    switch (pin.note) {
        case PinNote::wrong:
            return std::string(words.pin_wrong);
        case PinNote::locked:
            return filled(words.pin_locked, std::to_string(scene.state.seconds_left));
        case PinNote::too_simple:
            return std::string(words.pin_too_simple);
        case PinNote::differs:
            return std::string(words.pin_differs);
        case PinNote::failed:
            return std::string(words.pin_failed);
        case PinNote::none:
            break;
    }
    if (pin.again()) return std::string(words.pin_again);
    return std::string(pin.setting ? words.pin_rule : std::string_view());
}

void draw_dots(ScreenCanvas& canvas, const screens::PinState& pin, float middle, float y) {
    const Theme& theme = canvas.theme();
    for (std::size_t i = 0; i < access::pin_length; ++i) {
        const float x = middle + (static_cast<float>(i) - 2.5F) * 64;
        canvas.circle(x, y, 17, i < pin.digits.size() ? theme.green : theme.muted);
        if (i >= pin.digits.size()) canvas.circle(x, y, 13, theme.booth_paper);
    }
}

Widget& draw_key(ScreenCanvas& canvas, const std::string& id, const Box& box, std::string_view label,
                 float size, screens::Action action, bool enabled) {
    const Theme& theme = canvas.theme();
    const bool down = canvas.pressed(id);
    const Box key{box.x, box.y + (down ? 4 : 0), box.w, box.h};
    canvas.card(key, down ? theme.green_light : theme.card, down ? theme.green : theme.line, 2);
    line_of(canvas, key.inset(12, 8), label, size, enabled ? theme.ink : theme.muted,
            size > 40 ? Weight::bold : Weight::regular, Align::centre);
    return canvas.touchable(id, box, std::move(action), enabled);
}

}  // namespace

void draw(ScreenCanvas& canvas, const screens::PinState& pin, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const PanelWording& words = panel_wording(scene.language());
    const Box screen = canvas.screen();
    canvas.fill(screen, theme.booth_paper);
    const float middle = screen.w / 2;
    const float top = std::max(0.0F, (screen.h - 1080) / 2);
    const float width = std::min(1200.0F, screen.w - 112);
    line_of(canvas, {middle - width / 2, top + 60, width, 90}, title_of(pin, words), 52, theme.ink,
            Weight::bold, Align::centre);
    draw_dots(canvas, pin, middle, top + 186);
    const std::string note = note_of(pin, scene, words);
    const bool calm = pin.note == PinNote::none;
    if (!note.empty())
        line_of(canvas, {middle - width / 2, top + 218, width, 60}, note, 32,
                calm ? theme.muted : theme.coral_ink, Weight::bold, Align::centre);
    const bool enabled = pin.note != PinNote::locked && !pin.checking;
    const float left = middle - 300;
    for (int place = 0; place < 12; ++place) {
        const Box box{left + static_cast<float>(place % 3) * 208,
                      top + 296 + static_cast<float>(place / 3) * 172, 184, 148};
        if (place == 9) {
            draw_key(canvas, "pin.cancel", box, words.cancel, 36, screens::Tap::leave, true);
        } else if (place == 11) {
            draw_key(canvas, "pin.erase", box, words.erase, 36,
                     screens::PanelTap{screens::PanelButton::erase}, enabled && !pin.digits.empty());
        } else {
            const int digit = place == 10 ? 0 : place + 1;
            draw_key(canvas, "pin." + std::to_string(digit), box, std::to_string(digit), 60,
                     screens::PanelTap{screens::Digit{digit}}, enabled)
                .is(Role::digit, digit);
        }
    }
}

void draw(ScreenCanvas& canvas, const screens::PausedState&, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const PanelWording& words = panel_wording(scene.language());
    const Box screen = canvas.screen();
    draw_hills(canvas, 420);
    const float x = screen.w / 2;
    const float y = screen.h * 0.36F;
    draw_stem(canvas, x, y + 100, screen.h - 100, 24, 0);
    draw_sunflower(canvas, x, y, 1.1F, 0);
    canvas.touchable("paused.flower", {x - 240, y - 240, 480, 480}, screens::Tap::touch).held =
        screens::Tap::ask_for_panel;
    const float width = screen.w - 2 * canvas.margin();
    const Box band{canvas.margin(), screen.h * 0.68F, width, 110};
    canvas.fill({screen.w / 2 - std::min(width, 900.0F) / 2, band.y - 16, std::min(width, 900.0F), 210},
                theme.paper, theme.radius);
    line_of(canvas, band, words.paused_title, 64, theme.ink, Weight::bold, Align::centre);
    line_of(canvas, {band.x, band.bottom(), width, 60}, words.paused_text, 28, theme.muted, Weight::regular,
            Align::centre);
}

}  // namespace xy::gui
