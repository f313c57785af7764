// Merging tells the truth about events: whose they are, what became of them, and that two are two.
#include "exchange/event_merging.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/import.h"
#include "exchange/packages.h"

namespace xy::exchange {
namespace {

using namespace examples;
using outreach::Event;
using outreach::EventState;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A kiosk, an office: a store that writes exports and takes them.
class Station {
 public:
    explicit Station(const fs::path& folder) : folder_(folder), store_(store::Store::open(folder / "data")) {
        store_.put_items(std::vector<quiz::Bank>{bank()});
    }

    store::Store& kept() { return store_; }
    fs::path sent() {
        const fs::path package = folder_ / std::to_string(++packages_);
        write_package(store_, package);
        return package;
    }
    ImportResult take(const fs::path& package) { return import_package(store_, package); }
    void visit(std::uint32_t number, const std::string& event) {
        quiz::SessionStart start = store::examples::start(id(number));
        start.event = event;
        store_.begin(start);
        store_.finish(end(start.id));
    }
    Event event(const std::string& id) {
        for (Event& event : store_.events())
            if (event.id == id) return event;
        return {};
    }
    /// Names of the events with how many visits each has.
    std::map<std::string, std::int64_t> visits() {
        std::map<std::string, std::int64_t> visits;
        for (const Event& event : store_.events()) visits[event.name.zh] += store_.sheet(event.id).started;
        return visits;
    }

 private:
    fs::path folder_;
    store::Store store_;
    int packages_ = 0;
};

class MergedEvents : public ::testing::Test {
 protected:
    static Event planned(const std::string& id, const std::string& name) {
        Event event = store::examples::event(id);
        event.name = {name, name};
        event.state = EventState::planned;
        event.day = "2025-06-26";
        return event;
    }
    Station place(const std::string& name) { return Station(folder_.path() / name); }

