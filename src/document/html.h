// A document as one HTML file: no network, no script, prints well on A4.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace xy::document {

/// `text` with everything escaped that HTML could take for a mark.
std::string html_escaped(std::string_view text);

std::string html(const Document& document);

}  // namespace xy::document
