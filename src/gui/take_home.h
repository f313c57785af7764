// What a visitor takes home from the result screen: the word of the day for a sticker at the table, and where
// to get help, also as a code for a telephone.
#pragma once

#include <string>
#include <vector>

#include "gui/scene.h"

namespace xy::gui {

/// The ticket with the word of the day and a stamp with the day (2026-06-26).
void draw_ticket(ScreenCanvas& canvas, const Scene& scene, const Box& box, std::string_view day);

/// Where to get help, and the code of take_home_text().
void draw_help_card(ScreenCanvas& canvas, const Scene& scene, const Box& box,
                    const std::vector<LocalizedText>& sentences);

/// The numbers and as many of the sentences as fit into 300 bytes, as plain text without an address.
std::string take_home_text(const wording::VisitorWording& words, Language language,
                           const std::vector<LocalizedText>& sentences);

}  // namespace xy::gui
