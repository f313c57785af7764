// Text into lines: how a reader of Chinese or English expects them.
#include "paint/text.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.h"
#include "base/utf8.h"
#include "paint/paper.h"

namespace xy::paint {
namespace {

using namespace tests;
using testing::ElementsAre;

constexpr int size = 40;
constexpr float em = size;

class Text : public testing::Test {
 protected:
    Paragraph broken(std::string_view utf8, float width) {
        return break_lines(glyphs_, utf8, size, Weight::regular, width);
    }
    std::vector<std::u32string> lines(std::string_view utf8, float width, LineEnds ends = LineEnds::full) {
        std::vector<std::u32string> all;
        for (const Line& line : break_lines(glyphs_, utf8, size, Weight::regular, width, ends).lines)
            all.push_back(line.characters);
        return all;
    }
    std::vector<std::u32string> even(std::string_view utf8, float width) {
        return lines(utf8, width, LineEnds::even);
    }

    Glyphs glyphs_{fonts()};
};

/// Whether `word` is on one of the lines whole.
bool has_whole(const std::vector<std::u32string>& lines, std::u32string_view word) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::u32string& line) { return line.find(word) != std::u32string::npos; });
}

TEST_F(Text, ChineseBreaksBetweenWords) {
    EXPECT_THAT(lines("遇到有人劝你试一口", 4 * em), ElementsAre(U"遇到有人", U"劝你试", U"一口"));
}

TEST_F(Text, NoChineseWordIsCut) {
    struct Case {
        const char* text;
        std::u32string_view word;
    };
    const Case cases[] = {
        {"房前屋后种了几株罂粟会怎么样？", U"罂粟"},     {"少量罂粟壳放进火锅也是违法的", U"罂粟壳"},
        {"达到数量的，依法追究刑事责任", U"刑事"},       {"他从前一共有没有碰过毒品？", U"有没有"},
        {"这样做到底能不能算拒绝？", U"能不能"},         {"现在就请你和家里人说一说", U"说一说"},
        {"下面我们一起来看看禁毒法", U"禁毒法"},         {"有一位志愿者会陪着你去找老师", U"志愿者"},
        {"民警来之前先别动那个包裹", U"民警"},           {"里面可能是依托咪酯", U"依托咪酯"},
        {"这里一共有10道题等着你来答", U"10道"},         {"这里一共有 10 道题等着你来答", U"10 道"},
        {"按照法律第二十四条的规定处理", U"第二十四条"}, {"大声地说“我不试”然后走开", U"“我不试”"},
        {"都写在《禁毒法》里面了", U"《禁毒法》"},
    };
    for (const Case& sentence : cases)
        for (float width = static_cast<float>(sentence.word.size()); width < 14; width += 0.5F) {
            EXPECT_TRUE(has_whole(lines(sentence.text, width * em), sentence.word)) << sentence.text << width;
            EXPECT_TRUE(has_whole(even(sentence.text, width * em), sentence.word)) << sentence.text << width;
        }
}

TEST_F(Text, NoLineBeginsWithAParticleOrEndsWithANot) {
    for (const float width : {5 * em, 6 * em, 7 * em, 8 * em, 9 * em})
        for (const auto& line : lines("老师说的话我都记着了，不认识的人给的东西不吃不喝也不带", width)) {
            EXPECT_EQ(std::u32string_view(U"的了着").find(line.front()), std::u32string_view::npos);
            EXPECT_NE(line.back(), U'不');
        }
}

TEST_F(Text, AWordOfChineseWiderThanTheLineIsBrokenWhereTheRulesAllowIt) {
    const Paragraph narrow = broken("罂粟壳", 2 * em);
    EXPECT_EQ(narrow.lines.size(), 2U);
    EXPECT_FALSE(narrow.cut_inside_word) << "it can be read";
}

TEST_F(Text, AnAuthorMarksWhereLinesEnd) {
    EXPECT_THAT(lines("遇到有人\u200B劝你试一口", 8 * em), ElementsAre(U"遇到有人", U"劝你试一口"));
    EXPECT_THAT(lines("遇到\u200B有人劝你，试一口", 6 * em), ElementsAre(U"遇到", U"有人劝你，", U"试一口"))
        << "punctuation needs no mark";
    EXPECT_THAT(lines("\u200B遇到有人\u200B", 8 * em), ElementsAre(U"遇到有人"));
    EXPECT_EQ(broken("遇到\u200B有人", 20 * em).width, 4 * em) << "a mark takes no room";
}

