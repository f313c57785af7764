#include "outreach/personal_data.h"

#include <string>
#include <vector>

namespace xy::outreach {
namespace {

constexpr std::string_view full_width_lead = "\xEF\xBC";  // U+FF10 … U+FF19 are EF BC 90 … EF BC 99

struct DigitRun {
    std::string digits;
    bool gaps = false;  ///< written in groups
};

/// The digits of the text in runs; one blank, dot or dash between two digits does not end a run.
std::vector<DigitRun> digit_runs(std::string_view text) {
    std::vector<DigitRun> runs(1);
    bool gap = false;
    const auto add = [&](char digit) {
        runs.back().gaps |= gap;
        runs.back().digits += digit;
        gap = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool full_width = text.substr(i, 2) == full_width_lead && i + 2 < text.size() &&
                                text[i + 2] >= '\x90' && text[i + 2] <= '\x99';
        if (c >= '0' && c <= '9') {
            add(c);
        } else if (full_width) {
            add(static_cast<char>('0' + (text[i + 2] - '\x90')));
            i += 2;
        } else if ((c == 'X' || c == 'x') && runs.back().digits.size() == 17) {
            add('X');
        } else if ((c == ' ' || c == '-' || c == '.') && !gap && !runs.back().digits.empty()) {
            gap = true;
        } else if (!runs.back().digits.empty()) {
            runs.emplace_back();
            gap = false;
        }
    }
    return runs;
}

}  // namespace

std::optional<PersonalNumber> personal_number_in(std::string_view utf8) {
    for (const DigitRun& run : digit_runs(utf8)) {
        const std::string& digits = run.digits;
        if (digits.size() == 18 || digits.size() == 15) return PersonalNumber::id_card;
        if (digits.size() == 11 && digits[0] == '1' && digits[1] >= '3') return PersonalNumber::mobile;
        // In groups it may be a date with a time: only digits in one piece are a long number.
        if (digits.size() >= 9 && !run.gaps) return PersonalNumber::long_number;
    }
    return std::nullopt;
}

}  // namespace xy::outreach
