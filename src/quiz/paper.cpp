#include "quiz/paper.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "quiz/card_draw.h"

namespace xy::quiz {
namespace {

/// Items that may still be drawn, and the ones drawn so far for each step.
class Draw {
 public:
    Draw(const Programme& programme, std::span<const Bank> banks, std::string_view audience,
         std::string_view day, Random& random)
        : programme_(programme),
          random_(random),
          audience_(audience),
          drawn_(programme.steps.size()),
          fixed_(programme.steps.size()),
          cards_(programme.steps.size()) {
        const std::vector<const Bank*> used = used_banks(banks);
        for (const Bank* bank : used) {
            for (const Item& item : bank->items)
                if (item.valid_on(day)) add(item);
            for (const Card& card : bank->cards)
                if (card.suits(audience)) open_cards_.push_back(&card);
        }
        take_fixed_items();
        take_forms(forms_for(used, audience, day));
        // Rules for one topic come before rules for any topic, so that the latter never starve the former.
        for (const bool any_topic : {false, true}) apply_rules(any_topic);
        take_cards();
    }

    const std::vector<Shortage>& missing() const { return missing_; }

    std::vector<const Item*>& of_step(std::size_t step) { return drawn_[step]; }

    /// How many of a step's items are fixed ones; they come first.
    std::size_t fixed_of_step(std::size_t step) const { return fixed_[step]; }

    const std::vector<const Card*>& cards_of_step(std::size_t step) const { return cards_[step]; }

 private:
    /// In the order in which the programme names them.
    std::vector<const Bank*> used_banks(std::span<const Bank> banks) const {
        std::vector<const Bank*> used;
        for (const Bank& bank : banks)
            if (programme_.uses(bank.id)) used.push_back(&bank);
        const auto place = [&](const Bank* bank) {
            return std::find(programme_.banks.begin(), programme_.banks.end(), bank->id);
        };
        std::stable_sort(used.begin(), used.end(),
                         [&](const Bank* one, const Bank* other) { return place(one) < place(other); });
        return used;
    }

    void add(const Item& item) {
        all_.push_back(&item);
        if (is_scored(item.kind) && item.form.empty() && item.suits(audience_)) open_.push_back(&item);
    }

    void miss(Shortage::Of of, std::size_t step, std::string topic, int needed, int available) {
        missing_.push_back({step, std::move(topic), std::string(audience_), needed, available, of});
    }

    void take_fixed_items() {
        for (std::size_t step = 0; step < programme_.steps.size(); ++step) {
            for (const std::string& name : fixed_items(programme_.steps[step])) {
                auto found = std::find_if(all_.begin(), all_.end(), [&](const Item* item) {
                    return item->bank + "/" + item->id == name;
                });
                if (found == all_.end()) {
                    miss(Shortage::Of::item, step, name, 1, 0);
                    continue;
                }
                drawn_[step].push_back(*found);
                ++fixed_[step];
                std::erase(open_, *found);
                all_.erase(found);  // a second mention finds nothing, so that no item comes twice
            }
        }
    }

    /// The forms that `rule` may come to ask.
    static std::vector<Form> forms_of(FormRule rule) {
        if (rule == FormRule::none) return {};
        if (rule == FormRule::a) return {Form::a};
        if (rule == FormRule::b) return {Form::b};
        return {Form::a, Form::b};
    }

    FormRule form_rule(std::size_t step) const {
        const auto* questions = std::get_if<QuestionsStep>(&programme_.steps[step]);
        return questions == nullptr ? FormRule::none : questions->form;
    }

    void take_forms(const FormPair& pair) {
        miss_forms(pair);
        std::optional<Form> before;
        for (std::size_t step = 0; step < programme_.steps.size(); ++step) {
            const FormRule rule = form_rule(step);
            if (rule == FormRule::none) continue;
            Form form = rule == FormRule::b ? Form::b : Form::a;
            if (rule == FormRule::either) form = random_.below(2) == 0 ? Form::a : Form::b;
            if (rule == FormRule::other) form = before == Form::a ? Form::b : Form::a;
            before = form;
            drawn_[step] = pair.of(form);
        }
    }

