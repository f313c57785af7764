#include "desk.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace xy::screens::tests {
namespace {

quiz::Item item(const std::string& bank, const std::string& topic, const std::string& id, quiz::Kind kind,
                const std::string& options) {
    quiz::Item item;
    item.bank = bank;
    item.id = id;
    item.version = "v1";
    item.kind = kind;
    item.topic = topic;
    item.stem = {"题 " + id, "stem " + id};
    item.explanation = {"解释", "why"};
    for (const char c : options)
        item.options.push_back({std::string(1, c), {std::string("选项 ") + c, "option"}, false, {}, {}});
    if (quiz::is_scored(kind)) {
        item.options.front().correct = true;
        item.take_home = {id + "!", id + "!"};
    }
    return item;
}

std::string of_mark(const std::optional<bool>& mark) {
    return !mark ? "" : *mark ? " right" : " wrong";
}
std::string of_pledge(const std::optional<bool>& pledge) {
    return !pledge ? "" : *pledge ? " yes" : " no";
}

struct Describe {
    std::string operator()(const BeginSession& e) const {
        return "begin " + e.start.audience + (e.start.audience.empty() ? "" : " ") +
               std::string(code(e.start.language)) + " " + e.start.hour.day + " " +
               std::to_string(e.start.hour.hour) + (e.start.practice ? " practice" : "");
    }
    std::string operator()(const SaveAnswer& e) const {
        return "answer " + std::to_string(e.answer.position) + " " + std::string(code(e.answer.phase)) + " " +
               e.answer.bank + "/" + e.answer.item + " " + std::to_string(e.answer.chosen) +
               of_mark(e.answer.correct);
    }
    std::string operator()(const SavePledge& e) const { return std::string("pledge") + of_pledge(e.given); }
    std::string operator()(const FinishSession& e) const {
        return "finish " + std::string(code(e.end.outcome)) + " " + std::string(code(e.end.language)) +
               of_pledge(e.end.pledge);
    }
    std::string operator()(const CountToday& e) const { return "count " + e.event + " " + e.day; }
    std::string operator()(const PanelCommand& command) const { return std::visit(*this, command); }
    std::string operator()(const FindRecoveryCode&) const { return "find code"; }
    std::string operator()(const CheckRecoveryCode& w) const {
        std::string all = "check code";
        for (const std::string& code : w.codes) all += " " + code;
        return all;
    }
    std::string operator()(const CarryRecoveryCode& w) const {
        return "carry code " + w.code + " of " + w.device;
    }
    std::string operator()(const LoadSetup&) const { return "load setup"; }
    std::string operator()(const CheckPin& w) const { return "check pin " + w.digits; }
    std::string operator()(const KeepPin& w) const {
        return "keep " + std::string(code(w.role)) + " pin " + w.digits;
    }
    std::string operator()(const LoadPanel& w) const {
        return "load" + (w.sheet_of.empty() ? "" : " " + w.sheet_of) + (w.internal ? " internal" : "");
    }
    std::string operator()(const AddEntry& w) const {
        return "add " + w.entry.event + " " + w.entry.measure + " " + std::to_string(w.entry.amount) + " " +
               std::string(code(w.entry.precision)) + (w.entry.note.empty() ? "" : " " + w.entry.note) +
               (w.becomes ? " becomes " + std::to_string(*w.becomes) : "");
    }
    std::string operator()(const MarkUndone& w) const { return "undo " + to_hex(w.entry).substr(0, 2); }
    std::string operator()(const PlanEvent& w) const { return "plan " + w.event.name.zh + " " + w.event.day; }
    std::string operator()(const SetEventState& w) const {
        return "set " + w.event + " " + std::string(code(w.state));
    }
    std::string operator()(const KeepSettings& w) const {
        const std::string place = w.settings.place_code + w.settings.place;
        return "keep " + w.settings.programme + (w.settings.practice ? " practice" : " counted") +
               (w.settings.device.empty() ? "" : " " + w.settings.device) +
               (place.empty() ? "" : " @" + place);
    }
    std::string operator()(const SetClock& w) const { return "set clock " + std::to_string(w.by.count()); }
    std::string operator()(const DeletePracticeData&) const { return "drop practice"; }
    std::string operator()(const CheckIntegrity&) const { return "look at store"; }
    std::string operator()(const ReviewBanks& w) const { return "review banks " + w.day; }
    std::string operator()(const FindSticks&) const { return "find sticks"; }
    std::string operator()(const CarryPackage& w) const { return "carry " + w.name + " to " + w.stick; }
    std::string operator()(const CarryReport& w) const {
        return "report " + (w.period ? w.period->from + ".." + w.period->to : "everything") +
               (w.internal ? " internal " : " public ") + std::string(code(w.language)) + " " + w.made_on +
               " " + w.name + " to " + w.place;
    }
    std::string operator()(const StopCarry&) const { return "stop carrying"; }
    std::string operator()(const ShutDown&) const { return "shut down"; }
    std::string operator()(const QuitProgram&) const { return "quit"; }
};

struct Name {
    std::string operator()(const AttractState&) const { return "attract"; }
    std::string operator()(const AudienceState&) const { return "audience"; }
    std::string operator()(const QuestionState& q) const { return q.survey() ? "survey" : "question"; }
    std::string operator()(const FeedbackState& f) const { return f.review ? "review" : "feedback"; }
    std::string operator()(const CardState&) const { return "card"; }
    std::string operator()(const PledgeState&) const { return "pledge"; }
    std::string operator()(const ResultState&) const { return "result"; }
    std::string operator()(const PinState&) const { return "pin"; }
    std::string operator()(const PanelState&) const { return "panel"; }
    std::string operator()(const PausedState&) const { return "paused"; }
    std::string operator()(const WizardState&) const { return "wizard"; }
};

}  // namespace

