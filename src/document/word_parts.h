// The parts of a Word file that are nearly the same in every document: styles, numbering, settings,
// properties. Inside document/ only.
#pragma once

#include <string>

#include "document/document.h"

namespace xy::document {

/// A4 with 25 mm above and below and 21 mm at the sides; in twips, as Word measures.
struct Page {
    static constexpr int width = 11906;
    static constexpr int height = 16838;
    static constexpr int margin_above = 1418;
    static constexpr int margin_beside = 1191;
    static constexpr int text_width = width - 2 * margin_beside;
    static constexpr int text_height = height - 2 * margin_above;
};

std::string styles_part(Language language);

/// One list for each of `lists`, so that every one begins with 1.
std::string numbering_part(int lists);

std::string settings_part(Language language);

/// Where to look for a face that a computer does not have.
std::string fonts_part();

/// The notice on top of the page; an empty paragraph without one.
std::string header_part(const Document& document);

std::string footer_part(const Document& document);

/// Title and language, and nobody's name.
std::string core_properties_part(const Document& document);

std::string app_properties_part();

}  // namespace xy::document
