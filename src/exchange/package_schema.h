// The files of a package and their columns: one place for the writer, the reader and the descriptor.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/data_package.h"

namespace xy::exchange {

inline constexpr std::string_view package_name = "xiangyang-sessions";
/// Of a package from which small groups are left out. It is not whole and nobody merges it.
inline constexpr std::string_view public_package_name = "xiangyang-public";
inline constexpr std::string_view descriptor_file = "datapackage.json";
/// For whoever opens the folder. No part of the data: it may be edited or deleted.
inline constexpr std::string_view readme_file = "README.txt";
/// Of the columns below. Format 1 kept exact times with each visit and each answer, and had none of the three
/// files of times; it is read, and no longer written.
inline constexpr int package_format = 2;

/// sessions.csv: one row per visit.
json::Resource sessions_resource(int format = package_format);
/// answers.csv: one row per item put to a visitor.
json::Resource answers_resource(int format = package_format);
/// hours.csv: visits begun, by kiosk, day of an event and clock hour.
json::Resource hours_resource();
/// durations.csv: how long completed visits took, by kiosk and day of an event; linked to no visit.
json::Resource durations_resource();
/// answer_times.csv: how long answers took, by item and kiosk of an event; linked to no visit.
json::Resource answer_times_resource();
/// The most times that stand in one row of the last two: a field of them is no longer than any text may be.
inline constexpr std::size_t times_in_a_row = 80;
/// items.csv: one row per version of an item.
json::Resource items_resource();
/// events.csv: one row per event.
json::Resource events_resource();
/// ledger.csv: one row per entry of the staff's ledger.
json::Resource ledger_resource();
/// participation.csv: event × audience × language. Only described here; its text is given to write_package().
json::Resource participation_resource();

/// What the import of a package of `format` reads.
std::vector<json::Resource> needed_resources(int format);

std::vector<std::string> column_names(const json::Resource& resource);

/// The descriptor of a package; `resources` with their bytes and hashes.
json::DataPackage describe(std::vector<json::Resource> resources);

}  // namespace xy::exchange
