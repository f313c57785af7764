#include "review/quantities.h"

#include <algorithm>
#include <array>
#include <optional>

#include "review/characters.h"

namespace xy::review {
namespace {

constexpr std::u32string_view digits_zh = U"〇一二三四五六七八九";

/// The digit a character stands for, -1 for none.
int digit(char32_t c) {
    if (is_ascii_digit(c)) return static_cast<int>(c - U'0');
    if (c == U'零') return 0;
    if (c == U'两') return 2;
    const std::size_t at = digits_zh.find(c);
    return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

long weight(char32_t c) {
    switch (c) {
        case U'十':
            return 10;
        case U'百':
            return 100;
        case U'千':
            return 1000;
        case U'万':
            return 10000;
        default:
            return 0;
    }
}

bool in_numeral(char32_t c) {
    return digit(c) >= 0 || weight(c) > 0;
}

struct UnitWord {
    std::u32string_view word;
    Unit unit;
};

/// Longer words before the shorter ones they begin with.
constexpr std::array<UnitWord, 12> units_zh{{{U"周岁", Unit::age},
                                             {U"岁", Unit::age},
                                             {U"年", Unit::year},
                                             {U"个月", Unit::month},
                                             {U"日", Unit::day},
                                             {U"天", Unit::day},
                                             {U"克", Unit::gram},
                                             {U"元", Unit::yuan},
                                             {U"株", Unit::plant},
                                             {U"棵", Unit::plant},
                                             {U"块钱", Unit::yuan},
                                             {U"g", Unit::gram}}};

/// 12 months are said as a year, too.
Quantity quantity(long value, Unit unit) {
    return unit == Unit::month && value % 12 == 0 ? Quantity{value / 12, Unit::year} : Quantity{value, unit};
}

/// Reads one Chinese text from left to right.
class ChineseReader {
 public:
    explicit ChineseReader(std::string_view text) : text_(characters(text)) {}

    std::vector<Quantity> read() {
        while (at_ < text_.size()) {
            if (in_numeral(text_[at_]))
                numeral_here();
            else
                other_here();
        }
        return found_;
    }

 private:
    void numeral_here() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && (in_numeral(text_[at_]) || comma_between_digits())) ++at_;
        const long value = numeral(std::u32string_view(text_).substr(begin, at_ - begin));
        const bool ordinal = begin > 0 && text_[begin - 1] == U'第';
        after_month_ = follows_month(begin);
        skip_spaces();
        const std::optional<Unit> unit = unit_here();
        const bool counts = !ordinal && value >= 0;
        if (counts) ends_.push_back(value);
        if (counts && unit)
            for (const long end : ends_) add(end, *unit);
        if (!counts || unit || !range_here()) ends_.clear();
    }

    bool follows_month(std::size_t begin) const {
        while (begin > 0 && text_[begin - 1] == U' ') --begin;
        return begin > 1 && text_[begin - 1] == U'月' && text_[begin - 2] != U'个';
    }

    void other_here() {
        ends_.clear();
        ++at_;
    }

    bool comma_between_digits() const {
        return (text_[at_] == U',' || text_[at_] == U'，') && at_ + 1 < text_.size() && at_ > 0 &&
               is_ascii_digit(text_[at_ - 1]) && is_ascii_digit(text_[at_ + 1]);
    }

    void skip_spaces() {
        while (at_ < text_.size() && text_[at_] == U' ') ++at_;
    }

    /// The unit that follows, consumed.
    std::optional<Unit> unit_here() {
        const std::u32string_view rest = std::u32string_view(text_).substr(at_);
        if (rest.starts_with(U"年级") || rest.starts_with(U"天然")) return std::nullopt;
        for (const UnitWord& unit : units_zh)
            if (rest.starts_with(unit.word)) {
                at_ += unit.word.size();
                return unit.unit;
            }
        return std::nullopt;
    }

    /// A sign or word that makes a range with the number after it, consumed.
    bool range_here() {
        constexpr std::u32string_view signs = U"-–—~～至到";
        if (at_ >= text_.size() || signs.find(text_[at_]) == std::u32string_view::npos) return false;
        ++at_;
        skip_spaces();
        return at_ < text_.size() && in_numeral(text_[at_]);
    }

