#include "kiosk/screenshots.h"

namespace xy::kiosk {

Screenshots::Screenshots(std::filesystem::path folder) : folder_(std::move(folder)) {
    if (on()) std::filesystem::create_directories(folder_);
}

void Screenshots::take(const Window& window, const widgets::Frame& frame) {
    if (!on()) return;
    std::string number = std::to_string(++number_);
    number.insert(0, number.size() < 3 ? 3 - number.size() : 0, '0');
    window.save_png(folder_ / (number + "-" + frame.screen + ".png"));
}

}  // namespace xy::kiosk
