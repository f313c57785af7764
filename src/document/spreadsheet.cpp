#include "document/spreadsheet.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <xlsxwriter.h>

#include "base/utf8.h"
#include "document/terminal_text.h"

namespace xy::document {
namespace {

namespace fs = std::filesystem;

// Colours of the product.
constexpr lxw_color_t green = 0x0E7C5F;
constexpr lxw_color_t dark_green = 0x0A5C47;
constexpr lxw_color_t pale_green = 0xE3F2EC;
constexpr lxw_color_t pale_yellow = 0xFDF0CF;
constexpr lxw_color_t line = 0xD5DDE0;

/// In characters: wider sheets are printed across.
constexpr double widest_upright = 100;
/// Of one line of text, in points.
constexpr double line_height = 15.5;
constexpr double highest_row =
    409;  // Excel's own limit; a file with a higher one is “repaired” when it is opened

void check(lxw_error error) {
    if (error != LXW_NO_ERROR) throw SpreadsheetError(std::string("the workbook: ") + lxw_strerror(error));
}

lxw_row_t row_of(int row) {
    return static_cast<lxw_row_t>(row);
}

lxw_col_t column_of(int column) {
    return static_cast<lxw_col_t>(column);
}

void bordered(lxw_format* format) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, line);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
}

lxw_format* made(lxw_workbook* book, Look look) {
    lxw_format* format = workbook_add_format(book);
    if (look != Look::title && look != Look::plain) bordered(format);
    switch (look) {
        case Look::title:
            format_set_bold(format);
            format_set_font_size(format, 16);
            break;
        case Look::plain:
            break;
        case Look::header:
            format_set_bold(format);
            format_set_bg_color(format, pale_green);
            format_set_font_color(format, dark_green);
            format_set_text_wrap(format);
            break;
        case Look::text:
            format_set_text_wrap(format);
            break;
        case Look::count:
            format_set_num_format(format, "#,##0");
            break;
        case Look::percent:
            format_set_num_format(format, "0.0%");
            break;
        case Look::ratio:
            format_set_num_format(format, "0.00");
            break;
        case Look::withheld:
            format_set_align(format, LXW_ALIGN_RIGHT);
            break;
        case Look::gap:
            format_set_num_format(format, "#,##0");
            format_set_bg_color(format, pale_yellow);
            break;
        case Look::total:
            format_set_num_format(format, "#,##0");
            format_set_bold(format);
            break;
    }
    return format;
}

/// What fits a cell: one text that is longer would cost the whole workbook.
std::string cell_text(const std::string& text) {
    constexpr std::size_t most = 32'767;  // characters
    if (text.size() <= most || characters_in(text) <= most) return text;
    return utf8(characters(text).substr(0, most - 1)) + "…";
}

class Book {
 public:
    explicit Book(const fs::path& file) : book_(workbook_new(file.c_str())) {
        if (!book_) throw SpreadsheetError("the workbook " + file.string() + " cannot be made");
        for (int look = 0; look <= static_cast<int>(Look::ratio); ++look)
            formats_.push_back(made(book_.get(), static_cast<Look>(look)));
    }

    void add(const Sheet& sheet, const std::string& notice) {
        lxw_worksheet* page = workbook_add_worksheet(book_.get(), sheet.name.c_str());
        if (page == nullptr) throw SpreadsheetError("the workbook: no sheet can be called " + sheet.name);
        set_up(page, sheet, notice);
        write(page, sheet);
        for (const SheetChart& chart : sheet.charts) add(page, sheet.name, chart);
        if (sheet.table) {
            const lxw_row_t header = row_of(sheet.table->header_row);
            worksheet_freeze_panes(page, header + 1, 1);
            check(worksheet_repeat_rows(page, header, header));
            check(worksheet_autofilter(page, header, 0, row_of(sheet.table->last_row),
                                       column_of(sheet.table->last_column)));
        }
        check(worksheet_print_area(page, 0, 0, row_of(sheet.last_row), column_of(sheet.last_column)));
    }

    /// Writes the file. Call once, last.
    void close() {
        check(workbook_close(book_.release()));  // frees it, whatever it returns
    }

