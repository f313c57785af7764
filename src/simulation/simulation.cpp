#include "simulation/simulation.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cmath>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>

#include "simulation/visitor.h"

namespace xy::simulation {
namespace {

using quiz::Outcome;

/// Sessions in one transaction: few enough for a small log, many enough that the commits do not count.
constexpr std::size_t batch = 20'000;
constexpr std::size_t papers_in_all = 20'000;

std::string day_after(int days) {
    using namespace std::chrono;
    const year_month_day day{sys_days{year{2025} / June / 1} + std::chrono::days{days}};
    const auto padded = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(day.year())) + "-" + padded(static_cast<unsigned>(day.month())) +
           "-" + padded(static_cast<unsigned>(day.day()));
}

/// An index, more often one with more weight.
std::size_t pick(const std::vector<double>& weights, Random& random) {
    double rest = random.unit();
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
        rest -= weights[i];
        if (rest < 0) return i;
    }
    return weights.size() - 1;
}

std::vector<double> random_weights(std::size_t count, double spread, Random& random) {
    std::vector<double> weights(count);
    double sum = 0;
    for (double& weight : weights) sum += weight = std::exp(spread * random.normal());
    for (double& weight : weights) weight /= sum;
    return weights;
}

/// Visits by clock hour from 8 to 18: a morning peak, a dip at noon.
const std::vector<double> visits_by_hour{0.04, 0.11, 0.15, 0.13, 0.05, 0.04, 0.10, 0.14, 0.13, 0.08, 0.03};

using Plan = std::vector<SimulatedPage>;

struct SimulatedEvent {
    outreach::Event event;
    std::vector<std::string> days;
    std::vector<double> audience_weights;
    std::vector<std::vector<Plan>> papers;  ///< [audience][paper]
    int devices = 1;
};

/// A place of the lowest level; the last one is left out, so that a report has a gap to show.
const outreach::Place* place_for(int number, const bank::Configuration& configuration) {
    std::vector<const outreach::Place*> villages;
    for (const outreach::Place& place : configuration.places)
        if (place.level == outreach::PlaceLevel::village) villages.push_back(&place);
    if (villages.size() > 1) villages.pop_back();
    return villages.empty() ? nullptr : villages[static_cast<std::size_t>(number) % villages.size()];
}

/// Names that nobody could take for a real event.
outreach::Event invented_event(int number, const bank::Configuration& configuration) {
    constexpr std::array<std::pair<const char*, const char*>, 4> kinds{
        {{"赶集日", "Market day"}, {"校园", "School"}, {"社区", "Community"}, {"家庭日", "Family day"}}};
    const auto [zh, en] = kinds[static_cast<std::size_t>(number) % kinds.size()];
    const std::string text = std::to_string(number + 1);
    outreach::Event event;
    event.id = "sim-" + std::string(4 - std::min<std::size_t>(4, text.size()), '0') + text;
    event.name = {"模拟" + std::string(zh) + "宣传 " + text, "Simulated " + std::string(en) + " " + text};
    event.place = {"模拟地点 " + text, "Simulated place " + text};
    if (!configuration.venues.empty())
        event.venue = configuration.venues[static_cast<std::size_t>(number) % configuration.venues.size()].id;
    if (!configuration.occasions.empty())
        event.occasion =
            configuration.occasions[static_cast<std::size_t>(number) % configuration.occasions.size()].title;
    if (const outreach::Place* place = place_for(number, configuration)) {
        event.place = place->name;
        event.place_code = place->code;
    }
    event.state = outreach::EventState::closed;
    return event;
}

class Simulation {
 public:
    Simulation(store::Store& store, const bank::Configuration& configuration, const SimulationSize& size,
               const Progress& progress)
        : store_(store),
          configuration_(configuration),
          size_(size),
          progress_(progress),
          random_(size.seed),
          ledger_random_(size.seed) {
        if (configuration.programme().has<quiz::AudienceStep>())
            for (const outreach::Audience& audience : configuration.audiences)
                if (quiz::serves(configuration.programme(), configuration.banks, audience.id))
                    audiences_.push_back(audience.id);
        if (audiences_.empty()) audiences_.emplace_back();
        for (const std::string& audience : audiences_) shifts_[audience] = 0.3 * random_.normal();
        for (const quiz::Bank& bank : configuration.banks)
            for (const quiz::Item& item : bank.items) natures_.push_back(nature_of(item, random_));
        if (!size.keyed_wrongly.empty()) key_wrongly(item_named(size.keyed_wrongly));
        for (const ItemNature& nature : natures_) by_name_[nature.item.bank + "/" + nature.item.id] = &nature;
        for (int i = 0; i < size.events; ++i) events_.push_back(new_event(i));
        event_weights_ = random_weights(events_.size(), 0.5, random_);
    }

