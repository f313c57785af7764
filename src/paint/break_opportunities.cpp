#include "paint/break_opportunities.h"

#include <algorithm>
#include <array>
#include <linebreak.h>
#include <memory>
#include <mutex>
#include <unicode/ubrk.h>

namespace xy::paint {
namespace {

constexpr char32_t break_mark = 0x200B;

/// Words of this trade and of everyday speech that the dictionary lacks or cuts.
constexpr std::u32string_view listed_words =
    U"禁毒 吸毒 贩毒 制毒 戒毒 缉毒 防毒 毒驾 毒瘾 涉毒 拒毒 冰毒 毒品 毒贩 禁毒日 禁毒法 禁毒办 禁毒宣传 "
    U"处罚法 "
    U"治安管理 刑事 刑法 罂粟 罂粟壳 依托咪酯 依托 咪酯 芬太尼 氯胺酮 麻黄碱 曲马多 美沙酮 可待因 海洛因 "
    U"可卡因 "
    U"大麻素 合成大麻素 苯丙胺 甲基苯丙胺 笑气 上头电子烟 电子烟 奶茶粉 跳跳糖 邮票 止咳水 处方药 安眠药 "
    U"成瘾 "
    U"上瘾 复吸 管制 列管 整类 举报 举报人 志愿者 乘务员 辅导员 班主任 未成年人 当事人 家里人 村委会 居委会 "
    U"村医 "
    U"社工 民警 派出所 卫生院 宿管 药师 药箱 爸妈 学长 学姐 会儿 资质 认识 来路不明 来历不明 信得过 不舒服 "
    U"不对劲 "
    U"有没有 能不能 说不清 拿不准 说清 题库 化学品 禁毒志愿者 八十 有期徒刑 摆摆手 护住 守住 陌生人 自控 "
    U"脱身 瞒着 "
    U"私下 "
    U"小口 一口 一次 一点 一下 一样 一起 一定 一声 一句 这样 那样 怎么 什么 为什么 怎么办 怎么做 怎么说";

constexpr std::u32string_view numerals = U"零〇一二三四五六七八九十百千万亿两几";
/// They lean on what stands before them …
constexpr std::u32string_view leans_back = U"的了着过吗呢吧啊呀们者地得里上下中后前时";
/// … and on what follows.
constexpr std::u32string_view leans_forward =
    U"不没别未很更最太再先也都就还又请可把被给让叫向和与或在从对我你他她这那哪每";
constexpr std::u32string_view always_leans_back = U"的了着吗呢吧啊呀们";
constexpr std::u32string_view always_leans_forward = U"不没别未第";

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

/// A hyphen ends a line only between parts of three letters or more: not in e-cigarette, wake-up, 2018–2025.
bool splits_short_word(std::u32string_view text, std::size_t i) {
    constexpr std::size_t least = 3;
    if (text[i] != U'-' && text[i] != U'–') return false;
    std::size_t before = 0;
    while (before < i && is_letter(text[i - 1 - before])) ++before;
    std::size_t after = 0;
    while (i + 1 + after < text.size() && is_letter(text[i + 1 + after])) ++after;
    return before < least || after < least;
}

/// The dictionary of one thread; nothing where the system has none.
UBreakIterator* dictionary() {
    struct Close {
        void operator()(UBreakIterator* words) const { ubrk_close(words); }
    };
    thread_local const std::unique_ptr<UBreakIterator, Close> words = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<UBreakIterator, Close> opened(ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status));
        return U_SUCCESS(status) ? std::move(opened) : nullptr;
    }();
    return words.get();
}

/// Whether a word begins at each character; at all of them without a dictionary.
std::vector<bool> word_beginnings(std::u32string_view text) {
    std::vector<bool> begins(text.size(), true);
    UBreakIterator* const words = dictionary();
    if (words == nullptr) return begins;
    std::u16string units;
    std::vector<std::size_t> character_of;  // for each unit
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (c >= 0x10000) {
            units += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10U));
            units += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU));
        } else {
            units += static_cast<char16_t>(c);
        }
        character_of.resize(units.size(), i);
    }
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(words, units.data(), static_cast<std::int32_t>(units.size()), &status);
    if (U_FAILURE(status)) return begins;
    begins.assign(text.size(), false);
    for (std::int32_t at = ubrk_first(words); at != UBRK_DONE; at = ubrk_next(words))
        if (static_cast<std::size_t>(at) < units.size())
            begins[character_of[static_cast<std::size_t>(at)]] = true;
    return begins;
}

/// Closes what lies between the characters of text[begin, end).
void close_inside(std::vector<Joint>& joints, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i + 1 < end; ++i)
        if (joints[i] != Joint::forced) joints[i] = Joint::closed;
}

/// The longest listed word that begins at `at`, in characters; 0 where none does.
std::size_t listed_word_at(std::u32string_view text, std::size_t at) {
    static const std::vector<std::u32string_view> words = [] {
        std::vector<std::u32string_view> list;
        for (std::u32string_view rest = listed_words; !rest.empty();) {
            list.push_back(rest.substr(0, rest.find(U' ')));
            rest.remove_prefix(std::min(list.back().size() + 1, rest.size()));
        }
        std::sort(list.begin(), list.end(), [](auto a, auto b) { return a.size() > b.size(); });
        return list;
    }();
    for (const std::u32string_view word : words)
        if (text.substr(at, word.size()) == word) return word.size();
    return 0;
}

