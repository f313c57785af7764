// The two parallel short tests (平行短测卷) of a pack: what a visitor's own items of form A and of form B
// are.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "quiz/item.h"

namespace xy::quiz {

enum class Form : std::size_t { a, b };

/// "A", "B"; as in Item::form.
std::string_view code(Form form);

/// What a step asks of the forms.
enum class FormRule {
    none,    ///< it draws by topic instead
    a,       ///< form A of everybody
    b,       ///< form B of everybody
    either,  ///< A or B, by the session's own chance
    other,   ///< the one that an earlier step did not ask
};

/// "", "A", "B", "either", "other".
std::string_view code(FormRule rule);

/// Both forms of one bank, for one audience.
struct FormPair {
    std::array<std::vector<const Item*>, 2> items;

    const std::vector<const Item*>& of(Form form) const { return items[static_cast<std::size_t>(form)]; }
    bool empty() const { return items[0].empty() && items[1].empty(); }
};

/// The forms of the first of `banks` that has any for `audience` on `day`. Never of two banks: forms are
/// parallel only within the bank whose author made them so.
FormPair forms_for(std::span<const Bank* const> banks, std::string_view audience, std::string_view day);

}  // namespace xy::quiz
