// A document as data: what stands in a report, in its order, without saying how a page looks. html.h and
// word.h write it out; both say the same.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/localized.h"
#include "charts/chart.h"

namespace xy::document {

/// How a piece of text stands out. `gap`: something is missing here (未填报, a zero that should not be).
enum class Mark { none, strong, gap };

struct Run {
    std::string text;
    Mark mark = Mark::none;
};

/// `lead`: the paragraph of evidence, its first line indented. `note`: small, for definitions. `subtitle`:
/// under the title, centred.
enum class ParagraphStyle { lead, body, note, subtitle };

struct Paragraph {
    ParagraphStyle style = ParagraphStyle::body;
    std::vector<Run> runs;
};

/// Numbered by whoever makes the document (“一、乡镇 × 六进覆盖”).
struct Heading {
    std::string text;
};

/// One of the key figures that stand side by side, each in a frame of its own.
struct KeyFigure {
    std::string name;
    std::string value;
    std::string below;  ///< small: interval and n; may be empty
};
struct KeyFigures {
    std::vector<KeyFigure> figures;  ///< 1 to 4
};

struct Column {
    std::string heading;
    bool number = false;  ///< set to the right
    double share = 1;     ///< of the width, relative to the other columns
};
struct Cell {
    std::string text;
    Mark mark = Mark::none;
};
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
};

/// A chart with the sentence that says what it shows, for who cannot see it.
struct Picture {
    charts::Chart chart;
    std::string description;
};

struct NumberedList {
    std::vector<std::string> lines;
};

using Block = std::variant<Heading, Paragraph, KeyFigures, Table, Picture, NumberedList>;

struct Document {
    Language language = Language::zh;
    std::string title;
    std::string notice;  ///< on top of every page, not to be overlooked (“内部资料…”); empty: none
    std::string footer;  ///< at the left of the foot of every page; the page number stands at the right
    std::vector<Block> blocks;
};

/// Charts are drawn this wide, in points: the text width of A4 with its margins.
inline constexpr double text_width = 504;

}  // namespace xy::document
