#include "report/sheet_table.h"

#include <algorithm>

#include "base/words.h"

namespace xy::report {
namespace {

using document::Look;

/// Writes the cells of a row from the left.
class SheetRow {
 public:
    SheetRow(document::Sheet& sheet, int row, bool total) : sheet_(sheet), row_(row), total_(total) {}

    void put(const Column& column, const Value& value) {
        gap_ = is_gap(value, column.type);
        number_look_ = column.type == Type::percent ? Look::percent
                       : column.type == Type::ratio ? Look::ratio
                                                    : Look::count;
        const int next = at_ + width_of(column.type);
        std::visit([this](const auto& one) { write(one); }, value);
        at_ = next;
    }

    void header(const std::string& title) { add(title, Look::header); }
    int columns() const { return at_; }

    static int width_of(Type type) {
        return type == Type::share || type == Type::share_only || type == Type::change ? 4 : 1;
    }

 private:
    void add(std::variant<std::string, double> value, Look look) {
        if (look != Look::header && look != Look::withheld)
            look = total_ ? Look::total : gap_ ? Look::gap : look;
        sheet_.cells.push_back({row_, at_++, std::move(value), look});
    }

    void write(std::monostate /*nothing*/) {}
    void write(const std::string& text) { add(text, Look::text); }
    void write(bool truth) { add(truth ? 1.0 : 0.0, Look::count); }
    void write(double number) { add(number, number_look_); }
    void write(const Missing& missing) { add(missing.words, Look::text); }
    void write(const Count& count) {
        if (count)
            add(static_cast<double>(*count), Look::count);
        else
            add("※", Look::withheld);
    }
    void write(const Share& share) {
        const auto bounds = share ? interval_of(*share) : std::nullopt;
        if (bounds) {
            write(Change{*share->value(), bounds, share->n});
            return;
        }
        add(share ? "" : "※", Look::withheld);
        for (int blank = 0; blank < 3; ++blank) add("", Look::text);
    }
    void write(const Change& change) {
        add(change.value, Look::percent);
        if (change.interval) {
            add(change.interval->low, Look::percent);
            add(change.interval->high, Look::percent);
        } else {
            at_ += 2;
        }
        add(static_cast<double>(change.n), Look::count);
    }

    document::Sheet& sheet_;
    int row_;
    bool total_;
    bool gap_ = false;
    Look number_look_ = Look::count;
    int at_ = 0;
};

/// Returns how many cells it has.
int write_header(document::Sheet& sheet, int row, const Table& table, const Words& words) {
    SheetRow header(sheet, row, false);
    for (const Column& column : table.columns) {
        if ((column.forms & on_sheet) == 0) continue;
        if (SheetRow::width_of(column.type) == 1) {
            header.header(column.heading);
            continue;
        }
        header.header(words("比例", "Share"));
        header.header(words("95% 下限", "95% low"));
        header.header(words("95% 上限", "95% high"));
        header.header("n");
    }
    return header.columns();
}

}  // namespace

int append_table(document::Sheet& sheet, int row, const Table& table, Language language) {
    const int width = write_header(sheet, row, table, Words(language));
    for (const Row& from : table.rows) {
        if ((from.forms & on_sheet) == 0) continue;
        SheetRow cells(sheet, ++row, from.total);
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if ((table.columns[i].forms & on_sheet) != 0) cells.put(table.columns[i], from.cells.at(i));
    }
    sheet.last_row = std::max(sheet.last_row, row);
    sheet.last_column = std::max(sheet.last_column, width - 1);
    return row;
}

void put_main_table(document::Sheet& sheet, const Table& table, Language language) {
    const int last = append_table(sheet, 0, table, language);
    const auto totals = std::count_if(table.rows.begin(), table.rows.end(), [](const Row& row) {
        return row.total && (row.forms & on_sheet) != 0;
    });
    sheet.table = {0, last - static_cast<int>(totals), sheet.last_column};
}

}  // namespace xy::report
