// Numbers with a unit in a text, as law items use them: years, days, grams, yuan, plants, ages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/localized.h"

namespace xy::review {

enum class Unit { year, month, day, gram, yuan, plant, age };
std::string_view word_of(Unit unit);

struct Quantity {
    long value = 0;
    Unit unit = Unit::year;
    /// 十二个月 is 一年 and three weeks are no unit here; 12 months equal 1 year.
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// "15 day".
std::string text_of(const Quantity& quantity);

/// The quantities in `text`. Chinese: Arabic or Chinese numerals before 年, 个月, 日, 天, 克, 元, 株, 岁; a
/// range (10 日至 15 日, 十至十五日) gives both ends. English: digits or words before years, months, days,
/// grams, yuan, plants; ages after "under", "aged", "turned" … and before "-year-old". Calendar dates and
/// ordinals (第三年, 一年级) are none.
std::vector<Quantity> quantities(std::string_view text, Language language);

/// Calendar years in `text` (2026年, "in 2026"): four digits from 1800 to 2099 that are no quantity.
std::vector<int> calendar_years(std::string_view text);

/// The value of a numeral (一百二十, 3,000, 三万, 15); -1 when it is none.
long numeral(std::u32string_view text);

}  // namespace xy::review
