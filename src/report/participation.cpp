#include "report/participation.h"

#include <array>
#include <vector>

#include "base/csv.h"
#include "base/words.h"
#include "report/spreadsheet_text.h"
#include "report/text_table.h"

namespace xy::report {
namespace {

using store::ParticipationRow;
using Texts = std::vector<std::string>;

constexpr std::size_t text_columns = 5;

/// The columns for people, in the words of the offices (domain/reporting.md).
Texts headers(Language language) {
    if (language == Language::en)
        return {"Event", "Place",     "Venue", "Audience", "Language", "Visits",    "Completed",
                "Left",  "Timed out", "Right", "Answered", "Skipped",  "Right rate"};
    return {"活动名称",     "地点",         "六进类别", "对象",     "语言",     "参加人次",  "完成人次",
            "中途离开人次", "超时离开人次", "答对题次", "作答题次", "跳过题次", "答题正确率"};
}

std::array<std::int64_t, 7> figures(const ParticipationRow& row) {
    return {row.started,       row.completed,      row.abandoned,    row.timed_out,
            row.right_answers, row.answered_items, row.skipped_items};
}

void append_figures(Texts& cells, const ParticipationRow& row, Language language) {
    for (const std::int64_t figure : figures(row)) cells.push_back(std::to_string(figure));
    cells.push_back(rate_of_right(row, language));
}

Texts cells_of(const ParticipationRow& row, const figures::Titles& titles, Language language) {
    const std::string name = row.event_name.in(language);
    Texts cells{name.empty() ? row.event : name, entered(row.place.in(language), language),
                entered(title_of(titles.venues, row.venue, language), language),
                row.audience.empty() ? words(language, "未询问", "not asked")
                                     : title_of(titles.audiences, row.audience, language),
                row.language == Language::zh ? words(language, "中文", "Chinese")
                                             : words(language, "英文", "English")};
    append_figures(cells, row, language);
    return cells;
}

Texts total_cells(std::span<const ParticipationRow> rows, Language language) {
    Texts cells(text_columns);
    cells[0] = words(language, "合计", "Total");
    append_figures(cells, total_of(rows), language);
    return cells;
}

}  // namespace

ParticipationRow total_of(std::span<const ParticipationRow> rows) {
    ParticipationRow total;
    for (const ParticipationRow& row : rows) {
        total.started += row.started;
        total.completed += row.completed;
        total.abandoned += row.abandoned;
        total.timed_out += row.timed_out;
        total.right_answers += row.right_answers;
        total.answered_items += row.answered_items;
        total.skipped_items += row.skipped_items;
    }
    return total;
}

std::string rate_of_right(const ParticipationRow& row, Language language) {
    if (row.answered_items == 0) return words(language, "未作答", "none answered");
    const std::int64_t per_mille = (2000 * row.right_answers + row.answered_items) / (2 * row.answered_items);
    return std::to_string(per_mille / 10) + "." + std::to_string(per_mille % 10) + "%";
}

std::string participation_csv(std::span<const ParticipationRow> rows) {
    std::string text =
        "event,event_name_zh,event_name_en,place_zh,place_en,venue,audience,language,started,completed,"
        "abandoned,"
        "timed_out,right_answers,answered_items,skipped_items\r\n";
    for (const ParticipationRow& row : rows) {
        Texts cells{row.event,    row.event_name.zh, row.event_name.en, row.place.zh,
                    row.place.en, row.venue,         row.audience,      std::string(code(row.language))};
        for (const std::int64_t figure : figures(row)) cells.push_back(std::to_string(figure));
        append_csv_record(text, cells);
    }
    return text;
}

std::string participation_sheet(std::span<const ParticipationRow> rows, const figures::Titles& titles) {
    std::string text(byte_order_mark);
    append_csv_record(text, headers(Language::zh));
    for (const ParticipationRow& row : rows) {
        Texts cells = cells_of(row, titles, Language::zh);
        for (std::size_t column = 0; column < text_columns; ++column)
            cells[column] = neutralized(cells[column]);
        append_csv_record(text, cells);
    }
    append_csv_record(text, total_cells(rows, Language::zh));
    return text;
}

std::string participation_table(std::span<const ParticipationRow> rows, const figures::Titles& titles,
                                Language language) {
    TextTable table{headers(language), {}, text_columns};
    for (const ParticipationRow& row : rows) table.rows.push_back(cells_of(row, titles, language));
    table.rows.push_back(total_cells(rows, language));
    return to_text(table);
}

}  // namespace xy::report
