#include "outreach/personal_data.h"

#include <string>
#include <vector>

#include "base/utf8.h"

namespace xy::outreach {
namespace {

constexpr char32_t full_width_zero = 0xFF10;

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
    for (const char32_t c : characters(text)) {
        if (c >= U'0' && c <= U'9') {
            add(static_cast<char>(c));
        } else if (c >= full_width_zero && c <= full_width_zero + 9) {
            add(static_cast<char>(U'0' + (c - full_width_zero)));
        } else if ((c == U'X' || c == U'x') && runs.back().digits.size() == 17) {
            add('X');
        } else if ((c == U' ' || c == U'-' || c == U'.') && !gap && !runs.back().digits.empty()) {
            gap = true;
        } else if (!runs.back().digits.empty()) {
            runs.emplace_back();
            gap = false;
        }
    }
    return runs;
}

}  // namespace

std::optional<PersonalData> personal_number_in(std::string_view utf8) {
    for (const DigitRun& run : digit_runs(utf8)) {
        const std::string& digits = run.digits;
        if (digits.size() == 18 || digits.size() == 15) return PersonalData::id_card;
        if (digits.size() == 11 && digits[0] == '1' && digits[1] >= '3') return PersonalData::mobile;
        // In groups it may be a date with a time: only digits in one piece are a long number.
        if (digits.size() >= 9 && !run.gaps) return PersonalData::long_number;
    }
    return std::nullopt;
}

}  // namespace xy::outreach
