// A document as a Word file (.docx) that Word, WPS and LibreOffice open.
#pragma once

#include <string>

#include "document/document.h"

namespace xy::document {

/// The bytes of the file: A4, real headings (so that an outline and a table of contents can be made), heading
/// rows of tables repeated on every page, charts as pictures with their description as alternative text, page
/// numbers. The same document gives the same bytes.
std::string word(const Document& document);

}  // namespace xy::document
