// The short files of the configuration: kiosk.json, audiences.json, venues.json, events.json.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "content/configuration.h"
#include "outreach/event.h"

namespace xy::content {

Checked<std::vector<outreach::Audience>> read_audiences(const std::filesystem::path& file);
Checked<std::vector<outreach::VenueKind>> read_venues(const std::filesystem::path& file);

/// `venues`: the ids an event may name; nullptr when they are not known, then any is taken.
Checked<std::vector<outreach::Event>> read_events(const std::filesystem::path& file,
                                                  const std::vector<std::string>* venues);

/// `programmes`: the ids kiosk.json may name.
Checked<Settings> read_settings(const std::filesystem::path& file,
                                const std::vector<std::string>& programmes);

}  // namespace xy::content
