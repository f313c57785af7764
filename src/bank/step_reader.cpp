#include "bank/step_reader.h"

#include <fmt/core.h>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/object_reader.h"

namespace xy::bank {
namespace {

using quiz::FormRule;
using quiz::Phase;
using quiz::Step;

constexpr int most_drawn = 100;
constexpr int most_cards = 12;  // three minutes of reading

const std::vector<std::string>& step_words() {
    static const std::vector<std::string> words{"welcome", "audience", "questions", "survey",
                                                "pledge",  "result",   "cards"};
    return words;
}

/// The keys a step may have; of an unknown step any, so that one mistake is not reported as many.
std::vector<std::string> keys_of(std::string_view step) {
    if (step == "questions") return {"step", "phase", "feedback", "items", "draw", "form"};
    if (step == "survey") return {"step", "items"};
    if (step == "cards") return {"step", "count", "topics"};
    if (step.empty()) return {"step", "phase", "feedback", "items", "draw", "form", "count", "topics"};
    return {"step"};
}

std::string step_word(const json::Value& value) {
    if (const auto* object = value.as<json::Object>())
        for (const json::Member& member : *object)
            if (member.key == "step")
                if (const auto* text = std::get_if<std::string>(&member.value.value)) return *text;
    return {};
}

Phase phase_of(std::string_view word) {
    if (word == "pre") return Phase::pre;
    return word == "post" ? Phase::post : Phase::quiz;
}

std::vector<SourceLocation> places_of(const json::ObjectReader& step, std::string_view key) {
    std::vector<SourceLocation> places;
    if (const auto list = step.find(key))
        for (const json::Value& element : list->elements()) places.push_back(element.place());
    return places;
}

/// Items as "bank/item".
std::vector<std::string> read_items(const json::ObjectReader& step, json::Presence presence,
                                    const StepPlaces& places, ProblemCollector& collector) {
    std::vector<std::string> items = step.identifiers("items", presence);
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!items[i].empty() && items[i].find('/') == std::string::npos)
            collector.mistake(places.items[i], fmt::format("{} names no bank", in_quotes(items[i])),
                              fmt::format("write \"<bank>/{}\"", items[i]));
    return items;
}

std::vector<quiz::DrawRule> read_draw(const json::ObjectReader& step, ProblemCollector& collector) {
    std::vector<quiz::DrawRule> rules;
    std::set<std::string> topics;
    for (const json::Value& value : step.list("draw", json::Presence::optional)) {
        const json::ObjectReader reader(value, {"topic", "count"}, R"({"topic": "law", "count": 2})",
                                        collector);
        quiz::DrawRule rule{reader.identifier("topic", json::Presence::optional),
                            reader.integer("count", 1, most_drawn)};
        if (reader.is_object() && !topics.insert(rule.topic).second)
            collector.mistake(reader.place("topic"),
                              rule.topic.empty() ? "any topic is drawn twice in this step"
                                                 : fmt::format("the topic {} is drawn twice in this step",
                                                               in_quotes(rule.topic)),
                              "add the counts up in one rule");
        rules.push_back(std::move(rule));
    }
    return rules;
}

FormRule form_of(std::string_view word) {
    for (const FormRule rule : {FormRule::a, FormRule::b, FormRule::either, FormRule::other})
        if (code(rule) == word) return rule;
    return FormRule::none;
}

/// A form is two measurements that can be compared: it is asked whole, and before or after what is learnt.
void check_form(const json::ObjectReader& reader, Phase phase, const StepPlaces& places,
                ProblemCollector& collector) {
    if (phase == Phase::quiz)
        collector.mistake(reader.place("form"), "a form measures before or after",
                          R"(write "phase": "pre" or "phase": "post")");
    if (!places.items.empty() || !places.draw.empty())
        collector.mistake(reader.place("form"), "a form is asked whole, and nothing beside it",
                          R"(put "items" and "draw" into another step)");
}

Step read_questions(const json::ObjectReader& reader, const StepPlaces& places, ProblemCollector& collector) {
    quiz::QuestionsStep step;
    step.phase = phase_of(reader.word("phase", {"pre", "quiz", "post"}, json::Presence::optional));
    step.feedback = reader.boolean("feedback", step.phase == Phase::quiz);
    step.items = read_items(reader, json::Presence::optional, places, collector);
    step.draw = read_draw(reader, collector);
    step.form = form_of(reader.word("form", {"A", "B", "either", "other"}, json::Presence::optional));
    if (step.form != FormRule::none)
        check_form(reader, step.phase, places, collector);
    else if (places.items.empty() && places.draw.empty() && !reader.find("form"))
        collector.mistake(
            reader.place(), "this step asks nothing",
            R"(add "items": ["bank/item"], "draw": [{"topic": "…", "count": 2}] or "form": "A")");
    return step;
}

Step read_survey(const json::ObjectReader& reader, const StepPlaces& places, ProblemCollector& collector) {
    quiz::SurveyStep step{read_items(reader, json::Presence::required, places, collector)};
    if (reader.find("items") && places.items.empty())
        collector.mistake(reader.place("items"), "this survey asks nothing",
                          R"(add items like "survey/refuse-confidence")");
    return step;
}

Step read_cards(const json::ObjectReader& reader) {
    return quiz::CardsStep{reader.integer("count", 1, most_cards),
                           reader.identifiers("topics", json::Presence::optional)};
}

bool asks(const Step& step) {
    return std::holds_alternative<quiz::QuestionsStep>(step) ||
           std::holds_alternative<quiz::SurveyStep>(step);
}

/// What is wrong with the place of `step` among the ones before it.
class Order {
 public:
    explicit Order(std::size_t steps) : steps_(steps) {}

