// Where a line may end: by the Unicode rules (UAX #14), so that no 。，、》 starts a Chinese line and English
// breaks at words; and in Chinese, which is written without spaces, never inside a word, between a number and
// what it counts, or inside a short “…” or 《…》.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xy::paint {

/// What lies behind a character.
enum class Joint : unsigned char {
    closed,  ///< no line ends here
    weak,    ///< between words that are read in one breath: 不|做, 老师|的; at a hyphen
    open,    ///< between words
    forced,  ///< a new line
};

/// A text without the marks of its author, and where those were.
struct MarkedText {
    std::u32string characters;
    std::vector<bool> mark_before;  ///< as many as characters; empty without a mark
};

/// Takes out U+200B, with which an author marks where a line may end.
MarkedText take_marks(std::u32string_view text);

/// The joint behind each character by the Unicode rules alone.
std::vector<Joint> rule_joints(std::u32string_view text, bool chinese);

/// `joints` of a Chinese text, with those inside of words closed. Where the author marked a text, its lines
/// end at the marks and at punctuation only; else words are those of ICU's dictionary and of the list here.
/// Without that dictionary (a system that lacks its data) it is the list alone.
void close_words(const MarkedText& text, std::vector<Joint>& joints);

}  // namespace xy::paint
