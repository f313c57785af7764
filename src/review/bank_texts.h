// Every text of a bank, with where it stands and who speaks in it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "quiz/item.h"

namespace xy::review {

enum class TextRole { title, stem, option, feedback, explanation, take_home, source, alt, card };

struct BankText {
    TextRole role = TextRole::title;
    const LocalizedText* text = nullptr;  ///< of the bank, which must outlive it
    const quiz::Item* item = nullptr;     ///< nullptr: of the bank itself, or of a card
    std::string pointer;                  ///< JSON pointer, without the language
    /// The bank says it in its own voice: not a wrong option, a statement keyed false, or the story of a
    /// situation, in which anybody may speak.
    bool claim = true;
};

/// In the order of the bank; empty texts are left out.
std::vector<BankText> texts_of(const quiz::Bank& bank);
/// Those of one item; `index` in its bank.
std::vector<BankText> texts_of(const quiz::Item& item, std::size_t index);

std::string item_pointer(std::size_t index);
std::string option_pointer(std::size_t item, std::size_t option);

}  // namespace xy::review
