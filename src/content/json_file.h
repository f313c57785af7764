// A JSON file from outside.
#pragma once

#include <filesystem>

#include "base/problem.h"
#include "content/json_document.h"

namespace xy::content {

/// read_text() and parse_json() in one.
Checked<JsonNode> read_json(const std::filesystem::path& file);

}  // namespace xy::content
