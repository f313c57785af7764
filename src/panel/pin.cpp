#include <algorithm>

#include "access/recovery_code.h"
#include "panel/parts.h"

namespace xy::panel {
namespace {

using screens::PinNote;

std::string_view title_of(const screens::PinState& pin, const wording::PanelWording& words) {
    if (pin.recovering) return words.recover_title;
    if (!pin.setting) return words.pin_title;
    return *pin.setting == access::Role::volunteer ? words.pin_new_volunteer : words.pin_new_organizer;
}

std::string lock_text(int seconds, const wording::PanelWording& words) {
    if (seconds <= 120) return wording::filled(words.pin_locked, std::to_string(seconds));
    return wording::filled(words.pin_locked_minutes, std::to_string((seconds + 59) / 60));
}

std::string note_of(const screens::PinState& pin, const Scene& scene, const wording::PanelWording& words) {
    switch (pin.note) {
        case PinNote::wrong:
            return std::string(words.pin_wrong);
        case PinNote::locked:
            return lock_text(scene.state.seconds_left, words);
        case PinNote::too_simple:
            return std::string(words.pin_too_simple);
        case PinNote::differs:
            return std::string(words.pin_differs);
        case PinNote::failed:
            return wording::filled(words.pin_failed, words_of(words, pin.fault));
        case PinNote::wrong_code:
            return std::string(words.recover_wrong);
        case PinNote::code_not_kept:
            return std::string(words.recover_none);
        case PinNote::no_code:
            return std::string(words.recover_no_stick);
        case PinNote::code_carried:
            return wording::filled(words.code_carried, pin.stick);
        case PinNote::no_stick_for_code:
            return std::string(words.no_stick_for_code);
        case PinNote::several_sticks:
            return std::string(words.several_sticks);
        case PinNote::code_not_carried:
            return wording::filled(words.code_not_carried, pin.stick);
        case PinNote::needs_key:
            return std::string(words.pin_needs_key);
        case PinNote::lost:
            return std::string(words.pin_lost);
        case PinNote::none:
            break;
    }
    if (pin.again()) return std::string(words.pin_again);
    return std::string(pin.setting ? words.pin_rule : std::string_view());
}

Colour note_colour(PinNote note, const Theme& theme) {
    if (note == PinNote::none) return theme.muted;
    return note == PinNote::needs_key ? theme.ink : theme.coral_ink;
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
    canvas.card(key, down ? theme.green_light : theme.card, down ? theme.green : theme.line,
                theme.line_width);
    line_of(canvas, key.inset(12, 8), label, size, enabled ? theme.ink : theme.muted,
            size > 40 ? Weight::bold : Weight::regular, Align::centre);
    return canvas.touchable(id, box, std::move(action), enabled);
}

/// Ten digits, cancel and erase.
void draw_number_pad(ScreenCanvas& canvas, const screens::PinState& pin, const wording::PanelWording& words,
                     float top) {
    const bool enabled = pin.note != PinNote::locked && pin.note != PinNote::needs_key && !pin.checking;
    const float left = canvas.screen().w / 2 - 300;
    for (int place = 0; place < 12; ++place) {
        const Box box{left + static_cast<float>(place % 3) * 208, top + static_cast<float>(place / 3) * 165,
                      184, 141};
        if (place == 9) {
            draw_key(canvas, "pin.cancel", box, words.cancel, 36, screens::Tap::leave, !pin.checking);
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

/// All characters that a recovery code can have, in eight columns.
void draw_code_pad(ScreenCanvas& canvas, const screens::PinState& pin, const wording::PanelWording& words,
                   const Box& box) {
    constexpr int columns = 8;
    const float gap = 24;
    const float width = (box.w - gap * (columns - 1)) / columns;
    const float row = 136;
    int place = 0;
    for (const char c : access::code_characters) {
        const Box key{box.x + static_cast<float>(place % columns) * (width + gap),
                      box.y + static_cast<float>(place / columns) * row, width, row - gap};
        draw_key(canvas, std::string("code.") + c, key, std::string(1, c), 48,
                 screens::PanelTap{screens::TypeText{std::string(1, c)}}, !pin.checking);
        ++place;
    }
    const float y = box.y + 4 * row;
    const float third = (box.w - 2 * gap) / 3;
    draw_key(canvas, "pin.cancel", {box.x, y, third, 112}, words.cancel, 36, screens::Tap::leave, true);
    draw_key(canvas, "pin.stick", {box.x + third + gap, y, third, 112}, words.recover_stick, 32,
             screens::PanelTap{screens::PanelButton::find_recovery_code}, !pin.checking);
    draw_key(canvas, "pin.erase", {box.x + 2 * (third + gap), y, third, 112}, words.erase, 36,
             screens::PanelTap{screens::PanelButton::erase}, !pin.checking && !pin.digits.empty());
    canvas.frame().typing = true;
}

/// What was typed of the code, and a stroke for what is missing.
std::string typed_code(const screens::PinState& pin) {
    std::string characters = pin.digits;
    characters.resize(access::code_length, '_');
    return access::in_groups(characters);
}

/// A new recovery code, to be written down.
void draw_new_code(ScreenCanvas& canvas, const screens::PinState& pin, const wording::PanelWording& words,
                   const std::string& note, float top) {
    const Theme& theme = canvas.theme();
    const Box screen = canvas.screen();
    const float width = std::min(1200.0F, screen.w - 112);
    const float x = (screen.w - width) / 2;
    line_of(canvas, {x, top + 120, width, 90}, words.code_title, 52, theme.ink, Weight::bold, Align::centre);
    canvas.card({x, top + 260, width, 180}, theme.card, theme.green, 3);
    line_of(canvas, {x + 24, top + 260, width - 48, 180}, pin.code, 84, theme.ink, Weight::bold,
            Align::centre);
    canvas.fitted_text({x, top + 480, width, 220}, words.code_text,
                       {.size = 36, .colour = theme.ink, .across = Align::centre, .line_height = 1.5F}, 26);
    if (pin.note != PinNote::none)
        line_of(canvas, {x, top + 690, width, 60}, note, 32,
                pin.note == PinNote::code_carried ? theme.green_dark : theme.coral_ink, Weight::bold,
                Align::centre);
    const float half = std::min(480.0F, (width - 40) / 2);
    canvas.button("pin.code.stick", {screen.w / 2 - 20 - half, top + 770, half, 120}, words.code_to_stick,
                  ButtonLook::ghost, screens::PanelTap{screens::PanelButton::code_to_stick}, 40,
                  !pin.checking);
    canvas
        .button("pin.written", {screen.w / 2 + 20, top + 770, half, 120}, words.code_written,
                ButtonLook::primary, screens::PanelTap{screens::PanelButton::code_written})
        .is(Role::primary);
}

}  // namespace

void draw(ScreenCanvas& canvas, const screens::PinState& pin, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const wording::PanelWording& words = wording::panel_wording(scene.language());
    const Box screen = canvas.screen();
    canvas.fill(screen, theme.booth_paper);
    const float middle = screen.w / 2;
    const float top = std::max(0.0F, (screen.h - 1080) / 2);
    if (!pin.code.empty()) return draw_new_code(canvas, pin, words, note_of(pin, scene, words), top);
    const float width = std::min(1200.0F, screen.w - 112);
    line_of(canvas, {middle - width / 2, top + 30, width, 80}, title_of(pin, words), 52, theme.ink,
            Weight::bold, Align::centre);
    if (pin.recovering)
        line_of(canvas, {middle - width / 2, top + 116, width, 80}, typed_code(pin), 52, theme.ink,
                Weight::bold, Align::centre);
    else
        draw_dots(canvas, pin, middle, top + 150);
    const std::string note = note_of(pin, scene, words);
    if (!note.empty())
        line_of(canvas, {middle - width / 2, top + (pin.recovering ? 208.0F : 184.0F), width, 80}, note, 32,
                note_colour(pin.note, theme), Weight::bold, Align::centre);
    if (pin.recovering) return draw_code_pad(canvas, pin, words, {middle - width / 2, top + 312, width, 0});
    draw_number_pad(canvas, pin, words, top + 276);
    if (pin.setting || pin.note == PinNote::needs_key) return;
    const float wide = button_width(canvas, words.recover, 480);
    canvas.button("pin.recover", {middle - wide / 2, top + 952, wide, 104}, words.recover, ButtonLook::ghost,
                  screens::PanelTap{screens::PanelButton::enter_recovery_code}, 32, !pin.checking);
}

void draw(ScreenCanvas& canvas, const screens::PausedState&, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const wording::PanelWording& words = wording::panel_wording(scene.language());
    const Box screen = canvas.screen();
    draw_hills(canvas, 420);
    const float x = screen.w / 2;
    const float y = screen.h * 0.36F;
    draw_stem(canvas, x, y + 100, screen.h - 100, 24, 0);
    draw_sunflower(canvas, {.x = x, .y = y, .size = 1.1F});
    canvas.touchable("paused.flower", {x - 240, y - 240, 480, 480}, screens::Tap::touch).held =
        screens::Tap::ask_for_panel;
    canvas.hold_ring("paused.flower", x, y, 110);
    const float width = screen.w - 2 * canvas.margin();
    const Box band{canvas.margin(), screen.h * 0.68F, width, 110};
    canvas.fill({screen.w / 2 - std::min(width, 900.0F) / 2, band.y - 16, std::min(width, 900.0F), 210},
                theme.paper, theme.radius);
    line_of(canvas, band, words.paused_title, 64, theme.ink, Weight::bold, Align::centre);
    line_of(canvas, {band.x, band.bottom(), width, 60}, words.paused_text, 28, theme.muted, Weight::regular,
            Align::centre);
}

}  // namespace xy::panel
