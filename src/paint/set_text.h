// The record of a text that was set: tests ask it whether everything could be read.
#pragma once

#include <string>

namespace xy::paint {

/// Window pixels.
struct Area {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    bool contains(float px, float py) const { return px >= x && px < x + w && py >= y && py < y + h; }
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

}  // namespace xy::paint
