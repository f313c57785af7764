#include "album.h"

#include <algorithm>
#include <numeric>

namespace xy::gui::tests {

quiz::Item item(quiz::Kind kind, const std::string& stem, const std::vector<std::string>& options) {
    quiz::Item item;
    item.bank = "law";
    item.id = stem.substr(0, 6);
    item.kind = kind;
    item.topic = "candy";
    item.stem = {stem, "English: " + item.id};
    for (const std::string& text : options)
        item.options.push_back({text, {text, "option of " + item.id}, item.options.empty(), {}, {}});
    item.explanation = {"因为不认识的人给的糖可能不是糖。先说“不”，再离开，然后告诉大人。",
                        "Because candy from a stranger may not be candy. Say no, leave, tell an adult."};
    item.source = quiz::Source{
        {"禁毒法", "Narcotics Control Law"}, {"第六十二条", "Article 62"}, "2008-06-01", "2025-01-01"};
    return item;
}

screens::QuestionState question(quiz::Item asked, quiz::Phase phase) {
    screens::QuestionState question;
    question.page = {std::make_shared<const quiz::Item>(std::move(asked)), phase, true, {}};
    question.page.order.resize(question.page.item->options.size());
    std::iota(question.page.order.begin(), question.page.order.end(), std::size_t{0});
    question.topic = {"识别伪装", "Spotting disguises"};
    question.number = 3;
    question.total = 10;
    return question;
}

screens::KioskState state_of(screens::Screen screen) {
    screens::KioskState state;
    state.screen = std::move(screen);
    state.seconds_left = 12;
    state.today = 128;
    state.counted_day = "2026-06-26";
    return state;
}

screens::Setup setup() {
    screens::Setup setup;
    setup.event = outreach::Event{.id = "fair",
                                  .name = {"集市", "Fair"},
                                  .place = {"永安镇", "Yong'an"},
                                  .place_code = {},
                                  .venue = {},
                                  .occasion = {},
                                  .state = outreach::EventState::open};
    setup.audiences = {{"pupil", {"小学", "Primary school"}, {"5–6 年级", "Grades 5–6"}},
                       {"parent", {"家长", "Parents"}, {}}};
    setup.programme.steps = {quiz::WelcomeStep{}, quiz::AudienceStep{}};
    return setup;
}

namespace {

using quiz::Kind;

screens::FeedbackState feedback(const quiz::Item& asked, quiz::OptionSet chosen, bool review = false) {
    const auto page = question(asked).page;
    return {.page = page,
            .chosen = chosen,
            .topic = {"识别伪装", "Disguises"},
            .number = 3,
            .total = 10,
            .review = review,
            .last = review};
}

screens::ResultState result(screens::Praise praise) {
    return {.praise = praise,
            .right = 7,
            .asked = 10,
            .before = {2, 5},
            .after = {4, 5},
            .take_home = {{"陌生人给的零食，不收也不吃。", "Don't take snacks from strangers."}},
            .missed = 3};
}

std::vector<quiz::Item> items() {
    std::vector<quiz::Item> all;
    all.push_back(item(Kind::single, "校门口，不认识的大人送你一包“新口味糖果”。",
                       {"先收下", "放进书包", "说“我不要”", "快走"}));
    all.push_back(
        item(Kind::multiple, "拒绝以后还可以做什么？", {"离开", "告诉老师", "打 110", "什么都不做", "拍照"}));
    all.push_back(item(Kind::true_false, "毒品可以戒掉，所以试一次没关系。", {"对", "错"}));
    all.push_back(item(Kind::single, "哪一杯最放心？", {"自己拆封的", "别人递来的"}));
    all.back().picture = quiz::Picture{"cup.svg", {}};
    all.push_back(item(Kind::single, "选一幅画。", {"画一", "画二", "画三"}));
    for (quiz::Option& option : all.back().options) option.picture = quiz::Picture{option.id + ".svg", {}};
    all[0].options[1].feedback = {"带在身上也不放心。可以说：“我不能要。”", "Keeping it isn't safe."};
    return all;
}

}  // namespace

std::vector<screens::KioskState> album() {
    using screens::Overlay;
    using screens::Praise;
    std::vector<screens::KioskState> all;
    all.push_back(state_of(screens::AttractState{}));
    all.push_back(state_of(screens::AudienceState{}));
    for (const quiz::Item& asked : items()) {
        all.push_back(state_of(question(asked)));
        auto chosen = question(asked, quiz::Phase::pre);
        chosen.chosen = 1;
        chosen.saving = asked.kind != Kind::multiple;
        all.push_back(state_of(chosen));
        for (const quiz::OptionSet given : {0U, 1U, 2U}) all.push_back(state_of(feedback(asked, given)));
        all.push_back(state_of(feedback(asked, 2, true)));
    }
    all.push_back(state_of(
        question(item(Kind::scale, "我有把握拒绝。", {"很没把握", "没把握", "一般", "有把握", "很有把握"}),
                 quiz::Phase::survey)));
    all.push_back(state_of(
        question(item(Kind::choice, "从哪里知道这里？", {"学校", "村里", "路过"}), quiz::Phase::survey)));
    quiz::Card card{.bank = "law",
                    .id = "candy",
                    .topic = "candy",
                    .audiences = {},
                    .text = {"不认识的人给的糖，不收也不吃。", "Take no candy from strangers."},
                    .picture = {{"candy.svg", {}}}};
    for (int i = 0; i < 2; ++i, card.picture.reset())
        all.push_back(state_of(screens::CardState{.card = std::make_shared<const quiz::Card>(card),
                                                  .topic = {"识别伪装", "Disguises"},
                                                  .number = 2,
                                                  .total = 3}));
    all.push_back(state_of(screens::PledgeState{}));
    for (const Praise praise : {Praise::learning, Praise::growing, Praise::good, Praise::great})
        all.push_back(state_of(result(praise)));
    std::get<screens::ResultState>(all.back().screen).right = 10;
    all.push_back(state_of(screens::ResultState{}));
    for (const Overlay overlay : {Overlay::still_there, Overlay::leave, Overlay::staff}) {
        all.push_back(state_of(question(items().front())));
        all.back().overlay = overlay;
    }
    return all;
}

}  // namespace xy::gui::tests
