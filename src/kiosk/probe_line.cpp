#include "kiosk/probe_line.h"

#include <cmath>
#include <cstdint>

#include "json/writer.h"

namespace xy::kiosk {

std::string probe_line(const ProbeView& view) {
    json::List widgets;
    for (const ProbeWidget& widget : view.widgets)
        widgets.emplace_back(json::Record{{"id", widget.id},
                                          {"x", std::int64_t{std::lround(widget.x)}},
                                          {"y", std::int64_t{std::lround(widget.y)}},
                                          {"w", std::int64_t{std::lround(widget.w)}},
                                          {"h", std::int64_t{std::lround(widget.h)}},
                                          {"enabled", widget.enabled}});
    return json::to_line(
        json::Record{{"screen", view.screen}, {"item", view.item}, {"widgets", std::move(widgets)}});
}

}  // namespace xy::kiosk