TEST_F(Text, AnOpeningMarkAtTheBeginningOfALineHangs) {
    const Paragraph quoted = broken("“不试”", 20 * em);
    EXPECT_NEAR(quoted.lines.at(0).hanging, em / 2, 0.01);
    EXPECT_NEAR(quoted.width, 3 * em, 0.01);
    EXPECT_EQ(broken("说“不试”", 20 * em).lines.at(0).hanging, 0);
    EXPECT_EQ(broken("“No”", 20 * em).lines.at(0).hanging, 0);
}

TEST_F(Text, TheLastLineKeepsFourCharacters) {
    for (const auto& line : even("家长知道了可以陪着孩子一起去医院看医生", 17 * em))
        EXPECT_GE(line.size(), 4U);
}

TEST_F(Text, NoClosingMarkStartsALine) {
    EXPECT_THAT(lines("不认识的，不要。", 4 * em), ElementsAre(U"不认识", U"的，", U"不要。"));
    for (const char* mark : {"。", "，", "、", "》", "”", "）", "！", "？", "：", "；", "」"}) {
        const auto broken_lines = lines(std::string("向着阳光") + mark + "远离毒品", 4 * em);
        for (const auto& line : broken_lines) EXPECT_NE(line.front(), characters(mark).front()) << mark;
    }
}

TEST_F(Text, NoOpeningMarkEndsALine) {
    for (const char* mark : {"“", "（", "《", "「"}) {
        const auto broken_lines = lines(std::string("向着阳") + mark + "远离毒品", 4 * em);
        for (const auto& line : broken_lines) EXPECT_NE(line.back(), characters(mark).front()) << mark;
    }
}

TEST_F(Text, EnglishBreaksAtWords) {
    EXPECT_THAT(lines("Say no, walk away, tell an adult", 8 * em),
                ElementsAre(U"Say no, walk", U"away, tell an", U"adult"));
}

TEST_F(Text, AShortWordIsNotBrokenAtItsHyphen) {
    EXPECT_THAT(lines("An unknown e-cigarette", 7 * em), ElementsAre(U"An unknown", U"e-cigarette"));
    EXPECT_THAT(lines("Many people in 2018–2025", 9.5F * em), ElementsAre(U"Many people in", U"2018–2025"));
    EXPECT_THAT(lines("Well informed self-control", 9.5F * em),
                ElementsAre(U"Well informed self-", U"control"));
}

TEST_F(Text, EvenLinesEndWithAPhraseInsteadOfLeavingACharacterAlone) {
    EXPECT_THAT(lines("同桌递来一瓶开过的水。你怎么做？", 14 * em),
                ElementsAre(U"同桌递来一瓶开过的水。你", U"怎么做？"));
    EXPECT_THAT(even("同桌递来一瓶开过的水。你怎么做？", 14 * em),
                ElementsAre(U"同桌递来一瓶开过的水。", U"你怎么做？"));
    EXPECT_THAT(even("On the way home a boy offers you candy. What do you do?", 25 * em),
                ElementsAre(U"On the way home a boy offers you candy.", U"What do you do?"));
}

TEST_F(Text, AnAbbreviationEndsNoSentence) {
    EXPECT_THAT(even("From the national notice, No. 120 of 2023", 15 * em),
                ElementsAre(U"From the national notice,", U"No. 120 of 2023"));
}

