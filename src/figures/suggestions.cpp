#include "figures/suggestions.h"

#include "base/words.h"

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
        say("“{}”类题答对率 {:.1f}%（n = {}），在各主题中最低，建议作为下期宣讲重点。",
            "“{}” is the weakest topic: {:.1f}% right (n = {}); make it the next focus.", weakest.title,
            100 * *value, weakest.right->n);
    }

    void item() {
        if (report_.least_known().empty()) return;
        const ItemFigure& weakest = report_.least_known().front();
        say("“{}”答对率最低（{:.1f}%，n = {}），建议重点讲解。",
            "“{}” is known least ({:.1f}%, n = {}): explain it.", weakest.stem, 100 * *weakest.right->value(),
            weakest.right->n);
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
