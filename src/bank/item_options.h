// The options of an item: how each kind writes them, and the rules they keep.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "base/problem_collector.h"
#include "json/object_reader.h"
#include "quiz/item.h"

namespace xy::bank {

/// From "options", "answer" (true/false) or "scale", whichever `kind` takes; the other two are mistakes.
std::vector<quiz::Option> read_options(const json::ObjectReader& item, quiz::Kind kind,
                                       const std::filesystem::path& folder, ProblemCollector& collector);

/// {"file": "pictures/x.svg", "alt": {"zh": …, "en": …}}; Picture::file stays as written.
std::optional<quiz::Picture> read_picture(const json::ObjectReader& owner,
                                          const std::filesystem::path& folder, ProblemCollector& collector);

}  // namespace xy::bank
