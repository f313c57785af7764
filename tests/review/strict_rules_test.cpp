// Every strict rule has here a bank that breaks it, and one that comes near and keeps it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "bank/bank_file.h"
#include "good_pack.h"
#include "review/strict_check.h"
#include "support/folder.h"
#include "support/good_bank.h"
#include "support/texts.h"

namespace xy::review {
namespace {

using quiz::Bank;
using quiz::Item;
using quiz::Kind;
using testing::HasSubstr;

struct Case {
    const char* rule;
    const char* name;
    void (*change)(Bank&);
    const char* pointer = nullptr;  ///< that must be named; nullptr: no remark of this rule at all
};

std::ostream& operator<<(std::ostream& stream, const Case& one) {
    return stream << one.rule << one.name;
}

std::vector<RuleProblem> of_rule(const std::vector<RuleProblem>& all, std::string_view rule) {
    std::vector<RuleProblem> some;
    for (const RuleProblem& remark : all)
        if (remark.rule == rule) some.push_back(remark);
    return some;
}

quiz::Option& right(Item& item) {
    return *std::find_if(item.options.begin(), item.options.end(), [](const auto& o) { return o.correct; });
}
quiz::Option& wrong(Item& item) {
    return *std::find_if(item.options.begin(), item.options.end(), [](const auto& o) { return !o.correct; });
}
void key_at(Item& item, std::size_t place) {
    for (std::size_t i = 0; i < item.options.size(); ++i) item.options[i].correct = i == place;
}

/// Makes item 8 a law item of this article.
Item& law_item(Bank& bank, const char* law, const char* article, const char* in_force) {
    Item& item = bank.items[8];
    item.audiences = {"junior"};
    item.source = quiz::Source{{law, "Law"}, {article, "Article"}, in_force, "2026-11-25"};
    return item;
}

Item& public_security(Bank& bank) {
    return law_item(bank, "《中华人民共和国治安管理处罚法》", "第八十四条", "2026-01-01");
}

const Case cases[] = {
    {"answer-length", "RightOnesLongerInChinese",
     [](Bank& bank) {
         for (Item& item : bank.items)
             if (item.kind != Kind::true_false) right(item).text.zh += "山水";
     },
     "/items"},
    {"answer-length", "RightOnesShorterInEnglish",
     [](Bank& bank) {
         for (Item& item : bank.items)
             if (item.kind != Kind::true_false) right(item).text.en.resize(8);
     },
     "/items"},
    {"answer-length", "TenPercentMore",
     [](Bank& bank) {
         for (Item& item : bank.items)
             if (item.kind != Kind::true_false) right(item).text.zh += item.difficulty > 1 ? "山" : "";
     }},
    {"longest-option", "OftenTheLongestByALetter",
     [](Bank& bank) {
         for (int i = 0; i < 7; ++i) right(bank.items[static_cast<std::size_t>(i)]).text.zh += "山";
     },
     "/items"},
    {"longest-option", "AsOftenAsChance",
     [](Bank& bank) {
         for (int i = 0; i < 4; ++i) right(bank.items[static_cast<std::size_t>(i)]).text.zh += "山";
     }},
    {"key-position", "NearlyAlwaysB",
     [](Bank& bank) {
         for (std::size_t i = 0; i < 11; ++i) key_at(bank.items[i], 1);
     },
     "/items"},
    {"key-position", "AFewMoreB",
     [](Bank& bank) {
         for (std::size_t i = 0; i < 5; ++i) key_at(bank.items[i], 1);
     }},
    {"true-false-balance", "BothTrue",
     [](Bank& bank) {
         for (quiz::Option& option : bank.items[15].options) option.correct = option.id == "true";
     },
     "/items"},
    {"true-false-balance", "SixOfTen",
     [](Bank& bank) {
         for (int i = 0; i < 8; ++i) bank.items.push_back(bank.items[i < 5 ? 14 : 15]);
     },
     "/items"},
    {"true-false-balance", "OneOfThreeIsAsNearAsCanBe",
     [](Bank& bank) {
         bank.items.push_back(bank.items[15]);
         bank.items.back().id = "more";
     }},
    {"test-wise", "PolitenessPays",
     [](Bank& bank) {
         for (std::size_t i = 0; i < 8; ++i)
             right(bank.items[i]).text = {"谢谢您山水云", "Thank you ba ko mi"};
     },
     "/items"},
    {"test-wise", "AbsoluteWordsAreAlwaysWrong",
     [](Bank& bank) {
         for (std::size_t i = 0; i < 10; ++i)
             for (quiz::Option& option : bank.items[i].options)
                 if (!option.correct) option.text.zh.replace(0, 6, "一定");
     },
     "/items"},
    {"test-wise", "OnlyInAFormThatIsNeverDrawn",
     [](Bank& bank) {
         for (std::size_t i = 0; i < 4; ++i) {
             right(bank.items[i]).text.zh = "谢谢您山水云";
             bank.items[i].form = i % 2 == 0 ? "A" : "B";
         }
     }},
    {"test-wise", "PolitenessOnBothSides",
     [](Bank& bank) {
         for (std::size_t i = 0; i < 8; ++i) {
             for (quiz::Option& option : bank.items[i].options) option.text.zh.replace(0, 6, "谢谢");
         }
     }},
    {"combined-options", "AllOfTheAboveInChinese",
     [](Bank& bank) { bank.items[0].options[3].text.zh = "以上都是"; }, "/items/0/options/3/text/zh"},
    {"combined-options", "AllOfTheAboveInEnglish",
     [](Bank& bank) { bank.items[0].options[3].text.en = "All of the above."; },
     "/items/0/options/3/text/en"},
    {"combined-options", "Letters", [](Bank& bank) { bank.items[0].options[3].text.zh = "A和B都对"; },
     "/items/0/options/3/text/zh"},
    {"combined-options", "AboveInAStem",
     [](Bank& bank) {
         bank.items[0].stem = {"桥以上都是雾，山下呢？", "Above the bridge is mist; below?"};
     }},
    {"options-apart", "PunctuationOnly",
     [](Bank& bank) { bank.items[0].options[1].text.zh = bank.items[0].options[2].text.zh + "。"; },
     "/items/0/options/2/text"},
    {"options-apart", "OneBeginsWithTheKey",
     [](Bank& bank) { wrong(bank.items[0]).text.en = right(bank.items[0]).text.en + " and so on"; },
     "/items/0/options/1/text"},
    {"options-apart", "OnlyTheNumberDiffers",
     [](Bank& bank) {
         bank.items[0].options[1].text.en = "100 plants";
         bank.items[0].options[2].text.en = "1000 plants";
     }},
    {"options-apart", "TwoWrongOnesBeginAlike",
     [](Bank& bank) {
         bank.items[0].options[1].text.zh = "山水云风";
         bank.items[0].options[2].text.zh = "山水云风花草";
     }},
    {"same-feedback", "Copied",
     [](Bank& bank) { bank.items[0].options[2].feedback = bank.items[0].options[1].feedback; },
     "/items/0/options/2/feedback"},
    {"same-feedback", "NoneAtAll",
     [](Bank& bank) {
         for (quiz::Option& option : bank.items[9].options) option.feedback = {};
     }},
    {"near-duplicates", "OneWordChanged",
     [](Bank& bank) { bank.items[5].stem.zh = bank.items[2].stem.zh + "水"; }, "/items/5/stem"},
    {"near-duplicates", "OneWordChangedInEnglish",
     [](Bank& bank) { bank.items[5].stem.en = bank.items[2].stem.en + " ba"; }, "/items/5/stem"},
    {"near-duplicates", "TheSameClosing",
     [](Bank& bank) {
         bank.items[5].stem = {"山水云风花草。你怎么做？", "Bako miru tesa vulo. What do you do?"};
         bank.items[2].stem = {"江河湖海星光。你怎么做？", "Gazo fehu jany woqi. What do you do?"};
     }},
    {"untranslated", "ChineseInEnglish", [](Bank& bank) { bank.items[3].explanation.en += " 村"; },
     "/items/3/explanation/en"},
    {"untranslated", "ChinesePunctuationInEnglish", [](Bank& bank) { bank.items[3].take_home.en += "。"; },
     "/items/3/take_home/en"},
    {"untranslated", "LatinInChinese", [](Bank& bank) { bank.items[3].stem.zh += "village"; },
     "/items/3/stem/zh"},
    {"untranslated", "EnglishPunctuationInChinese", [](Bank& bank) { bank.items[3].stem.zh += ",山"; },
     "/items/3/stem/zh"},
    {"untranslated", "WordsThatAreAllowed",
     [](Bank& bank) {
         bank.items[3].stem = {"去 KTV，打 12355", "At the KTV, call 12355 “now”"};
     }},
    {"numbers-agree", "AnotherTelephone",
     [](Bank& bank) {
         bank.items[3].take_home = {"打 12355", "Call 12335"};
     },
     "/items/3/take_home"},
    {"numbers-agree", "TheSameAmountInWords",
     [](Bank& bank) {
         bank.items[3].take_home = {"三千株", "3,000 of them"};
     }},
    {"undrawable", "ThaiLetter", [](Bank& bank) { bank.items[3].take_home.en += "ก"; },
     "/items/3/take_home/en"},
    {"undrawable", "WhatTheScreenUses",
     [](Bank& bank) {
         bank.items[3].take_home = {"“好”——罂粟！①", "‘Good’ – é £ …"};
     }},
    {"text-length", "LongOption",
     [](Bank& bank) { bank.items[0].options[0].text.zh += "山水云风花草树木鸟鱼江河湖"; },
     "/items/0/options/0/text/zh"},
    {"text-length", "WordyStem",
     [](Bank& bank) {
         for (int i = 0; i < 26; ++i) bank.items[0].stem.en += " ba";
     },
     "/items/0/stem/en"},
    {"text-length", "TwentyCharacters",
     [](Bank& bank) { bank.items[0].options[0].text.zh = "山水云风花草树木鸟鱼江河湖海星光春秋冬夏"; }},
    {"banned-wording", "Label", [](Bank& bank) { bank.items[0].stem.zh = "邻居是个瘾君子。"; },
     "/items/0/stem/zh"},
    {"banned-wording", "Absolute", [](Bank& bank) { bank.items[0].explanation.zh = "吸一次就会上瘾。"; },
     "/items/0/explanation/zh"},
    {"banned-wording", "AbsoluteInEnglish",
     [](Bank& bank) { bank.items[0].take_home.en = "Once an addict, always one."; }, "/items/0/take_home/en"},
    {"banned-wording", "Humen",
     [](Bank& bank) { bank.items[0].explanation.zh = "6·26 是为了纪念虎门销烟。"; },
     "/items/0/explanation/zh"},
    {"banned-wording", "OldFine", [](Bank& bank) { bank.items[0].explanation.zh = "处二千元以下罚款"; },
     "/items/0/explanation/zh"},
    {"banned-wording", "WrongLine",
     [](Bank& bank) {
         bank.items[0].take_home = {"打 12345", "Call 12345"};
     },
     "/items/0/take_home/zh"},
    {"banned-wording", "CurlyApostrophe",
     [](Bank& bank) { bank.items[0].take_home.en = "It costs the driver’s licence."; },
     "/items/0/take_home/en"},
    {"banned-wording", "Scolding", [](Bank& bank) { wrong(bank.items[0]).feedback.zh = "错了！再想一想。"; },
     "/items/0/options/1/feedback/zh"},
    {"banned-wording", "DeniedOrSaidByOthers",
     [](Bank& bank) {
         bank.items[0].explanation = {"6·26 不是为了纪念虎门销烟。求助不丢人。",
                                      "Asking is nothing shameful."};
         wrong(bank.items[0]).text.zh = "一次就会上瘾";    // said to be wrong
         bank.items[15].stem.zh = "吸一次就一定会上瘾。";  // keyed false
         bank.items[1].stem.zh = "他说：“不敢就是没出息。”你怎么说？";
     }},
    {"banned-wording", "WordsThatContainOthers",
     [](Bank& bank) {
         bank.items[0].explanation = {"¥5000 以下", "People addicted to ba; up to ¥5000"};
     }},
    {"own-use", "Asked", [](Bank& bank) { bank.items[0].stem.en = "Have you ever tried ba?"; },
     "/items/0/stem/en"},
    {"own-use", "ToldInAFeedback",
     [](Bank& bank) { bank.items[0].take_home.en = "Have you ever tried a song?"; }},
    {"primary-pack", "Grams",
     [](Bank& bank) {
         bank.items[0].explanation = {"五十克", "50 grams"};
     },
     "/items/0/explanation/zh"},
    {"primary-pack", "Penalty",
     [](Bank& bank) { bank.items[0].explanation.en = "Up to ten days' detention"; },
     "/items/0/explanation/en"},
    {"primary-pack", "AJuniorItemMay",
     [](Bank& bank) {
         bank.items[0].audiences = {"junior"};
         bank.items[0].explanation = {"五十克", "50 grams"};
     }},
    {"primary-pack", "AWordWithTheSameCharacter",
     [](Bank& bank) {
         bank.items[0].explanation = {"巧克力和扑克", "One sentence about chocolate"};
     }},
    {"reading-level", "RareCharacter", [](Bank& bank) { bank.items[0].stem.zh += "饕餮"; },
     "/items/0/stem/zh"},
    {"reading-level", "ManyRareCharacters",
     [](Bank& bank) {
         for (std::size_t i = 0; i < 3; ++i) bank.items[i].stem.zh += "饕餮";
     },
     "/items"},
    {"reading-level", "TaughtWord", [](Bank& bank) { bank.items[0].stem.zh += "罂粟"; }},
    {"reading-level", "JuniorMayReadIt",
     [](Bank& bank) {
         bank.items[0].audiences = {"junior"};
         bank.items[0].stem.zh += "饕餮";
     }},
    {"situation-share", "OneInFour",
     [](Bank& bank) {
         for (std::size_t i = 0; i < 4; ++i) bank.items[i].kind = Kind::single;
     },
     "/items"},
    {"situation-share", "SevenOfSixteen", [](Bank& bank) { bank.items[0].kind = Kind::single; }},
    {"difficulties", "NothingHard",
     [](Bank& bank) {
         for (Item& item : bank.items)
             if (item.topic == "drugs") item.difficulty = std::min(item.difficulty, 2);
     },
     "/topics/0"},
    {"difficulties", "OnlyInAForm",
     [](Bank& bank) {
         for (Item& item : bank.items)
             if (item.topic == "refuse" && item.difficulty == 3) item.form = "A";
     },
     "/topics/1"},
    {"difficulties", "OneLess", [](Bank& bank) { bank.items.erase(bank.items.begin()); }},
    {"take-home", "Missing", [](Bank& bank) { bank.items[4].take_home = {}; }, "/items/4"},
    {"take-home", "SurveyItemsHaveNone",
     [](Bank& bank) {
         bank.items[4].take_home = {};
         bank.items[4].kind = Kind::choice;
     }},
    {"forms", "OneMore",
     [](Bank& bank) {
         bank.items[0].form = "A";
         bank.items[1].form = "B";
         bank.items[6].form = "A";
     },
     "/items"},
    {"forms", "AnotherDifficulty",
     [](Bank& bank) {
         bank.items[0].form = "A";
         bank.items[2].form = "B";
     },
     "/items"},
    {"forms", "Alike",
     [](Bank& bank) {
         bank.items[0].form = "A";
         bank.items[6].form = "B";
     }},
    {"law-source", "NoArticle", [](Bank& bank) { public_security(bank).source->article = {}; },
     "/items/8/source"},
    {"law-source", "NoDay", [](Bank& bank) { public_security(bank).source->in_force = {}; },
     "/items/8/source"},
    {"law-source", "OldVersion", [](Bank& bank) { public_security(bank).source->in_force = "2013-01-01"; },
     "/items/8/source/in_force"},
    {"law-source", "NotYetInForce", [](Bank& bank) { public_security(bank).source->in_force = "2027-01-01"; },
     "/items/8/source/in_force"},
    {"law-source", "UnknownSource",
     [](Bank& bank) {
         bank.items[8].topic = "law";
         bank.items[8].source->law.zh = "网上的文章";
     },
     "/items/8/source"},
    {"law-source", "PastItsDay", [](Bank& bank) { public_security(bank).valid_until = "2026-11-24"; },
     "/items/8/valid_until"},
    {"law-source", "Complete", [](Bank& bank) { public_security(bank).valid_until = "2026-11-25"; }},
    {"law-article", "OldArticle", [](Bank& bank) { public_security(bank).source->article.zh = "第七十二条"; },
     "/items/8/source/article"},
    {"law-article", "TwoKnownOnes",
     [](Bank& bank) { public_security(bank).source->article.zh = "第八十三条、第84条第一款"; }},
    {"law-numbers", "WrongFine", [](Bank& bank) { public_security(bank).explanation.zh = "最多罚四千元。"; },
     "/items/8/explanation/zh"},
    {"law-numbers", "WrongDaysInEnglish",
     [](Bank& bank) { right(public_security(bank)).text.en = "10 to 20 days"; },
     "/items/8/options/0/text/en"},
    {"law-numbers", "NumberOfAnotherArticle",
     [](Bank& bank) { public_security(bank).explanation.zh = "不满五百株"; }, "/items/8/explanation/zh"},
    {"law-numbers", "WrongYear", [](Bank& bank) { public_security(bank).explanation.zh = "2012 年起施行"; },
     "/items/8/explanation/zh"},
    {"law-numbers", "AsTheLawSays",
     [](Bank& bank) {
         Item& item = public_security(bank);
         item.explanation = {"十日至十五日，3000 元以下；六个月至一年。2026 年 1 月 1 日起施行。",
                             "10–15 days, up to ¥3,000; six to twelve months. In force since 2026."};
         wrong(item).text = {"拘留二十日", "20 days"};  // a wrong option may
     }},
};

class StrictRules : public testing::TestWithParam<Case> {};

TEST_P(StrictRules, SaysItWhereItIs) {
    const Case& one = GetParam();
    Bank bank = good_pack();
    one.change(bank);
    const auto all = remarks_on({bank});
    const auto found = of_rule(all, one.rule);
    if (one.pointer == nullptr) {
        EXPECT_TRUE(found.empty()) << printed(found);
        return;
    }
    ASSERT_FALSE(found.empty()) << printed(all);
    const bool named = std::any_of(found.begin(), found.end(),
                                   [&](const RuleProblem& remark) { return remark.pointer == one.pointer; });
    EXPECT_TRUE(named) << one.pointer << "\n" << printed(found);
    EXPECT_FALSE(found.front().what.empty());
    EXPECT_FALSE(found.front().advice.empty());
}

INSTANTIATE_TEST_SUITE_P(All, StrictRules, testing::ValuesIn(cases), [](const auto& given) {
    std::string name = std::string(given.param.rule) + "_" + given.param.name;
    std::erase(name, '-');
    return name;
});

TEST(StrictRulesTable, TheGoodPackBreaksNone) {
    const auto all = remarks_on({good_pack()});
    EXPECT_TRUE(all.empty()) << printed(all);
}

TEST(StrictRulesTable, EveryRuleHasABreakingAndAKeepingExample) {
    for (const StrictRule& rule : strict_rules()) {
        EXPECT_FALSE(rule.what.empty());
        EXPECT_FALSE(rule.why.empty());
        if (rule.check == nullptr) continue;
        for (const bool breaks : {true, false})
            EXPECT_TRUE(std::any_of(
                std::begin(cases), std::end(cases),
                [&](const Case& one) { return one.rule == rule.name && (one.pointer != nullptr) == breaks; }))
                << rule.name << (breaks ? " is never broken" : " is never kept");
    }
}

TEST(StrictRulesTable, NearDuplicatesAreFoundAcrossBanks) {
    Bank other = good_pack();
    other.id = "other";
    other.items.resize(1);
    const auto found = of_rule(remarks_on({good_pack(), other}), "near-duplicates");
    ASSERT_EQ(found.size(), 1U) << printed(found);
    EXPECT_EQ(found[0].bank, 1U);
    EXPECT_THAT(found[0].what, HasSubstr("good/item-0"));
}

TEST(StrictRulesTable, AVersionOfALawIsNotCitedBeforeItsDay) {
    Bank bank = good_pack();
    public_security(bank);
    const auto eve = of_rule(remarks_on({bank}, "2025-12-31"), "law-source");
    ASSERT_EQ(eve.size(), 1U) << printed(eve);
    EXPECT_EQ(eve[0].pointer, "/items/8/source/in_force");
    EXPECT_TRUE(of_rule(remarks_on({bank}, "2026-01-01"), "law-source").empty());
}

TEST(StrictRulesTable, ASurveyBreaksNone) {
    Bank bank = good_pack();
    bank.items.resize(2);
    for (Item& item : bank.items) {
        item.kind = Kind::choice;
        item.take_home = {};
    }
    EXPECT_TRUE(remarks_on({bank}).empty()) << printed(remarks_on({bank}));
}

TEST(StrictCheck, NamesFileLineAndRule) {
    const TemporaryFolder folder;
    folder.write("pictures/a.svg", small_svg);
    folder.write("pictures/c.png", small_png());
    const std::string text = changed(good_bank, "\"M2\"", "\"All of the above\"");
    const auto file = folder.write("small.json", text);
    const auto loaded = bank::load_bank(file);
    ASSERT_TRUE(loaded.value) << printed(loaded.problems);
    const std::vector<BankFile> banks{{file, *loaded.value}};
    const Problems problems = strict_problems(banks, strict_data(), "2026-11-25");
    const auto found = std::find_if(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.rule == "combined-options";
    });
    ASSERT_NE(found, problems.end()) << printed(problems);
    EXPECT_EQ(found->severity, Severity::remark);
    EXPECT_EQ(found->file, file.string());
    EXPECT_EQ(found->line, line_of(text, "All of the above"));
    EXPECT_EQ(found->pointer, "/items/1/options/1/text/en");
    EXPECT_THAT(to_string(*found), testing::EndsWith("[combined-options]"));
}

}  // namespace
}  // namespace xy::review
