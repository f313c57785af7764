// Pictures of every item of a bank as a visitor sees it, drawn by the kiosk itself without a window: for
// people who review questions and do not run the program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gui/painter.h"
#include "quiz/item.h"

namespace xy::kiosk {

/// Something of an item that the screen cannot show as it is.
struct PreviewProblem {
    std::string item;      ///< id; of a card "card/" and its id
    std::string language;  ///< "zh" or "en"
    std::string what;
};

/// Writes FOLDER/<item>-zh-question.png, -zh-feedback.png (after the right answer), -en-… and, of cards,
/// <card>-zh-card.png … of 1920×1080, options in the order of the file; survey items have no feedback. Makes
/// the folder. Returns what does not fit or cannot be drawn, in large text and on the feedback of wrong
/// answers too. Throws std::runtime_error when a file cannot be written, and paint::FontError.
std::vector<PreviewProblem> draw_preview(const quiz::Bank& bank, const std::filesystem::path& folder,
                                         const paint::FontFiles& fonts);

/// `xiangyang-kiosk --preview FILE --out DIR`: reads the bank, draws it, and prints each fault on a line of
/// its own: item, language, what, separated by tabs. Returns the exit code: 0, or 1 when the bank has
/// mistakes, which go to standard error.
int preview(const std::filesystem::path& file, const std::filesystem::path& folder,
            const paint::FontFiles& fonts);

}  // namespace xy::kiosk
