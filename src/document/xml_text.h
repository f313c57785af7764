// Text on its way into XML. Inside document/ only.
#pragma once

#include <string>
#include <string_view>

namespace xy::document {

/// `text` without what XML 1.0 cannot hold (section 2.2): control characters other than tab and line ends,
/// bytes that are no UTF-8, surrogates, U+FFFE and U+FFFF.
std::string xml_characters(std::string_view text);

/// The same with &, <, > and quotes escaped, for content and for attributes.
std::string xml_escaped(std::string_view text);

}  // namespace xy::document