    Simulated run() {
        store_.put_items(configuration_.banks);
        for (const SimulatedEvent& event : events_) {
            // Not of this store: the same seed makes the same events wherever.
            store_.put_arrived_event(event.event,
                                     {"simulation-" + std::to_string(size_.seed), event.event.id, 1});
            enter_ledger(event.event);
        }
        const std::vector<RandomId> ids = new_ids();
        for (std::size_t begin = 0; begin < ids.size(); begin += batch) {
            const auto part = std::span(ids).subspan(begin, std::min(batch, ids.size() - begin));
            store_.in_one_transaction([&] {
                for (const RandomId& id : part) visit(id);
            });
            go_on(progress_, static_cast<double>(begin + part.size()) / static_cast<double>(ids.size()));
        }
        for (const ItemNature& nature : natures_) {
            if (!quiz::is_scored(nature.item.kind)) continue;
            const Expected& expected = expected_[&nature];
            done_.items.push_back({nature.item.bank, nature.item.id, nature.difficulty, nature.sharpness,
                                   expected.shown, expected.marks});
        }
        return done_;
    }

 private:
    struct Expected {
        std::int64_t shown = 0;
        double marks = 0;
    };

    /// What volunteers would log; the last two measures are left for a report to call 未填报.
    void enter_ledger(const outreach::Event& event) {
        using outreach::Precision;
        const std::size_t known = configuration_.measures.size();
        for (std::size_t m = 0; m + 2 < known; ++m) {
            const outreach::Measure& measure = configuration_.measures[m];
            outreach::LedgerEntry entry;
            for (std::uint8_t& byte : entry.id.bytes)
                byte = static_cast<std::uint8_t>(ledger_random_.below(256));
            entry.event = event.id;
            entry.measure = measure.id;
            entry.title = measure.title;
            entry.unit = measure.unit;
            entry.amount = measure.steps.back() * static_cast<std::int64_t>(1 + ledger_random_.below(9));
            entry.precision = m == 0 ? Precision::more : Precision::exact;
            store_.add_to_ledger(entry);
        }
    }

    ItemNature& item_named(const std::string& name) {
        for (ItemNature& nature : natures_)
            if (nature.item.bank + "/" + nature.item.id == name && std::has_single_bit(nature.item.key()))
                return nature;
        throw NoSuchItem("there is no item " + name + " with one right option; give it as BANK/ITEM");
    }

    /// Only what the analysis of items looks at.
    void expect(const Plan& plan, const Visitor& visitor, const store::SessionRow& row) {
        if (row.start.practice || row.outcome != Outcome::completed) return;
        for (const SimulatedPage& page : plan) {
            if (page.nature == nullptr || page.phase != quiz::Phase::quiz) continue;
            if (!quiz::is_scored(page.nature->item.kind)) continue;
            Expected& expected = expected_[page.nature];
            ++expected.shown;
            expected.marks += chance_of_mark(visitor, page);
        }
    }

