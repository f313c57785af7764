#include "base/pinyin_initials.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iconv.h>
#include <iterator>
#include <utility>

#include "base/utf8.h"

namespace xy {
namespace {

/// GB 2312, rows 16 to 55: the first character read with each letter. No reading begins with I, U or V.
constexpr std::array<std::pair<unsigned, char>, 23> first_read{
    {{0xB0A1, 'A'}, {0xB0C5, 'B'}, {0xB2C1, 'C'}, {0xB4EE, 'D'}, {0xB6EA, 'E'}, {0xB7A2, 'F'},
     {0xB8C1, 'G'}, {0xB9FE, 'H'}, {0xBBF7, 'J'}, {0xBFA6, 'K'}, {0xC0AC, 'L'}, {0xC2E8, 'M'},
     {0xC4C3, 'N'}, {0xC5B6, 'O'}, {0xC5BE, 'P'}, {0xC6DA, 'Q'}, {0xC8BB, 'R'}, {0xC8F6, 'S'},
     {0xCBFA, 'T'}, {0xCDDA, 'W'}, {0xCEF4, 'X'}, {0xD1B9, 'Y'}, {0xD4D1, 'Z'}}};
constexpr unsigned last_common = 0xD7F9;

/// Turns characters into GB 2312, where the system can.
class ToGb2312 {
 public:
    ToGb2312() = default;
    ~ToGb2312() {
        if (is_there()) iconv_close(into_);
    }
    ToGb2312(const ToGb2312&) = delete;
    ToGb2312& operator=(const ToGb2312&) = delete;

    /// 0 for a character that is not in it.
    unsigned operator()(std::string character) {
        if (!is_there()) return 0;
        std::array<char, 4> bytes{};
        char* from = character.data();
        char* to = bytes.data();
        std::size_t left = character.size();
        std::size_t room = bytes.size();
        iconv(into_, nullptr, nullptr, nullptr, nullptr);
        if (iconv(into_, &from, &left, &to, &room) != 0 || room != 2) return 0;
        return static_cast<unsigned char>(bytes[0]) * 256U + static_cast<unsigned char>(bytes[1]);
    }

 private:
    bool is_there() const { return reinterpret_cast<std::intptr_t>(into_) != -1; }

    iconv_t into_ = iconv_open("GB2312", "UTF-8");
};

char initial_of(std::string_view character, ToGb2312& convert) {
    if (character.size() == 1) {
        const char c = character[0];
        if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
        return c >= 'A' && c <= 'Z' ? c : '?';
    }
    const unsigned code = convert(std::string(character));
    if (code < first_read.front().first || code > last_common) return '?';
    const auto after = std::find_if(first_read.begin(), first_read.end(),
                                    [code](const auto& first) { return first.first > code; });
    return std::prev(after)->second;
}

}  // namespace

std::string pinyin_initials(std::string_view text) {
    ToGb2312 convert;
    std::string initials;
    while (!text.empty()) {
        const std::size_t length = utf8_at(text, 0).bytes;
        initials += initial_of(text.substr(0, length), convert);
        text.remove_prefix(length);
    }
    return initials;
}

bool may_begin(std::string_view initials, std::string_view typed) {
    return typed.size() <= initials.size() &&
           std::equal(typed.begin(), typed.end(), initials.begin(),
                      [](char letter, char known) { return known == '?' || known == letter; });
}

}  // namespace xy
