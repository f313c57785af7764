// Names of persons beside what nobody may read of them. A note that speaks of villages, schools, lectures and
// the people whom they reach passes.
#include <algorithm>
#include <array>

#include "outreach/note_text.h"

namespace xy::outreach {
namespace {

/// The surnames of nine in ten, and those of the south.
constexpr std::u32string_view surnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
    U"卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤蒙农"
    U"苗祝闭凌甘岑零颜温庞";
constexpr std::array<std::u32string_view, 8> double_surnames{U"欧阳", U"司马", U"诸葛", U"上官",
                                                             U"慕容", U"皇甫", U"司徒", U"东方"};
/// After a surname: somebody of whom only that is said.
constexpr std::array<std::u32string_view, 20> titles{
    U"某某", U"某",   U"先生", U"女士", U"师傅", U"大爷", U"大妈", U"大叔", U"大婶", U"大哥",
    U"大姐", U"阿姨", U"老师", U"同学", U"书记", U"主任", U"村长", U"婆婆", U"叔",   U"姐"};
/// Words that only look like a name. Longer ones begin with them.
constexpr std::array<std::u32string_view, 121> no_names{
    U"张贴", U"高中", U"高校", U"高危", U"高度", U"高发", U"高三", U"高二", U"高一", U"高职", U"周末",
    U"周边", U"周围", U"周一", U"周二", U"周三", U"周四", U"周五", U"周六", U"周日", U"曾经", U"曾有",
    U"曾吸", U"方便", U"方式", U"方法", U"马上", U"马路", U"万人", U"万余", U"万名", U"任何", U"任务",
    U"何时", U"何为", U"何谓", U"何处", U"程度", U"田间", U"田头", U"江边", U"石头", U"白天", U"白色",
    U"白领", U"金秋", U"金融", U"严禁", U"严厉", U"严打", U"严重", U"严格", U"严防", U"许多", U"余人",
    U"余名", U"温馨", U"温暖", U"谢谢", U"谢绝", U"关于", U"向全", U"向各", U"向吸", U"向戒", U"向学",
    U"向群", U"向村", U"向过", U"向居", U"向家", U"向来", U"向社", U"向在", U"于是", U"武警", U"农村",
    U"农民", U"农户", U"农家", U"林区", U"叶子", U"雷区", U"陆续", U"夏季", U"夏天", U"贺年", U"顾客",
    U"毛毯", U"金属", U"祝愿", U"零距", U"黄赌", U"金三", U"陈列", U"陈旧", U"程序", U"余下", U"江湖",
    U"范围", U"范例", U"高速", U"高龄", U"高兴", U"罗列", U"任职", U"任意", U"任教", U"史上", U"龙舟",
    U"龙头", U"方案", U"方言", U"金额", U"林业", U"严肃", U"严惩", U"严控", U"何故", U"万一", U"马拉"};
/// Ends of names of places and offices.
constexpr std::u32string_view of_places =
    U"村镇乡县市区屯寨街路校站所组队店场馆院局会部坝湾坪沟塘岭桥园社庄堡岗州";

/// What is said of a person.
constexpr std::array<std::u32string_view, 12> accusations{U"复吸", U"吸毒", U"吸食",   U"戒毒",
                                                          U"涉毒", U"贩毒", U"染毒",   U"强戒",
                                                          U"毒瘾", U"溜冰", U"吸白粉", U"吸冰毒"};
/// After an accusation that is the subject of something: a lecture on it, an office for it.
constexpr std::array<std::u32string_view, 32> subjects{
    U"宣传", U"知识", U"讲座", U"教育", U"海报", U"展板", U"危害", U"工作", U"康复", U"中心", U"所",
    U"站",   U"日",   U"法",   U"条例", U"主题", U"课",   U"资料", U"手册", U"横幅", U"咨询", U"活动",
    U"案例", U"预防", U"违法", U"品",   U"违",   U"人员", U"者",   U"学员", U"对象", U"的危"};
/// A group of people; who of them, stands behind it.
constexpr std::array<std::u32string_view, 10> groups_of_people{
    U"吸毒人员", U"戒毒人员", U"复吸人员", U"涉毒人员", U"强戒人员",
    U"社戒人员", U"戒毒学员", U"戒毒对象", U"吸毒者",   U"吸毒的"};
/// Between a name and what is said of it.
constexpr std::array<std::u32string_view, 33> link_words{
    U"再次", U"曾经", U"正在", U"已经", U"疑似", U"涉嫌", U"现在", U"目前", U"去年", U"今年", U"以前",
    U"是",   U"又",   U"再",   U"曾",   U"正",   U"在",   U"已",   U"因",   U"有",   U"还",   U"也",
    U"还在", U"没有", U"的",   U"家",   U"儿子", U"女儿", U"丈夫", U"老公", U"哥哥", U"弟弟", U"爸爸"};

template <typename Words>
std::size_t longest_at(std::u32string_view text, const Words& words) {
    std::size_t longest = 0;
    for (const std::u32string_view word : words)
        if (text.starts_with(word)) longest = std::max(longest, word.size());
    return longest;
}

bool is_surname(char32_t c) {
    return surnames.find(c) != std::u32string_view::npos;
}

std::size_t surname_at(std::u32string_view text) {
    if (const std::size_t size = longest_at(text, double_surnames)) return size;
    return !text.empty() && is_surname(text[0]) ? 1 : 0;
}

/// 老王, 小李, 阿强.
std::size_t nickname_at(std::u32string_view text) {
    if (text.size() < 2) return 0;
    const bool familiar = (text[0] == U'老' || text[0] == U'小') && is_surname(text[1]);
    return familiar || (text[0] == U'阿' && is_han(text[1]) && text[1] != U'姨') ? 2 : 0;
}

/// 李某, 张女士.
std::size_t titled_at(std::u32string_view text) {
    const std::size_t surname = surname_at(text);
    if (surname == 0) return 0;
    const std::size_t title = longest_at(text.substr(surname), titles);
    return title == 0 ? 0 : surname + title;
}

/// A surname and `given` characters more, which are no word and no place.
bool is_full_name(std::u32string_view text, std::size_t surname, std::size_t given) {
    if (text.size() < surname + given) return false;
    const std::u32string_view name = text.substr(0, surname + given);
    if (!std::all_of(name.begin(), name.end(), is_han)) return false;
    if (longest_at(name, no_names) > 0) return false;
    return of_places.find(name.back()) == std::u32string_view::npos;
}

/// Where the accusation begins, after what may stand between it and the name; nothing where there is none.
std::optional<std::size_t> accusation_after(std::u32string_view text, std::size_t at) {
    for (int words = 0; words < 5 && at < text.size(); ++words) {
        if (longest_at(text.substr(at), accusations) > 0) return at;
        const std::size_t word = longest_at(text.substr(at), link_words);
        const bool punctuation =
            word == 0 && !is_han(text[at]) && !is_latin(text[at]) && !is_ascii_digit(text[at]);
        if (word == 0 && !punctuation) return std::nullopt;
        at += std::max<std::size_t>(word, 1);
    }
    return std::nullopt;
}

bool is_subject(std::u32string_view text, std::size_t accusation) {
    const std::size_t end = accusation + longest_at(text.substr(accusation), accusations);
    return longest_at(text.substr(end), subjects) > 0;
}

/// A name begins where no word goes on: at the start, after a sign, after who it is.
bool may_begin_name(std::u32string_view note, std::size_t at) {
    if (at == 0 || !is_han(note[at - 1])) return true;
    const std::u32string_view before = note.substr(0, at);
    for (const std::u32string_view word :
         {U"村民", U"居民", U"学生", U"人员", U"家属", U"学员", U"对象", U"名叫", U"组", U"户",
          U"天",   U"号",   U"的",   U"村",   U"有",   U"是",   U"见",   U"访",   U"与", U"和"})
        if (before.ends_with(word)) return true;
    return false;
}

bool accused_at(std::u32string_view note, std::size_t at) {
    const std::u32string_view text = note.substr(at);
    for (const std::size_t size : {nickname_at(text), titled_at(text)})
        if (size > 0)
            if (const auto said = accusation_after(text, size); said && !is_subject(text, *said)) return true;
    const std::size_t surname = surname_at(text);
    if (surname == 0 || !may_begin_name(note, at)) return false;
    for (std::size_t given = 1; given <= 2; ++given) {
        if (!is_full_name(text, surname, given)) continue;
        const auto said = accusation_after(text, surname + given);
        if (said && !is_subject(text, *said)) return true;
    }
    return false;
}

/// 戒毒人员：赵丽.
bool named_after_group(std::u32string_view note, std::size_t at) {
    const std::size_t group = longest_at(note.substr(at), groups_of_people);
    if (group == 0) return false;
    std::size_t name = at + group;
    while (name < note.size() && !is_han(note[name]) && !is_latin(note[name]) && !is_ascii_digit(note[name]))
        ++name;
    const std::size_t size = name_at(note, name);
    return size > 0 && (name + size >= note.size() || !is_han(note[name + size]));
}

}  // namespace

std::size_t name_at(std::u32string_view note, std::size_t at) {
    if (at >= note.size()) return 0;
    const std::u32string_view text = note.substr(at);
    if (const std::size_t size = std::max(nickname_at(text), titled_at(text))) return size;
    const std::size_t surname = surname_at(text);
    if (surname == 0) return 0;
    for (std::size_t given = 2; given >= 1; --given) {
        const bool ends = text.size() == surname + given ||
                          (text.size() > surname + given && !is_han(text[surname + given]));
        if (ends && is_full_name(text, surname, given)) return surname + given;
    }
    return 0;
}

bool names_a_drug_user(std::u32string_view note) {
    for (std::size_t at = 0; at < note.size(); ++at)
        if (accused_at(note, at) || named_after_group(note, at)) return true;
    return false;
}

}  // namespace xy::outreach
