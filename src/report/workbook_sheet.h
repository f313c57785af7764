// One workbook and its sheets while they are written. Inside report/ only.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>
#include <xlsxwriter.h>

#include "report/workbook.h"

namespace xy::report {

/// How a cell looks. All but `title` and `plain` have a border.
enum class Look { title, plain, header, text, count, share, withheld, gap, total };

/// Throws ReportError when the library reports an error.
class Book {
 public:
    explicit Book(const std::filesystem::path& file);
    lxw_workbook* get() const { return book_.get(); }
    lxw_format* format(Look look) const { return formats_.at(static_cast<std::size_t>(look)); }
    /// Writes the file. Call once, last.
    void close();

 private:
    struct Free {
        void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
    };
    std::unique_ptr<lxw_workbook, Free> book_;
    std::vector<lxw_format*> formats_;
};

/// Rows and columns count from 0.
class Sheet {
 public:
    /// `widths` of the columns in characters. `notice` stands at the top of every printed page.
    Sheet(Book& book, const std::string& name, const std::vector<double>& widths, const std::string& notice);

    /// Makes the row as high as the text needs: not every program does that by itself.
    void text(int row, int column, const std::string& text, Look look = Look::text);
    void number(int row, int column, double value, Look look = Look::count);
    void count(int row, int column, const figures::Count& count, Look look = Look::count);
    /// Share, both ends of its interval and n in four cells.
    void share(int row, int column, const std::optional<stats::Proportion>& share);
    void header(int row, const std::vector<std::string>& titles);
    /// The table that the sheet is about: frozen under its header, which repeats on every page, with a
    /// filter.
    void table(int header_row, int last_row, int last_column);
    void print_area(int last_row, int last_column);
    /// A chart of the names in column 0 and the figures in `column`, beside the table.
    void chart(lxw_chart_type type, const std::string& title, int first_row, int last_row, int column,
               int at_row, int at_column);

 private:
    void make_room(int row, int column, const std::string& text);

    Book& book_;
    std::string name_;
    lxw_worksheet* sheet_;
    std::vector<double> widths_;
    std::map<int, int> lines_;  ///< of the rows that have more than one
};

}  // namespace xy::report