    /// Ordered, so that the tables grow at their end.
    std::vector<RandomId> new_ids() {
        std::vector<RandomId> ids(static_cast<std::size_t>(size_.sessions));
        for (RandomId& id : ids) {
            for (std::size_t half = 0; half < 2; ++half) {
                const std::uint64_t word = random_.next();
                for (std::size_t i = 0; i < 8; ++i)
                    id.bytes[8 * half + i] = static_cast<std::uint8_t>((word >> (8 * i)) & 0xFFU);
            }
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    SimulatedEvent new_event(int number) {
        SimulatedEvent made;
        made.event = invented_event(number, configuration_);
        const int days = 1 + static_cast<int>(random_.below(4));
        for (int i = 0; i < days; ++i) made.days.push_back(day_after(9 * number + i));
        made.event.day = made.days.front();
        made.audience_weights = random_weights(audiences_.size(), 0.6, random_);
        made.devices = 1 + static_cast<int>(random_.below(3));
        const std::size_t cells = audiences_.size() * static_cast<std::size_t>(size_.events);
        const std::size_t share = std::clamp<std::size_t>(papers_in_all / cells, 16, 1024);
        const auto papers = std::min(share, static_cast<std::size_t>(size_.sessions));
        for (const std::string& audience : audiences_)
            made.papers.push_back(draw(audience, made.days[0], papers));
        return made;
    }

    /// A pool of papers: drawing one copies its items, which for each of a million visits would be most of
    /// the work.
    std::vector<Plan> draw(const std::string& audience, const std::string& day, std::size_t count) {
        std::vector<Plan> plans(count);
        for (Plan& plan : plans) {
            const quiz::Paper paper =
                quiz::draw_paper(configuration_.programme(), configuration_.banks, audience, day, random_);
            for (const quiz::Page& page : paper.pages) {
                if (const auto* ask = std::get_if<quiz::AskPage>(&page))
                    plan.push_back({by_name_.at(ask->item->bank + "/" + ask->item->id), ask->phase});
                else if (std::holds_alternative<quiz::PledgePage>(page))
                    plan.push_back({});
            }
        }
        return plans;
    }

    store::SessionRow new_session(const RandomId& id, const SimulatedEvent& event,
                                  const std::string& audience) {
        store::SessionRow row;
        row.start.id = id;
        row.start.event = event.event.id;
        row.start.device =
            "sim-" + std::to_string(1 + random_.below(static_cast<std::uint64_t>(event.devices)));
        row.start.programme = configuration_.programme().id;
        row.start.programme_version = configuration_.programme().version;
        row.start.audience = audience;
        row.start.language = random_.unit() < 0.08 ? Language::en : Language::zh;
        row.start.practice = random_.unit() < 0.004;
        row.start.hour.day = event.days[random_.below(event.days.size())];
        row.start.hour.hour = 8 + static_cast<int>(pick(visits_by_hour, random_));
        return row;
    }

    void visit(const RandomId& id) {
        const SimulatedEvent& event = events_[pick(event_weights_, random_)];
        const std::size_t audience = pick(event.audience_weights, random_);
        store::SessionRow row = new_session(id, event, audiences_[audience]);
        const std::vector<Plan>& papers = event.papers[audience];
        const Visitor visitor = new_visitor(random_, shifts_[row.start.audience]);
        const Plan& plan = papers[random_.below(papers.size())];
        const std::size_t asked = go_through(plan, visitor, row);
        expect(plan, visitor, row);
        store_.put_session(row);
        for (std::size_t i = 0; i < asked; ++i) store_.add(id, answers_[i]);
        done_.sessions += 1;
        done_.answers += static_cast<std::int64_t>(asked);
    }

    /// Fills answers_ and the end of `row`; returns how many answers there are.
    std::size_t go_through(const Plan& plan, const Visitor& visitor, store::SessionRow& row) {
        row.outcome = Outcome::completed;
        row.duration = Milliseconds(2'000 + static_cast<std::int64_t>(random_.below(6'000)));
        std::size_t asked = 0;
        for (const SimulatedPage& page : plan) {
            if (const double fate = random_.unit() / visitor.patience; fate < 0.016) {
                row.outcome = fate < 0.007 ? Outcome::abandoned : Outcome::timed_out;
                if (row.outcome == Outcome::timed_out) row.duration += Milliseconds(75'000);
                return asked;
            }
            if (page.nature == nullptr) {
                row.pledge = random_.unit() < 0.88;
                row.duration += Milliseconds(3'000);
                continue;
            }
            if (asked == answers_.size()) answers_.emplace_back();
            row.duration += answer(visitor, page, answers_[asked], static_cast<int>(asked));
            ++asked;
        }
        return asked;
    }

    /// Returns how long the visitor was on the page, the feedback included.
    Milliseconds answer(const Visitor& visitor, const SimulatedPage& page, quiz::Answer& answer,
                        int position) {
        answer.position = position;
        answer.phase = page.phase;
        answer.bank = page.nature->item.bank;
        answer.item = page.nature->item.id;
        answer.item_version = page.nature->item.version;
        answer_page(visitor, page, random_, answer);
        return answer.time + Milliseconds(page.phase == quiz::Phase::quiz ? 2'500 : 300);
    }

    store::Store& store_;
    const bank::Configuration& configuration_;
    SimulationSize size_;
    const Progress& progress_;
    Random random_;
    Random ledger_random_;  ///< of its own, so that the visits of a seed stay as they were
    std::vector<std::string> audiences_;
    std::map<std::string, double> shifts_;  ///< of ability, by audience
    std::deque<ItemNature> natures_;
    std::map<std::string, const ItemNature*> by_name_;  ///< by "bank/item"
    std::vector<SimulatedEvent> events_;
    std::vector<double> event_weights_;
    std::vector<quiz::Answer> answers_;  ///< reused
    std::unordered_map<const ItemNature*, Expected> expected_;
    Simulated done_;
};

}  // namespace

Simulated simulate(store::Store& store, const bank::Configuration& configuration, const SimulationSize& size,
                   const Progress& progress) {
    return Simulation(store, configuration, size, progress).run();
}

}  // namespace xy::simulation