quiz::Bank quiz_bank() {
    quiz::Bank bank{"law", {"题库", "Bank"}, {}, {}};
    for (const std::string topic : {"candy", "law", "help"}) {
        bank.topics.push_back({topic, {"主题 " + topic, "Topic " + topic}});
        for (const std::string number : {"1", "2", "3"}) {
            const bool several = topic == "law" && number == "2";
            const auto kind = several ? quiz::Kind::multiple : quiz::Kind::single;
            bank.items.push_back(item("law", topic, topic + "-" + number, kind, "abcd"));
            if (several) bank.items.back().options[2].correct = true;
        }
    }
    return bank;
}

quiz::Bank bank_with_cards() {
    quiz::Bank bank = quiz_bank();
    const auto add = [&](const std::string& id, const std::string& topic,
                         std::vector<std::string> audiences) {
        bank.cards.push_back({.bank = "law",
                              .id = id,
                              .topic = topic,
                              .audiences = std::move(audiences),
                              .text = {"知识 " + id, "fact " + id},
                              .picture = {}});
    };
    for (const quiz::Topic& topic : bank.topics) add("card-" + topic.id, topic.id, {});
    add("card-of-parents", "candy", {"parent"});
    return bank;
}

quiz::Bank survey_bank() {
    quiz::Bank bank{"survey", {"调查", "Survey"}, {{"survey", {"小调查", "Survey"}}}, {}};
    bank.items.push_back(item("survey", "survey", "sure", quiz::Kind::scale, "12345"));
    bank.items.push_back(item("survey", "survey", "again", quiz::Kind::scale, "12345"));
    bank.items.push_back(item("survey", "survey", "where", quiz::Kind::choice, "abc"));
    return bank;
}

quiz::QuestionsStep questions(quiz::Phase phase, bool feedback, std::vector<std::string> items) {
    quiz::QuestionsStep step;
    step.phase = phase;
    step.feedback = feedback;
    for (const std::string& id : items) step.items.push_back("law/" + id);
    return step;
}

quiz::SurveyStep survey(std::vector<std::string> items) {
    for (std::string& id : items) id.insert(0, "survey/");
    return {std::move(items)};
}

quiz::Programme whole_programme() {
    quiz::Programme programme;
    programme.id = "three-minute";
    programme.version = "p1";
    programme.steps = {quiz::WelcomeStep{},
                       quiz::AudienceStep{},
                       questions(quiz::Phase::pre, false, {"help-1"}),
                       questions(quiz::Phase::quiz, true, {"candy-1", "law-2", "help-2"}),
                       survey({"sure", "where"}),
                       quiz::PledgeStep{},
                       quiz::ResultStep{}};
    return programme;
}

screens::Setup setup() {
    screens::Setup setup;
    setup.event = outreach::Event{.id = "fair",
                                  .name = {"集市", "Fair"},
                                  .place = {"镇", "Town"},
                                  .place_code = {},
                                  .venue = {},
                                  .occasion = {},
                                  .state = outreach::EventState::open,
                                  .day = {}};
    setup.device = "07";
    setup.timing.reading = Milliseconds{0};
    setup.programme = whole_programme();
    setup.banks = {quiz_bank(), survey_bank()};
    setup.audiences = {
        {"pupil", {"学生", "Pupil"}, {}}, {"parent", {"家长", "Parent"}, {}}, {"other", {"其他", ""}, {}}};
    setup.programmes = {setup.programme};
    setup.occasions = {{"fair-day", {"赶集日", "Market day"}}, {"june", {"6·26", "26 June"}}};
    setup.venues = {{"village", {"进农村", "Villages"}}, {"school", {"进学校", "Schools"}}};
    setup.places = {{"1", "", outreach::PlaceLevel::county, {"县", "County"}},
                    {"11", "1", outreach::PlaceLevel::township, {"永安镇", "Yong'an"}}};
    setup.measures = {{"leaflet", {"资料", "Leaflets"}, {"份", "pcs"}, {}, {1, 10, 50}},
                      {"advice", {"咨询", "Advice"}, {"人次", "visits"}, {}, {1, 10}}};
    return setup;
}

