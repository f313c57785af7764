#include "report/participation.h"

#include "base/words.h"
#include "document/csv_sheet.h"
#include "document/terminal_text.h"
#include "outreach/internal_mark.h"
#include "report/data_table.h"
#include "report/page_table.h"

namespace xy::report {
namespace {

using store::ParticipationRow;

/// In the words of the offices.
std::vector<Column> columns(const Words& words) {
    std::vector<Column> all;
    for (const char* id :
         {"event", "event_name_zh", "event_name_en", "place_zh", "place_en", "venue", "audience", "language"})
        all.push_back({Type::text, in_data, id});
    for (const std::string& heading :
         {words("活动名称", "Event"), words("地点", "Place"), words("六进类别", "Venue"),
          words("对象", "Audience"), words("语言", "Language")})
        all.push_back({Type::text, on_page, "", "", heading});
    const auto count = [&](const char* name, const std::string& heading) {
        all.push_back({Type::count, everywhere, name, "", heading});
    };
    count("started", words("参加人次", "Visits"));
    count("completed", words("完成人次", "Completed"));
    count("abandoned", words("中途离开人次", "Left"));
    count("timed_out", words("超时离开人次", "Timed out"));
    count("right_answers", words("答对题次", "Right"));
    count("answered_items", words("作答题次", "Answered"));
    count("skipped_items", words("跳过题次", "Skipped"));
    all.push_back({Type::amount, on_page, "", "", words("答题正确率", "Right rate")});
    return all;
}

void append_figures(std::vector<Value>& row, const ParticipationRow& figures, Language language) {
    for (const std::int64_t figure :
         {figures.started, figures.completed, figures.abandoned, figures.timed_out, figures.right_answers,
          figures.answered_items, figures.skipped_items})
        row.emplace_back(figure);
    row.emplace_back(rate_of_right(figures, language));
}

Table table_of(std::span<const ParticipationRow> rows, const figures::Titles& titles, Language language) {
    const Words words(language);
    Table table;
    table.columns = columns(words);
    for (const ParticipationRow& of : rows) {
        const std::string name = of.event_name.in(language);
        std::vector<Value> row{
            of.event,
            of.event_name.zh,
            of.event_name.en,
            of.place.zh,
            of.place.en,
            of.venue,
            of.audience,
            std::string(code(of.language)),
            name.empty() ? of.event : name,
            words.or_missing(of.place.in(language)),
            words.or_missing(title_of(titles.venues, of.venue, language)),
            of.audience.empty() ? words("未询问", "not asked")
                                : title_of(titles.audiences, of.audience, language),
            of.language == Language::zh ? words("中文", "Chinese") : words("英文", "English")};
        append_figures(row, of, language);
        table.add(std::move(row));
    }
    std::vector<Value> total(13);
    total[8] = words("合计", "Total");
    append_figures(total, total_of(rows), language);
    table.add_total(std::move(total), on_page);
    return table;
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
    if (row.answered_items == 0) return Words(language)("未作答", "none answered");
    const std::int64_t per_mille = (2000 * row.right_answers + row.answered_items) / (2 * row.answered_items);
    return std::to_string(per_mille / 10) + "." + std::to_string(per_mille % 10) + "%";
}

std::string participation_csv(std::span<const ParticipationRow> rows) {
    return data_csv(table_of(rows, {}, Language::en));
}

std::vector<json::Record> participation_records(std::span<const ParticipationRow> rows) {
    std::vector<json::Record> records = data_records(table_of(rows, {}, Language::en));
    for (json::Record& record : records)
        record.insert(record.begin(), {"profile", outreach::internal_profile()});
    return records;
}

std::string participation_sheet(std::span<const ParticipationRow> rows, const figures::Titles& titles) {
    return document::csv_sheet(page_table(table_of(rows, titles, Language::zh), Language::zh),
                               outreach::internal_mark(Language::zh));
}

std::string participation_table(std::span<const ParticipationRow> rows, const figures::Titles& titles,
                                Language language) {
    return outreach::internal_mark(language) + "\n" +
           document::terminal_text(page_table(table_of(rows, titles, language), language));
}

}  // namespace xy::report
