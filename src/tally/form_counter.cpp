#include "tally/form_counter.h"

#include <algorithm>
#include <array>

#include "tally/gain_counter.h"

namespace xy::tally {
namespace {

/// Longer ones are no forms that a visitor answers twice.
constexpr std::size_t longest_form = 100;

}  // namespace

void add_forms(std::map<FormKey, stats::FormScores>& to, const std::map<FormKey, stats::FormScores>& from) {
    for (const auto& [key, scores] : from) to[key] += scores;
    for (const quiz::Phase phase : {quiz::Phase::pre, quiz::Phase::post}) {
        const auto of_phase = [phase](const auto& form) { return form.first.first == phase; };
        const auto forms = std::count_if(to.begin(), to.end(), of_phase);
        if (static_cast<std::size_t>(forms) <= most_orders && !to.contains({phase, {}})) continue;
        std::erase_if(to, of_phase);
        to[{phase, {}}] = {};
    }
}

void FormCounter::count(std::span<const store::VisitAnswer> answers) {
    for (const quiz::Phase phase : {quiz::Phase::pre, quiz::Phase::post})
        if (std::any_of(answers.begin(), answers.end(),
                        [phase](const store::VisitAnswer& a) { return a.scored && a.phase == phase; }))
            count(phases_[phase], answers, phase);
}

void FormCounter::count(Forms& forms, std::span<const store::VisitAnswer> answers, quiz::Phase phase) {
    if (forms.contains({})) return;
    std::vector<std::pair<std::uint32_t, bool>> marks;
    for (const store::VisitAnswer& answer : answers)
        if (answer.scored && answer.phase == phase) marks.emplace_back(answer.item, answer.right);
    if (marks.size() > longest_form) return;
    std::sort(marks.begin(), marks.end());
    Places places;
    std::array<bool, longest_form> right{};
    for (std::size_t i = 0; i < marks.size(); ++i) {
        places.push_back(marks[i].first);
        right.at(i) = marks[i].second;
    }
    forms.try_emplace(places, places.size()).first->second.add(std::span(right).first(marks.size()));
    if (forms.size() <= most_orders) return;
    forms.clear();
    forms[{}] = {};
}

SortedForm sorted_form(std::span<const std::uint32_t> places, const std::vector<store::ItemRow>& rows) {
    Form form;
    for (const std::uint32_t place : places)
        form.push_back(name_of({rows[place].bank, rows[place].item, rows[place].version, {}}));
    SortedForm sorted{form, {}};
    std::sort(sorted.items.begin(), sorted.items.end());
    for (const std::string& name : form)
        sorted.to.push_back(static_cast<std::size_t>(
            std::find(sorted.items.begin(), sorted.items.end(), name) - sorted.items.begin()));
    return sorted;
}

void FormCounter::add_to(Tally& tally, const std::vector<store::ItemRow>& rows) const {
    std::map<FormKey, stats::FormScores> named;
    for (const auto& [phase, forms] : phases_)
        for (const auto& [places, scores] : forms) {
            const SortedForm form = sorted_form(places, rows);
            named[{phase, form.items}] += scores.reordered(form.to);
        }
    add_forms(tally.forms, named);
}

}  // namespace xy::tally
