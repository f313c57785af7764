#include "json/file.h"

#include <utility>

#include "json/file_text.h"

namespace xy::json {

Checked<Node> read_document(const std::filesystem::path& file) {
    Checked<std::string> text = read_text(file);
    if (!text.value) return {std::nullopt, std::move(text.problems)};
    return parse(*text.value, file.string());
}

}  // namespace xy::json
