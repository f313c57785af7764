#include "bank/programme_check.h"

#include <algorithm>
#include <fmt/core.h>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "json/folder.h"
#include "quiz/paper.h"

namespace xy::bank {
namespace {

namespace fs = std::filesystem;
using quiz::Bank;
using quiz::Item;
using quiz::Programme;

/// What a programme can use, looked up once.
struct Supply {
    std::span<const Bank> all;
    std::vector<const Bank*> banks;  ///< in the programme's order, only readable ones
    bool complete = true;            ///< every bank it names could be read
};

/// As programmes name it: "bank/item".
bool is_named(const Item& item, std::string_view name) {
    return name.size() == item.bank.size() + 1 + item.id.size() && name.starts_with(item.bank) &&
           name[item.bank.size()] == '/' && name.ends_with(item.id);
}

Supply supply_of(const Programme& programme, const Shelf& shelf) {
    // A programme that names none has none.
    Supply supply{
        programme.banks.empty() ? std::span<const Bank>() : std::span<const Bank>(shelf.banks), {}, true};
    for (const std::string& id : programme.banks) {
        const auto found = std::find_if(shelf.banks.begin(), shelf.banks.end(),
                                        [&](const Bank& bank) { return bank.id == id; });
        if (found != shelf.banks.end())
            supply.banks.push_back(&*found);
        else
            supply.complete = false;
    }
    return supply;
}

class Check {
 public:
    Check(const ProgrammeReading& reading, const Supply& supply, std::string_view today)
        : reading_(reading), supply_(supply), today_(today), collector_(reading.file.string()) {}

    void banks(const Shelf& shelf, const fs::path& questions);
    void items();
    void topics();
    void forms();
    void fixed_order();
    void fixed_for_everybody(std::span<const std::string> audiences);
    void shortages(const std::string& audience);
    ProblemCollector& collector() { return collector_; }

 private:
    const Programme& programme() const { return reading_.programme; }
    const Item* find(std::string_view name) const;
    void item(const std::string& name, bool survey, const SourceLocation& place);
    std::vector<std::string> names(bool survey) const;
    int expired(std::string_view topic, std::string_view audience) const;
    void topic(const std::string& topic, const SourceLocation& place, const std::vector<std::string>& known);
    void shortage(const quiz::Shortage& missing);
    void short_rule(const quiz::Shortage& missing);
    void short_item(const quiz::Shortage& missing);
    void short_cards(const quiz::Shortage& missing);
    void short_form(const quiz::Shortage& missing);