    /// Each form that may be asked and has fewer items than another one that may; at its first step.
    void miss_forms(const FormPair& pair) {
        std::array<std::optional<std::size_t>, 2> asked;
        std::size_t longest = 1;
        for (std::size_t step = 0; step < programme_.steps.size(); ++step)
            for (const Form form : forms_of(form_rule(step))) {
                auto& first = asked[static_cast<std::size_t>(form)];
                if (!first) first = step;
                longest = std::max(longest, pair.of(form).size());
            }
        for (const Form form : {Form::a, Form::b}) {
            const auto& step = asked[static_cast<std::size_t>(form)];
            const std::size_t have = pair.of(form).size();
            if (step && have < longest)
                miss(Shortage::Of::form, *step, std::string(code(form)), static_cast<int>(longest),
                     static_cast<int>(have));
        }
    }

    void take_cards() {
        for (std::size_t step = 0; step < programme_.steps.size(); ++step) {
            const auto* cards = std::get_if<CardsStep>(&programme_.steps[step]);
            if (cards == nullptr) continue;
            const auto available = static_cast<int>(cards_for(*cards, open_cards_).size());
            if (available < cards->count) miss(Shortage::Of::cards, step, {}, cards->count, available);
            cards_[step] = draw_cards(*cards, open_cards_, random_);
            for (const Card* card : cards_[step]) std::erase(open_cards_, card);
        }
    }

    void apply_rules(bool any_topic) {
        for (std::size_t step = 0; step < programme_.steps.size(); ++step) {
            const auto* questions = std::get_if<QuestionsStep>(&programme_.steps[step]);
            if (questions == nullptr) continue;
            for (const DrawRule& rule : questions->draw)
                if (rule.topic.empty() == any_topic) apply(rule, step);
        }
    }

    void apply(const DrawRule& rule, std::size_t step) {
        std::vector<const Item*> eligible;
        for (const Item* item : open_)
            if (rule.topic.empty() || item->topic == rule.topic) eligible.push_back(item);
        const auto available = static_cast<int>(eligible.size());
        if (available < rule.count) miss(Shortage::Of::rule, step, rule.topic, rule.count, available);
        random_.shuffle(std::span(eligible));
        eligible.resize(static_cast<std::size_t>(std::min(available, rule.count)));
        for (const Item* item : eligible) {
            drawn_[step].push_back(item);
            std::erase(open_, item);
        }
    }

    const Programme& programme_;
    Random& random_;
    std::string_view audience_;
    std::vector<const Item*> all_;
    std::vector<const Item*> open_;
    std::vector<std::vector<const Item*>> drawn_;
    std::vector<std::size_t> fixed_;
    std::vector<const Card*> open_cards_;
    std::vector<std::vector<const Card*>> cards_;
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

bool serves(const Programme& programme, std::span<const Bank> banks, std::string_view audience) {
    if (!programme.draws()) return true;
    return std::any_of(banks.begin(), banks.end(), [&](const Bank& bank) {
        return programme.uses(bank.id) &&
               std::any_of(bank.items.begin(), bank.items.end(),
                           [&](const Item& item) { return is_scored(item.kind) && item.suits(audience); });
    });
}

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
        } else if (std::holds_alternative<CardsStep>(step)) {
            for (const Card* card : draw.cards_of_step(i))
                paper.pages.emplace_back(CardPage{std::make_shared<const Card>(*card)});
        } else if (std::holds_alternative<PledgeStep>(step)) {
            paper.pages.emplace_back(PledgePage{});
        } else if (std::holds_alternative<ResultStep>(step)) {
            paper.pages.emplace_back(ResultPage{});
        }
    }
    return paper;
}

}  // namespace xy::quiz
