#include "quiz/forms.h"

namespace xy::quiz {

std::string_view code(Form form) {
    return form == Form::a ? "A" : "B";
}

std::string_view code(FormRule rule) {
    constexpr std::array<std::string_view, 5> codes{"", "A", "B", "either", "other"};
    return codes[static_cast<std::size_t>(rule)];
}

FormPair forms_for(std::span<const Bank* const> banks, std::string_view audience, std::string_view day) {
    for (const Bank* bank : banks) {
        FormPair pair;
        for (const Item& item : bank->items) {
            if (!item.suits(audience) || !item.valid_on(day)) continue;
            for (const Form form : {Form::a, Form::b})
                if (item.form == code(form)) pair.items[static_cast<std::size_t>(form)].push_back(&item);
        }
        if (!pair.empty()) return pair;
    }
    return {};
}

}  // namespace xy::quiz
