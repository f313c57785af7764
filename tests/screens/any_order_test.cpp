// Whatever is touched in whatever order, and whatever the disk does: what reaches the store makes sense.
#include <gtest/gtest.h>
#include <map>
#include <sstream>

#include "base/random.h"
#include "desk.h"

namespace xy::screens {
namespace {

using namespace tests;

/// A store that takes only what the real one would take.
class StrictStore {
 public:
    void take(const BeginSession& e) {
        EXPECT_FALSE(e.start.event.empty());
        EXPECT_TRUE(sessions_.try_emplace(e.start.id).second) << "begun twice";
    }
    void take(const SaveAnswer& e) {
        Session& session = open_session(e.session);
        EXPECT_EQ(e.answer.position, session.answers++) << "positions without gaps";
        EXPECT_GE(e.answer.time, Milliseconds(0));
    }
    void take(const SavePledge& e) { open_session(e.session).pledge = e.given; }
    void take(const FinishSession& e) {
        Session& session = open_session(e.end.id);
        session.ended = true;
        EXPECT_EQ(e.end.pledge, session.pledge);
        EXPECT_GE(e.end.duration, Milliseconds(0));
        EXPECT_NE(e.end.outcome, quiz::Outcome::open);
    }
    void take(const CountToday&) {}
    void take(const PanelCommand&) { ADD_FAILURE() << "visitors have no commands of the staff"; }

    void expect_all_ended() const {
        for (const auto& [id, session] : sessions_)
            EXPECT_TRUE(session.ended) << to_hex(id) << " never ended";
    }
    std::size_t count() const { return sessions_.size(); }

