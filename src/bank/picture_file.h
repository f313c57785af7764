// Pictures of a bank: files that a bank may name, and only those.
#pragma once

#include <filesystem>
#include <string>

#include "base/problem_collector.h"

namespace xy::bank {

/// Reports why `relative` cannot be a picture of the bank in `folder`: not a relative path, leads outside,
/// goes through a link, is not there, is no picture by its suffix, or cannot be drawn (picture_content.h).
void check_picture(const std::string& relative, const std::filesystem::path& folder,
                   const SourceLocation& place, ProblemCollector& collector);

/// The path of a picture that check_picture() had nothing against.
std::string picture_path(const std::string& relative, const std::filesystem::path& folder);

}  // namespace xy::bank
