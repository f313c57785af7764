// How long one durable answer takes: bench_commit FOLDER prints "P50 P99" in milliseconds over 2,000 answers,
// each a commit of its own as at the booth.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <vector>

#include "store/store.h"

namespace {

using namespace xy;

constexpr int sessions = 200;
constexpr int answers = 10;

quiz::Bank bank() {
    quiz::Item item;
    item.bank = "bench";
    item.id = "item";
    item.version = "1";
    item.topic = "topic";
    item.stem = {"题目", "Stem"};
    item.options = {{"a", {"对", "Right"}, true, {}, {}}, {"b", {"错", "Wrong"}, false, {}, {}}};
    return {"bench", {"测试", "Bench"}, {{"topic", {"主题", "Topic"}}}, {item}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    store::Store store = store::Store::open(argv[1]);
    const outreach::Event event{"bench",  {"测试", "Bench"},         {"", ""}, "", "",
                                {"", ""}, outreach::EventState::open};
    const std::vector<quiz::Bank> banks{bank()};
    store.put_event(event);
    store.put_items(banks);
    std::vector<double> times;
    for (int visit = 0; visit < sessions; ++visit) {
        quiz::SessionStart session;
        session.id = new_random_id();
        session.event = event.id;
        session.device = "bench";
        session.programme = "bench";
        session.programme_version = "1";
        session.hour = {"2026-06-26", 9};
        store.begin(session);
        for (int position = 0; position < answers; ++position) {
            const quiz::Answer answer{position, quiz::Phase::quiz, "bench", "item", "1", 1U,
                                      true,     Milliseconds{900}};
            const auto begin = std::chrono::steady_clock::now();
            store.add(session.id, answer);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
            times.push_back(took.count());
        }
        store.finish(
            {session.id, quiz::Outcome::completed, Language::zh, Milliseconds{60'000}, std::nullopt});
    }
    std::sort(times.begin(), times.end());
    std::cout << times[times.size() / 2] << ' ' << times[times.size() * 99 / 100] << '\n';
}
