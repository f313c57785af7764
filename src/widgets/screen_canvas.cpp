#include "widgets/screen_canvas.h"

#include <algorithm>
#include <utility>

namespace xy::widgets {

Frame ScreenCanvas::finish() {
    frame_.texts = take_texts();
    return std::move(frame_);
}

void ScreenCanvas::begin_overlay() {
    raise();
    frame_.widgets.clear();
    fill(screen(), theme().veil);
}

void ScreenCanvas::card(const Box& box) {
    card(box, theme().card, theme().line, theme().line_width);
}

void ScreenCanvas::card(const Box& box, Colour inside, Colour border, float border_width) {
    if (!theme().plain) shadow(box, theme().radius, theme().ink);
    fill(box, inside, theme().radius);
    outline(box, border, border_width, theme().radius);
}

Widget& ScreenCanvas::touchable(const std::string& id, const Box& box, screens::Action action, bool enabled) {
    frame_.widgets.push_back({id, {px(box.x), px(box.y), px(box.w), px(box.h)}, enabled, std::move(action)});
    focus_ring(id, box);
    return frame_.widgets.back();
}

void ScreenCanvas::draw_again_in(Milliseconds time) {
    frame_.next = std::min(frame_.next.value_or(time), time);
}

void ScreenCanvas::focus_ring(const std::string& id, const Box& box) {
    if (touching_.focused != id) return;
    // White inside, dark outside: one of them stands out from whatever lies behind (ink on paper is 13.9:1).
    constexpr float gap = 4;
    constexpr float width = 6;
    const auto ring_at = [&](float out, float wide, Colour colour) {
        outline({box.x - out, box.y - out, box.w + 2 * out, box.h + 2 * out}, colour, wide,
                theme().radius + out);
    };
    ring_at(gap, gap, theme().card);
    ring_at(gap + width, width, theme().ink);
}

Touching::Point ScreenCanvas::last_touch(Touching::Point otherwise) const {
    if (!touching_.last) return otherwise;
    return {touching_.last->x / scale(), touching_.last->y / scale()};
}

void ScreenCanvas::hold_ring(const std::string& id, float x, float y, float radius) {
    if (!pressed(id)) return;
    draw_again_in(Milliseconds{60});
    // A touch in passing shows nothing.
    constexpr float least = 0.1F;
    if (touching_.held < least) return;
    constexpr float width = 14;
    fill({x - radius, y - radius, 2 * radius, 2 * radius}, theme().card, radius);
    ring(x, y, radius, width, 1, theme().trough);
    ring(x, y, radius, width, touching_.held, theme().green);
}

Widget& ScreenCanvas::button(const std::string& id, const Box& box, std::string_view label, ButtonLook look,
                             screens::Action action, float size, bool enabled) {
    const bool primary = look == ButtonLook::primary;
    const float sunk = pressed(id) ? (primary ? 6.0F : 3.0F) : 0.0F;
    const Box face{box.x, box.y + sunk, box.w, box.h - (primary ? 6 : 0)};
    const float fade = enabled ? 1.0F : 0.45F;
    Colour ink = theme().ink;
    if (primary) {
        ink = theme().card;
        if (enabled) fill({box.x, box.y + 6, box.w, box.h - 6}, theme().green_dark, theme().radius);
        fill(face, enabled ? theme().green : rgb(0x9DBFB5), theme().radius);
        if (!enabled) ink = theme().green_dark;
    } else if (look == ButtonLook::chosen) {
        ink = theme().green_dark;
        card(face, theme().card, theme().green, 3);
    } else {
        card(face, pressed(id) ? theme().green_light : theme().card, theme().line, theme().line_width);
    }
    const TextStyle style{.size = size,
                          .weight = look == ButtonLook::ghost ? Weight::regular : Weight::bold,
                          .colour = primary ? ink : ink.faded(fade),
                          .across = Align::centre,
                          .down = Align::centre,
                          .line_height = 1.25F};
    fitted_text(face.inset(20, 6), label, style, theme().body_min);
    return touchable(id, box, std::move(action), enabled);
}

float ScreenCanvas::chip_width(std::string_view label, float size) {
    return text_width(label, {.size = size, .weight = Weight::bold, .colour = theme().ink}) + 2 * size;
}

void ScreenCanvas::chip(float x, float y, std::string_view label, Colour inside, Colour ink, float size) {
    const Box box{x, y, chip_width(label, size), size * 2.15F};
    fill(box, inside, box.h / 2);
    if (theme().plain) outline(box, ink, theme().line_width, box.h / 2);
    text(box.inset(size - 1, 0), label,
         {.size = size,
          .weight = Weight::bold,
          .colour = ink,
          .across = Align::centre,
          .down = Align::centre});
}

}  // namespace xy::widgets
