// A spreadsheet as data: sheets of cells and charts, written as an Excel workbook (.xlsx).
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace xy::document {

/// How a cell looks. All but `title` and `plain` have a border.
enum class Look { title, plain, header, text, count, percent, withheld, gap, total, ratio };

/// Rows and columns count from 0. Rows become as high as their texts and headers need.
struct SheetCell {
    int row = 0;
    int column = 0;
    std::variant<std::string, double> value;
    Look look = Look::text;
};

/// Of names and figures in rows below each other; stands beside columns 0 and 1. A row whose figure has no
/// cell has no bar. Programs draw a text among the figures as a zero: nothing that is withheld may stand
/// there.
struct SheetChart {
    bool upright = false;  ///< columns; else bars
    std::string title;
    int first_row = 0, last_row = 0;
    int names_column = 0, figures_column = 1;
};

/// The table that a sheet is about: frozen under its header, which repeats on every page, with a filter.
struct SheetTable {
    int header_row = 0, last_row = 0, last_column = 0;
};

struct Sheet {
    std::string name;
    std::vector<double> widths;  ///< of the columns, in characters
    std::vector<SheetCell> cells = {};
    std::vector<SheetChart> charts = {};
    std::optional<SheetTable> table = {};
    int last_row = 0, last_column = 0;  ///< of what is printed
};

struct Spreadsheet {
    std::string notice;  ///< at the top of every printed page; empty: none
    std::vector<Sheet> sheets;
};

/// The workbook could not be made: no space, a folder that cannot be written.
struct SpreadsheetError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The bytes of the file: A4, a page wide. `scratch` must not exist and is gone afterwards: the library
/// writes files only. Throws SpreadsheetError.
std::string xlsx(const Spreadsheet& spreadsheet, const std::filesystem::path& scratch);

}  // namespace xy::document
