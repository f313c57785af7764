// A JSON file from outside.
#pragma once

#include <filesystem>

#include "base/problem.h"
#include "json/document.h"

namespace xy::json {

/// read_text() and parse() in one.
Checked<Node> read_document(const std::filesystem::path& file);

}  // namespace xy::json
