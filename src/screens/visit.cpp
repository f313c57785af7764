#include "screens/visit.h"

#include <algorithm>

#include "screens/flow.h"

namespace xy::screens {
namespace {

quiz::SessionStart session_start(const Step& step) {
    const Visit& visit = *step.state.visit;
    return {.id = visit.id,
            .event = step.booth.event ? step.booth.event->id : std::string(),
            .device = step.booth.device,
            .programme = step.booth.programme.id,
            .programme_version = step.booth.programme.version,
            .audience = visit.audience,
            .language = step.state.language,
            .practice = step.booth.practice || step.state.preview,
            .hour = step.moment.hour};
}

void record_beginning(const Step& step) {
    Visit& visit = *step.state.visit;
    if (visit.recorded) return;
    visit.recorded = true;
    visit.begun = step.moment.now;
    ask_store(step, BeginSession{session_start(step)});
}

void record_end(const Step& step, quiz::Outcome outcome) {
    Visit& visit = *step.state.visit;
    if (!visit.recorded || visit.ended) return;
    visit.ended = true;
    ask_store(step, FinishSession{{.id = visit.id,
                                   .outcome = outcome,
                                   .language = step.state.language,
                                   .duration = step.moment.now - visit.begun,
                                   .pledge = visit.pledge}});
}

/// Place of page `index` among the pages of its phase, and how many there are.
std::pair<int, int> place_in_phase(const quiz::Paper& paper, std::size_t index) {
    const quiz::Phase phase = std::get<quiz::AskPage>(paper.pages[index]).phase;
    int number = 0;
    int total = 0;
    for (std::size_t i = 0; i < paper.pages.size(); ++i) {
        const auto* ask = std::get_if<quiz::AskPage>(&paper.pages[i]);
        if (ask == nullptr || ask->phase != phase) continue;
        ++total;
        if (i <= index) ++number;
    }
    return {number, total};
}

QuestionState question(const Step& step, std::size_t index) {
    const Visit& visit = *step.state.visit;
    const auto& page = std::get<quiz::AskPage>(visit.paper.pages[index]);
    const auto [number, total] = place_in_phase(visit.paper, index);
    return {.page = page,
            .topic = step.booth.topic_title(page.item->bank, page.item->topic),
            .number = number,
            .total = total,
            .chosen = 0,
            .saving = false,
            .shown_at = step.moment.now};
}

bool is_card(const quiz::Paper& paper, std::size_t index) {
    return index < paper.pages.size() && std::holds_alternative<quiz::CardPage>(paper.pages[index]);
}

CardState card(const Step& step, std::size_t index) {
    const quiz::Paper& paper = step.state.visit->paper;
    std::size_t first = index;
    while (first > 0 && is_card(paper, first - 1)) --first;
    std::size_t end = index;
    while (is_card(paper, end)) ++end;
    const auto& page = std::get<quiz::CardPage>(paper.pages[index]);
    return {.card = page.card,
            .topic = step.booth.topic_title(page.card->bank, page.card->topic),
            .number = static_cast<int>(index - first) + 1,
            .total = static_cast<int>(end - first)};
}

FeedbackState feedback(const QuestionState& asked, const Visit& visit) {
    const bool last = visit.page >= visit.paper.pages.size() ||
                      !std::holds_alternative<quiz::AskPage>(visit.paper.pages[visit.page]);
    return {.page = asked.page,
            .chosen = asked.chosen,
            .topic = asked.topic,
            .number = asked.number,
            .total = asked.total,
            .review = false,
            .last = last};
}

bool result_follows(const Visit& visit) {
    return visit.page >= visit.paper.pages.size() ||
           std::holds_alternative<quiz::ResultPage>(visit.paper.pages[visit.page]);
}

Praise praise(const quiz::Score& score) {
    if (score.asked == 0) return Praise::thanks;
    if (10 * score.right >= 9 * score.asked) return Praise::great;
    if (10 * score.right >= 6 * score.asked) return Praise::good;
    return Praise::growing;
}

/// At most two sentences, of different topics where that is possible.
std::vector<LocalizedText> take_home(const std::vector<const quiz::Answered*>& missed) {
    std::vector<LocalizedText> sentences;
    std::string first_topic;
    for (const bool other_topic : {true, false}) {
        for (const quiz::Answered* answered : missed) {
            const quiz::Item& item = *answered->page.item;
            if (item.take_home.empty() || sentences.size() == 2) continue;
            if (other_topic && !sentences.empty() && item.topic == first_topic) continue;
            if (std::find(sentences.begin(), sentences.end(), item.take_home) != sentences.end()) continue;
            if (sentences.empty()) first_topic = item.topic;
            sentences.push_back(item.take_home);
        }
    }
    return sentences;
}

ResultState result(const Visit& visit, const Booth& booth) {
    const quiz::Score score = quiz::score(visit.answered);
    const auto missed = quiz::missed(visit.answered);
    ResultState state{.praise = praise(score),
                      .right = score.right,
                      .asked = score.asked,
                      .topics = {},
                      .take_home = take_home(missed),
                      .missed = static_cast<int>(missed.size())};
    for (const quiz::TopicScore& topic : score.topics) {
        const auto asked =
            std::find_if(visit.answered.begin(), visit.answered.end(),
                         [&](const quiz::Answered& a) { return a.page.item->topic == topic.topic; });
        state.topics.push_back(
            {booth.topic_title(asked->answer.bank, topic.topic), topic.right, topic.asked});
    }
    return state;
}

void show_result(const Step& step) {
    step.state.screen = result(*step.state.visit, step.booth);
    step.state.seconds_left = static_cast<int>((step.booth.timing.result.count() + 999) / 1000);
}

void show_page(const Step& step) {
    Visit& visit = *step.state.visit;
    const std::size_t index = visit.page++;
    if (std::holds_alternative<quiz::AskPage>(visit.paper.pages[index]))
        step.state.screen = question(step, index);
    else if (is_card(visit.paper, index))
        step.state.screen = card(step, index);
    else
        step.state.screen = PledgeState{};
}

Visit draw_visit(const Step& step, std::string audience) {
    Random random(step.moment.fresh_seed);
    Visit visit;
    visit.id = step.moment.fresh_id;
    visit.paper =
        quiz::draw_paper(step.booth.programme, step.booth.banks, audience, step.moment.hour.day, random);
    visit.audience = std::move(audience);
    return visit;
}

}  // namespace

bool is_kept(const Booth& booth) {
    return booth.event.has_value();
}

void ask_store(const Step& step, Effect effect) {
    if (!is_kept(step.booth)) return;
    step.state.unsaved.push_back(effect);
    ++step.state.in_flight;
    step.effects.push_back(std::move(effect));
}

void come_in(const Step& step) {
    if (!step.booth.programme.has<quiz::AudienceStep>()) return begin_visit(step, {});
    const auto offered = step.booth.offered();
    if (offered.size() == 1)
        begin_visit(step, offered.front().id);
    else
        step.state.screen = AudienceState{};
}

void begin_visit(const Step& step, std::string audience) {
    step.state.visit = draw_visit(step, std::move(audience));
    record_beginning(step);
    step.state.after_save = true;
}

void show_first_page(const Step& step) {
    step.state.visit = draw_visit(step, {});
    if (!result_follows(*step.state.visit)) show_page(step);
}

void leave_card(const Step& step) {
    if (step.state.visit->recorded) return next_page(step);
    record_beginning(step);
    step.state.after_save = true;
}

void give_answer(const Step& step, quiz::OptionSet chosen) {
    auto& asked = std::get<QuestionState>(step.state.screen);
    Visit& visit = *step.state.visit;
    const quiz::Item& item = *asked.page.item;
    Milliseconds time = step.moment.now - asked.shown_at;
    // A question that stood there before the visitor came: nobody can read it for longer than this.
    if (!visit.recorded) time = std::min(time, patience(step.state, step.booth));
    record_beginning(step);
    quiz::Answer answer{.position = static_cast<int>(visit.answered.size()),
                        .phase = asked.page.phase,
                        .bank = item.bank,
                        .item = item.id,
                        .item_version = item.version,
                        .chosen = chosen,
                        .correct = quiz::mark(item, chosen),
                        .time = time};
    visit.answered.push_back({asked.page, answer});
    ask_store(step, SaveAnswer{visit.id, std::move(answer)});
    step.state.after_save = true;
}

void next_page(const Step& step) {
    Visit& visit = *step.state.visit;
    if (!result_follows(visit)) {
        show_page(step);
        return;
    }
    record_beginning(step);
    record_end(step, quiz::Outcome::completed);
    step.state.after_save = true;
}

void go_on(const Step& step) {
    step.state.after_save = false;
    if (!step.state.visit) return;
    const Visit& visit = *step.state.visit;
    const auto* asked = std::get_if<QuestionState>(&step.state.screen);
    if (visit.ended) {
        if (visit.page < visit.paper.pages.size())
            show_result(step);
        else
            rest(step);
    } else if (asked != nullptr && asked->saving && asked->page.feedback) {
        step.state.screen = feedback(*asked, visit);
    } else {
        next_page(step);
    }
}

void end_visit(const Step& step, quiz::Outcome outcome) {
    if (step.state.visit) record_end(step, outcome);
    rest(step);
}

void rest(const Step& step) {
    KioskState fresh = at_rest(step.booth, step.moment);
    fresh.today = step.state.today;
    fresh.counted_day = step.moment.hour.day;
    fresh.unsaved = std::move(step.state.unsaved);
    fresh.in_flight = step.state.in_flight;
    fresh.gate = step.state.gate;
    step.state = std::move(fresh);
    if (step.booth.event) step.effects.push_back(CountToday{step.booth.event->id, step.moment.hour.day});
}

void show_review(const Step& step) {
    Visit& visit = *step.state.visit;
    const auto missed = quiz::missed(visit.answered);
    if (visit.review >= missed.size()) {
        visit.review = 0;
        show_result(step);
        return;
    }
    const quiz::Answered& answered = *missed[visit.review];
    const quiz::Item& item = *answered.page.item;
    ++visit.review;
    step.state.screen = FeedbackState{.page = answered.page,
                                      .chosen = answered.answer.chosen,
                                      .topic = step.booth.topic_title(item.bank, item.topic),
                                      .number = static_cast<int>(visit.review),
                                      .total = static_cast<int>(missed.size()),
                                      .review = true,
                                      .last = visit.review == missed.size()};
}

}  // namespace xy::screens
