#include "kiosk/probe.h"

#include <cmath>
#include <cstdint>
#include <fstream>

#include "json/writer.h"

namespace xy::kiosk {

std::string probe_line(const widgets::Frame& frame) {
    json::List widgets;
    for (const widgets::Widget& widget : frame.widgets)
        widgets.emplace_back(json::Record{{"id", widget.id},
                                          {"x", std::int64_t{std::lround(widget.area.x)}},
                                          {"y", std::int64_t{std::lround(widget.area.y)}},
                                          {"w", std::int64_t{std::lround(widget.area.w)}},
                                          {"h", std::int64_t{std::lround(widget.area.h)}},
                                          {"enabled", widget.enabled}});
    return json::to_line(
        json::Record{{"screen", frame.screen}, {"item", frame.item}, {"widgets", std::move(widgets)}});
}

void Probe::show(const widgets::Frame& frame) {
    if (file_.empty()) return;
    std::string line = probe_line(frame);
    if (line == last_) return;
    const std::filesystem::path fresh = file_.string() + ".new";
    std::ofstream(fresh, std::ios::binary | std::ios::trunc) << line << '\n';
    std::filesystem::rename(fresh, file_);
    last_ = std::move(line);
}

}  // namespace xy::kiosk
