#include "paint/text.h"

#include <algorithm>
#include <linebreak.h>
#include <mutex>
#include <span>

#include "base/utf8.h"
#include "paint/even_lines.h"

namespace xy::paint {
namespace {

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// A hyphen ends a line only between parts of three letters or more: not in e-cigarette, wake-up, 2018–2025.
bool splits_short_word(std::u32string_view text, std::size_t i) {
    constexpr std::size_t least = 3;
    if (text[i] != U'-' && text[i] != U'–') return false;
    std::size_t before = 0;
    while (before < i && is_letter(text[i - 1 - before])) ++before;
    std::size_t after = 0;
    while (i + 1 + after < text.size() && is_letter(text[i + 1 + after])) ++after;
    return before < least || after < least;
}

std::vector<char> break_opportunities(std::u32string_view text, Script script) {
    static std::once_flag started;
    std::call_once(started, init_linebreak);
    std::vector<utf32_t> units(text.begin(), text.end());
    std::vector<char> breaks(text.size());
    set_linebreaks_utf32(units.data(), units.size(), script == Script::latin ? "en" : "zh", breaks.data());
    for (std::size_t i = 0; i < text.size(); ++i)
        if (breaks[i] == LINEBREAK_ALLOWBREAK && splits_short_word(text, i)) breaks[i] = LINEBREAK_NOBREAK;
    return breaks;
}

bool is_space(char32_t c) {
    return c == U' ' || c == U'\n' || c == U'\r' || c == 0x3000;
}

/// Full-width marks whose ink is in the left half.
bool leaves_right_half(char32_t c) {
    return std::u32string_view(U"”’）》」』】，。、；：！？").find(c) != std::u32string_view::npos;
}

bool is_full_width_mark(char32_t c) {
    return leaves_right_half(c) || std::u32string_view(U"“‘（《「『【").find(c) != std::u32string_view::npos;
}

bool is_closing_quote(char32_t c) {
    return std::u32string_view(U"”’）》」』】)\"'").find(c) != std::u32string_view::npos;
}

/// The pause after `c` where `before` is the one before it: a quote closes what it holds, a space a word.
Pause pause_after(char32_t c, Pause before) {
    if (std::u32string_view(U"。！？.!?").find(c) != std::u32string_view::npos) return Pause::sentence;
    if (std::u32string_view(U"，；：…,;:").find(c) != std::u32string_view::npos) return Pause::phrase;
    if (is_closing_quote(c)) return before;
    return is_space(c) ? std::max(before, Pause::word) : Pause::inside_word;
}

/// What follows is no new sentence: the 120 of “No. 120”.
bool goes_on(std::u32string_view text, std::size_t next) {
    if (next == 0 || next >= text.size() || !is_space(text[next - 1])) return false;
    return (text[next] >= U'0' && text[next] <= U'9') || (text[next] >= U'a' && text[next] <= U'z');
}

/// Builds the lines of a text, one stretch between new lines after the other.
class LineBuilder {
 public:
    LineBuilder(Glyphs& glyphs, Paragraph& paragraph, float max_width, LineEnds ends)
        : glyphs_(glyphs), paragraph_(paragraph), max_width_(max_width), ends_(ends) {}

    void run(std::u32string_view text) {
        const std::vector<char> breaks = break_opportunities(text, paragraph_.script);
        std::size_t begin = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (breaks[i] != LINEBREAK_MUSTBREAK || text[i] != U'\n') continue;
            add_stretch(text.substr(begin, i - begin), std::span(breaks).subspan(begin, i - begin));
            begin = i + 1;
        }
        if (begin < text.size() || paragraph_.lines.empty())
            add_stretch(text.substr(begin), std::span(breaks).subspan(begin));
    }

