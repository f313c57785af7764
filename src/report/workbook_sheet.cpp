#include "report/workbook_sheet.h"

#include <cmath>
#include <numeric>

#include "report/text_table.h"

namespace xy::report {
namespace {

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

void check(lxw_error error) {
    if (error != LXW_NO_ERROR) throw ReportError(std::string("the workbook: ") + lxw_strerror(error));
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
        case Look::share:
            format_set_num_format(format, "0.0%");
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

}  // namespace

Book::Book(const std::filesystem::path& file) : book_(workbook_new(file.c_str())) {
    if (!book_) throw ReportError("the workbook " + file.string() + " cannot be made");
    for (int look = 0; look <= static_cast<int>(Look::total); ++look)
        formats_.push_back(made(book_.get(), static_cast<Look>(look)));
}

void Book::close() {
    check(workbook_close(book_.release()));  // frees it, whatever it returns
}

Sheet::Sheet(Book& book, const std::string& name, const std::vector<double>& widths,
             const std::string& notice)
    : book_(book), name_(name), sheet_(workbook_add_worksheet(book.get(), name.c_str())), widths_(widths) {
    if (sheet_ == nullptr) throw ReportError("the workbook: no sheet can be called " + name);
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const auto index = static_cast<lxw_col_t>(column);
        check(worksheet_set_column(sheet_, index, index, widths[column], nullptr));
    }
    worksheet_set_paper(sheet_, 9);  // A4
    if (std::accumulate(widths.begin(), widths.end(), 0.0) > widest_upright) worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    if (!notice.empty()) check(worksheet_set_header(sheet_, ("&C&B" + notice).c_str()));
    check(worksheet_set_footer(sheet_, "&C&P / &N"));
}

void Sheet::text(int row, int column, const std::string& text, Look look) {
    check(worksheet_write_string(sheet_, row_of(row), column_of(column), text.c_str(), book_.format(look)));
    if (look == Look::text || look == Look::header) make_room(row, column, text);
}

void Sheet::make_room(int row, int column, const std::string& text) {
    const auto index = static_cast<std::size_t>(column);
    if (index >= widths_.size() || text.empty()) return;
    const int lines =
        static_cast<int>(std::ceil(static_cast<double>(display_width(text)) / (widths_[index] - 1)));
    int& most = lines_.try_emplace(row, 1).first->second;
    if (lines <= most) return;
    most = lines;
    check(worksheet_set_row(sheet_, row_of(row), line_height * lines, nullptr));
}

void Sheet::number(int row, int column, double value, Look look) {
    check(worksheet_write_number(sheet_, row_of(row), column_of(column), value, book_.format(look)));
}

void Sheet::count(int row, int column, const figures::Count& count, Look look) {
    if (count)
        number(row, column, static_cast<double>(*count), look);
    else
        text(row, column, "※", Look::withheld);
}

void Sheet::share(int row, int column, const std::optional<stats::Proportion>& share) {
    const auto bounds = share ? wilson(*share) : std::nullopt;
    if (!bounds) {
        text(row, column, share ? "" : "※", Look::withheld);
        for (int blank = 1; blank < 4; ++blank) text(row, column + blank, "");
        return;
    }
    number(row, column, *share->value(), Look::share);
    number(row, column + 1, bounds->low, Look::share);
    number(row, column + 2, bounds->high, Look::share);
    number(row, column + 3, static_cast<double>(share->n));
}

void Sheet::header(int row, const std::vector<std::string>& titles) {
    for (std::size_t column = 0; column < titles.size(); ++column)
        text(row, static_cast<int>(column), titles[column], Look::header);
}

void Sheet::table(int header_row, int last_row, int last_column) {
    worksheet_freeze_panes(sheet_, row_of(header_row + 1), 1);
    check(worksheet_repeat_rows(sheet_, row_of(header_row), row_of(header_row)));
    check(worksheet_autofilter(sheet_, row_of(header_row), 0, row_of(last_row), column_of(last_column)));
}

void Sheet::print_area(int last_row, int last_column) {
    check(worksheet_print_area(sheet_, 0, 0, row_of(last_row), column_of(last_column)));
}

void Sheet::chart(lxw_chart_type type, const std::string& title, int first_row, int last_row, int column,
                  int at_row, int at_column) {
    lxw_chart* chart = workbook_add_chart(book_.get(), static_cast<std::uint8_t>(type));
    if (chart == nullptr) throw ReportError("the workbook: no chart can be made");
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, name_.c_str(), row_of(first_row), 0, row_of(last_row), 0);
    chart_series_set_values(series, name_.c_str(), row_of(first_row), column_of(column), row_of(last_row),
                            column_of(column));
    lxw_chart_fill fill{};
    fill.color = green;
    chart_series_set_fill(series, &fill);
    chart_series_set_labels(series);
    chart_title_set_name(chart, title.c_str());
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    check(worksheet_insert_chart(sheet_, row_of(at_row), column_of(at_column), chart));
}

}  // namespace xy::report