TEST_F(Text, AnEndlessParagraphIsBrokenSoon) {
    std::string endless;
    for (int i = 0; i < 30'000; ++i) endless += "不尝不收，";
    EXPECT_GT(even(endless, 50 * em).size(), most_even_lines);
}

TEST_F(Text, ANumberInsideChineseStaysWhole) {
    for (const float width : {4 * em, 5 * em, 6 * em, 7 * em}) {
        const auto broken_lines = lines("请拨打12355热线求助，也可以找老师", width);
        EXPECT_TRUE(std::any_of(broken_lines.begin(), broken_lines.end(), [](const std::u32string& line) {
            return line.find(U"12355") != std::u32string::npos;
        })) << width;
    }
}

TEST_F(Text, AMarkAtTheEndOfALineTakesHalfItsWidth) {
    EXPECT_NEAR(broken("说不。", 20 * em).width, 2.5F * em, 0.01);
    EXPECT_NEAR(broken("说。不", 20 * em).width, 3 * em, 0.01);
}

TEST_F(Text, AWordWiderThanTheLineIsCutAndSaidSo) {
    const Paragraph cut = broken("incomprehensibilities", 4 * em);
    EXPECT_TRUE(cut.cut_inside_word);
    EXPECT_GT(cut.lines.size(), 1U);
    EXPECT_FALSE(broken("comprehensible", 20 * em).cut_inside_word);
}

TEST_F(Text, NewLinesAreKept) {
    EXPECT_THAT(lines("一\n二\n\n三", 10 * em), ElementsAre(U"一", U"二", U"", U"三"));
}

TEST_F(Text, NothingIsOneEmptyLine) {
    EXPECT_THAT(lines("", 10 * em), ElementsAre(U""));
    EXPECT_EQ(broken("", 10 * em).width, 0);
}

TEST_F(Text, SpacesAtTheEndOfALineTakeNoRoom) {
    EXPECT_EQ(broken("word   ", 10 * em).width, broken("word", 10 * em).width);
}

TEST_F(Text, TwoMarksInARowAreSqueezed) {
    const float apart = broken("说。好“不”吗", 20 * em).width;
    const float together = broken("说好。“不”吗", 20 * em).width;
    EXPECT_NEAR(apart - together, em / 2, 0.01);
}

TEST_F(Text, MarksAreNotSqueezedInEnglish) {
    const Paragraph english = broken("\"Stop,\" she said", 20 * em);
    EXPECT_EQ(english.script, Script::latin);
    float sum = 0;
    for (const char32_t c : english.lines.at(0).characters)
        sum += glyphs_.advance(c, size, Weight::regular, Script::latin);
    EXPECT_NEAR(english.width, sum, 0.01);
}

/// Words as they come in banks: Chinese with marks, quotes, numbers and English in it.
std::string some_words(Random& random) {
    static const std::vector<std::string> pieces = {
        "可以说", "：", "“",  "不",         "”",     "，",    "。",   "！", "《禁毒法》", "第62条",
        "（",     "）", "、", "walk away ", "it's ", "12355", "老师", "？", "；",         "…"};
    std::string words = "我";
    for (std::uint64_t i = 0, count = 1 + random.below(60); i < count; ++i)
        words += pieces[random.below(pieces.size())];
    return words;
}

TEST_F(Text, NoLineIsWiderThanAsked) {
    Random random(5);
    for (int i = 0; i < 3'000; ++i) {
        const std::string words = some_words(random);
        const float width = em * static_cast<float>(6 + random.below(12));
        const Paragraph paragraph = broken(words, width);
        ASSERT_LE(paragraph.width, width + 0.01F) << words << " in " << width / em << " em";
        for (const Line& line : paragraph.lines) ASSERT_LE(line.width, paragraph.width);
    }
}

TEST_F(Text, EvenLinesAreAsManyNotWiderAndHaveTheSameCharacters) {
    const auto is_space = [](char32_t c) { return c == U' '; };
    Random random(8);
    int moved = 0;
    for (int i = 0; i < 3'000; ++i) {
        const std::string words = some_words(random) + (i % 3 == 0 ? "\n" + some_words(random) : "");
        const float width = em * static_cast<float>(6 + random.below(12));
        const Paragraph full = broken(words, width);
        const Paragraph even = break_lines(glyphs_, words, size, Weight::regular, width, LineEnds::even);
        ASSERT_EQ(even.lines.size(), full.lines.size()) << words;
        ASSERT_LE(even.width, width + 0.01F) << words;
        std::u32string all;
        for (const Line& line : even.lines) all += line.characters;
        std::u32string expected = characters(words);
        std::erase_if(all, is_space);
        std::erase_if(expected, [&](char32_t c) { return is_space(c) || c == U'\n'; });
        ASSERT_EQ(all, expected) << words;
        moved += even.lines.front().characters != full.lines.front().characters ? 1 : 0;
    }
    EXPECT_GT(moved, 500);
}

TEST_F(Text, EveryCharacterIsOnALineOnce) {
    Random random(6);
    const auto is_space = [](char32_t c) { return c == U' '; };
    for (int i = 0; i < 1'000; ++i) {
        const std::string words = some_words(random);
        std::u32string all;
        for (const Line& line : broken(words, em * static_cast<float>(4 + random.below(9))).lines)
            all += line.characters;
        std::u32string expected = characters(words);
        std::erase_if(all, is_space);
        std::erase_if(expected, is_space);
        ASSERT_EQ(all, expected) << words;
    }
}

// ---- characters ------------------------------------------------------------------------------------------

TEST(Decode, ReadsWholeCharacters) {
    EXPECT_EQ(characters("aé向😀"), U"aé向😀");
    EXPECT_EQ(characters(""), U"");
}

TEST(Decode, MalformedBytesShowAsReplacement) {
    EXPECT_EQ(characters("a\xFF"
                         "b"),
              U"a\uFFFDb");
    EXPECT_EQ(characters("\x80"), U"\uFFFD");
    EXPECT_EQ(characters("\xE5\x90"), U"\uFFFD\uFFFD");  // cut short
    EXPECT_EQ(characters("\xE5\x90X").back(), U'X');     // what follows is not swallowed
    EXPECT_EQ(characters("\xF0\x9F\x98"), U"\uFFFD\uFFFD\uFFFD");
}

TEST(Decode, NeverFailsWhateverTheBytes) {
    Random random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes;
        for (std::uint64_t k = 0, count = random.below(12); k < count; ++k)
            bytes += static_cast<char>(random.below(256));
        for (const char32_t c : characters(bytes)) {
            ASSERT_LE(c, 0x10FFFFU);
            ASSERT_FALSE(c >= 0xD800 && c < 0xE000);
        }
    }
}

