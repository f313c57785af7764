#include "kiosk/autoplay.h"

#include <stdexcept>
#include <utility>
#include <vector>

namespace xy::kiosk {
namespace {

/// A question with several right options takes a handful; nothing takes this many.
constexpr int most_touches = 500;

}  // namespace

const gui::Widget* Autoplay::any_of(const gui::Frame& frame, const std::string& prefix) {
    std::vector<const gui::Widget*> found;
    for (const gui::Widget& widget : frame.widgets)
        if (widget.enabled && widget.id.starts_with(prefix)) found.push_back(&widget);
    return found.empty() ? nullptr : found[random_.below(found.size())];
}

const gui::Widget* Autoplay::choose(const gui::Frame& frame) {
    if (frame.screen == "attract") return any_of(frame, "attract.start");
    if (frame.screen == "question") {
        const gui::Widget* confirm = frame.widget("question.confirm");
        if (confirm != nullptr && confirm->enabled && random_.below(2) == 0) return confirm;
        return any_of(frame, "question.option.");
    }
    if (frame.screen == "survey") {
        for (int tries = 0; tries < 20; ++tries) {
            const gui::Widget* widget = any_of(frame, "survey.");
            if (widget != nullptr && widget->id.size() == std::string_view("survey.1").size()) return widget;
        }
        return frame.widget("survey.decline");
    }
    if (frame.screen == "audience") {
        for (int tries = 0; tries < 20; ++tries) {
            const gui::Widget* widget = any_of(frame, "audience.");
            if (widget != nullptr && widget->id != "audience.back") return widget;
        }
    }
    if (frame.screen == "feedback" || frame.screen == "review") return frame.widget("feedback.next");
    if (frame.screen == "card") return frame.widget("card.next");
    if (frame.screen == "pledge") return frame.widget("pledge.yes");
    if (frame.screen == "result") return frame.widget("result.finish");
    if (frame.screen == "staff") return frame.widget("staff.retry");
    return frame.widget("leave.no");
}

std::optional<screens::Action> Autoplay::touch(const gui::Frame& frame) {
    const gui::Widget* widget = active() ? choose(frame) : nullptr;
    if (widget == nullptr || !widget->enabled) return std::nullopt;
    std::string showing = frame.screen + " " + frame.item;
    touches_ = showing == shown_ ? touches_ + 1 : 1;
    shown_ = std::move(showing);
    if (touches_ > most_touches)
        throw std::runtime_error("the automatic visitor does not get beyond " + shown_);
    return widget->action;
}

}  // namespace xy::kiosk
