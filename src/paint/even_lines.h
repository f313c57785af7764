// Where the lines of a paragraph end so that they read well: as many lines as must be, none wider than asked,
// the last one not so short as to stand alone, and ends at marks (。，？ . , ?) rather than inside a phrase.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace xy::paint {

/// What a line ends with: a place that is read in one breath (不|做, at a hyphen), a word, a phrase (，), a
/// sentence (。).
enum class Pause { weak, word, phrase, sentence };

/// A place where a line may end. Widths count from the beginning of the paragraph, in pixels.
struct LineEnd {
    std::size_t next = 0;  ///< index of the character with which the next line begins
    float reach = 0;       ///< to the end of the ink, without the spaces before `next`
    float start = 0;       ///< to the character `next`
    Pause pause = Pause::weak;
};

/// Chooses `lines` - 1 of `ends` and its last one and returns their `next`, in order. `lines` ≥ 1; `ends`
/// rises and closes with the end of the paragraph. Least sum of squared slack (as shares of `max_width`, last
/// line without), plus what it costs that a line does not end with a sentence, plus up to `lone_cost` for a
/// last line shorter than `least_last` (pixels). Empty when there is no way with that many lines.
std::vector<std::size_t> even_ends(std::span<const LineEnd> ends, std::size_t lines, float max_width,
                                   float least_last);

/// Lines end up to 0.3 of their width early to end with a sentence rather than with a word, and up to 0.4
/// rather than in the middle of what is read in one breath.
inline constexpr float weak_cost = 0.16F;
inline constexpr float word_cost = 0.1F;
inline constexpr float phrase_cost = 0.04F;
inline constexpr float lone_cost = 0.5F;

}  // namespace xy::paint