    std::string_view problem(const Step& step, std::size_t index) {
        if (std::holds_alternative<quiz::WelcomeStep>(step) && index > 0)
            return "\"welcome\" can only be the first step";
        if (std::holds_alternative<quiz::AudienceStep>(step)) return audience();
        if (std::holds_alternative<quiz::PledgeStep>(step) && pledges_++ > 0)
            return "there is a second \"pledge\"";
        if (std::holds_alternative<quiz::ResultStep>(step) && index + 1 != steps_)
            return "\"result\" can only be the last step";
        asked_ = asked_ || asks(step) || std::holds_alternative<quiz::CardsStep>(step);
        const auto* questions = std::get_if<quiz::QuestionsStep>(&step);
        return questions == nullptr ? std::string_view() : form(questions->form);
    }

 private:
    std::string_view audience() {
        if (audiences_++ > 0) return "there is a second \"audience\"";
        return asked_ ? "\"audience\" comes after a question or a card" : std::string_view();
    }

    /// Nobody is asked the same form twice, and there are only two.
    std::string_view form(FormRule rule) {
        if (rule == FormRule::none) return {};
        const std::vector<FormRule> before = forms_;
        forms_.push_back(rule);
        if (before.empty())
            return rule == FormRule::other ? "\"other\" comes before the form that it is the other of"
                                           : std::string_view();
        const bool fixed_both = (before.front() == FormRule::a && rule == FormRule::b) ||
                                (before.front() == FormRule::b && rule == FormRule::a);
        if (before.size() == 1 && (rule == FormRule::other || fixed_both)) return {};
        return "a form may be asked twice: use \"either\" and then \"other\", or \"A\" and \"B\"";
    }

    std::size_t steps_;
    int audiences_ = 0;
    int pledges_ = 0;
    bool asked_ = false;
    std::vector<FormRule> forms_;
};

}  // namespace

std::optional<Step> read_step(const json::Value& value, StepPlaces& places, ProblemCollector& collector) {
    const json::ObjectReader reader(value, keys_of(step_word(value)), R"({"step": "welcome"})", collector);
    places.step = value.place();
    places.items = places_of(reader, "items");
    places.draw = places_of(reader, "draw");
    places.topics = places_of(reader, "topics");
    places.form = reader.place("form");
    const std::string word =
        reader.is_object() ? reader.word("step", step_words(), json::Presence::required) : "";
    if (word == "welcome") return quiz::WelcomeStep{};
    if (word == "audience") return quiz::AudienceStep{};
    if (word == "questions") return read_questions(reader, places, collector);
    if (word == "survey") return read_survey(reader, places, collector);
    if (word == "pledge") return quiz::PledgeStep{};
    if (word == "result") return quiz::ResultStep{};
    if (word == "cards") return read_cards(reader);
    return std::nullopt;
}

void check_order(const std::vector<Step>& steps, const std::vector<StepPlaces>& places,
                 const SourceLocation& whole, ProblemCollector& collector) {
    Order order(steps.size());
    bool pages = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string_view problem = order.problem(steps[i], i);
        if (!problem.empty()) collector.mistake(places[i].step, std::string(problem), "move or delete it");
        pages = pages || !(std::holds_alternative<quiz::WelcomeStep>(steps[i]) ||
                           std::holds_alternative<quiz::AudienceStep>(steps[i]));
    }
    if (!pages)
        collector.mistake(whole, "no step shows a page after the welcome",
                          "add questions, a survey, a pledge or a result");
}

}  // namespace xy::bank
