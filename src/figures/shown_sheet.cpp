#include "figures/shown_sheet.h"

#include <algorithm>
#include <tuple>

namespace xy::figures {
namespace {

using outreach::Sheet;
using outreach::ShownSheet;

/// All figures of a sheet, with the sums that a reader knows.
class SheetCells {
 public:
    SheetCells(const Sheet& sheet, Readers readers, std::int64_t threshold)
        : sheet_(sheet), disclosure_(threshold, readers) {
        visits();
        answers();
        hours();
        disclosure_.decide({});
    }

    ShownSheet shown() const {
        ShownSheet shown;
        shown.event = sheet_.event;
        shown.started = disclosure_.shown(completed_.n);
        shown.completed = disclosure_.shown(completed_.hits);
        shown.abandoned = disclosure_.shown(abandoned_);
        shown.timed_out = disclosure_.shown(timed_out_);
        const Share right = disclosure_.shown(right_);
        shown.right_answers = right ? Count(right->hits) : Count();
        shown.answered_items = right ? Count(right->n) : Count();
        shown.skipped_items = disclosure_.shown(skipped_);
        shown.pledges_given = disclosure_.shown(pledges_.hits);
        shown.pledges_asked = disclosure_.shown(pledges_.n);
        if (shown.completed && !disclosure_.small(sheet_.completed)) shown.median_ms = sheet_.median_ms;
        for (std::size_t i = 0; i < hours_.size(); ++i)
            shown.hours.push_back({sheet_.hours[i].hour, disclosure_.shown(hours_[i])});
        shown.topics = topics();
        shown.ledger = sheet_.ledger;
        shown.practice = sheet_.practice;
        return shown;
    }

 private:
    void visits() {
        completed_ = disclosure_.printed_apart({sheet_.completed, sheet_.started});
        abandoned_ = disclosure_.published(sheet_.abandoned);
        timed_out_ = disclosure_.published(sheet_.timed_out);
        const std::int64_t open = sheet_.started - sheet_.completed - sheet_.abandoned - sheet_.timed_out;
        disclosure_.sum(completed_.misses, {abandoned_, timed_out_, disclosure_.unpublished(open)});
        pledges_ = disclosure_.printed_apart({sheet_.pledges_given, sheet_.pledges_asked});
        disclosure_.limit(pledges_.n, completed_.n);
    }

    void answers() {
        right_ = disclosure_.share({sheet_.right_answers, sheet_.answered_items});
        skipped_ = disclosure_.published(sheet_.skipped_items);
        std::vector<Disclosure::Cell> hits;
        std::vector<Disclosure::Cell> n;
        for (const outreach::TopicCount& topic : sheet_.topics) {
            topics_.push_back(disclosure_.share({topic.right, topic.answered}));
            hits.push_back(topics_.back().hits);
            n.push_back(topics_.back().n);
        }
        disclosure_.sum(right_.hits, std::move(hits));
        disclosure_.sum(right_.n, std::move(n));
        // Who knows how many items a visit gets knows how many came, at the least.
        disclosure_.limit({right_.n, skipped_},
                          disclosure_.slack_sum("", {completed_.n}, {sheet_.most_asked}));
    }

    /// Of imported stores the hours may be of other visits than those that came: then they add up to nothing
    /// known.
    void hours() {
        std::int64_t all = 0;
        for (const outreach::HourCount& hour : sheet_.hours) {
            hours_.push_back(disclosure_.published(hour.started));
            all += hour.started;
        }
        if (all == sheet_.started) disclosure_.sum(completed_.n, hours_);
    }

    std::vector<ShownSheet::Topic> topics() const {
        std::vector<ShownSheet::Topic> all;
        for (std::size_t i = 0; i < topics_.size(); ++i) {
            const outreach::TopicCount& topic = sheet_.topics[i];
            const Share share = disclosure_.shown(topics_[i]);
            all.push_back({topic.topic, topic.title, share ? Count(share->hits) : Count(),
                           share ? Count(share->n) : Count()});
        }
        // In their place among the others they would say how well they are known.
        const auto withheld =
            std::stable_partition(all.begin(), all.end(),
                                  [](const ShownSheet::Topic& topic) { return topic.answered.has_value(); });
        std::sort(withheld, all.end(), [](const ShownSheet::Topic& a, const ShownSheet::Topic& b) {
            return std::tie(a.topic, a.title.zh) < std::tie(b.topic, b.title.zh);
        });
        return all;
    }

    const Sheet& sheet_;
    Disclosure disclosure_;
    Disclosure::ShareCells completed_, right_, pledges_;
    Disclosure::Cell abandoned_ = 0, timed_out_ = 0, skipped_ = 0;
    std::vector<Disclosure::Cell> hours_;
    std::vector<Disclosure::ShareCells> topics_;
};

bool withholds(const ShownSheet& shown) {
    const auto any = [](const auto& all, auto count) {
        return std::any_of(all.begin(), all.end(), [&](const auto& each) { return !(each.*count); });
    };
    return !shown.started || !shown.completed || !shown.abandoned || !shown.timed_out ||
           !shown.right_answers || !shown.skipped_items || !shown.pledges_given || !shown.pledges_asked ||
           any(shown.hours, &ShownSheet::Hour::started) || any(shown.topics, &ShownSheet::Topic::answered);
}

}  // namespace

ShownSheet shown_sheet(const Sheet& sheet, Readers readers, std::int64_t threshold) {
    ShownSheet shown = SheetCells(sheet, readers, threshold).shown();
    shown.internal = readers == Readers::office;
    shown.withholds = withholds(shown);
    return shown;
}

}  // namespace xy::figures
