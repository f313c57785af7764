#include "quiz/paper.h"

#include <algorithm>
#include <numeric>

namespace xy::quiz {
namespace {

/// Items that may still be drawn, and the ones drawn so far for each step.
class Draw {
 public:
    Draw(const Programme& programme, std::span<const Bank> banks, std::string_view audience,
         std::string_view day, Random& random)
        : programme_(programme),
          random_(random),
          drawn_(programme.steps.size()),
          fixed_(programme.steps.size()) {
        for (const Bank& bank : banks) {
            if (!uses(bank.id)) continue;
            for (const Item& item : bank.items)
                if (item.valid_on(day)) add(item, audience);
        }
        take_fixed_items(audience);
        // Rules for one topic come before rules for any topic, so that the latter never starve the former.
        for (const bool any_topic : {false, true}) apply_rules(any_topic, audience);
    }

    const std::vector<Shortage>& missing() const { return missing_; }

    std::vector<const Item*>& of_step(std::size_t step) { return drawn_[step]; }

    /// How many of a step's items are fixed ones; they come first.
    std::size_t fixed_of_step(std::size_t step) const { return fixed_[step]; }

 private:
    bool uses(const std::string& bank) const {
        const std::vector<std::string>& banks = programme_.banks;
        return banks.empty() || std::find(banks.begin(), banks.end(), bank) != banks.end();
    }

    void add(const Item& item, std::string_view audience) {
        all_.push_back(&item);
        if (is_scored(item.kind) && item.suits(audience)) open_.push_back(&item);
    }

    void take_fixed_items(std::string_view audience) {
        for (std::size_t step = 0; step < programme_.steps.size(); ++step) {
            for (const std::string& name : fixed_items(programme_.steps[step])) {
                auto found = std::find_if(all_.begin(), all_.end(), [&](const Item* item) {
                    return item->bank + "/" + item->id == name;
                });
                if (found == all_.end()) {
                    missing_.push_back({step, name, std::string(audience), 1, 0});
                    continue;
                }
                drawn_[step].push_back(*found);
                ++fixed_[step];
                std::erase(open_, *found);
                all_.erase(found);  // a second mention finds nothing, so that no item comes twice
            }
        }
    }

    void apply_rules(bool any_topic, std::string_view audience) {
        for (std::size_t step = 0; step < programme_.steps.size(); ++step) {
            const auto* questions = std::get_if<QuestionsStep>(&programme_.steps[step]);
            if (questions == nullptr) continue;
            for (const DrawRule& rule : questions->draw)
                if (rule.topic.empty() == any_topic) apply(rule, step, audience);
        }
    }

    void apply(const DrawRule& rule, std::size_t step, std::string_view audience) {
        std::vector<const Item*> eligible;
        for (const Item* item : open_)
            if (rule.topic.empty() || item->topic == rule.topic) eligible.push_back(item);
        const auto available = static_cast<int>(eligible.size());
        if (available < rule.count)
            missing_.push_back({step, rule.topic, std::string(audience), rule.count, available});
        random_.shuffle(std::span(eligible));
        eligible.resize(static_cast<std::size_t>(std::min(available, rule.count)));
        for (const Item* item : eligible) {
            drawn_[step].push_back(item);
            std::erase(open_, item);
        }
    }

    const Programme& programme_;
    Random& random_;
    std::vector<const Item*> all_;
    std::vector<const Item*> open_;
    std::vector<std::vector<const Item*>> drawn_;
    std::vector<std::size_t> fixed_;
    std::vector<Shortage> missing_;
};

std::vector<std::size_t> shown_order(const Item& item, Random& random) {
    std::vector<std::size_t> order(item.options.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // True/false and scales keep their order: people expect 对 before 错, and low before high.
    if (item.shuffle && item.kind != Kind::true_false && item.kind != Kind::scale)
        random.shuffle(std::span(order));
    return order;
}

AskPage ask(const Item& item, Phase phase, bool feedback, Random& random) {
    return {std::make_shared<const Item>(item), phase, feedback, shown_order(item, random)};
}

void append_questions(Paper& paper, const QuestionsStep& step, std::vector<const Item*>& items,
                      std::size_t fixed, Random& random) {
    random.shuffle(std::span(items).subspan(fixed));
    for (const Item* item : items) paper.pages.emplace_back(ask(*item, step.phase, step.feedback, random));
}

}  // namespace

std::vector<Shortage> shortages(const Programme& programme, std::span<const Bank> banks,
                                std::string_view audience, std::string_view day) {
    Random random(0);
    return Draw(programme, banks, audience, day, random).missing();
}

Paper draw_paper(const Programme& programme, std::span<const Bank> banks, std::string_view audience,
                 std::string_view day, Random& random) {
    Draw draw(programme, banks, audience, day, random);
    Paper paper;
    for (std::size_t i = 0; i < programme.steps.size(); ++i) {
        const Step& step = programme.steps[i];
        if (const auto* questions = std::get_if<QuestionsStep>(&step)) {
            append_questions(paper, *questions, draw.of_step(i), draw.fixed_of_step(i), random);
        } else if (std::holds_alternative<SurveyStep>(step)) {
            for (const Item* item : draw.of_step(i))
                paper.pages.emplace_back(ask(*item, Phase::survey, false, random));
        } else if (std::holds_alternative<PledgeStep>(step)) {
            paper.pages.emplace_back(PledgePage{});
        } else if (std::holds_alternative<ResultStep>(step)) {
            paper.pages.emplace_back(ResultPage{});
        }
    }
    return paper;
}

}  // namespace xy::quiz
