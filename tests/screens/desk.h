// A kiosk without a screen and without a disk: taps go in, what is shown and what is asked of the store is
// seen.
#pragma once

#include <string>
#include <vector>

#include "screens/flow.h"

namespace xy::screens::tests {

using Seconds = std::chrono::seconds;

/// Topics "candy", "law" and "help" with three items each: candy-1 … help-3. Option a of every item is right;
/// law-2 is multiple choice with a and c right. Item n of a topic has the sentence to take home "candy-1!".
quiz::Bank quiz_bank();
/// The same with a lesson card for everybody in each topic ("card-candy" …), and one for parents alone.
quiz::Bank bank_with_cards();
/// "sure" and "again" (scales of five steps) and "where" (a choice of three).
quiz::Bank survey_bank();

/// Welcome, audience, 1 pre-test item, 3 quiz items with feedback, 2 statements, pledge, result.
quiz::Programme whole_programme();
/// An open event, three audiences, whole_programme() and both banks. Visitors here read in no time.
Setup setup();
/// The same with three lesson cards after the pre-test.
Setup setup_with_cards();

quiz::QuestionsStep questions(quiz::Phase phase, bool feedback, std::vector<std::string> items);
quiz::SurveyStep survey(std::vector<std::string> items);

/// "begin pupil zh 2026-06-26 9", "answer 0 quiz law/law-1 1 right", "pledge yes", "finish completed zh yes",
/// "count fair 2026-06-26".
std::string to_string(const Effect& effect);
/// "attract", "question", "survey", "feedback", "review" …; with "+still_there" and so on when something lies
/// over it.
std::string shown(const KioskState& state);

class Desk {
 public:
    explicit Desk(Setup around = setup());

    Setup around;
    KioskState state;
    Moment moment;
    std::vector<std::string> asked;  ///< of the store, since the last take_asked()

    /// Does one thing; the store has not answered yet.
    void act(const Action& action);
    /// The store answers everything it was asked for with yes.
    void store_confirms();
    void store_fails();
    /// act(), and the store confirms at once.
    void tap(const Action& action);
    /// Time goes by in one step, then Tick.
    void wait(Milliseconds time);
    /// Ticks when the loop would tick, until the time has gone by.
    void live(Milliseconds time);

    std::string shown() const { return tests::shown(state); }
    std::vector<std::string> take_asked();
    const QuestionState& question() const { return std::get<QuestionState>(state.screen); }
    const CardState& card() const { return std::get<CardState>(state.screen); }
    const FeedbackState& feedback() const { return std::get<FeedbackState>(state.screen); }
    const ResultState& result() const { return std::get<ResultState>(state.screen); }

    /// Where the option with this id is shown.
    Pick option(const std::string& id) const;
    /// Answers the question on the screen right or wrong, and confirms where that is needed; not past
    /// feedback.
    void answer(bool right);
    /// Touches Start and chooses the audience.
    void start(const std::string& audience = "pupil");
    /// On through questions and feedback (answered right) until this screen shows.
    void go_to(const std::string& screen);

 private:
    std::uint8_t ids_ = 0;
};

/// Everything a next visitor could notice is as in a kiosk that was just switched on.
void expect_fresh(const Desk& desk);

}  // namespace xy::screens::tests
