// What is shipped, as the kiosk sees it: the configuration, every bank, the fonts.
#pragma once

#include <filesystem>
#include <vector>

#include "bank/configuration.h"
#include "paint/glyphs.h"
#include "screens/setup.h"

namespace xy::kiosk::tests {

/// Today is a fixed day, so that an item that runs out one day does not break the tests.
inline constexpr const char* today = "2026-06-26";

std::filesystem::path shipped(const std::string& name);

/// kiosk-config/ with its banks.
const bank::Configuration& shipped_configuration();

/// Of kiosk-config/.
const screens::Setup& shipped_setup();

/// Every item of every bank in questions/, used by a programme or not.
const std::vector<quiz::Item>& shipped_items();

paint::FontFiles fonts();

}  // namespace xy::kiosk::tests