 private:
    static void set_up(lxw_worksheet* page, const Sheet& sheet, const std::string& notice) {
        for (std::size_t column = 0; column < sheet.widths.size(); ++column) {
            const auto index = static_cast<lxw_col_t>(column);
            check(worksheet_set_column(page, index, index, sheet.widths[column], nullptr));
        }
        worksheet_set_paper(page, 9);  // A4
        if (std::accumulate(sheet.widths.begin(), sheet.widths.end(), 0.0) > widest_upright)
            worksheet_set_landscape(page);
        worksheet_fit_to_pages(page, 1, 0);
        if (!notice.empty()) check(worksheet_set_header(page, ("&C&B" + notice).c_str()));
        check(worksheet_set_footer(page, "&C&P / &N"));
    }

    void write(lxw_worksheet* page, const Sheet& sheet) {
        std::map<int, int> lines;  // of the rows that have more than one
        for (const SheetCell& cell : sheet.cells) {
            lxw_format* format = formats_.at(static_cast<std::size_t>(cell.look));
            const lxw_row_t row = row_of(cell.row);
            if (const auto* number = std::get_if<double>(&cell.value)) {
                check(worksheet_write_number(page, row, column_of(cell.column), *number, format));
                continue;
            }
            check(worksheet_write_string(page, row, column_of(cell.column),
                                         cell_text(std::get<std::string>(cell.value)).c_str(), format));
            const int needed = lines_in(cell, sheet.widths);
            int& most = lines.try_emplace(cell.row, 1).first->second;
            if (needed <= most) continue;
            most = needed;
            check(worksheet_set_row(page, row, std::min(line_height * most, highest_row), nullptr));
        }
    }

    /// Not every program makes a row higher by itself.
    static int lines_in(const SheetCell& cell, const std::vector<double>& widths) {
        const auto index = static_cast<std::size_t>(cell.column);
        if ((cell.look != Look::text && cell.look != Look::header) || index >= widths.size()) return 1;
        const auto width = static_cast<double>(display_width(std::get<std::string>(cell.value)));
        return static_cast<int>(std::ceil(width / (widths[index] - 1)));
    }

    void add(lxw_worksheet* page, const std::string& sheet, const SheetChart& wanted) {
        lxw_chart* chart = workbook_add_chart(book_.get(), wanted.upright ? LXW_CHART_COLUMN : LXW_CHART_BAR);
        if (chart == nullptr) throw SpreadsheetError("the workbook: no chart can be made");
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        const lxw_row_t first = row_of(wanted.first_row);
        const lxw_row_t last = row_of(wanted.last_row);
        const lxw_col_t names = column_of(wanted.names_column);
        const lxw_col_t figures = column_of(wanted.figures_column);
        chart_series_set_categories(series, sheet.c_str(), first, names, last, names);
        chart_series_set_values(series, sheet.c_str(), first, figures, last, figures);
        lxw_chart_fill fill{};
        fill.color = green;
        chart_series_set_fill(series, &fill);
        chart_series_set_labels(series);
        chart_title_set_name(chart, wanted.title.c_str());
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
        check(worksheet_insert_chart(page, first - 1, 2, chart));
    }

    struct Free {
        void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
    };
    std::unique_ptr<lxw_workbook, Free> book_;
    std::vector<lxw_format*> formats_;
};

/// Removes the file at the end, also after an error.
class Scratch {
 public:
    explicit Scratch(const fs::path& file) : file_(file) {}
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        fs::remove(file_, ignored);
    }

 private:
    const fs::path& file_;
};

}  // namespace

std::string xlsx(const Spreadsheet& spreadsheet, const fs::path& scratch) {
    const Scratch removed_at_the_end(scratch);
    Book book(scratch);
    for (const Sheet& sheet : spreadsheet.sheets) book.add(sheet, spreadsheet.notice);
    book.close();
    std::ifstream file(scratch, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file || bytes.empty())
        throw SpreadsheetError("the workbook " + scratch.string() + " cannot be read back");
    return bytes;
}

}  // namespace xy::document