    const ProgrammeReading& reading_;
    const Supply& supply_;
    std::string_view today_;
    ProblemCollector collector_;
};

const Item* Check::find(std::string_view name) const {
    for (const Bank* bank : supply_.banks)
        for (const Item& item : bank->items)
            if (is_named(item, name)) return &item;
    return nullptr;
}

std::vector<std::string> Check::names(bool survey) const {
    std::vector<std::string> names;
    for (const Bank* bank : supply_.banks)
        for (const Item& item : bank->items)
            if (is_scored(item.kind) != survey) names.push_back(item.bank + "/" + item.id);
    return names;
}

void Check::banks(const Shelf& shelf, const fs::path& questions) {
    for (std::size_t i = 0; i < programme().banks.size(); ++i) {
        const std::string& id = programme().banks[i];
        if (id.empty() || shelf.files.contains(id)) continue;
        std::string advice = did_you_mean(id, json::stems_of(json::files_in(questions)));
        if (advice.empty()) advice = "add the file, or take the bank out";
        collector_.mistake(reading_.banks[i],
                           fmt::format("unknown bank {}: there is no file {}", in_quotes(id),
                                       (questions / (id + ".json")).string()),
                           advice);
    }
}

void Check::item(const std::string& name, bool survey, const SourceLocation& place) {
    const std::string bank = name.substr(0, name.find('/'));
    const auto& banks = programme().banks;
    if (std::find(banks.begin(), banks.end(), bank) == banks.end()) {
        std::string advice = did_you_mean(bank, banks);
        if (advice.empty()) advice = "add the bank to \"banks\"";
        collector_.mistake(
            place, fmt::format("the bank {} is not among the banks of this programme", in_quotes(bank)),
            advice);
        return;
    }
    const Item* item = find(name);
    if (item == nullptr) {
        // Of a bank that could not be read nobody can tell whether it has the item.
        const bool readable = std::any_of(supply_.banks.begin(), supply_.banks.end(),
                                          [&](const Bank* b) { return b->id == bank; });
        if (readable)
            collector_.mistake(place, fmt::format("there is no item {}", in_quotes(name)),
                               did_you_mean(name, names(survey)));
        return;
    }
    if (is_scored(item->kind) != survey) return;
    collector_.mistake(place, fmt::format("{} is of kind \"{}\"", in_quotes(name), code(item->kind)),
                       survey ? "a survey asks items of kind \"scale\" or \"choice\" only"
                              : "ask it in a step \"survey\"; it has no right answer");
}

void Check::items() {
    for (std::size_t s = 0; s < programme().steps.size(); ++s) {
        const quiz::Step& step = programme().steps[s];
        const auto names = fixed_items(step);
        const bool survey = std::holds_alternative<quiz::SurveyStep>(step);
        for (std::size_t i = 0; i < names.size(); ++i)
            if (names[i].find('/') != std::string::npos) item(names[i], survey, reading_.steps[s].items[i]);
    }
}

void Check::topic(const std::string& topic, const SourceLocation& place,
                  const std::vector<std::string>& known) {
    if (topic.empty() || std::find(known.begin(), known.end(), topic) != known.end()) return;
    std::string advice = did_you_mean(topic, known);
    if (advice.empty()) advice = "its banks have " + list_of(known);
    collector_.mistake(place, fmt::format("unknown topic {}", in_quotes(topic)), advice);
}

void Check::topics() {
    std::vector<std::string> known;
    for (const Bank* bank : supply_.banks)
        for (const quiz::Topic& topic : bank->topics)
            if (std::find(known.begin(), known.end(), topic.id) == known.end()) known.push_back(topic.id);
    for (std::size_t s = 0; s < programme().steps.size(); ++s) {
        const StepPlaces& places = reading_.steps[s];
        const auto* questions = std::get_if<quiz::QuestionsStep>(&programme().steps[s]);
        for (std::size_t d = 0; questions != nullptr && d < questions->draw.size(); ++d)
            topic(questions->draw[d].topic, places.draw[d], known);
        const auto* cards = std::get_if<quiz::CardsStep>(&programme().steps[s]);
        for (std::size_t t = 0; cards != nullptr && t < cards->topics.size(); ++t)
            topic(cards->topics[t], places.topics[t], known);
    }
}

/// An item of a form that is asked by itself would be met twice by whoever gets its form.
void Check::forms() {
    for (std::size_t s = 0; s < programme().steps.size(); ++s) {
        const auto names = fixed_items(programme().steps[s]);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Item* item = find(names[i]);
            if (item == nullptr || item->form.empty()) continue;
            collector_.mistake(reading_.steps[s].items[i],
                               fmt::format("{} belongs to form {}", in_quotes(names[i]), item->form),
                               "ask another item, or the whole form by a step with \"form\"");
        }
    }
}

/// Whoever learns nothing does better on the easier form: with one order for all, nobody can tell that from
/// learning.
void Check::fixed_order() {
    bool asked_before = false;
    for (std::size_t s = 0; s < programme().steps.size(); ++s) {
        const auto* questions = std::get_if<quiz::QuestionsStep>(&programme().steps[s]);
        if (questions == nullptr) continue;
        const bool fixed = questions->form == quiz::FormRule::a || questions->form == quiz::FormRule::b;
        if (questions->form != quiz::FormRule::none && asked_before)
            collector_.remark(
                reading_.steps[s].form,
                "everybody has the two forms in the same order, so no gain can be told from how hard "
                "the forms are; the report shows the two scores alone",
                R"(ask "either" before and "other" after)");
        asked_before = asked_before || fixed;
    }
}

void Check::fixed_for_everybody(std::span<const std::string> audiences) {
    for (std::size_t s = 0; s < programme().steps.size(); ++s) {
        const auto names = fixed_items(programme().steps[s]);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Item* item = find(names[i]);
            const auto other = std::find_if(audiences.begin(), audiences.end(), [&](const std::string& a) {
                return item != nullptr && !item->suits(a);
            });
            if (other != audiences.end())
                collector_.remark(reading_.steps[s].items[i],
                                  fmt::format("{} is not meant for audience {} but is asked of everybody",
                                              in_quotes(names[i]), in_quotes(*other)),
                                  "draw it by topic, or leave it out");
        }
    }
}

int Check::expired(std::string_view topic, std::string_view audience) const {
    int count = 0;
    for (const Bank* bank : supply_.banks)
        for (const Item& item : bank->items)
            if (is_scored(item.kind) && item.form.empty() && item.suits(audience) && !item.valid_on(today_) &&
                (topic.empty() || item.topic == topic))
                ++count;
    return count;
}

void Check::shortages(const std::string& audience) {
    for (const quiz::Shortage& missing : quiz::shortages(programme(), supply_.all, audience, today_))
        shortage(missing);
}

/// " for audience "junior"", or nothing.
std::string whose(const quiz::Shortage& missing) {
    return missing.audience.empty() ? "" : fmt::format(" for audience {}", in_quotes(missing.audience));
}

void Check::shortage(const quiz::Shortage& missing) {
    switch (missing.of) {
        case quiz::Shortage::Of::rule:
            return short_rule(missing);
        case quiz::Shortage::Of::item:
            return short_item(missing);
        case quiz::Shortage::Of::cards:
            return short_cards(missing);
        case quiz::Shortage::Of::form:
            return short_form(missing);
    }
}