screens::Setup setup_with_cards() {
    screens::Setup around = setup();
    around.banks = {bank_with_cards(), survey_bank()};
    around.programme.steps.insert(around.programme.steps.begin() + 3, quiz::CardsStep{3, {}});
    return around;
}

std::string to_string(const Effect& effect) {
    return std::visit(Describe{}, effect);
}

std::string shown(const KioskState& state) {
    const std::string name = std::visit(Name{}, state.screen);
    switch (state.overlay) {
        case Overlay::still_there:
            return name + "+still_there";
        case Overlay::leave:
            return name + "+leave";
        case Overlay::staff:
            return name + "+staff";
        case Overlay::none:
            break;
    }
    return name;
}

Desk::Desk(screens::Setup setup_around) : around(std::move(setup_around)) {
    moment.now = Seconds(1'000);
    moment.hour = {"2026-06-26", 9};
    moment.fresh_id.bytes[0] = 0xFF;
    moment.fresh_seed = 7;
    state = at_rest(around, moment);
}

void Desk::act(const Action& action) {
    moment.fresh_id.bytes[0] = ++ids_;
    ++moment.fresh_seed;
    update_setup(around, state, action);
    for (const Effect& effect : update(state, action, around, moment)) asked.push_back(to_string(effect));
}

void Desk::store_confirms() {
    while (state.in_flight > 0) act(Recorded{});
}

void Desk::store_fails() {
    while (state.in_flight > 0) act(RecordFailed{});
}

void Desk::tap(const Action& action) {
    act(action);
    store_confirms();
}

void Desk::wait(Milliseconds time) {
    moment.now += time;
    act(Tick{});
}

void Desk::live(Milliseconds time) {
    const Milliseconds end = moment.now + time;
    for (;;) {
        const Milliseconds next = next_tick(state, around, moment);
        if (next > end) break;
        ASSERT_GE(next, moment.now);
        moment.now = next;
        act(Tick{});
        ASSERT_GT(next_tick(state, around, moment), moment.now) << "the loop would spin on " << shown();
    }
    moment.now = end;
}

std::vector<std::string> Desk::take_asked() {
    return std::exchange(asked, {});
}

Pick Desk::option(const std::string& id) const {
    const quiz::AskPage& page = question().page;
    for (std::size_t shown = 0; shown < page.order.size(); ++shown)
        if (page.item->options[page.order[shown]].id == id) return {shown};
    ADD_FAILURE() << "no option " << id;
    return {};
}

void Desk::answer(bool right) {
    const bool several = question().several();
    tap(option(right ? "a" : "b"));
    if (!several) return;
    if (right) tap(option("c"));
    tap(Tap::confirm);
}

void Desk::start(const std::string& audience) {
    tap(Tap::start);
    tap(ChooseAudience{audience});
}

void Desk::go_to(const std::string& screen) {
    for (int steps = 0; shown() != screen; ++steps) {
        ASSERT_LT(steps, 50) << "cannot get to " << screen << ", stuck on " << shown();
        const std::string now = shown();
        if (now == "attract")
            tap(Tap::start);
        else if (now == "audience")
            tap(ChooseAudience{"pupil"});
        else if (now == "question")
            answer(true);
        else if (now == "survey")
            tap(Pick{0});
        else if (now == "pledge")
            tap(GivePledge{true});
        else
            tap(Tap::next);
    }
}

void expect_fresh(const Desk& desk) {
    Desk fresh(desk.around);
    EXPECT_EQ(desk.shown(), fresh.shown());
    EXPECT_EQ(desk.state.language, fresh.state.language);
    EXPECT_FALSE(desk.state.large_text);
    EXPECT_EQ(desk.state.visit.has_value(), fresh.state.visit.has_value());
    if (desk.state.visit) {
        EXPECT_TRUE(desk.state.visit->answered.empty());
        EXPECT_TRUE(desk.state.visit->audience.empty());
        EXPECT_FALSE(desk.state.visit->recorded);
        EXPECT_FALSE(desk.state.visit->pledge);
    }
    if (const auto* question = std::get_if<QuestionState>(&desk.state.screen)) {
        EXPECT_EQ(question->chosen, 0U);
        EXPECT_FALSE(question->saving);
    }
    EXPECT_TRUE(desk.state.unsaved.empty());
    EXPECT_EQ(desk.state.in_flight, 0U);
    EXPECT_EQ(desk.state.seconds_left, 0);
    EXPECT_FALSE(desk.state.after_save);
}

}  // namespace xy::screens::tests
