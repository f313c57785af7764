// What was drawn: where the widgets are, and for tests where every text went.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "screens/action.h"

namespace xy::gui {

/// Window pixels.
struct Area {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    bool contains(float px, float py) const { return px >= x && px < x + w && py >= y && py < y + h; }
};

struct Widget {
    std::string id;  ///< question.option.1
    Area area;
    bool enabled = true;
    screens::Action action;
    std::optional<screens::Action> held = std::nullopt;  ///< when it is held for three seconds
};

/// One text as it was set. `text` is where its lines went, `room` the space it was given.
struct SetText {
    std::string words;
    Area text;
    Area room;
    int size = 0;           ///< font size, pixels
    int layer = 0;          ///< 0 the screen, 1 an overlay above it
    bool clipped = false;   ///< did not fit into its room
    bool cut_word = false;  ///< a word was broken inside
    int missing = 0;        ///< characters that the font does not have
};

struct Frame {
    std::string screen;           ///< "question"
    std::string item;             ///< "bank/item" of a question or feedback, "bank/card" of a card
    std::vector<Widget> widgets;  ///< in reading order; of overlapping ones the later one is on top
    std::optional<screens::Action> elsewhere;  ///< what a touch beside all widgets means
    bool typing = false;                       ///< a physical keyboard may write text
    std::optional<Milliseconds> next;          ///< something moves: draw again after this time
    std::vector<SetText> texts;

    const Widget* widget(const std::string& id) const;
    const Widget* at(float x, float y) const;
};

}  // namespace xy::gui
