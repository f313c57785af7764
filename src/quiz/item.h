// Items (题目), lesson cards (知识卡) and banks (题库): what can be asked, and what is told before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/localized.h"

namespace xy::quiz {

enum class Kind {
    single,      ///< 单选: one right option
    multiple,    ///< 多选: a set of right options
    true_false,  ///< 判断
    situation,   ///< 情景: one right option, every option has feedback of its own
    scale,       ///< survey statement with ordered steps, no key
    choice,      ///< survey question with choices, no key
};

enum class Focus { knowledge, skill };

/// The word for a kind in files: "single", "multiple", "true_false", "situation", "scale", "choice".
std::string_view code(Kind kind);
std::optional<Kind> parse_kind(std::string_view code);

/// Whether the kind has a key. Survey kinds (scale, choice) have none.
constexpr bool is_scored(Kind kind) {
    return kind != Kind::scale && kind != Kind::choice;
}
/// Whether a visitor may choose several options at once and confirms the choice.
constexpr bool takes_several(Kind kind) {
    return kind == Kind::multiple;
}

struct Picture {
    std::string file;  ///< path, already resolved against the bank's folder
    LocalizedText alt;
    friend bool operator==(const Picture&, const Picture&) = default;
};

struct Option {
    std::string id;
    LocalizedText text;
    bool correct = false;
    LocalizedText feedback;  ///< shown after this option was chosen; may be empty
    std::optional<Picture> picture;
};

/// Where a fact stands and when that was last looked up.
struct Source {
    LocalizedText law;
    LocalizedText article;   ///< may be empty
    std::string in_force;    ///< YYYY-MM-DD; may be empty
    std::string checked_on;  ///< YYYY-MM-DD
};

/// Law and article in a line: 第…条 stands at the name of its law (《禁毒法》第三条), a year is set off from
/// it (国家列管公告 2023 年第 120 号); in English a comma parts them.
std::string citation(const Source& source, Language language);

/// A set of an item's options: bit i stands for `options[i]` in the order of the bank, not as shown.
using OptionSet = std::uint32_t;
inline constexpr std::size_t max_options = 12;

/// Whether something meant for `audiences` (empty: everybody) suits `audience` (empty: not known, so yes).
bool suits(const std::vector<std::string>& audiences, std::string_view audience);

struct Item {
    std::string bank;  ///< id of its bank
    std::string id;    ///< within the bank
    /// Hash of everything a visitor sees before answering, and of the key. Statistics never mix versions. The
    /// form is not in it: it says when an item is asked, not what is asked.
    std::string version;
    Kind kind = Kind::single;
    std::vector<std::string> audiences;  ///< empty: everybody
    std::string topic;                   ///< id of a topic of its bank
    Focus focus = Focus::knowledge;
    int difficulty = 1;  ///< 1..3, as its author meant it
    LocalizedText stem;
    std::optional<Picture> picture;
    std::vector<Option> options;
    bool shuffle = true;
    /// Of a scale: children see its steps as faces, from unsure to glad. Only where that hints at no answer.
    bool faces = false;
    LocalizedText explanation;
    LocalizedText take_home;  ///< one short sentence for the result screen; may be empty
    std::optional<Source> source;
    std::string valid_until;  ///< last day (YYYY-MM-DD) on which it may be asked; empty: no end
    /// "A" or "B": it belongs to one of the two parallel short tests of its bank and is asked in no other
    /// way. Empty: to none. Survey kinds have none.
    std::string form;

    /// The right options. Empty for survey kinds.
    OptionSet key() const;
    bool suits(std::string_view audience) const { return quiz::suits(audiences, audience); }
    bool valid_on(std::string_view day) const;
};

struct Topic {
    std::string id;
    LocalizedText title;
    friend bool operator==(const Topic&, const Topic&) = default;
};

/// A lesson card: one thing to know, with a picture, read in 15 seconds.
struct Card {
    std::string bank;  ///< id of its bank
    std::string id;    ///< within the bank's cards
    std::string topic;
    std::vector<std::string> audiences;  ///< empty: everybody
    LocalizedText text;
    std::optional<Picture> picture;

    bool suits(std::string_view audience) const { return quiz::suits(audiences, audience); }
};
inline constexpr std::size_t longest_card = 60;  ///< characters of its Chinese text

struct Bank {
    std::string id;
    LocalizedText title;
    std::vector<Topic> topics;
    std::vector<Item> items;
    std::vector<Card> cards = {};
};

}  // namespace xy::quiz
