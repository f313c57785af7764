// The first start, one thing a screen: where one is at the top, back and on at the foot.
#include "screens/wizard.h"

#include <algorithm>
#include <array>
#include <utility>

#include "panel/parts.h"

namespace xy::panel {
namespace {

using screens::PanelButton;
using screens::PanelTap;
using Step = screens::WizardState::Step;

constexpr float head_height = 176;
constexpr float gap = 24;
constexpr float foot_height = 104;
constexpr std::size_t results = 3;

float foot_top(const ScreenCanvas& canvas) {
    return canvas.screen().h - 30 - foot_height;  // lower than elsewhere: the letters need the room
}

/// What a step is drawn with.
struct WizardScene {
    const screens::WizardState& wizard;
    const Scene& scene;
    const wording::PanelWording& words;
    Box space;  ///< under the title, above the foot

    std::size_t step() const { return static_cast<std::size_t>(wizard.step); }
};

void draw_steps(ScreenCanvas& canvas, const WizardScene& w) {
    const Theme& theme = canvas.theme();
    const Box screen = canvas.screen();
    canvas.fill({0, 0, screen.w, head_height}, theme.card);
    canvas.fill({0, head_height - 2, screen.w, 2}, theme.line);
    const float apart = std::min(260.0F, (screen.w - 80) / screens::wizard_steps);
    const float first = screen.w / 2 - apart * (screens::wizard_steps - 1) / 2;
    for (std::size_t i = 0; i < screens::wizard_steps; ++i) {
        const float x = first + static_cast<float>(i) * apart;
        const bool done = i < w.step();
        const bool here = i == w.step();
        if (i + 1 < screens::wizard_steps)
            canvas.fill({x + 34, 73, apart - 68, 6}, done ? theme.green : theme.line);
        canvas.circle(x, 76, 30, here ? theme.sun : done ? theme.green : theme.muted);
        if (!here && !done) canvas.circle(x, 76, 26, theme.card);
        if (done)
            draw_tick(canvas, {x - 18, 58, 36, 36}, theme.card);
        else
            line_of(canvas, {x - 30, 46, 60, 60}, std::to_string(i + 1), 30, here ? theme.ink : theme.muted,
                    Weight::bold, Align::centre);
        line_of(canvas, {x - apart / 2 + 6, 112, apart - 12, 48}, w.words.wizard_steps[i], 28,
                here ? theme.ink : theme.muted, here ? Weight::bold : Weight::regular, Align::centre);
    }
}

Widget& draw_wizard_key(ScreenCanvas& canvas, const std::string& id, const Box& box, std::string_view label,
                        float size, screens::Action action, bool enabled = true) {
    const Theme& theme = canvas.theme();
    const bool down = canvas.pressed(id);
    canvas.card(box,
                down      ? theme.green_light
                : enabled ? theme.card
                          : theme.trough,
                down ? theme.green : theme.line, theme.line_width);
    line_of(canvas, box.inset(10, 6), label, size, enabled ? theme.ink : theme.muted,
            size > 40 ? Weight::bold : Weight::regular, Align::centre);
    return canvas.touchable(id, box, std::move(action), enabled);
}

// ---- date and time ---------------------------------------------------------------------------------------

void draw_date(ScreenCanvas& canvas, const WizardScene& w) {
    const Theme& theme = canvas.theme();
    const LocalMinute shown = screens::shown_time(w.wizard);
    const std::array<std::string, 5> values{shown.hour.day.substr(0, 4), shown.hour.day.substr(5, 2),
                                            shown.hour.day.substr(8, 2), std::to_string(shown.hour.hour),
                                            (shown.minute < 10 ? "0" : "") + std::to_string(shown.minute)};
    const float width = (w.space.w - 4 * gap) / 5;
    const float top = w.space.y + std::max(0.0F, (w.space.h - 480) / 3);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float x = w.space.x + static_cast<float>(i) * (width + gap);
        const auto adjust = [&](int by) {
            return PanelTap{screens::AdjustClock{static_cast<screens::ClockPart>(i), by}};
        };
        const std::string id = "wizard.clock." + std::to_string(i + 1);
        draw_wizard_key(canvas, id + ".more", {x, top, width, 112}, "+", 60, adjust(1), !w.wizard.waits);
        line_of(canvas, {x, top + 116, width, 150}, values[i], 84, theme.ink, Weight::bold, Align::centre);
        line_of(canvas, {x, top + 262, width, 50}, w.words.clock_parts[i], 32, theme.muted, Weight::regular,
                Align::centre);
        draw_wizard_key(canvas, id + ".less", {x, top + 330, width, 112}, "−", 60, adjust(-1),
                        !w.wizard.waits);
    }
    canvas.draw_again_in(Milliseconds{10'000});  // the clock goes on
}

// ---- number of the device --------------------------------------------------------------------------------

void draw_number(ScreenCanvas& canvas, const WizardScene& w) {
    const Theme& theme = canvas.theme();
    const float left = w.space.x + (w.space.w - 600) / 2;
    line_of(canvas, {left, w.space.y - 10, 600, 90}, screens::shown_device(w.wizard, w.scene.setup), 84,
            w.wizard.digits.empty() ? theme.muted : theme.ink, Weight::bold, Align::centre);
    const float row = std::min(141.0F, (w.space.h - 84 + gap) / 4 - gap);
    for (int place = 0; place < 12; ++place) {
        if (place == 9) continue;
        const Box box{left + static_cast<float>(place % 3) * 208,
                      w.space.y + 84 + static_cast<float>(place / 3) * (row + gap), 184, row};
        const int digit = place == 10 ? 0 : place + 1;
        if (place == 11)
            draw_wizard_key(canvas, "wizard.erase", box, w.words.erase, 36, PanelTap{PanelButton::erase},
                            !w.wizard.digits.empty());
        else
            draw_wizard_key(canvas, "wizard." + std::to_string(digit), box, std::to_string(digit), 60,
                            PanelTap{screens::Digit{digit}})
                .is(Role::digit, digit);
    }
}

// ---- place -----------------------------------------------------------------------------------------------

void draw_found(ScreenCanvas& canvas, const WizardScene& w, const std::vector<std::size_t>& found,
                const Box& box) {
    const std::size_t pages = std::max<std::size_t>(1, (found.size() + results - 1) / results);
    const std::size_t first = std::min(w.wizard.page, pages - 1) * results;
    const bool turns = pages > 1;
    const float side = turns ? 96 + gap : 0;
    const float width = (box.w - 2 * side - (results - 1) * gap) / results;
    if (turns) {
        draw_wizard_key(canvas, "wizard.less", {box.x, box.y, 96, box.h}, "‹", 52,
                        PanelTap{screens::TurnPage{-1}}, first > 0);
        draw_wizard_key(canvas, "wizard.more", {box.right() - 96, box.y, 96, box.h}, "›", 52,
                        PanelTap{screens::TurnPage{1}}, first + results < found.size());
    }
    for (std::size_t i = first; i < std::min(first + results, found.size()); ++i) {
        const outreach::Place& place = w.scene.setup.places[found[i]];
        const bool chosen = place.code == w.scene.setup.settings.place_code;
        canvas.button("wizard.place." + std::to_string(i + 1),
                      {box.x + side + static_cast<float>(i - first) * (width + gap), box.y, width, box.h},
                      w.scene.text(place.name), chosen ? ButtonLook::chosen : ButtonLook::ghost,
                      PanelTap{screens::PickHere{found[i]}}, 36);
    }
}

void draw_letters(ScreenCanvas& canvas, const screens::FoundPlaces& found, const Box& box) {
    const int columns = canvas.portrait() ? 7 : 9;
    const int rows = (26 + columns - 1) / columns;
    const float width = (box.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float row = (box.h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    for (int i = 0; i < 26; ++i) {
        const char letter = static_cast<char>('A' + i);
        draw_wizard_key(canvas, std::string("wizard.letter.") + letter,
                        {box.x + static_cast<float>(i % columns) * (width + gap),
                         box.y + static_cast<float>(i / columns) * (row + gap), width, row},
                        std::string(1, letter), 46, PanelTap{screens::TypeText{std::string(1, letter)}},
                        found.leads_on(letter));
    }
}

void draw_field(ScreenCanvas& canvas, const Box& box, std::string_view typed, std::string_view beside) {
    const Theme& theme = canvas.theme();
    canvas.card(box, theme.card, theme.green, 4);
    const Box inside = box.inset(32, 8);
    line_of(canvas, {inside.x, inside.y, inside.w * 0.7F, inside.h}, typed, 48, theme.green_dark,
            Weight::bold);
    line_of(canvas, {inside.x + inside.w * 0.7F, inside.y, inside.w * 0.3F, inside.h}, beside, 28,
            theme.muted, Weight::regular, Align::end);
    canvas.frame().typing = true;
}

void draw_place(ScreenCanvas& canvas, const WizardScene& w) {
    const Box& box = w.space;
    const Box field{box.x, box.y, box.w, 96};
    const auto found = screens::found_places(w.wizard, w.scene.setup);
    if (w.wizard.writing)
        draw_field(canvas, field, w.wizard.own_place, {});
    else
        draw_field(canvas, field, w.wizard.letters,
                   wording::filled(w.words.wizard_found, std::to_string(found.indices.size())));
    const float wide = canvas.portrait() ? (box.w - gap) / 2 : 340;
    const float keys = std::min(box.h - 96 - 96 - 2 * gap, canvas.portrait() ? 560.0F : 400.0F);
    const float top = field.bottom() + gap;
    if (!w.wizard.writing) {
        draw_found(canvas, w, found.indices, {box.x, top, box.w, 96});
        draw_letters(canvas, found,
                     {box.x, top + 96 + gap, canvas.portrait() ? box.w : box.w - wide - gap, keys});
    }
    const Box first = canvas.portrait() ? Box{box.x, top + 96 + 2 * gap + keys, wide, 100}
                                        : Box{box.right() - wide, top + 96 + gap, wide, 110};
    const Box second = canvas.portrait() ? Box{first.right() + gap, first.y, wide, 100}
                                         : Box{first.x, first.bottom() + gap, wide, 110};
    const bool erases = w.wizard.writing ? !w.wizard.own_place.empty() : !w.wizard.letters.empty();
    draw_wizard_key(
        canvas, "wizard.erase", first, w.words.erase, 36,
        PanelTap{w.wizard.writing ? PanelTap{screens::TypeText{"\b"}} : PanelTap{PanelButton::erase}},
        erases);
    draw_wizard_key(canvas, "wizard.write", second,
                    w.wizard.writing ? w.words.wizard_to_list : w.words.wizard_write, 34,
                    PanelTap{PanelButton::write_place});
}

// ---- PINs, programme, trial ------------------------------------------------------------------------------

void draw_pins(ScreenCanvas& canvas, const WizardScene& w) {
    if (w.scene.setup.pins == access::PinStatus::never_set) return;
    canvas.fitted_text({w.space.x, w.space.y + 40, w.space.w, 160}, w.words.wizard_pins_set,
                       {.size = 40, .colour = canvas.theme().ink, .line_height = 1.5F}, 28);
}

void draw_programme(ScreenCanvas& canvas, const WizardScene& w) {
    const auto& all = w.scene.setup.programmes;
    const std::size_t columns = canvas.portrait() ? 1 : 2;
    const float width = (w.space.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const std::size_t rows = (all.size() + columns - 1) / columns;
    const float row = std::min(140.0F, w.space.h / static_cast<float>(std::max<std::size_t>(1, rows)) - gap);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool runs = all[i].id == w.scene.setup.programme.id;
        canvas.button("wizard.programme." + all[i].id,
                      {w.space.x + static_cast<float>(i % columns) * (width + gap),
                       w.space.y + static_cast<float>(i / columns) * (row + gap), width, row},
                      w.scene.text(all[i].title), runs ? ButtonLook::chosen : ButtonLook::ghost,
                      PanelTap{screens::ChooseProgramme{all[i].id}}, 38);
    }
}

void draw_trial(ScreenCanvas& canvas, const WizardScene& w) {
    const float width = std::min(720.0F, w.space.w);
    const float x = w.space.x + (w.space.w - width) / 2;
    const float top = w.space.y + std::max(20.0F, (w.space.h - 300) / 3);
    canvas.button("wizard.try", {x, top, width, 130}, w.words.wizard_try, ButtonLook::ghost,
                  PanelTap{PanelButton::wizard_next}, 40);
    canvas
        .button("wizard.new_event", {x, top + 160, width, 130}, w.words.new_event, ButtonLook::primary,
                PanelTap{PanelButton::new_event}, 40, w.scene.setup.pins != access::PinStatus::never_set)
        .is(Role::primary);
}

std::string_view next_label(const WizardScene& w) {
    const auto& settings = w.scene.setup.settings;
    switch (w.wizard.step) {
        case Step::date:
            return w.wizard.correction.count() == 0 ? w.words.wizard_right : w.words.wizard_set;
        case Step::place:
            if (w.wizard.writing ? w.wizard.own_place.empty()
                                 : settings.place_code.empty() && settings.place.empty())
                return w.words.wizard_skip;
            return w.words.wizard_here;
        case Step::pins:
            if (w.scene.setup.pins == access::PinStatus::never_set) return w.words.wizard_pins;
            break;
        case Step::device:
        case Step::programme:
        case Step::trial:
            break;
    }
    return w.words.wizard_next;
}

void draw_foot(ScreenCanvas& canvas, const WizardScene& w) {
    const float y = foot_top(canvas);
    const float back = button_width(canvas, w.words.wizard_previous);
    canvas.button("wizard.back", {w.space.x, y, back, foot_height}, w.words.wizard_previous,
                  ButtonLook::ghost, screens::Tap::back);
    if (w.wizard.step == Step::trial) return;
    const std::string_view label = next_label(w);
    const float next = button_width(canvas, label, 360);
    canvas
        .button("wizard.next", {w.space.right() - next, y, next, foot_height}, label, ButtonLook::primary,
                PanelTap{PanelButton::wizard_next}, 40, !w.wizard.waits)
        .is(Role::primary);
}

}  // namespace

void draw(ScreenCanvas& canvas, const screens::WizardState& wizard, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const Box screen = canvas.screen();
    canvas.fill(screen, theme.booth_paper);
    const float width = std::min(1540.0F, screen.w - 2 * canvas.margin());
    const float x = (screen.w - width) / 2;
    const float top = head_height + 28;
    const Box space{x, top + 138, width, foot_top(canvas) - gap - (top + 138)};
    const WizardScene w{wizard, scene, wording::panel_wording(scene.language()), space};
    draw_steps(canvas, w);
    line_of(canvas, {x, top, width, 78}, w.words.wizard_titles[w.step()], 60, theme.ink, Weight::bold);
    const bool own = wizard.step == Step::place && wizard.writing;
    const std::string_view hint = wizard.failed ? w.words.wizard_failed
                                  : own         ? w.words.wizard_own_hint
                                                : w.words.wizard_hints[w.step()];
    line_of(canvas, {x, top + 80, width, 48}, hint, 30, wizard.failed ? theme.coral_ink : theme.muted);
    constexpr std::array steps{draw_date, draw_number, draw_place, draw_pins, draw_programme, draw_trial};
    steps[w.step()](canvas, w);
    draw_foot(canvas, w);
}

}  // namespace xy::panel
