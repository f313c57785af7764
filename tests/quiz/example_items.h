// Items and banks for tests of the quiz.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quiz/item.h"
#include "quiz/paper.h"

namespace xy::quiz {

/// An item of bank "b" with `options` options, the first of which is right.
inline Item example_item(std::string id, std::string topic, Kind kind = Kind::single,
                         std::size_t options = 4) {
    Item item;
    item.bank = "b";
    item.id = std::move(id);
    item.topic = std::move(topic);
    item.kind = kind;
    for (std::size_t i = 0; i < options; ++i) {
        Option option;
        option.id = std::to_string(i);
        option.correct = i == 0 && is_scored(kind);
        item.options.push_back(option);
    }
    return item;
}

inline Item for_audiences(Item item, std::vector<std::string> audiences) {
    item.audiences = std::move(audiences);
    return item;
}

/// `count` items of each topic, named like "law-0".
inline Bank example_bank(const std::vector<std::string>& topics, int count) {
    Bank bank;
    bank.id = "b";
    for (const std::string& topic : topics) {
        bank.topics.push_back({topic, {topic, topic}});
        for (int i = 0; i < count; ++i)
            bank.items.push_back(example_item(topic + "-" + std::to_string(i), topic));
    }
    return bank;
}

inline Programme example_programme(std::vector<Step> steps) {
    Programme programme;
    programme.id = "p";
    programme.banks = {"b"};
    programme.steps = std::move(steps);
    return programme;
}

inline QuestionsStep draw_of(std::vector<DrawRule> rules, Phase phase = Phase::quiz) {
    QuestionsStep step;
    step.phase = phase;
    step.draw = std::move(rules);
    return step;
}

inline QuestionsStep fixed(std::vector<std::string> items) {
    QuestionsStep step;
    step.items = std::move(items);
    return step;
}

/// Ids of the items asked, in order.
inline std::vector<std::string> ids(const Paper& paper) {
    std::vector<std::string> ids;
    for (const Page& page : paper.pages)
        if (const auto* ask = std::get_if<AskPage>(&page)) ids.push_back(ask->item->id);
    return ids;
}

}  // namespace xy::quiz