    void add(long value, Unit unit) {
        const bool calendar_year = unit == Unit::year && value >= 1800 && value < 2100;
        // 6 月 26 日: the day of a month, not a number of days.
        const bool calendar_day = unit == Unit::day && after_month_;
        // 这一天, 一株也不: a word, not a number.
        const bool article = value == 1 && (unit == Unit::day || unit == Unit::plant);
        if (!calendar_year && !calendar_day && !article) found_.push_back(quantity(value, unit));
    }

    std::u32string text_;
    std::size_t at_ = 0;
    std::vector<long> ends_;  ///< numbers of a range that wait for their unit
    bool after_month_ = false;
    std::vector<Quantity> found_;
};

struct EnglishNumber {
    std::string_view word;
    long value;
};

constexpr std::array<EnglishNumber, 28> numbers_en{
    {{"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
     {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
     {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
     {"eighty", 80},  {"ninety", 90},    {"zero", 0}}};

/// Words and numbers of an English text: small letters, commas inside numbers dropped, a dash between numbers
/// as "to", ¥ and "RMB" as "yuan" before the number.
std::vector<std::string> tokens_of(std::string_view text) {
    std::vector<std::string> tokens;
    std::string token;
    const auto finish = [&] {
        if (!token.empty()) tokens.push_back(token);
        token.clear();
    };
    const std::u32string all = characters(folded(text));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const char32_t c = all[i];
        const bool number = !token.empty() && token[0] >= '0' && token[0] <= '9';
        if (c == U',' && number && i + 1 < all.size() && is_ascii_digit(all[i + 1])) continue;
        if (c == U'¥' || c == U'￥') {
            finish();
            tokens.emplace_back("¥");
        } else if ((c == U'-' || c == U'–' || c == U'—') && number && i + 1 < all.size() &&
                   is_ascii_digit(all[i + 1])) {
            finish();
            tokens.emplace_back("to");
        } else if (is_latin(c) || is_ascii_digit(c)) {
            if (number != is_ascii_digit(c) && !token.empty()) finish();
            token += static_cast<char>(c);
        } else {
            finish();
        }
    }
    finish();
    return tokens;
}

std::optional<Unit> unit_of(const std::string& token) {
    struct Word {
        std::string_view word;
        Unit unit;
    };
    static constexpr std::array<Word, 16> words{{{"year", Unit::year},
                                                 {"years", Unit::year},
                                                 {"month", Unit::month},
                                                 {"months", Unit::month},
                                                 {"day", Unit::day},
                                                 {"days", Unit::day},
                                                 {"gram", Unit::gram},
                                                 {"grams", Unit::gram},
                                                 {"g", Unit::gram},
                                                 {"yuan", Unit::yuan},
                                                 {"rmb", Unit::yuan},
                                                 {"plant", Unit::plant},
                                                 {"plants", Unit::plant},
                                                 {"poppies", Unit::plant},
                                                 {"age", Unit::age},
                                                 {"ages", Unit::age}}};
    for (const Word& word : words)
        if (word.word == token) return word.unit;
    return std::nullopt;
}

/// Reads the tokens of one English text.
class EnglishReader {
 public:
    explicit EnglishReader(std::string_view text) : tokens_(tokens_of(text)) {}

    std::vector<Quantity> read() {
        while (at_ < tokens_.size()) {
            const std::size_t before = at_;
            std::vector<long> values = numbers_here();
            if (values.empty())
                ++at_;
            else
                take(values, before);
        }
        return found_;
    }

 private:
    /// A number, or several joined by "to", "and" or "or".
    std::vector<long> numbers_here() {
        std::vector<long> values;
        while (at_ < tokens_.size()) {
            const std::size_t before = at_;
            const bool joined = word(at_) == "to" || word(at_) == "and" || word(at_) == "or";
            if (!values.empty() && !joined) break;
            if (!values.empty()) ++at_;
            const std::optional<long> value = number_here();
            if (!value) {
                at_ = before;
                break;
            }
            values.push_back(*value);
        }
        return values;
    }

    std::optional<long> number_here() {
        std::optional<long> value;
        const std::string& token = word(at_);
        if (!token.empty() && token[0] >= '0' && token[0] <= '9') {
            ++at_;
            return token.size() > 9 ? std::nullopt : std::optional(std::stol(token));
        }
        for (; small_number(word(at_)); ++at_) value = value.value_or(0) + *small_number(word(at_));
        if (value && word(at_) == "hundred") *value *= 100, ++at_;
        if (value && word(at_) == "thousand") *value *= 1000, ++at_;
        return value;
    }

    static std::optional<long> small_number(const std::string& token) {
        for (const EnglishNumber& number : numbers_en)
            if (number.word == token) return number.value;
        return std::nullopt;
    }

    void take(const std::vector<long>& values, std::size_t begin) {
        const std::string& before = begin > 0 ? tokens_[begin - 1] : word(tokens_.size());
        std::optional<Unit> unit = unit_after();
        if (!unit && (before == "¥" || before == "rmb" || before == "yuan")) unit = Unit::yuan;
        const bool ages =
            std::all_of(values.begin(), values.end(), [](long v) { return v >= 10 && v <= 25; });
        if (!unit && ages && is_of_age(before)) unit = Unit::age;
        if (!unit) return;
        for (const long value : values) found_.push_back(quantity(value, *unit));
    }

    /// The unit that follows, perhaps after one adjective; "year old" is an age.
    std::optional<Unit> unit_after() {
        std::size_t at = at_;
        for (const std::string_view adjective : {"opium", "poppy", "more", "full"})
            if (word(at) == adjective) ++at;
        const std::optional<Unit> unit = unit_of(word(at));
        const std::string& next = word(at + 1);
        if (unit == Unit::year && (next == "old" || next == "olds" || next == "of")) return Unit::age;
        return unit;
    }

    static bool is_of_age(const std::string& before) {
        for (const std::string_view word : {"under", "over", "aged", "age", "turned", "turn", "from"})
            if (before == word) return true;
        return false;
    }

    const std::string& word(std::size_t at) const {
        static const std::string none;
        return at < tokens_.size() ? tokens_[at] : none;
    }

    std::vector<std::string> tokens_;
    std::size_t at_ = 0;
    std::vector<Quantity> found_;
};

}  // namespace

std::string_view word_of(Unit unit) {
    constexpr std::array<std::string_view, 7> words{"year", "month", "day", "gram", "yuan", "plant", "age"};
    return words[static_cast<std::size_t>(unit)];
}

std::string text_of(const Quantity& quantity) {
    return std::to_string(quantity.value) + " " + std::string(word_of(quantity.unit));
}

long numeral(std::u32string_view text) {
    long total = 0;    // finished parts: 三万
    long section = 0;  // below 万
    long current = -1;
    bool any = false;
    for (const char32_t c : text) {
        if (c == U',' || c == U'，') continue;
        if (total > 1'000'000'000 || section > 1'000'000'000 || current > 1'000'000'000) return -1;
        any = true;
        if (const int value = digit(c); value >= 0) {
            current = is_ascii_digit(c) && current >= 0 ? current * 10 + value : value;
        } else if (weight(c) == 10000) {
            total = (total + section + std::max(current, 0L)) * 10000;
            section = 0;
            current = -1;
        } else if (weight(c) > 0) {
            section += (current < 0 ? 1 : current) * weight(c);
            current = -1;
        } else {
            return -1;
        }
    }
    return any ? total + section + std::max(current, 0L) : -1;
}

std::vector<Quantity> quantities(std::string_view text, Language language) {
    return language == Language::zh ? ChineseReader(text).read() : EnglishReader(text).read();
}

std::vector<int> calendar_years(std::string_view text) {
    std::vector<int> years;
    const std::u32string all = characters(text);
    for (std::size_t at = 0; at < all.size();) {
        std::size_t end = at;
        while (end < all.size() && is_ascii_digit(all[end])) ++end;
        const long value = end - at == 4 ? numeral(std::u32string_view(all).substr(at, 4)) : -1;
        std::size_t after = end;
        while (after < all.size() && all[after] == U' ') ++after;
        const bool counted = after < all.size() &&
                             std::u32string_view(U"株元克gyp").find(all[after]) != std::u32string_view::npos;
        const bool grouped = at > 0 && (all[at - 1] == U'¥' || all[at - 1] == U',' || all[at - 1] == U'–');
        if (value >= 1800 && value < 2100 && !counted && !grouped) years.push_back(static_cast<int>(value));
        at = std::max(end, at + 1);
    }
    return years;
}

}  // namespace xy::review
