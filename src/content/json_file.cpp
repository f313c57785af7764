#include "content/json_file.h"

#include <utility>

#include "content/file_text.h"

namespace xy::content {

Checked<JsonNode> read_json(const std::filesystem::path& file) {
    Checked<std::string> text = read_text(file);
    if (!text.value) return {std::nullopt, std::move(text.problems)};
    return parse_json(*text.value, file.string());
}

}  // namespace xy::content
