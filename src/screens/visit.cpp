#include "screens/visit.h"

#include <algorithm>
#include <set>

#include "screens/flow.h"

namespace xy::screens {
namespace {

quiz::SessionStart session_start(const Turn& turn) {
    const Visit& visit = *turn.state.visit;
    return {.id = visit.id,
            .event = turn.setup.event ? turn.setup.event->id : std::string(),
            .device = turn.setup.device,
            .programme = programme_of(turn.state, turn.setup).id,
            .programme_version = programme_of(turn.state, turn.setup).version,
            .audience = visit.audience,
            .language = turn.state.language,
            .practice = turn.setup.settings.practice || turn.state.preview.has_value(),
            .hour = turn.moment.hour};
}

void record_beginning(const Turn& turn) {
    Visit& visit = *turn.state.visit;
    if (visit.recorded) return;
    visit.recorded = true;
    visit.begun = turn.moment.now;
    ask_store(turn, BeginSession{session_start(turn)});
}

void record_end(const Turn& turn, quiz::Outcome outcome) {
    Visit& visit = *turn.state.visit;
    if (!visit.recorded || visit.ended) return;
    visit.ended = true;
    ask_store(turn, FinishSession{{.id = visit.id,
                                   .outcome = outcome,
                                   .language = turn.state.language,
                                   .duration = turn.moment.now - visit.begun,
                                   .pledge = visit.pledge}});
}

/// How many of the first `pages` pages of the paper ask something.
int questions_in(const quiz::Paper& paper, std::size_t pages) {
    const auto end = paper.pages.begin() + static_cast<std::ptrdiff_t>(std::min(pages, paper.pages.size()));
    return static_cast<int>(std::count_if(paper.pages.begin(), end, [](const quiz::Page& page) {
        return std::holds_alternative<quiz::AskPage>(page);
    }));
}

/// Whether the page before asked something and did not say what was right.
bool is_noted(const quiz::Paper& paper, std::size_t index) {
    const auto* before = index > 0 ? std::get_if<quiz::AskPage>(&paper.pages[index - 1]) : nullptr;
    return before != nullptr && before->phase == quiz::Phase::pre && !before->feedback;
}

QuestionState question(const Turn& turn, std::size_t index) {
    const Visit& visit = *turn.state.visit;
    const auto& page = std::get<quiz::AskPage>(visit.paper.pages[index]);
    return {.page = page,
            .topic = turn.setup.topic_title(page.item->bank, page.item->topic),
            .number = questions_in(visit.paper, index + 1),
            .total = questions_in(visit.paper, visit.paper.pages.size()),
            .noted = is_noted(visit.paper, index),
            .chosen = 0,
            .saving = false,
            .shown_at = turn.moment.now};
}

bool is_card(const quiz::Paper& paper, std::size_t index) {
    return index < paper.pages.size() && std::holds_alternative<quiz::CardPage>(paper.pages[index]);
}

CardState card(const Turn& turn, std::size_t index) {
    const quiz::Paper& paper = turn.state.visit->paper;
    std::size_t first = index;
    while (first > 0 && is_card(paper, first - 1)) --first;
    std::size_t end = index;
    while (is_card(paper, end)) ++end;
    const auto& page = std::get<quiz::CardPage>(paper.pages[index]);
    return {.card = page.card,
            .topic = turn.setup.topic_title(page.card->bank, page.card->topic),
            .number = static_cast<int>(index - first) + 1,
            .total = static_cast<int>(end - first),
            .asked = questions_in(paper, index),
            .questions = questions_in(paper, paper.pages.size())};
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

int learned_in(const std::vector<quiz::Answered>& answered) {
    return static_cast<int>(std::count_if(answered.begin(), answered.end(), [](const quiz::Answered& a) {
        return a.page.feedback && !a.answer.correct.value_or(true);
    }));
}

Praise praise(const quiz::Score& score, int learned) {
    if (score.asked == 0) return Praise::thanks;
    if (10 * score.right >= 9 * score.asked) return Praise::great;
    if (10 * score.right >= 6 * score.asked) return Praise::good;
    return 10 * score.right >= 4 * score.asked || learned == 0 ? Praise::growing : Praise::learning;
}

/// At most so many sentences, of different topics where that is possible.
std::vector<LocalizedText> take_home(const std::vector<const quiz::Answered*>& missed, std::size_t most) {
    std::vector<LocalizedText> sentences;
    std::set<std::string> topics;
    for (const bool other_topic : {true, false}) {
        for (const quiz::Answered* answered : missed) {
            const quiz::Item& item = *answered->page.item;
            if (item.take_home.empty() || sentences.size() == most) continue;
            if (other_topic && topics.contains(item.topic)) continue;
            if (std::find(sentences.begin(), sentences.end(), item.take_home) != sentences.end()) continue;
            topics.insert(item.topic);
            sentences.push_back(item.take_home);
        }
    }
    return sentences;
}

ResultState result(const Visit& visit) {
    const quiz::Score score = quiz::score(visit.answered);
    const auto missed = quiz::missed(visit.answered);
    const int learned = learned_in(visit.answered);
    const Praise greeting = praise(score, learned);
    return {.praise = greeting,
            .right = score.right,
            .asked = score.asked,
            .before = quiz::score_of(visit.answered, quiz::Phase::pre),
            .after = quiz::score_of(visit.answered, quiz::Phase::post),
            .learned = learned,
            .take_home = take_home(missed, greeting == Praise::learning ? 3 : 2),
            .missed = static_cast<int>(missed.size())};
}

Screen show_result(const Turn& turn) {
    turn.state.seconds_left = static_cast<int>((turn.setup.timing.result.count() + 999) / 1000);
    return result(*turn.state.visit);
}

Screen turn_page(const Turn& turn) {
    Visit& visit = *turn.state.visit;
    const std::size_t index = visit.page++;
    if (std::holds_alternative<quiz::AskPage>(visit.paper.pages[index])) return question(turn, index);
    if (is_card(visit.paper, index)) return card(turn, index);
    return PledgeState{};
}

Visit draw_visit(const Turn& turn, std::string audience) {
    Random random(turn.moment.fresh_seed);
    Visit visit;
    visit.id = turn.moment.fresh_id;
    visit.paper = quiz::draw_paper(programme_of(turn.state, turn.setup), turn.setup.banks, audience,
                                   turn.moment.hour.day, random);
    visit.audience = std::move(audience);
    return visit;
}

}  // namespace

bool is_kept(const Setup& setup) {
    return setup.event.has_value();
}

void ask_store(const Turn& turn, Effect effect) {
    if (!is_kept(turn.setup)) return;
    turn.state.unsaved.push_back(effect);
    ++turn.state.in_flight;
    turn.effects.push_back(std::move(effect));
}

bool asks_who(const Turn& turn) {
    const quiz::Programme& programme = programme_of(turn.state, turn.setup);
    return programme.has<quiz::AudienceStep>() && turn.setup.offered(programme).size() != 1;
}

NextScreen start(const Turn& turn) {
    if (asks_who(turn)) return AudienceState{};
    const quiz::Programme& programme = programme_of(turn.state, turn.setup);
    const bool known = programme.has<quiz::AudienceStep>();
    begin_visit(turn, known ? turn.setup.offered(programme).front().id : std::string());
    return std::nullopt;
}

void begin_visit(const Turn& turn, std::string audience) {
    turn.state.visit = draw_visit(turn, std::move(audience));
    record_beginning(turn);
    turn.state.after_save = true;
}

NextScreen first_page(const Turn& turn) {
    turn.state.visit = draw_visit(turn, {});
    if (result_follows(*turn.state.visit)) return std::nullopt;
    return turn_page(turn);
}

NextScreen leave_card(const Turn& turn) {
    if (turn.state.visit->recorded) return next_page(turn);
    record_beginning(turn);
    turn.state.after_save = true;
    return std::nullopt;
}

void give_answer(const Turn& turn, const QuestionState& asked, quiz::OptionSet chosen) {
    Visit& visit = *turn.state.visit;
    const quiz::Item& item = *asked.page.item;
    Milliseconds time = turn.moment.now - asked.shown_at;
    // A question that stood there before the visitor came: nobody can read it for longer than this.
    if (!visit.recorded) time = std::min(time, idle_timeout(turn.state, turn.setup));
    record_beginning(turn);
    quiz::Answer answer{.position = static_cast<int>(visit.answered.size()),
                        .phase = asked.page.phase,
                        .bank = item.bank,
                        .item = item.id,
                        .item_version = item.version,
                        .chosen = chosen,
                        .correct = quiz::mark(item, chosen),
                        .time = time};
    visit.answered.push_back({asked.page, answer});
    ask_store(turn, SaveAnswer{visit.id, std::move(answer)});
    turn.state.after_save = true;
}

NextScreen next_page(const Turn& turn) {
    if (!result_follows(*turn.state.visit)) return turn_page(turn);
    record_beginning(turn);
    record_end(turn, quiz::Outcome::completed);
    turn.state.after_save = true;
    return std::nullopt;
}

NextScreen go_on(const Turn& turn) {
    turn.state.after_save = false;
    if (!turn.state.visit) return std::nullopt;
    const Visit& visit = *turn.state.visit;
    const auto* asked = std::get_if<QuestionState>(&turn.state.screen);
    if (visit.ended) return visit.page < visit.paper.pages.size() ? show_result(turn) : rest(turn);
    if (asked != nullptr && asked->saving && asked->page.feedback) return feedback(*asked, visit);
    return next_page(turn);
}

Screen end_visit(const Turn& turn, quiz::Outcome outcome) {
    if (turn.state.visit) record_end(turn, outcome);
    return rest(turn);
}

Screen rest(const Turn& turn) {
    KioskState fresh = at_rest(turn.setup, turn.moment);
    fresh.today = turn.state.today;
    fresh.counted_day = turn.moment.hour.day;
    fresh.unsaved = std::move(turn.state.unsaved);
    fresh.in_flight = turn.state.in_flight;
    fresh.lockout = turn.state.lockout;
    Screen next = std::move(fresh.screen);
    fresh.screen = std::move(turn.state.screen);  // until the turn ends: see NextScreen
    turn.state = std::move(fresh);
    if (turn.setup.event) turn.effects.push_back(CountToday{turn.setup.event->id, turn.moment.hour.day});
    return next;
}

Screen review(const Turn& turn) {
    Visit& visit = *turn.state.visit;
    const auto missed = quiz::missed(visit.answered);
    if (visit.review >= missed.size()) {
        visit.review = 0;
        return show_result(turn);
    }
    const quiz::Answered& answered = *missed[visit.review];
    const quiz::Item& item = *answered.page.item;
    ++visit.review;
    return FeedbackState{.page = answered.page,
                         .chosen = answered.answer.chosen,
                         .topic = turn.setup.topic_title(item.bank, item.topic),
                         .number = static_cast<int>(visit.review),
                         .total = static_cast<int>(missed.size()),
                         .review = true,
                         .last = visit.review == missed.size()};
}

}  // namespace xy::screens
