#include "content/probe_line.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace xy::content {

std::string probe_line(const ProbeView& view) {
    nlohmann::ordered_json line{{"screen", view.screen}, {"item", view.item}};
    line["widgets"] = nlohmann::ordered_json::array();
    for (const ProbeWidget& widget : view.widgets)
        line["widgets"].push_back({{"id", widget.id},
                                   {"x", std::lround(widget.x)},
                                   {"y", std::lround(widget.y)},
                                   {"w", std::lround(widget.w)},
                                   {"h", std::lround(widget.h)},
                                   {"enabled", widget.enabled}});
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace xy::content
