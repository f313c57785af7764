#include "widgets/frame.h"

#include <algorithm>

namespace xy::widgets {

const Widget* Frame::widget(const std::string& id) const {
    const auto found =
        std::find_if(widgets.begin(), widgets.end(), [&](const Widget& w) { return w.id == id; });
    return found == widgets.end() ? nullptr : &*found;
}

const Widget* Frame::widget(Role role, int number) const {
    const auto found = std::find_if(widgets.begin(), widgets.end(),
                                    [&](const Widget& w) { return w.role == role && w.number == number; });
    return found == widgets.end() ? nullptr : &*found;
}

const Widget* Frame::at(float x, float y) const {
    const auto found = std::find_if(widgets.rbegin(), widgets.rend(),
                                    [&](const Widget& w) { return w.enabled && w.area.contains(x, y); });
    return found == widgets.rend() ? nullptr : &*found;
}

}  // namespace xy::widgets
