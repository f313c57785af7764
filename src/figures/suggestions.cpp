#include "figures/suggestions.h"

#include <algorithm>

#include "base/words.h"
#include "figures/ranking.h"

namespace xy::figures {
namespace {

/// Below this a topic is worth a special effort.
constexpr double weak_topic = 0.7;
/// Below this many visitors stay to the end.
constexpr double low_completion = 0.8;

class Suggestions {
 public:
    explicit Suggestions(const PeriodReport& report) : report_(report), words_(report.options.language) {}

    std::vector<std::string> lines() && {
        gaps();
        targets();
        topic();
        item();
        completion();
        return std::move(lines_);
    }

 private:
    template <typename... Values>
    void say(std::string_view zh, std::string_view en, const Values&... values) {
        lines_.push_back(words_.format(zh, en, values...));
    }

    void gaps() {
        for (const GroupTable& table : report_.tables) {
            if (!table.with_events) continue;
            std::vector<std::string> missing;
            for (const Group& group : table.groups)
                if (group.events == 0) missing.push_back(group.name);
            if (!missing.empty())
                say("{}本期未开展活动（场次为 0），建议下期安排。", "{}: no event in this period; plan one.",
                    words_.join(missing));
        }
    }

    void targets() {
        for (const TargetFigure& target : report_.targets)
            if (target.reached && !target.met)
                say("{}完成 {:.0f}%（{}），建议下期补足。", "{}: {:.0f}% of the target ({}); make it up.",
                    target.subject, 100 * *target.reached, target.status);
            else if (!target.reached)
                say("{}有目标而{}，请核对台账。", "{} has a target but {}; check the ledger.", target.subject,
                    target.status);
    }

    void topic() {
        if (report_.topics.empty() || !report_.topics.front().right) return;
        const TopicFigure& weakest = report_.topics.front();
        const auto value = weakest.right->value();
        if (!value || *value >= weak_topic) return;
        std::vector<std::string> others;
        for (const TopicFigure& topic : report_.topics)
            if (&topic != &weakest && not_distinguishable(weakest.right, topic.right))
                others.push_back(topic.title);
        if (!others.empty())
            return say("“{}”类题答对率 {:.1f}%（n = {}），与{}无法区分，建议一并作为下期宣讲重点。",
                       "“{}”: {:.1f}% right (n = {}), not distinguishable from {}; make them the next focus.",
                       weakest.title, 100 * *value, weakest.right->n, words_.join(others));
        say("“{}”类题答对率 {:.1f}%（n = {}），在{}中最低，建议作为下期宣讲重点。",
            "“{0}” is the weakest topic{3}: {1:.1f}% right (n = {2}); make it the next focus.", weakest.title,
            100 * *value, weakest.right->n,
            some_topic_is_withheld() ? words_("列出的主题", " of those shown") : words_("各主题", ""));
    }

    bool some_topic_is_withheld() const {
        return std::any_of(report_.topics.begin(), report_.topics.end(),
                           [](const TopicFigure& topic) { return !topic.right; });
    }

    void item() {
        for (const LeastKnown& least : report_.least_known_of_banks) item(least);
    }

    void item(const LeastKnown& least) {
        const stats::Estimate& right = *least.first.right;
        const std::string among = least.some_withheld ? words_("在列出的题目中", " of the items shown") : "";
        if (least.not_distinguishable.empty())
            return say("题库 {0}：“{1}”{4}答对率最低（{2:.1f}%，n = {3}），建议重点讲解。",
                       "Bank {0}: “{1}” is known least{4} ({2:.1f}%, n = {3}): explain it.", least.bank,
                       least.first.stem, 100 * *right.value(), right.n, among);
        say("题库 {0}：“{1}”{4}答对率较低（{2:.1f}%，n = {3}），与另外 {5} 题无法区分，建议一并讲解。",
            "Bank {0}: “{1}” is known little{4} ({2:.1f}%, n = {3}), not distinguishable from {5} others: "
            "explain "
            "them.",
            least.bank, least.first.stem, 100 * *right.value(), right.n, among,
            least.not_distinguishable.size());
    }

    void completion() {
        const auto value = report_.completed ? report_.completed->value() : std::nullopt;
        if (!value || *value >= low_completion) return;
        say("完成率 {:.1f}%（n = {}），建议缩短答题方案或安排志愿者引导。",
            "{:.1f}% of visits were completed (n = {}): shorten the programme or help visitors along.",
            100 * *value, report_.completed->n);
    }

    const PeriodReport& report_;
    Words words_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> suggestions_for(const PeriodReport& report) {
    return Suggestions(report).lines();
}

}  // namespace xy::figures