 private:
    struct Session {
        int answers = 0;
        std::optional<bool> pledge;
        bool ended = false;
    };
    Session& open_session(const RandomId& id) {
        const auto found = sessions_.find(id);
        EXPECT_NE(found, sessions_.end()) << "before its beginning";
        static Session nowhere;
        Session& session = found == sessions_.end() ? nowhere = Session{} : found->second;
        EXPECT_FALSE(session.ended) << "after its end";
        return session;
    }
    std::map<RandomId, Session> sessions_;
};

std::vector<screens::Setup> setups() {
    std::vector<screens::Setup> all{setup()};
    const auto add = [&](std::vector<quiz::Step> steps) {
        all.push_back(setup());
        all.back().programme.steps = std::move(steps);
    };
    const auto quiz_step = questions(quiz::Phase::quiz, true, {"law-2", "candy-1"});
    add({survey({"sure", "where"})});
    add({quiz_step, quiz::ResultStep{}});
    add({quiz::AudienceStep{}, quiz_step, quiz::PledgeStep{}, quiz::ResultStep{}});
    add({quiz::WelcomeStep{}, quiz_step, survey({"sure"}), quiz::PledgeStep{}});
    add({quiz::WelcomeStep{}, quiz::PledgeStep{}});
    all.push_back(setup_with_cards());
    all.push_back(setup_with_cards());
    all.back().programme.steps = {quiz::CardsStep{2, {}}, quiz_step, quiz::CardsStep{1, {}},
                                  quiz::ResultStep{}};
    all.push_back(setup());
    all.back().event.reset();
    return all;
}

/// One kiosk, driven by chance. The store answers late, fails now and then, and then fails for a while.
class Monkey {
 public:
    Monkey(const screens::Setup& around, std::uint64_t seed) : around_(around), random_(seed) {
        moment_.now = Seconds(1'000);
        moment_.hour = {"2026-06-26", 9};
        renew();
        state_ = at_rest(around_, moment_);
    }

    void play(int actions) {
        for (int i = 0; i < actions && !testing::Test::HasFailure(); ++i) {
            do_something();
            check();
        }
    }

    /// The disk works again and everybody goes home.
    void go_home() {
        while (!waiting_.empty()) answer_for_store();
        broken_ = false;
        for (int i = 0; i < 500; ++i) {
            while (!waiting_.empty()) answer_for_store();
            moment_.now = std::max(moment_.now, next_tick(state_, around_, moment_));
            act(Tick{});
        }
        check();
        EXPECT_TRUE(state_.unsaved.empty());
        EXPECT_EQ(state_.overlay, Overlay::none);
        store_.expect_all_ended();
    }

    std::size_t sessions() const { return store_.count(); }

 private:
    void renew() {
        moment_.fresh_seed = random_.next();
        for (auto& byte : moment_.fresh_id.bytes) byte = static_cast<std::uint8_t>(random_.below(256));
    }

    void act(const Action& action) {
        renew();
        for (Effect& effect : update(state_, action, around_, moment_))
            if (!std::holds_alternative<CountToday>(effect)) waiting_.push_back(std::move(effect));
    }

    void answer_for_store() {
        const Effect effect = waiting_.front();
        waiting_.erase(waiting_.begin());
        // As in the real store, what follows a failure in the same breath fails too.
        const bool fails = broken_ || random_.below(20) == 0;
        if (fails)
            broken_ = !waiting_.empty() || random_.below(3) == 0;
        else
            std::visit([&](const auto& e) { store_.take(e); }, effect);
        act(fails ? Action(RecordFailed{}) : Action(Recorded{}));
    }

    Action any_tap() {
        switch (random_.below(16)) {
            case 0:
                return Tap::start;
            case 1:
                return ChooseLanguage{random_.below(2) == 0 ? Language::zh : Language::en};
            case 2:
                return ChooseAudience{random_.below(5) == 0 ? "nobody" : "pupil"};
            case 3:
            case 4:
            case 5:
                return Pick{random_.below(6)};
            case 6:
                return Tap::confirm;
            case 7:
                return Tap::skip;
            case 8:
                return Tap::next;
            case 9:
                return GivePledge{random_.below(2) == 0};
            case 10:
                return Tap::review;
            case 11:
                return random_.below(3) == 0 ? Action(Tap::finish) : Action(Tap::next);
            case 12:
                return Tap::toggle_text_size;
            case 13:
                return random_.below(2) == 0 ? Action(Tap::back) : Action(Tap::touch);
            case 14:
                return random_.below(2) == 0 ? Action(Tap::stay) : Action(Tap::retry);
            default:
                return random_.below(3) == 0 ? Action(Tap::leave) : Action(Tap::stay);
        }
    }

    void do_something() {
        const auto what = random_.below(10);
        if (what < 3 && !waiting_.empty()) {
            answer_for_store();
        } else if (what == 3) {
            moment_.now = std::max(moment_.now, next_tick(state_, around_, moment_));
            act(Tick{});
            EXPECT_GT(next_tick(state_, around_, moment_), moment_.now) << "the loop would spin";
        } else if (what == 4) {
            moment_.now += Milliseconds(random_.below(3'000));
            if (random_.below(30) == 0)
                moment_.hour.day = "2026-07-" + std::to_string(10 + random_.below(20));
            if (waiting_.empty() && random_.below(10) == 0) broken_ = false;
            act(Tick{});
        } else {
            act(any_tap());
        }
    }

    /// What must hold at every moment.
    void check() {
        SCOPED_TRACE(shown(state_));
        EXPECT_EQ(state_.in_flight, waiting_.size());
        EXPECT_GE(state_.unsaved.size(), state_.in_flight);
        EXPECT_EQ(state_.overlay == Overlay::staff,
                  state_.overlay == Overlay::staff && !state_.unsaved.empty());
        EXPECT_GE(state_.seconds_left, 0);
        const bool needs_visit = !std::holds_alternative<AttractState>(state_.screen) &&
                                 !std::holds_alternative<AudienceState>(state_.screen);
        if (needs_visit) {
            EXPECT_TRUE(state_.visit);
        }
        if (std::holds_alternative<FeedbackState>(state_.screen) ||
            std::holds_alternative<ResultState>(state_.screen)) {
            EXPECT_FALSE(state_.visit->answered.empty() &&
                         std::holds_alternative<FeedbackState>(state_.screen));
            for (const Effect& effect : state_.unsaved)
                EXPECT_FALSE(std::holds_alternative<SaveAnswer>(effect)) << "shown as taken and not stored";
        }
    }

    screens::Setup around_;
    Random random_;
    Moment moment_;
    KioskState state_;
    std::vector<Effect> waiting_;
    StrictStore store_;
    bool broken_ = false;
};

TEST(AnyOrder, ReachesTheStoreInGoodOrder) {
    std::size_t sessions = 0;
    const std::vector<screens::Setup> all = setups();
    for (std::uint64_t seed = 0; seed < 2'000 && !HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Monkey monkey(all[seed % all.size()], seed);
        monkey.play(120);
        monkey.go_home();
        sessions += monkey.sessions();
    }
    EXPECT_GT(sessions, 2'000U) << "the visitors hardly did anything";
    RecordProperty("sessions", static_cast<int>(sessions));
}

}  // namespace
}  // namespace xy::screens
