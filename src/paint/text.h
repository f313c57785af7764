// Text into lines that end as break_opportunities.h says.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "paint/glyphs.h"

namespace xy::paint {

struct Line {
    std::u32string characters;
    float width = 0;  ///< pixels; without what hangs
    /// How far left of its place it begins, in pixels: a Chinese opening mark at its beginning hangs by the
    /// empty half of its square, so that its ink stands where other lines begin.
    float hanging = 0;
};

struct Paragraph {
    std::vector<Line> lines;
    float width = 0;  ///< of the widest line, pixels
    int size = 1;     ///< font size, pixels
    Weight weight = Weight::regular;
    Script script = Script::chinese;
    /// A single word was wider than the line and had to be cut inside.
    bool cut_inside_word = false;
};

/// How far the pen moves from `character` to `next` (0 at the end of a line), in pixels. Of two full-width
/// marks in a row the first takes half its width, and so does a closing mark at the end of a line (标点挤压).
float pen_advance(Glyphs& glyphs, const Paragraph& paragraph, char32_t character, char32_t next);

/// Latin when the text has no Chinese, Japanese or Korean character.
Script script_of(std::u32string_view text);

enum class LineEnds {
    full,  ///< each line takes as much as it holds: enough to measure
    even,  ///< as many lines as `full`, chosen as even_lines.h says: to be read. `full` where a word had to
           ///< be cut and in paragraphs of more than most_even_lines
};
/// What fits on no screen need not be even.
inline constexpr std::size_t most_even_lines = 40;

/// Breaks `utf8` into lines not wider than `max_width` pixels.
Paragraph break_lines(Glyphs& glyphs, std::string_view utf8, int size, Weight weight, float max_width,
                      LineEnds ends = LineEnds::full);

}  // namespace xy::paint
