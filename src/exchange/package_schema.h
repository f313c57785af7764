// The files of a package and their columns: one place for the writer, the reader and the descriptor.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/data_package.h"

namespace xy::exchange {

inline constexpr std::string_view package_name = "xiangyang-sessions";
inline constexpr std::string_view descriptor_file = "datapackage.json";
/// Of the columns below.
inline constexpr int package_format = 1;

/// sessions.csv: one row per visit.
content::Resource sessions_resource();
/// answers.csv: one row per item put to a visitor.
content::Resource answers_resource();
/// items.csv: one row per version of an item.
content::Resource items_resource();
/// events.csv: one row per event.
content::Resource events_resource();
/// ledger.csv: one row per entry of the staff's ledger.
content::Resource ledger_resource();
/// participation.csv: event × audience × language. Only described here; its text is given to write_package().
content::Resource participation_resource();

std::vector<std::string> column_names(const content::Resource& resource);

/// The descriptor of a package; `resources` with their bytes and hashes.
content::DataPackage describe(std::vector<content::Resource> resources);

}  // namespace xy::exchange
