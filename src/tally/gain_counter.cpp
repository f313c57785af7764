#include "tally/gain_counter.h"

#include <algorithm>

namespace xy::tally {
namespace {

void add_events(stats::EventGains& to, const stats::EventGains& from) {
    for (const auto& [event, gain] : from) to[event] += gain;
}

Form form_of(const GainCounter::Places& places, const std::vector<store::ItemRow>& rows) {
    Form form;
    for (const std::uint32_t place : places)
        form.push_back(name_of({rows[place].bank, rows[place].item, rows[place].version, {}}));
    std::sort(form.begin(), form.end());
    return form;
}

}  // namespace

void add_orders(std::map<GainKey, stats::EventGains>& to, const std::map<GainKey, stats::EventGains>& from) {
    for (const auto& [key, events] : from) add_events(to[key], events);
    // Keys of one audience and number of items stand together, the drawn ones first.
    for (auto first = to.begin(); first != to.end();) {
        auto last = first;
        std::size_t orders = 0;
        while (last != to.end() && last->first.audience == first->first.audience &&
               last->first.items == first->first.items)
            ++last, ++orders;
        if (orders > most_orders || (first->first.is_drawn() && orders > 1)) {
            stats::EventGains all;
            for (auto order = first; order != last; ++order) add_events(all, order->second);
            const GainKey drawn{first->first.audience, first->first.items, {}, {}};
            to.erase(first, last);
            to[drawn] = std::move(all);
        }
        first = last;
    }
}

void GainCounter::count(const store::VisitRow& visit, std::span<const store::VisitAnswer> answers, int items,
                        int pre, int post) {
    auto audience = audiences_.find(visit.audience);
    if (audience == audiences_.end()) audience = audiences_.try_emplace(std::string(visit.audience)).first;
    OfItems& orders = audience->second[items];
    order_.first.clear();
    order_.second.clear();
    if (orders.empty() || !orders.begin()->first.first.empty()) {
        for (const store::VisitAnswer& answer : answers) {
            if (!answer.scored) continue;
            if (answer.phase == quiz::Phase::pre) order_.first.push_back(answer.item);
            if (answer.phase == quiz::Phase::post) order_.second.push_back(answer.item);
        }
        std::sort(order_.first.begin(), order_.first.end());
        std::sort(order_.second.begin(), order_.second.end());
    }
    orders[order_][std::string(visit.event)].add(pre, post, items);
    if (orders.size() <= most_orders) return;
    stats::EventGains all;
    for (const auto& [order, events] : orders) add_events(all, events);
    orders.clear();
    orders[{}] = std::move(all);
}

void GainCounter::add_to(Tally& tally, const std::vector<store::ItemRow>& rows) const {
    std::map<GainKey, stats::EventGains> named;
    for (const auto& [audience, by_items] : audiences_)
        for (const auto& [items, orders] : by_items)
            for (const auto& [order, events] : orders)
                add_events(named[{audience, items, form_of(order.first, rows), form_of(order.second, rows)}],
                           events);
    add_orders(tally.orders, named);
}

}  // namespace xy::tally
