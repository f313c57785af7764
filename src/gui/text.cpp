#include "gui/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <linebreak.h>
#include <mutex>

namespace xy::gui {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::vector<char> break_opportunities(std::u32string_view text, Script script) {
    static std::once_flag started;
    std::call_once(started, init_linebreak);
    std::vector<utf32_t> units(text.begin(), text.end());
    std::vector<char> breaks(text.size());
    set_linebreaks_utf32(units.data(), units.size(), script == Script::latin ? "en" : "zh", breaks.data());
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

/// Builds lines one character at a time and remembers the last place where a line may end.
class LineBuilder {
 public:
    LineBuilder(Glyphs& glyphs, Paragraph& paragraph, float max_width)
        : glyphs_(glyphs), paragraph_(paragraph), max_width_(max_width) {}

    void run(std::u32string_view text) {
        const std::vector<char> breaks = break_opportunities(text, paragraph_.script);
        std::size_t begin = 0;
        std::size_t last_break = 0;  // a line may end before this index
        float width = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            width += advance(text, i);
            if (width > max_width_ && !is_space(text[i]) && i > begin) {
                const bool inside_word = last_break <= begin;
                paragraph_.cut_inside_word |= inside_word;
                const std::size_t end = inside_word ? i : last_break;
                finish(text.substr(begin, end - begin));
                begin = end;
                width = 0;
                for (std::size_t k = begin; k <= i; ++k) width += advance(text, k);
            }
            if (breaks[i] == LINEBREAK_ALLOWBREAK) last_break = i + 1;
            if (breaks[i] == LINEBREAK_MUSTBREAK && text[i] == U'\n') {
                finish(text.substr(begin, i - begin));
                begin = last_break = i + 1;
                width = 0;
            }
        }
        if (begin < text.size() || paragraph_.lines.empty()) finish(text.substr(begin));
    }

 private:
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
};

}  // namespace

float pen_advance(Glyphs& glyphs, const Paragraph& paragraph, char32_t character, char32_t next) {
    if (character == U'\n' || character == U'\r') return 0;
    const float whole = glyphs.advance(character, paragraph.size, paragraph.weight, paragraph.script);
    const bool squeezed = paragraph.script == Script::chinese && leaves_right_half(character) &&
                          (next == 0 || is_full_width_mark(next));
    return squeezed ? whole / 2 : whole;
}

std::u32string decode(std::string_view utf8) {
    // The smallest code point that needs this many bytes: fewer would have done, so it is malformed.
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    std::u32string text;
    text.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<std::uint8_t>(utf8[i]);
        const std::size_t length = lead < 0x80    ? 1
                                   : lead >= 0xF0 ? 4
                                   : lead >= 0xE0 ? 3
                                   : lead >= 0xC0 ? 2
                                                  : 0;
        bool whole = length > 0 && i + length <= utf8.size();
        char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; whole && k < length; ++k) {
            const auto next = static_cast<std::uint8_t>(utf8[i + k]);
            whole = (next & 0xC0U) == 0x80U;
            c = (c << 6U) | (next & 0x3FU);
        }
        whole = whole && c >= least.at(length) && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
        text += whole ? c : replacement;
        i += whole ? length : 1;
    }
    return text;
}

Script script_of(std::u32string_view text) {
    const bool chinese =
        std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= 0x2E80 && c != replacement; });
    return chinese ? Script::chinese : Script::latin;
}

Paragraph break_lines(Glyphs& glyphs, std::string_view utf8, int size, Weight weight, float max_width) {
    const std::u32string text = decode(utf8);
    Paragraph paragraph;
    paragraph.size = size;
    paragraph.weight = weight;
    paragraph.script = script_of(text);
    LineBuilder(glyphs, paragraph, max_width).run(text);
    return paragraph;
}

}  // namespace xy::gui
