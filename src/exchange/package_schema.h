// The files of a package and their columns: one place for the writer, the reader and the descriptor.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/data_package.h"

namespace xy::exchange {

inline constexpr std::string_view package_name = "xiangyang-sessions";
inline constexpr std::string_view descriptor_file = "datapackage.json";
/// Of the columns below.
inline constexpr int package_format = 1;

/// sessions.csv: one row per visit.
json::Resource sessions_resource();
/// answers.csv: one row per item put to a visitor.
json::Resource answers_resource();
/// items.csv: one row per version of an item.
json::Resource items_resource();
/// events.csv: one row per event.
json::Resource events_resource();
/// ledger.csv: one row per entry of the staff's ledger.
json::Resource ledger_resource();
/// participation.csv: event × audience × language. Only described here; its text is given to write_package().
json::Resource participation_resource();

std::vector<std::string> column_names(const json::Resource& resource);

/// The descriptor of a package; `resources` with their bytes and hashes.
json::DataPackage describe(std::vector<json::Resource> resources);

}  // namespace xy::exchange
