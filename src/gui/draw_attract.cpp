#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "gui/scene.h"
#include "meadow/field.h"
#include "meadow/hills.h"
#include "wording/panel_wording.h"

namespace xy::gui {
namespace {

constexpr std::int64_t breeze_every = 20'000;  ///< ms
constexpr std::int64_t blink_every = 6'000;    ///< within that time, so that none falls into a gust
constexpr std::int64_t blink_length = 140;
constexpr std::int64_t teaser_every = 8'000;

/// A breeze: a gust of some two seconds every twenty, still in between, so that a screen nobody looks at
/// costs nothing. Returns the turn of the flower; sets when to draw again.
float breeze(ScreenCanvas& canvas, const Scene& scene) {
    constexpr std::int64_t gust = 2'400;
    if (!scene.motion) return 0;
    const std::int64_t at = scene.age.count() % breeze_every;
    if (at >= gust) {
        canvas.draw_again_in(Milliseconds{breeze_every - at});
        return 0;
    }
    canvas.draw_again_in(Milliseconds{100});
    const float t = static_cast<float>(at) / static_cast<float>(gust);
    const float swell = std::sin(t * std::numbers::pi_v<float>);
    return 0.09F * swell * std::sin(t * 4 * std::numbers::pi_v<float>);
}

/// Whether the eyes are shut for a moment; sets when to draw again.
bool blinks(ScreenCanvas& canvas, const Scene& scene) {
    if (!scene.motion) return false;
    const std::int64_t breath = scene.age.count() % breeze_every;
    const std::int64_t at = breath % blink_every;
    const bool shut = breath >= blink_every && at < blink_length;
    canvas.draw_again_in(Milliseconds{(shut ? blink_length : blink_every) - at});
    return shut;
}

/// Which of so many teasers is shown; sets when to draw again.
std::size_t teaser_shown(ScreenCanvas& canvas, const Scene& scene, std::size_t count) {
    if (!scene.motion || count < 2) return 0;
    canvas.draw_again_in(Milliseconds{teaser_every - scene.age.count() % teaser_every});
    return static_cast<std::size_t>(scene.age.count() / teaser_every) % count;
}

/// The flower looks at the last touch; before that at the button. The eyes are shifted less for what is near.
Sunflower looking(ScreenCanvas& canvas, Sunflower flower, const Box& button) {
    const Touching::Point at = canvas.last_touch({button.x + button.w / 2, button.y + button.h / 2});
    constexpr float far = 420;  ///< from here on the eyes are turned as far as they go
    const float x = at.x - flower.x;
    const float y = at.y - flower.y;
    const float distance = std::max(far, std::hypot(x, y));
    flower.look_x = x / distance;
    flower.look_y = y / distance;
    return flower;
}

/// Of more visits than this, each flower stands for ten.
constexpr std::int64_t most_flowers = 400;
constexpr float hills = 420;

/// One flower for each visit of the day, beside all that is read or touched.
void draw_visitors(ScreenCanvas& canvas, const Scene& scene, std::span<const Box> keep_off) {
    const std::int64_t today = scene.state.today;
    const std::int64_t count = today > most_flowers ? std::min(today / 10, most_flowers) : today;
    meadow::draw_field(canvas, scene.field.of(canvas.screen(), hills, static_cast<int>(count), keep_off));
}

/// Where the large flower stands: its middle, and its size.
Sunflower large_flower(const ScreenCanvas& canvas) {
    const Box screen = canvas.screen();
    if (canvas.portrait()) return {.x = screen.w * 0.5F, .y = 1250, .size = 1.05F};
    return {.x = screen.w - 700, .y = screen.h - 690, .size = 1.36F};
}

/// The large one on its stem, and another where nobody has been here yet.
void draw_flowers(ScreenCanvas& canvas, const Sunflower& flower, bool alone) {
    const Box screen = canvas.screen();
    const bool portrait = canvas.portrait();
    draw_stem(canvas, flower.x, flower.y + (portrait ? 90 : 170), screen.h + 20, portrait ? 24 : 26,
              portrait ? 0 : 6);
    draw_leaves(canvas, flower.x + (portrait ? 0 : 2), flower.y + (portrait ? 390 : 455),
                portrait ? 150 : 170);
    draw_sunflower(canvas, flower);
    if (!alone) return;
    const Sunflower other{.x = screen.w - (portrait ? 150 : 240),
                          .y = portrait ? 1500 : screen.h - 540,
                          .size = portrait ? 0.5F : 0.54F,
                          .turn = -flower.turn,
                          .look_x = flower.look_x,
                          .look_y = flower.look_y,
                          .eyes_shut = flower.eyes_shut};
    draw_stem(canvas, other.x, other.y + 60, screen.h - (portrait ? 130 : 60), portrait ? 13 : 14, 0);
    draw_sunflower(canvas, other);
}

/// Dots, the one that is shown long.
void draw_dots(ScreenCanvas& canvas, float x, float y, std::size_t count, std::size_t shown) {
    const Theme& theme = canvas.theme();
    for (std::size_t i = 0; i < count; ++i) {
        const float wide = i == shown ? 44 : 14;
        canvas.fill({x, y, wide, 14}, i == shown ? theme.sun : theme.line, 7);
        x += wide + 14;
    }
}

/// What the flower thinks about, in a bubble at its side. On a portrait screen there is no room for one.
void draw_teaser(ScreenCanvas& canvas, const Scene& scene, const Sunflower& flower) {
    const std::vector<LocalizedText>& teasers = scene.setup.programme.teasers;
    if (teasers.empty() || canvas.portrait()) return;
    const Theme& theme = canvas.theme();
    const std::size_t shown = teaser_shown(canvas, scene, teasers.size());
    const Box box{canvas.screen().w - 60 - 370, 84, 370, 340};
    canvas.card(box);
    // Its tail points at the face.
    canvas.convex({{box.x + 2, box.y + 200}, {box.x + 2, box.y + 250}, {flower.x + 250, flower.y - 60}},
                  theme.card);
    canvas.chip(box.x + 32, box.y + 32, scene.words.think_first, theme.sun_light, theme.sun_ink);
    canvas.fitted_text({box.x + 32, box.y + 104, box.w - 64, 176}, scene.text(teasers[shown]),
                       {.size = 40,
                        .weight = Weight::bold,
                        .colour = theme.ink,
                        .down = Align::centre,
                        .line_height = 1.35F},
                       30);
    if (teasers.size() > 1) draw_dots(canvas, box.x + 32, box.bottom() - 44, teasers.size(), shown);
}

/// "3 minutes · 10 questions · no names asked", or the programme's own invitation before the last of them.
std::string promise(const Scene& scene) {
    const LocalizedText& invitation = scene.setup.programme.invitation;
    if (!invitation.empty()) return scene.text(invitation) + " · " + std::string(scene.words.no_names);
    std::string text(scene.words.minutes);
    if (const int length = scene.setup.questions_asked(scene.setup.programme); length > 0)
        text += " · " + wording::filled(scene.words.questions, std::to_string(length));
    return text + " · " + std::string(scene.words.no_names);
}

std::string where(const Scene& scene) {
    const outreach::Event& event = *scene.setup.event;
    const LocalizedText& what = event.occasion.empty() ? event.name : event.occasion;
    return scene.text(what) + " · " + scene.text(event.place);
}

/// What stands on the chip: the event and its place, or how the staff begin.
std::string chip_words(const Scene& scene) {
    const wording::PanelWording& words = wording::panel_wording(scene.language());
    if (scene.setup.pins == access::PinStatus::never_set) return std::string(words.begin_set_up);
    return scene.setup.event ? where(scene) : std::string(words.no_event);
}

/// Event and place on a chip; a long name goes over two lines. Held for three seconds it is the way in for
/// staff.
void draw_where(ScreenCanvas& canvas, const Scene& scene, const Box& room) {
    const Theme& theme = canvas.theme();
    const std::string words = chip_words(scene);
    const screens::Action touched = canvas.frame().elsewhere.value_or(screens::Tap::touch);
    canvas.touchable("attract.event", room, touched).held = screens::Tap::ask_for_panel;
    const float width = canvas.chip_width(words);
    if (width <= room.w) {
        canvas.chip(room.x, room.y + 24, words, theme.green_light, theme.green_dark);
        canvas.hold_ring("attract.event", room.x + width / 2, room.y + room.h / 2, 62);
        return;
    }
    canvas.fill(room, theme.green_light, theme.radius);
    canvas.fitted_text(room.inset(28, 4), words,
                       {.size = 28,
                        .weight = Weight::bold,
                        .colour = theme.green_dark,
                        .down = Align::centre,
                        .line_height = 1.25F},
                       theme.body_min);
    canvas.hold_ring("attract.event", room.x + room.w / 2, room.y + room.h / 2, 62);
}

/// How many flowers opened today, on a card as wide as the words, within `room`.
void draw_visits(ScreenCanvas& canvas, const Scene& scene, const Box& room) {
    const Theme& theme = canvas.theme();
    const TextStyle plain{.size = 36, .colour = theme.ink, .down = Align::centre};
    const TextStyle strong{
        .size = 48, .weight = Weight::bold, .colour = theme.green_dark, .down = Align::centre};
    const TextStyle small{.size = 28, .colour = theme.muted, .down = Align::centre};
    struct Word {
        std::string words;
        const TextStyle& style;
    };
    std::vector<Word> line{
        {std::string(scene.words.today_before), plain},
        {std::to_string(scene.state.today), strong},
        {std::string(scene.words.today_after), plain},
        {std::string(scene.state.today > most_flowers ? scene.words.ten_a_flower : scene.words.one_a_flower),
         small}};
    constexpr float gap = 16;
    constexpr float padding = 36;
    const auto width = [&] {
        float sum = 2 * padding - gap;
        for (const Word& word : line) sum += canvas.text_width(word.words, word.style) + gap;
        return sum;
    };
    if (width() > room.w) line.pop_back();
    canvas.card({room.x, room.y, std::min(width(), room.w), room.h}, theme.card, theme.line,
                theme.line_width);
    float x = room.x + padding;
    for (const Word& word : line) {
        const float wide = canvas.text_width(word.words, word.style);
        canvas.text({x, room.y, wide + 1, room.h}, word.words, word.style);
        x += wide + gap;
    }
}

void draw_languages(ScreenCanvas& canvas, const Scene& scene, const Box& box) {
    const auto look = [&](Language language) {
        return scene.language() == language ? ButtonLook::chosen : ButtonLook::ghost;
    };
    canvas.button("attract.lang.zh", {box.x, box.y, 170, box.h}, "中文", look(Language::zh),
                  screens::ChooseLanguage{Language::zh}, 32);
    canvas.button("attract.lang.en", {box.x + 194, box.y, 190, box.h}, "English", look(Language::en),
                  screens::ChooseLanguage{Language::en}, 32);
}

}  // namespace

void draw(ScreenCanvas& canvas, const screens::AttractState&, const Scene& scene) {
    const Theme& theme = canvas.theme();
    const Box screen = canvas.screen();
    const bool portrait = canvas.portrait();
    const float x = portrait ? canvas.margin() : 120;
    const float width = portrait ? screen.w - 2 * x : screen.w - 960 - x;
    TextStyle title{.size = 128, .weight = Weight::bold, .colour = theme.ink, .line_height = 1.2F};
    title.size = std::min(canvas.fitting_size(scene.words.slogan_1, title, width, 160, 60),
                          canvas.fitting_size(scene.words.slogan_2, title, width, 160, 60));
    float y = 96 + (portrait ? 0 : (screen.h - 1080) / 3);
    const Box chip{x, y - 24, width, 96};
    const Box promised{x, y + 96 + 2.4F * title.size + 20, width, 70};
    const Box start{x, promised.y + 118, 620, 150};
    const Box below{x, start.bottom() + 24, width, 76};
    const Box languages{x, screen.h - 48 - 96, 384, 96};
    const bool open = scene.setup.event.has_value();
    const bool anybody = open && scene.state.today > 0;

    Sunflower flower = looking(canvas, large_flower(canvas), start);
    flower.turn = breeze(canvas, scene);
    flower.eyes_shut = blinks(canvas, scene);
    draw_hills(canvas, hills);
    if (anybody) {
        const Box stem{flower.x - (portrait ? 170 : 180), portrait ? 1500 : screen.h - 400,
                       portrait ? 340.0F : 360.0F, screen.h};
        const Box read{0, chip.y, x + width, below.bottom() - chip.y};
        draw_visitors(canvas, scene, std::array{stem, read, languages});
    }
    draw_flowers(canvas, flower, !anybody);
    draw_teaser(canvas, scene, flower);
    canvas.frame().elsewhere = screens::Tap::start;
    draw_where(canvas, scene, chip);
    y += 96;
    for (const std::string_view line : {scene.words.slogan_1, scene.words.slogan_2}) {
        canvas.text({x, y, width, title.size * 1.2F}, line, title);
        y += title.size * 1.2F;
    }
    canvas.fitted_text(promised, promise(scene), {.size = 44, .colour = theme.muted}, 28);
    canvas
        .button("attract.start", start,
                open ? scene.words.touch_to_start : wording::panel_wording(scene.language()).start_practice,
                ButtonLook::primary, screens::Tap::start, 56)
        .is(Role::primary);
    if (anybody) draw_visits(canvas, scene, below);
    if (!open)
        canvas.fitted_text(below, scene.words.no_event,
                           {.size = 36, .weight = Weight::bold, .colour = theme.sun_ink, .line_height = 1.3F},
                           26);
    draw_languages(canvas, scene, languages);
}

}  // namespace xy::gui
