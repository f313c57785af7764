#include "kiosk/probe.h"

#include <fstream>

#include "kiosk/probe_line.h"

namespace xy::kiosk {

void Probe::show(const gui::Frame& frame) {
    if (file_.empty()) return;
    ProbeView view{.screen = frame.screen, .item = frame.item, .widgets = {}};
    for (const gui::Widget& widget : frame.widgets)
        view.widgets.push_back(
            {widget.id, widget.area.x, widget.area.y, widget.area.w, widget.area.h, widget.enabled});
    std::string line = probe_line(view);
    if (line == last_) return;
    const std::filesystem::path fresh = file_.string() + ".new";
    std::ofstream(fresh, std::ios::binary | std::ios::trunc) << line << '\n';
    std::filesystem::rename(fresh, file_);
    last_ = std::move(line);
}

}  // namespace xy::kiosk