void Check::short_item(const quiz::Shortage& missing) {
    const auto names = fixed_items(programme().steps[missing.step]);
    const auto fixed = std::find(names.begin(), names.end(), missing.topic);
    // An item that does not exist was reported by items(); the other reason is its last day.
    if (const Item* item = find(missing.topic))
        collector_.mistake(
            reading_.steps[missing.step].items[static_cast<std::size_t>(fixed - names.begin())],
            fmt::format("{} expired after {}", in_quotes(missing.topic), item->valid_until),
            "look its source up again, or leave it out");
}

void Check::short_rule(const quiz::Shortage& missing) {
    const auto& rules = std::get<quiz::QuestionsStep>(programme().steps[missing.step]).draw;
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const quiz::DrawRule& r) { return r.topic == missing.topic; });
    const int expired_items = expired(missing.topic, missing.audience);
    const std::string lapsed = expired_items == 0 ? "" : fmt::format(" ({} more expired)", expired_items);
    const int gap = missing.needed - missing.available;
    collector_.mistake(
        reading_.steps[missing.step].draw[static_cast<std::size_t>(rule - rules.begin())],
        fmt::format("{} needs {} items{}, the banks have {}{}, {} {} missing",
                    missing.topic.empty() ? "any topic" : "topic " + in_quotes(missing.topic), missing.needed,
                    whose(missing), missing.available, lapsed, gap, gap == 1 ? "is" : "are"),
        "add items or lower the count");
}

void Check::short_cards(const quiz::Shortage& missing) {
    collector_.mistake(reading_.steps[missing.step].step,
                       fmt::format("this step shows {} cards{}, the banks have {} of its topics",
                                   missing.needed, whose(missing), missing.available),
                       "add \"cards\" to a bank or lower the count");
}

void Check::short_form(const quiz::Shortage& missing) {
    const std::string what =
        missing.available == 0
            ? fmt::format("no bank has an item of form {}{}", missing.topic, whose(missing))
            : fmt::format("form {}{} has {} items, the other one has {}", missing.topic, whose(missing),
                          missing.available, missing.needed);
    collector_.mistake(reading_.steps[missing.step].form, what,
                       "mark as many items of one bank with \"form\": \"A\" as with \"form\": \"B\"");
}

void check_audiences(const std::vector<std::string>& named, const std::vector<SourceLocation>& places,
                     const std::vector<std::string>& known, ProblemCollector& collector) {
    for (std::size_t a = 0; a < named.size(); ++a) {
        if (std::find(known.begin(), known.end(), named[a]) != known.end()) continue;
        std::string advice = did_you_mean(named[a], known);
        if (advice.empty()) advice = "add it to audiences.json";
        collector.mistake(places[a], fmt::format("unknown audience {}", in_quotes(named[a])), advice);
    }
}

/// Those of `audiences` that will be offered.
std::vector<std::string> served(const Programme& programme, const Supply& supply,
                                const std::vector<std::string>& audiences) {
    std::vector<std::string> served;
    std::copy_if(audiences.begin(), audiences.end(), std::back_inserter(served),
                 [&](const std::string& audience) { return serves(programme, supply.all, audience); });
    return served;
}

}  // namespace

Problems check_programme(const ProgrammeReading& reading, const Shelf& shelf, const fs::path& questions,
                         const std::vector<std::string>* audiences, std::string_view today) {
    const Supply supply = supply_of(reading.programme, shelf);
    Check check(reading, supply, today);
    check.banks(shelf, questions);
    check.items();
    check.forms();
    check.fixed_order();
    if (supply.complete) check.topics();
    const bool countable =
        supply.complete && !has_mistakes(reading.problems) && check.collector().mistakes() == 0;
    if (!reading.programme.has<quiz::AudienceStep>()) {
        if (countable) check.shortages("");
    } else if (audiences != nullptr) {
        const std::vector<std::string> offered = served(reading.programme, supply, *audiences);
        check.fixed_for_everybody(offered);
        for (const std::string& audience : offered)
            if (countable) check.shortages(audience);
        if (audiences->empty())
            check.collector().mistake({}, "it asks for the audience, but there are none",
                                      "add some to audiences.json");
        else if (offered.empty() && countable)
            check.collector().mistake({}, "its banks have no question for any audience of audiences.json",
                                      "add the bank that has them to \"banks\"");
    }
    return std::move(check.collector()).take();
}

Problems check_bank(const fs::path& file, const BankReading& reading,
                    const std::vector<std::string>* audiences, std::string_view today) {
    ProblemCollector collector(file.string());
    if (!reading.bank.value) return {};
    const Bank& bank = *reading.bank.value;
    for (std::size_t i = 0; audiences != nullptr && i < bank.cards.size(); ++i)
        check_audiences(bank.cards[i].audiences, reading.cards[i].audiences, *audiences, collector);
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
        const Item& item = bank.items[i];
        const ItemPlaces& places = reading.places[i];
        if (audiences != nullptr) check_audiences(item.audiences, places.audiences, *audiences, collector);
        if (!item.valid_on(today))
            collector.remark(places.valid_until,
                             fmt::format("the item {} is no longer asked", in_quotes(item.id)),
                             "look its source up again and move its last day");
    }
    return std::move(collector).take();
}

}  // namespace xy::bank
