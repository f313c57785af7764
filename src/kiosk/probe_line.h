// What is on the screen, as one line of JSON. No key is ever in it.
#pragma once

#include <string>
#include <vector>

namespace xy::kiosk {

struct ProbeWidget {
    std::string id;
    float x = 0;  ///< window pixels, as are the others
    float y = 0;
    float w = 0;
    float h = 0;
    bool enabled = true;
};

struct ProbeView {
    std::string screen;
    std::string item;
    std::vector<ProbeWidget> widgets;
};

/// {"screen":"question","item":"…","widgets":[{"id":"question.option.1","x":…,…}]}; coordinates are rounded.
std::string probe_line(const ProbeView& view);

}  // namespace xy::kiosk