TEST(Script, OneChineseCharacterMakesATextChinese) {
    EXPECT_EQ(script_of(U"Say no"), Script::latin);
    EXPECT_EQ(script_of(U"Say “no”, it’s fine – really"), Script::latin);
    EXPECT_EQ(script_of(U"Say 不"), Script::chinese);
    EXPECT_EQ(script_of(U"\uFFFD"), Script::latin);
}

// ---- glyphs ----------------------------------------------------------------------------------------------

std::vector<std::uint8_t> bitmap(Glyphs& glyphs, char32_t character) {
    const Glyph glyph = glyphs.glyph(character, 40, Weight::bold, Script::chinese);
    const Texture& page = glyphs.page(glyph.page);
    std::vector<std::uint8_t> rows;
    for (int y = 0; y < glyph.height; ++y)
        for (int x = 0; x < glyph.width; ++x)
            rows.push_back(
                page.coverage.at(static_cast<std::size_t>((glyph.v + y) * page.width + glyph.u + x)));
    return rows;
}

TEST(GlyphCache, TrimmingDoesNotChangeAGlyph) {
    Glyphs glyphs(fonts());
    const auto before = bitmap(glyphs, U'向');
    EXPECT_FALSE(before.empty());
    EXPECT_FALSE(glyphs.trim(100U << 20U));
    EXPECT_TRUE(glyphs.trim(0));
    EXPECT_EQ(bitmap(glyphs, U'阳').size(), bitmap(glyphs, U'阳').size());  // takes the place of 向
    EXPECT_EQ(bitmap(glyphs, U'向'), before);
}

TEST(GlyphCache, ManyGlyphsDoNotOverwriteEachOther) {
    Glyphs glyphs(fonts());
    const auto before = bitmap(glyphs, U'一');
    for (char32_t c = 0x4E00; c < 0x4E00 + 1'500; ++c) glyphs.glyph(c, 40, Weight::bold, Script::chinese);
    EXPECT_EQ(bitmap(glyphs, U'一'), before);
}

TEST(Glyphs, ACharacterThatTheFontLacksIsKnown) {
    Glyphs glyphs(fonts());
    EXPECT_TRUE(glyphs.glyph(0xE123, 20, Weight::regular, Script::chinese).missing);
    EXPECT_FALSE(glyphs.glyph(U'毒', 20, Weight::regular, Script::chinese).missing);
}

TEST(Glyphs, AFontThatIsNotThereIsNamed) {
    try {
        Glyphs glyphs({"/nowhere/a.ttc", "/nowhere/b.ttc"});
        FAIL();
    } catch (const FontError& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("/nowhere/a.ttc"));
    }
}

TEST(Glyphs, KnowWhichCharactersTheScreenCanDraw) {
    Glyphs glyphs(screen_fonts());
    for (const char32_t c : U"石桥赶集aé·“〇𠮷")
        EXPECT_TRUE(c == 0 || glyphs.has(c)) << static_cast<unsigned>(c);
    for (const char32_t c : U"བོདقە😀") EXPECT_TRUE(c == 0 || !glyphs.has(c)) << static_cast<unsigned>(c);
}

}  // namespace
}  // namespace xy::paint
