#include "kiosk/autoplay.h"

#include <stdexcept>
#include <utility>
#include <vector>

namespace xy::kiosk {
namespace {

/// A question with several right options takes a handful; nothing takes this many.
constexpr int most_touches = 500;

}  // namespace

const widgets::Widget* Autoplay::any_option(const widgets::Frame& frame) {
    std::vector<const widgets::Widget*> found;
    for (const widgets::Widget& widget : frame.widgets)
        if (widget.enabled && widget.role == widgets::Role::option) found.push_back(&widget);
    return found.empty() ? nullptr : found[random_.below(found.size())];
}

const widgets::Widget* Autoplay::choose(const widgets::Frame& frame) {
    const widgets::Widget* primary = frame.widget(widgets::Role::primary);
    if (primary != nullptr && !primary->enabled) primary = nullptr;
    const widgets::Widget* option = any_option(frame);
    // Where several options may be right, another one may follow or not.
    if (primary != nullptr && option != nullptr) return random_.below(2) == 0 ? primary : option;
    return primary != nullptr ? primary : option;
}

std::optional<screens::Action> Autoplay::touch(const widgets::Frame& frame) {
    const widgets::Widget* widget = active() ? choose(frame) : nullptr;
    if (widget == nullptr) return std::nullopt;
    std::string showing = frame.screen + " " + frame.item;
    touches_ = showing == shown_ ? touches_ + 1 : 1;
    shown_ = std::move(showing);
    if (touches_ > most_touches)
        throw std::runtime_error("the automatic visitor does not get beyond " + shown_);
    return widget->action;
}

outreach::Event demonstration_event(const std::vector<outreach::Event>& configured) {
    if (!configured.empty()) return configured.front();
    return {.id = "demonstration",
            .name = {"演示活动", "Demonstration"},
            .place = {"演示", "Demonstration"},
            .place_code = {},
            .venue = {},
            .occasion = {}};
}

std::vector<screens::Effect> demonstration(const outreach::Event& event) {
    using screens::PanelCommand;
    return {PanelCommand{screens::PlanEvent{event}},
            PanelCommand{screens::SetEventState{event.id, outreach::EventState::open}},
            PanelCommand{screens::LoadSetup{}}};
}

}  // namespace xy::kiosk