 private:
    void add_stretch(std::u32string_view text, std::span<const char> breaks) {
        std::vector<std::size_t> ends = full_lines(text, breaks);
        const bool some = ends.size() > 1 && ends.size() <= most_even_lines;
        if (ends_ == LineEnds::even && some && !paragraph_.cut_inside_word)
            if (std::vector<std::size_t> even = even_lines(text, breaks, ends.size()); !even.empty())
                ends = std::move(even);
        std::size_t begin = 0;
        for (const std::size_t end : ends) {
            finish(text.substr(begin, end - begin));
            begin = end;
        }
    }

    /// Where lines end when each takes as much as it holds.
    std::vector<std::size_t> full_lines(std::u32string_view text, std::span<const char> breaks) {
        std::vector<std::size_t> ends;
        std::size_t begin = 0;
        std::size_t last_break = 0;  // a line may end before this index
        float width = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            width += advance(text, i);
            if (width > max_width_ && !is_space(text[i]) && i > begin) {
                const bool inside_word = last_break <= begin;
                paragraph_.cut_inside_word |= inside_word;
                begin = inside_word ? i : last_break;
                ends.push_back(begin);
                width = 0;
                for (std::size_t k = begin; k <= i; ++k) width += advance(text, k);
            }
            if (breaks[i] == LINEBREAK_ALLOWBREAK) last_break = i + 1;
        }
        ends.push_back(text.size());
        return ends;
    }

    std::vector<std::size_t> even_lines(std::u32string_view text, std::span<const char> breaks,
                                        std::size_t lines) {
        std::vector<LineEnd> ends;
        float reach = 0;   // to the end of the ink
        float before = 0;  // to character i
        Pause pause = Pause::inside_word;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const float start = before + advance(text, i);
            if (!is_space(text[i])) reach = before + pen_advance(glyphs_, paragraph_, text[i], 0);
            pause = pause_after(text[i], pause);
            before = start;
            if (i + 1 == text.size() || breaks[i] == LINEBREAK_ALLOWBREAK)
                ends.push_back({i + 1, reach, start,
                                pause == Pause::sentence && goes_on(text, i + 1) ? Pause::word : pause});
        }
        const float least_last = std::max(max_width_ / 5, 2 * static_cast<float>(paragraph_.size));
        return even_ends(ends, lines, max_width_, least_last);
    }

    float advance(std::u32string_view text, std::size_t i) {
        return pen_advance(glyphs_, paragraph_, text[i], i + 1 < text.size() ? text[i + 1] : 0);
    }

    float measure(std::u32string_view text) {
        float width = 0;
        for (std::size_t i = 0; i < text.size(); ++i) width += advance(text, i);
        return width;
    }

    void finish(std::u32string_view line) {
        while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
        const float width = measure(line);
        paragraph_.lines.push_back({std::u32string(line), width});
        paragraph_.width = std::max(paragraph_.width, width);
    }

    Glyphs& glyphs_;
    Paragraph& paragraph_;
    float max_width_;
    LineEnds ends_;
};

}  // namespace

float pen_advance(Glyphs& glyphs, const Paragraph& paragraph, char32_t character, char32_t next) {
    if (character == U'\n' || character == U'\r') return 0;
    const float whole = glyphs.advance(character, paragraph.size, paragraph.weight, paragraph.script);
    const bool squeezed = paragraph.script == Script::chinese && leaves_right_half(character) &&
                          (next == 0 || is_full_width_mark(next));
    return squeezed ? whole / 2 : whole;
}

Script script_of(std::u32string_view text) {
    const bool chinese = std::any_of(text.begin(), text.end(),
                                     [](char32_t c) { return c >= 0x2E80 && c != replacement_character; });
    return chinese ? Script::chinese : Script::latin;
}

Paragraph break_lines(Glyphs& glyphs, std::string_view utf8, int size, Weight weight, float max_width,
                      LineEnds ends) {
    const std::u32string text = characters(utf8);
    Paragraph paragraph;
    paragraph.size = size;
    paragraph.weight = weight;
    paragraph.script = script_of(text);
    LineBuilder(glyphs, paragraph, max_width, ends).run(text);
    return paragraph;
}

}  // namespace xy::paint