 private:
    TemporaryFolder folder_;
};

TEST_F(MergedEvents, AnOfficeLearnsWhatBecameOfAnEvent) {
    Station kiosk = place("kiosk");
    Station office = place("office");
    kiosk.kept().plan_event(planned("market", "赶集"));
    office.take(kiosk.sent());
    EXPECT_EQ(office.event("market").state, EventState::planned);
    kiosk.kept().set_event_state("market", EventState::open);
    kiosk.visit(1, "market");
    const fs::path while_open = kiosk.sent();
    Event corrected = planned("market", "石桥赶集");
    corrected.place_code = "990100102001";
    corrected.day = "2025-06-28";
    kiosk.kept().plan_event(corrected);
    kiosk.kept().set_event_state("market", EventState::closed);
    const fs::path after = kiosk.sent();
    const ImportResult result = office.take(after);
    EXPECT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(office.event("market"), kiosk.event("market"));
    EXPECT_THAT(office.take(while_open).problems, IsEmpty()) << "an older export";
    EXPECT_EQ(office.event("market"), kiosk.event("market")) << "changes nothing";
    EXPECT_EQ(office.take(after).events.known, 1);
}

TEST_F(MergedEvents, AnImportedEventIsNeverOpenHere) {
    Station kiosk = place("kiosk");
    Station other = place("other");
    for (const auto& [at, name] : {std::pair{&kiosk, "a"}, std::pair{&other, "b"}}) {
        at->kept().plan_event(planned(name, name));
        at->kept().set_event_state(name, EventState::open);
    }
    kiosk.take(other.sent());
    EXPECT_EQ(kiosk.kept().open_event()->id, "a");
    EXPECT_EQ(kiosk.event("b").state, EventState::closed);
    EXPECT_EQ(failure_of([&] { kiosk.kept().set_event_state("b", EventState::open); }),
              store::StoreFailure::refused);
    EXPECT_EQ(kiosk.kept().open_event()->id, "a") << "a refusal closes nothing";
}

TEST_F(MergedEvents, TwoBoothsWithTheIdOfAnExampleAreTwoEvents) {
    Station first = place("first");
    Station second = place("second");
    first.kept().plan_event(planned("example", "永安学校"));
    second.kept().plan_event(planned("example", "石桥赶集"));
    first.visit(1, "example");
    second.visit(2, "example");
    second.visit(3, "example");
    const fs::path from_first = first.sent();
    const fs::path from_second = second.sent();
    const std::map<std::string, std::int64_t> right{{"永安学校", 1}, {"石桥赶集", 2}};
    Station office = place("office");
    EXPECT_THAT(office.take(from_first).problems, IsEmpty());
    const ImportResult split = office.take(from_second);
    ASSERT_EQ(split.problems.size(), 1U);
    EXPECT_THAT(split.problems[0].what, AllOf(HasSubstr("is another one"), HasSubstr("石桥赶集")));
    EXPECT_EQ(split.events.conflicting, 1);
    EXPECT_EQ(office.visits(), right);
    for (const fs::path& package : {from_first, from_second})
        EXPECT_THAT(office.take(package).problems, IsEmpty()) << "known by now";
    EXPECT_EQ(office.visits(), right);
    // Whatever came first anywhere: further up they are the same two.
    Station town = place("town");
    town.take(from_second);
    town.take(from_first);
    EXPECT_EQ(town.visits(), right);
    Station city = place("city");
    city.take(office.sent());
    EXPECT_FALSE(has_mistakes(city.take(town.sent()).problems));
    EXPECT_EQ(city.visits(), right);
}

TEST_F(MergedEvents, SeveralKiosksAtOneEventShareItAlsoAfterACorrection) {
    Station first = place("first");
    Station second = place("second");
    Station office = place("office");
    for (Station* kiosk : {&first, &second}) {
        kiosk->kept().plan_event(planned("june", "禁毒日"));
        EXPECT_THAT(office.take(kiosk->sent()).problems, IsEmpty());
    }
    EXPECT_EQ(office.kept().events().size(), 1U);
    for (Station* kiosk : {&second, &first}) {
        kiosk->kept().plan_event(planned("june", "国际禁毒日"));
        EXPECT_THAT(office.take(kiosk->sent()).problems, IsEmpty());
    }
    EXPECT_EQ(office.kept().events().size(), 1U);
    EXPECT_EQ(office.event("june").name.zh, "国际禁毒日");
}

TEST_F(MergedEvents, TheOwnEventGoesOnWhateverOthersSayOfIt) {
    Station first = place("first");
    Station second = place("second");
    for (Station* kiosk : {&first, &second}) {
        kiosk->kept().plan_event(planned("june", "禁毒日"));
        kiosk->kept().set_event_state("june", EventState::open);
    }
    first.take(second.sent());
    second.kept().set_event_state("june", EventState::closed);
    first.take(second.sent());
    EXPECT_EQ(first.event("june").state, EventState::open);
    first.take(first.sent());
    EXPECT_EQ(first.event("june").state, EventState::open) << "its own export";
}

TEST_F(MergedEvents, DaysThatCannotBeAreTheSameInTheOffice) {
    Station kiosk = place("kiosk");
    kiosk.kept().plan_event(planned("market", "赶集"));
    std::uint32_t number = 0;
    for (const char* day : {"2035-03-01", "1970-01-01", "2025-06-26", "2025-06-27", "2025-01-02"}) {
        quiz::SessionStart start = store::examples::start(id(++number));
        start.event = "market";
        start.hour.day = day;
        kiosk.kept().begin(start);
        kiosk.kept().finish(end(start.id));
    }
    const auto doubtful = kiosk.kept().doubtful_days();
    ASSERT_EQ(doubtful.size(), 3U) << "not their neighbours";
    EXPECT_EQ(doubtful[0], (outreach::DoubtfulDay{{"market", "1970-01-01", 1}, "2025-06-27"}));
    EXPECT_EQ(doubtful[1].visits.day, "2025-01-02") << "far from the day of the event";
    EXPECT_EQ(doubtful[2].visits.day, "2035-03-01");
    Station office = place("office");
    kiosk.kept().put_doubtful_day("market", "2025-06-26");
    EXPECT_THAT(office.take(kiosk.sent()).problems, IsEmpty());
    EXPECT_EQ(office.kept().doubtful_days(), kiosk.kept().doubtful_days());
    EXPECT_EQ(office.kept().doubtful_days().size(), 4U);
}

/// The package as a program that knew no owners would have written it.
void forget_owners(const fs::path& package) {
    std::string old;
    const std::string events = bytes_of(package / "events.csv");
    for (std::size_t at = 0; at < events.size();) {
        const std::size_t end = events.find("\r\n", at);
        std::string line = events.substr(at, end - at);
        for (int column = 0; column < 4; ++column) line.resize(line.rfind(','));
        old += line + "\r\n";
        at = end + 2;
    }
    reseal(package, "events.csv", old);
}

TEST_F(MergedEvents, PackagesWithoutOwnersMoveForwardAndAreToldApartByTheirDescription) {
    Station kiosk = place("kiosk");
    Station other = place("other");
    Station office = place("office");
    kiosk.kept().plan_event(planned("example", "赶集"));
    other.kept().plan_event(planned("example", "校园"));
    const auto old = [](Station& from) {
        const fs::path package = from.sent();
        forget_owners(package);
        return package;
    };
    office.take(old(kiosk));
    kiosk.kept().set_event_state("example", EventState::closed);
    EXPECT_THAT(office.take(old(kiosk)).problems, IsEmpty());
    EXPECT_EQ(office.event("example").state, EventState::closed);
    EXPECT_EQ(office.take(old(other)).events.conflicting, 1);
    EXPECT_EQ(office.kept().events().size(), 2U);
}

}  // namespace
}  // namespace xy::exchange
