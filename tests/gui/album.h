// One state of every kind of screen, made by hand.
#pragma once

#include <string>
#include <vector>

#include "gui/painter.h"
#include "paint/paper.h"

namespace xy::gui::tests {

using paint::tests::fonts;
using paint::tests::Paper;
using paint::tests::PlainPictures;

quiz::Item item(quiz::Kind kind, const std::string& stem, const std::vector<std::string>& options);
screens::QuestionState question(quiz::Item item, quiz::Phase phase = quiz::Phase::quiz);
screens::KioskState state_of(screens::Screen screen);

screens::Setup setup();
/// Every screen at least once; overlays too. In Chinese and normal size.
std::vector<screens::KioskState> album();

}  // namespace xy::gui::tests