/// Listed words go before those of the dictionary: 一共|有没有, which it takes for 一|共有|没有.
void take_listed_words(std::u32string_view text, std::vector<bool>& begins) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = listed_word_at(text, at);
        for (std::size_t i = at; length > 0 && i <= at + length && i < text.size(); ++i)
            begins[i] = i == at || i == at + length;
        at += std::max<std::size_t>(1, length);
    }
}

/// “不试”, 《禁毒法》: what is named is read at once, where it is short.
void close_short_quotes(std::u32string_view text, std::vector<Joint>& joints) {
    constexpr std::size_t longest = 8;
    constexpr std::array<std::u32string_view, 4> pairs = {U"“”", U"‘’", U"《》", U"「」"};
    for (const std::u32string_view pair : pairs)
        for (std::size_t at = text.find(pair[0]); at != std::u32string_view::npos;
             at = text.find(pair[0], at + 1)) {
            const std::size_t end = text.find(pair[1], at);
            if (end != std::u32string_view::npos && end - at - 1 <= longest)
                close_inside(joints, at, end + 1);
        }
}

/// Whether the characters i and i + 1 are one word whatever a dictionary says: 说说, 问一问, 好不好, 三个,
/// 第八.
bool stay_together(std::u32string_view text, std::size_t i) {
    const char32_t left = text[i];
    const char32_t right = text[i + 1];
    if (left == right || is_one_of(right, always_leans_back) || is_one_of(left, always_leans_forward))
        return true;
    if (is_one_of(left, numerals)) return true;
    const std::u32string_view between = U"不没一";
    const bool first = i + 2 < text.size() && is_one_of(right, between) && left == text[i + 2];
    const bool second = i > 0 && is_one_of(left, between) && text[i - 1] == right;
    return first || second;
}

/// "10 道", "12 岁", "第 62 条": a number stays with its words, with the space that may stand between them.
void close_numbers(std::u32string_view text, std::vector<Joint>& joints) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool spaced = i + 2 < text.size() && text[i + 1] == U' ';
        const char32_t next = text[spaced ? i + 2 : i + 1];
        const bool counts = is_digit(text[i]) && is_han(next);
        const bool counted = is_one_of(text[i], U"第约满") && is_digit(next);
        if (counts || counted) close_inside(joints, i, i + (spaced ? 3U : 2U));
    }
}

void close_by_dictionary(std::u32string_view text, std::vector<Joint>& joints) {
    std::vector<bool> begins = word_beginnings(text);
    take_listed_words(text, begins);
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (joints[i] == Joint::forced || !is_han(text[i]) || !is_han(text[i + 1])) continue;
        if (!begins[i + 1] || stay_together(text, i))
            joints[i] = Joint::closed;
        else if (is_one_of(text[i], leans_forward) || is_one_of(text[i + 1], leans_back))
            joints[i] = std::min(joints[i], Joint::weak);
    }
}

}  // namespace

MarkedText take_marks(std::u32string_view text) {
    MarkedText taken;
    taken.characters.reserve(text.size());
    bool marked = false;
    for (const char32_t c : text) {
        if (c == break_mark) {
            marked = true;
            continue;
        }
        if (marked) {
            taken.mark_before.resize(taken.characters.size());
            taken.mark_before.push_back(true);
        }
        marked = false;
        taken.characters += c;
    }
    if (!taken.mark_before.empty()) taken.mark_before.resize(taken.characters.size());
    return taken;
}

std::vector<Joint> rule_joints(std::u32string_view text, bool chinese) {
    static std::once_flag started;
    std::call_once(started, init_linebreak);
    const std::vector<utf32_t> units(text.begin(), text.end());
    std::vector<char> breaks(text.size());
    set_linebreaks_utf32(units.data(), units.size(), chinese ? "zh" : "en", breaks.data());
    std::vector<Joint> joints(text.size(), Joint::closed);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (breaks[i] == LINEBREAK_MUSTBREAK && text[i] == U'\n') joints[i] = Joint::forced;
        if (breaks[i] == LINEBREAK_ALLOWBREAK && !splits_short_word(text, i))
            joints[i] = text[i] == U'-' ? Joint::weak : Joint::open;
    }
    return joints;
}

void close_words(const MarkedText& marked, std::vector<Joint>& joints) {
    const std::u32string_view text = marked.characters;
    if (!marked.mark_before.empty()) {
        for (std::size_t i = 0; i + 1 < text.size(); ++i)
            if (is_han(text[i]) && is_han(text[i + 1]) && !marked.mark_before[i + 1])
                joints[i] = Joint::closed;
        return;
    }
    close_by_dictionary(text, joints);
    close_numbers(text, joints);
    close_short_quotes(text, joints);
}

}  // namespace xy::paint
