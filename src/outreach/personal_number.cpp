// Numbers of persons, however somebody spells their digits.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "outreach/note_text.h"

namespace xy::outreach {
namespace {

/// The value of a digit of any script that people here write, 零 to 九 and ① to ⑨ too.
std::optional<char> digit_value(char32_t c) {
    struct Range {
        char32_t zero;
        char32_t count;
    };
    // ASCII, Arabic, Persian, Devanagari, Tibetan, mathematical ones.
    constexpr std::array<Range, 6> ranges{
        {{U'0', 10}, {0x0660, 10}, {0x06F0, 10}, {0x0966, 10}, {0x0F20, 10}, {0x1D7CE, 50}}};
    for (const Range& range : ranges)
        if (c >= range.zero && c - range.zero < range.count)
            return static_cast<char>('0' + (c - range.zero) % 10);
    // ① ⑴ ⒈ ❶ begin with one.
    for (const char32_t one : {0x2460, 0x2474, 0x2488, 0x2776})
        if (c >= one && c < one + 9) return static_cast<char>('1' + (c - one));
    constexpr std::u32string_view words = U"〇零〇一壹幺二贰贰三叁叁四肆肆五伍伍六陆陆七柒柒八捌捌九玖玖";
    constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
    if (c == 0x24EA || c == 0x25CB) return '0';  // ⓪ ○
    if (const auto at = words.find(c); at != std::u32string_view::npos)
        return static_cast<char>('0' + at / 3);
    if (const auto at = raised.find(c); at != std::u32string_view::npos) return static_cast<char>('0' + at);
    return std::nullopt;
}

/// Digits that stand together, in the pieces that other characters make of them.
using DigitGroups = std::vector<std::string>;

/// What does not end a number: punctuation, blanks; never a word.
bool may_separate(char32_t c) {
    const bool letter =
        is_latin(c) || is_han(c) || (c >= 0x00C0 && c < 0x2000) || (c >= 0x3041 && c < 0x3400);
    return !letter;
}

/// 13:30 is a time.
bool is_of_a_time(char32_t c, const DigitGroups& before) {
    return c == U':' && before.back().size() <= 2;
}

/// All numbers of a note. Up to three separators stand between the groups of one.
std::vector<DigitGroups> numbers_in(std::u32string_view note) {
    std::vector<DigitGroups> numbers(1);
    int separators = 0;
    for (std::size_t i = 0; i < note.size(); ++i) {
        const auto digit = digit_value(note[i]);
        DigitGroups& groups = numbers.back();
        const bool check_letter = note[i] == U'x' && !groups.empty() && separators < 4;
        if (digit || check_letter) {
            if (groups.empty() || separators > 0) groups.emplace_back();
            groups.back() += digit ? *digit : 'X';
            separators = 0;
        } else if (!groups.empty() &&
                   (!may_separate(note[i]) || is_of_a_time(note[i], groups) || ++separators > 3)) {
            numbers.emplace_back();
            separators = 0;
        }
    }
    return numbers;
}

bool is_mobile(std::string_view digits) {
    return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' && digits.find('X') == digits.npos;
}

/// YYYYMMDD of somebody who lives.
bool is_birth_date(std::string_view date) {
    const std::string_view century = date.substr(0, 2);
    const std::string_view month = date.substr(4, 2);
    const std::string_view day = date.substr(6, 2);
    return (century == "19" || century == "20") && month >= "01" && month <= "12" && day >= "01" &&
           day <= "31";
}

/// A region, a date of birth, a number: an ID card number of 18 or 15 digits.
bool is_id_card(const std::string& digits) {
    const auto letter = digits.find('X');
    if (letter != std::string::npos && letter != 17) return false;
    if (digits.empty() || digits[0] < '1' || digits[0] > '8') return false;
    if (digits.size() == 18) return is_birth_date(std::string_view(digits).substr(6, 8));
    return digits.size() == 15 && is_birth_date("19" + digits.substr(6, 6));
}

/// 300、2000、150: amounts, which are round and never begin with 0.
bool are_amounts(const DigitGroups& groups) {
    return std::all_of(groups.begin(), groups.end(),
                       [](const std::string& g) { return g.back() == '0' && g.front() != '0'; });
}

/// Whether a phone number is cut into such groups: 3-4-4, 7-4, in pairs, digit by digit.
bool is_cut_like_a_phone_number(const DigitGroups& groups) {
    std::string cut;
    for (const std::string& group : groups)
        cut += static_cast<char>('0' + std::min<std::size_t>(group.size(), 15));
    static const std::vector<std::string> usual{"344", "335",  "353",  "434",    "443",    "38",
                                                "83",  "74",   "47",   "65",     "56",     "29",
                                                "92",  "2333", "3332", "222221", "122222", "11111111111"};
    return groups.size() == 1 || std::find(usual.begin(), usual.end(), cut) != usual.end();
}

std::string joined_groups(const DigitGroups& groups) {
    std::string digits;
    for (const std::string& group : groups) digits += group;
    return digits;
}

/// A number and what it is, when all of its groups belong to it.
std::optional<PersonalData> number_made_of(const DigitGroups& groups) {
    const std::string digits = joined_groups(groups);
    const bool amounts = groups.size() > 1 && are_amounts(groups);
    if (is_id_card(digits) && !amounts) return PersonalData::id_card;
    if (is_mobile(digits) && is_cut_like_a_phone_number(groups) && !amounts) return PersonalData::mobile;
    return std::nullopt;
}

/// The number of China before a mobile number.
DigitGroups without_country(DigitGroups groups) {
    for (const std::string_view country : {"0086", "86"}) {
        if (!groups.front().starts_with(country)) continue;
        groups.front().erase(0, country.size());
        if (groups.front().empty()) groups.erase(groups.begin());
        break;
    }
    return groups;
}

}  // namespace

std::optional<PersonalData> number_of_a_person(std::u32string_view note) {
    constexpr std::size_t most_groups = 18;
    for (const DigitGroups& groups : numbers_in(note)) {
        for (std::size_t first = 0; first < groups.size(); ++first) {
            DigitGroups part;
            for (std::size_t i = first; i < groups.size() && part.size() < most_groups; ++i) {
                part.push_back(groups[i]);
                if (const auto found = number_made_of(part)) return found;
                if (part.size() > 1 || part.front().size() > 11)
                    if (const DigitGroups bare = without_country(part); !bare.empty())
                        if (const auto found = number_made_of(bare)) return found;
            }
            if (groups[first].size() >= 9) return PersonalData::long_number;
        }
    }
    return std::nullopt;
}

}  // namespace xy::outreach
