// A pack of invented items that no strict rule has anything against. Tests change one thing in it.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "quiz/item.h"
#include "review/strict_rules.h"

namespace xy::review {

/// Words without meaning: common characters, and syllables of which no two texts have many in common.
class Gibberish {
 public:
    LocalizedText text(int characters, int words) {
        LocalizedText text;
        for (int i = 0; i < characters; ++i) text.zh += pick(chinese);
        for (int i = 0; i < words; ++i) text.en += (i > 0 ? " " : "") + pick(syllables) + pick(syllables);
        return text;
    }

 private:
    template <std::size_t size>
    std::string pick(const std::array<const char*, size>& from) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return from[(state_ >> 33U) % size];
    }

    static constexpr std::array<const char*, 40> chinese{
        "山", "水", "云", "风", "花", "草", "树", "木", "鸟", "鱼", "江", "河", "湖", "海",
        "星", "光", "春", "秋", "冬", "夏", "桥", "路", "村", "田", "米", "茶", "竹", "石",
        "松", "梅", "兰", "菊", "荷", "叶", "枝", "果", "窗", "门", "灯", "书"};
    static constexpr std::array<const char*, 24> syllables{"ba", "ko", "mi", "ru", "te", "sa", "vu", "lo",
                                                           "pe", "di", "ga", "zo", "fe", "hu", "ja", "ny",
                                                           "wo", "qi", "xe", "cu", "by", "do", "ki", "ma"};
    std::uint64_t state_ = 42;
};

inline quiz::Item good_item(Gibberish& gibberish, quiz::Kind kind, int number) {
    quiz::Item item;
    item.bank = "good";
    item.id = "item-" + std::to_string(number);
    item.kind = kind;
    item.audiences = {"primary"};
    item.topic = number % 2 == 0 ? "drugs" : "refuse";
    item.difficulty = number / 2 % 3 + 1;
    item.stem = gibberish.text(16, 8);
    if (kind == quiz::Kind::true_false) {
        const bool truth = number % 2 == 0;
        item.options = {{"true", {"对", "True"}, truth, {}, {}}, {"false", {"错", "False"}, !truth, {}, {}}};
        item.shuffle = false;
    } else {
        for (int i = 0; i < 4; ++i)
            item.options.push_back({std::string(1, static_cast<char>('a' + i)),
                                    gibberish.text(8, 4),
                                    i == number % 4,
                                    gibberish.text(20, 8),
                                    {}});
    }
    item.explanation = gibberish.text(30, 12);
    item.take_home = gibberish.text(12, 6);
    item.source = quiz::Source{{"安全提示", "Safety tip"}, {}, {}, "2026-11-25"};
    return item;
}

/// 16 items for primary school: 8 situations, 6 single, 2 true/false; topics drugs, refuse and law (empty but
/// for a law item that a test adds).
inline quiz::Bank good_pack() {
    using quiz::Kind;
    Gibberish gibberish;
    quiz::Bank bank;
    bank.id = "good";
    bank.title = {"好题库", "Good bank"};
    bank.topics = {{"drugs", {"什么是毒品", "What drugs are"}}, {"refuse", {"拒绝", "Refusing"}}};
    for (int i = 0; i < 16; ++i) {
        const Kind kind = i < 8 ? Kind::situation : i < 14 ? Kind::single : Kind::true_false;
        bank.items.push_back(good_item(gibberish, kind, i));
    }
    return bank;
}

inline const StrictData& strict_data() {
    static const StrictData data = shipped_strict_data().value.value();
    return data;
}

inline std::vector<RuleProblem> remarks_on(const std::vector<quiz::Bank>& banks,
                                           std::string_view day = "2026-11-25") {
    return rule_problems({banks, strict_data(), day});
}

inline std::string printed(const std::vector<RuleProblem>& problems) {
    std::string text;
    for (const RuleProblem& remark : problems)
        text += std::string(remark.rule) + " " + remark.pointer + ": " + remark.what + "; " + remark.advice +
                "\n";
    return text;
}

}  // namespace xy::review
