// A small bank, an event and sessions for the tests of the store.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "store/store.h"
#include "support/folder.h"

namespace xy::store::examples {

inline RandomId id(std::uint32_t number) {
    RandomId id;
    for (std::size_t i = 0; i < 4; ++i)
        id.bytes[15 - i] = static_cast<std::uint8_t>((number >> (8 * i)) & 0xFFU);
    return id;
}

inline outreach::Event event(const std::string& name = "market-2025") {
    return {name,           {"赶集日宣传", "Market day"}, {"城关镇", "Chengguan"}, "620722", "rural",
            {"赶集日", ""}, outreach::EventState::open};
}

/// "law/coca" (options a, b, c; b is right), "law/age" (a and c are right), "law/useful" (a survey scale).
inline quiz::Bank bank() {
    const auto option = [](const std::string& name, bool right) {
        return quiz::Option{name, {"选项" + name, "option " + name}, right, {}, {}};
    };
    quiz::Item coca;
    coca.bank = "law";
    coca.id = "coca";
    coca.version = "v1";
    coca.topic = "plants";
    coca.stem = {"古柯叶里有什么？", "What is in a coca leaf?"};
    coca.options = {option("a", false), option("b", true), option("c", false)};
    quiz::Item age = coca;
    age.id = "age";
    age.kind = quiz::Kind::multiple;
    age.options = {option("a", true), option("b", false), option("c", true)};
    quiz::Item useful = coca;
    useful.id = "useful";
    useful.kind = quiz::Kind::scale;
    useful.topic = "";
    useful.options = {option("1", false), option("2", false), option("3", false)};
    return {"law", {"法律", "Law"}, {{"plants", {"植物", "Plants"}}}, {coca, age, useful}};
}

inline quiz::SessionStart start(const RandomId& session) {
    quiz::SessionStart start;
    start.id = session;
    start.event = "market-2025";
    start.device = "07";
    start.programme = "three-minute";
    start.programme_version = "p1";
    start.audience = "pupil";
    start.hour = {"2025-06-26", 10};
    return start;
}

inline quiz::SessionEnd end(const RandomId& session) {
    return {session, quiz::Outcome::completed, Language::zh, Milliseconds(61'000), true};
}

/// An answer to "law/coca"; option b (2) is right.
inline quiz::Answer answer(int position, quiz::OptionSet chosen = 2) {
    return {position, quiz::Phase::quiz, "law", "coca", "v1", chosen, chosen == 2, Milliseconds(4'200)};
}

/// Leaflets handed out at the event.
inline outreach::LedgerEntry entry(const RandomId& id, std::int64_t amount) {
    return {.id = id,
            .event = "market-2025",
            .measure = "leaflet",
            .title = {"发放宣传资料", "Leaflets handed out"},
            .unit = {"份", "copies"},
            .amount = amount,
            .precision = outreach::Precision::exact,
            .note = {},
            .undone = false};
}

/// What was published of the town: a count that was shown, one that was withheld.
inline outreach::Publication publication(const std::string& from, const std::string& to) {
    outreach::Publication made;
    made.made_on = "2025-07-02";
    made.title = from + " 至 " + to;
    made.from = from;
    made.to = to;
    made.place = "620722";
    made.events = {"market-2025", "school-2025"};
    made.threshold = 11;
    made.counts = {{"audience/adult", 200, true}, {"audience/junior", 3, false}};
    return made;
}

/// The event and the bank are known.
inline Store open_ready(const std::filesystem::path& folder) {
    Store store = Store::open(folder);
    store.put_event(event());
    store.put_items(std::vector<quiz::Bank>{bank()});
    return store;
}

/// The reason for which `work` is refused; nothing when it is not.
template <typename Work>
std::optional<StoreFailure> failure_of(Work&& work) {
    try {
        work();
        return std::nullopt;
    } catch (const StoreError& error) {
        return error.reason();
    }
}

}  // namespace xy::store::examples
