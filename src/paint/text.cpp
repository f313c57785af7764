#include "paint/text.h"

#include <algorithm>
#include <span>

#include "base/utf8.h"
#include "paint/break_opportunities.h"
#include "paint/even_lines.h"

namespace xy::paint {
namespace {

bool is_space(char32_t c) {
    return c == U' ' || c == U'\n' || c == U'\r' || c == 0x3000;
}

/// Full-width marks whose ink is in the left half.
bool leaves_right_half(char32_t c) {
    return std::u32string_view(U"”’）》」』】，。、；：！？").find(c) != std::u32string_view::npos;
}

/// Full-width marks whose ink is in the right half.
bool leaves_left_half(char32_t c) {
    return std::u32string_view(U"“‘（《「『【").find(c) != std::u32string_view::npos;
}

bool is_full_width_mark(char32_t c) {
    return leaves_right_half(c) || leaves_left_half(c);
}

bool is_closing_quote(char32_t c) {
    return std::u32string_view(U"”’）》」』】)\"'").find(c) != std::u32string_view::npos;
}

/// The pause after `c` where `before` is the one before it: a quote closes what it holds, a space a word.
Pause pause_after(char32_t c, Pause before) {
    if (std::u32string_view(U"。！？.!?").find(c) != std::u32string_view::npos) return Pause::sentence;
    if (std::u32string_view(U"，；：…,;:").find(c) != std::u32string_view::npos) return Pause::phrase;
    if (is_closing_quote(c)) return before;
    return is_space(c) ? std::max(before, Pause::word) : Pause::weak;
}

/// What follows is no new sentence: the 120 of “No. 120”.
bool goes_on(std::u32string_view text, std::size_t next) {
    if (next == 0 || next >= text.size() || !is_space(text[next - 1])) return false;
    return (text[next] >= U'0' && text[next] <= U'9') || (text[next] >= U'a' && text[next] <= U'z');
}

bool may_end(Joint joint) {
    return joint == Joint::weak || joint == Joint::open;
}

/// Builds the lines of a text, one stretch between new lines after the other.
class LineBuilder {
 public:
    LineBuilder(Glyphs& glyphs, Paragraph& paragraph, float max_width, LineEnds ends)
        : glyphs_(glyphs), paragraph_(paragraph), max_width_(max_width), ends_(ends) {}

    void run(const MarkedText& marked) {
        const std::u32string_view text = marked.characters;
        std::vector<Joint> anywhere = rule_joints(text, paragraph_.script == Script::chinese);
        std::vector<Joint> between_words;  // worked out for a text that needs more than one line
        std::size_t begin = 0;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            const bool ends =
                i == text.size() ? begin < i || paragraph_.lines.empty() : anywhere[i] == Joint::forced;
            if (!ends) continue;
            const std::u32string_view stretch = text.substr(begin, i - begin);
            const bool chinese = paragraph_.script == Script::chinese && measure(stretch) > max_width_;
            if (chinese && between_words.empty()) close_words(marked, between_words = anywhere);
            std::vector<Joint>& joints = chinese ? between_words : anywhere;
            add_stretch(stretch, std::span(joints).subspan(begin, i - begin),
                        std::span(anywhere).subspan(begin, i - begin));
            begin = i + 1;
        }
    }

 private:
    struct Ends {
        std::vector<std::size_t> next;  ///< index of the character with which the next line begins
        bool inside_word = false;
    };

    void add_stretch(std::u32string_view text, std::span<Joint> joints, std::span<const Joint> anywhere) {
        Ends ends = full_lines(text, joints, anywhere);
        paragraph_.cut_inside_word |= ends.inside_word;
        const bool some = ends.next.size() > 1 && ends.next.size() <= most_even_lines;
        if (ends_ == LineEnds::even && some && !ends.inside_word)
            if (std::vector<std::size_t> even = even_lines(text, joints, ends.next.size()); !even.empty())
                ends.next = std::move(even);
        std::size_t begin = 0;
        for (const std::size_t end : ends.next) {
            finish(text.substr(begin, end - begin));
            begin = end;
        }
    }

    /// Where lines end when each takes as much as it holds: at a joint; where none is on the line, at one of
    /// `anywhere`, which then is a joint as well.
    Ends full_lines(std::u32string_view text, std::span<Joint> joints, std::span<const Joint> anywhere) {
        Ends ends;
        std::size_t begin = 0;
        std::size_t joint = 0;  // a line may end before this index
        std::size_t other = 0;
        float width = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            width += advance(text, i);
            if (i == begin) width -= hang(text[i]);
            if (width > max_width_ && !is_space(text[i]) && i > begin) {
                if (joint <= begin && other > begin) joints[(joint = other) - 1] = Joint::weak;
                const bool inside_word = joint <= begin;
                ends.inside_word |= inside_word;
                begin = inside_word ? i : joint;
                ends.next.push_back(begin);
                width = -hang(text[begin]);
                for (std::size_t k = begin; k <= i; ++k) width += advance(text, k);
            }
            if (may_end(joints[i])) joint = i + 1;
            if (may_end(anywhere[i])) other = i + 1;
        }
        ends.next.push_back(text.size());
        return ends;
    }

    std::vector<std::size_t> even_lines(std::u32string_view text, std::span<const Joint> joints,
                                        std::size_t lines) {
        std::vector<LineEnd> ends;
        float reach = text.empty() ? 0 : -hang(text[0]);  // to the end of the ink
        float before = reach;                             // to character i
        Pause pause = Pause::weak;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const float start = before + advance(text, i);
            if (!is_space(text[i])) reach = before + pen_advance(glyphs_, paragraph_, text[i], 0);
            pause = pause_after(text[i], pause);
            before = start;
            if (i + 1 == text.size()) {
                ends.push_back({i + 1, reach, start, pause});
            } else if (may_end(joints[i])) {
                const Pause told = pause == Pause::weak && joints[i] == Joint::open ? Pause::word : pause;
                const bool sentence = told == Pause::sentence && !goes_on(text, i + 1);
                ends.push_back({i + 1, reach, start + hang(text[i + 1]),
                                told == Pause::sentence && !sentence ? Pause::word : told});
            }
        }
        constexpr float least_characters = 4;
        const float least_last =
            std::max(max_width_ / 5, least_characters * static_cast<float>(paragraph_.size));
        return even_ends(ends, lines, max_width_, std::min(least_last, max_width_ / 2));
    }

    /// How far a line that begins with `c` hangs out to the left, in pixels.
    float hang(char32_t c) {
        if (paragraph_.script != Script::chinese || !leaves_left_half(c)) return 0;
        return glyphs_.advance(c, paragraph_.size, paragraph_.weight, paragraph_.script) / 2;
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
        const float hanging = line.empty() ? 0 : hang(line.front());
        const float width = measure(line) - hanging;
        paragraph_.lines.push_back({std::u32string(line), width, hanging});
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
    const MarkedText text = take_marks(characters(utf8));
    Paragraph paragraph;
    paragraph.size = size;
    paragraph.weight = weight;
    paragraph.script = script_of(text.characters);
    LineBuilder(glyphs, paragraph, max_width, ends).run(text);
    return paragraph;
}

}  // namespace xy::paint
