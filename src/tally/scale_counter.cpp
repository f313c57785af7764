#include "tally/scale_counter.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "tally/form_counter.h"
#include "tally/gain_counter.h"

namespace xy::tally {

void add_scales(std::map<ScaleKey, stats::ScaleScores>& to,
                const std::map<ScaleKey, stats::ScaleScores>& from) {
    std::set<std::pair<std::string, std::string>> topics;
    for (const auto& [key, scores] : from) {
        to[key] += scores;
        topics.emplace(key.bank, key.topic);
    }
    for (const auto& topic : topics) {
        const auto of_topic = [&topic](const auto& scale) {
            return scale.first.bank == topic.first && scale.first.topic == topic.second;
        };
        const auto combinations = std::count_if(to.begin(), to.end(), of_topic);
        const ScaleKey too_many{topic.first, topic.second, {}};
        if (static_cast<std::size_t>(combinations) <= most_orders && !to.contains(too_many)) continue;
        std::erase_if(to, of_topic);
        to[too_many] = {};
    }
}

ScaleCounter::ScaleCounter(const std::vector<store::ItemRow>& rows) {
    std::map<std::pair<std::string, std::string>, std::size_t> topics;
    for (const store::ItemRow& row : rows) {
        const bool has_steps = row.kind == quiz::code(quiz::Kind::scale);
        topic_of_.push_back(has_steps ? topics.try_emplace({row.bank, row.topic}, topics.size()).first->second
                                      : no_topic);
    }
    topics_.resize(topics.size());
    for (Scales& scales : topics_) last_.push_back(scales.end());
}

void ScaleCounter::count(std::span<const store::VisitAnswer> answers) {
    steps_.clear();
    for (const store::VisitAnswer& answer : answers)
        if (const std::size_t topic = topic_of_[answer.item]; topic != no_topic)
            steps_.push_back(
                {topic, answer.item, answer.chosen == 0 ? 0 : 1 + std::countr_zero(answer.chosen)});
    std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
        return std::tie(a.topic, a.item) < std::tie(b.topic, b.item);
    });
    for (auto from = steps_.begin(); from != steps_.end();) {
        const auto to =
            std::find_if(from, steps_.end(), [&](const Step& step) { return step.topic != from->topic; });
        count(std::span(from, to));
        from = to;
    }
}

void ScaleCounter::count(std::span<const Step> of_topic) {
    if (of_topic.size() < 2) return;
    Scales& scales = topics_[of_topic.front().topic];
    if (!scales.empty() && scales.begin()->first.empty()) return;
    places_.clear();
    values_.clear();
    for (const Step& step : of_topic) {
        if (step.step == 0) return;
        places_.push_back(step.item);
        values_.push_back(step.step);
    }
    auto& scale = last_[of_topic.front().topic];
    if (scale == scales.end() || scale->first != places_)
        scale = scales.try_emplace(places_, places_.size()).first;
    scale->second.add(values_);
    if (scales.size() <= most_orders) return;
    scales.clear();
    scale = scales.try_emplace(Places()).first;
}

void ScaleCounter::add_to(Tally& tally, const std::vector<store::ItemRow>& rows) const {
    std::map<ScaleKey, stats::ScaleScores> named;
    for (std::size_t item = 0; item < rows.size(); ++item) {
        const std::size_t topic = topic_of_[item];
        if (topic != no_topic && topics_[topic].contains({}))
            named[{rows[item].bank, rows[item].topic, {}}] = {};
    }
    for (const Scales& scales : topics_)
        for (const auto& [places, scores] : scales) {
            if (places.empty()) continue;
            const SortedForm form = sorted_form(places, rows);
            const store::ItemRow& first = rows[places.front()];
            named[{first.bank, first.topic, form.items}] += scores.reordered(form.to);
        }
    add_scales(tally.scales, named);
}

}  // namespace xy::tally
