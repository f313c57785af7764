// The short files of the configuration: kiosk.json, audiences.json, venues.json, places.json, occasions.json,
// measures.json, targets.json, events.json.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bank/configuration.h"
#include "base/problem.h"
#include "outreach/event.h"
#include "outreach/ledger.h"
#include "outreach/place.h"
#include "outreach/target.h"

namespace xy::bank {

Checked<std::vector<outreach::Audience>> read_audiences(const std::filesystem::path& file);
Checked<std::vector<outreach::VenueKind>> read_venues(const std::filesystem::path& file);

/// Places name the place they lie in, which is of a higher level.
Checked<std::vector<outreach::Place>> read_places(const std::filesystem::path& file);
Checked<std::vector<outreach::Occasion>> read_occasions(const std::filesystem::path& file);
Checked<std::vector<outreach::Measure>> read_measures(const std::filesystem::path& file);

/// A configuration may do without targets.json. `measures`: what a target may name; nullptr: anything.
Checked<std::vector<outreach::Target>> read_targets(const std::filesystem::path& file,
                                                    const std::vector<outreach::Measure>* measures);

/// What an event may name; nullptr where it is not known, then anything is taken.
struct EventLists {
    const std::vector<outreach::VenueKind>* venues = nullptr;
    const std::vector<outreach::Place>* places = nullptr;
    const std::vector<outreach::Occasion>* occasions = nullptr;
};
Checked<std::vector<outreach::Event>> read_events(const std::filesystem::path& file, const EventLists& lists);

/// `programmes`: the ids kiosk.json may name.
Checked<Settings> read_settings(const std::filesystem::path& file,
                                const std::vector<std::string>& programmes);

}  // namespace xy::bank
