#include "cli/report_template.h"

#include <cstring>
#include <fmt/format.h>
#include <iostream>
#include <utility>

#include "base/regular_file.h"
#include "base/utf8.h"
#include "cli/command_line.h"
#include "document/terminal_text.h"
#include "document/word_template.h"
#include "json/writer.h"
#include "report/figure_text.h"
#include "report/report_fields.h"

namespace xy::cli {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
    FileBytes read = read_regular_file(file, document::largest_template);
    switch (read.fault) {
        case FileFault::none:
            return std::move(read.bytes);
        case FileFault::no_file:
            throw CannotDo("the template " + file.string() + " is not a file; name a .docx");
        case FileFault::too_large:
            throw CannotDo(
                fmt::format("the template {} is larger than {} MB; use a smaller one, for example "
                            "without its large pictures",
                            file.string(), document::largest_template >> 20U));
        default:
            throw CannotDo(
                fmt::format("the template {} cannot be read: {}", file.string(), std::strerror(read.reason)));
    }
}

struct FieldLine {
    std::string name;
    std::string value;
};

std::vector<FieldLine> lines_of(const document::Fields& fields) {
    std::vector<FieldLine> lines;
    for (const auto& [name, text] : fields.texts) lines.push_back({"{{" + name + "}}", text});
    for (const auto& [name, table] : fields.tables)
        lines.push_back(
            {"{{表:" + name + "}}", fmt::format("{} × {}", table.rows.size(), table.columns.size())});
    for (const auto& [name, picture] : fields.pictures)
        lines.push_back({"{{图:" + name + "}}", picture.description});
    return lines;
}

/// The beginning of a long value, so that a line fits a terminal.
std::string shortened(const std::string& value) {
    constexpr std::size_t most = 60;
    if (document::display_width(value) <= most) return value;
    std::u32string shown = characters(value);
    while (document::display_width(utf8(shown)) >= most) shown.pop_back();
    return utf8(shown) + "…";
}

std::string why_left(const document::UnknownPlaceholder& left) {
    if (left.out_of_place)
        return "stands where it cannot be filled; write it in one piece, in a paragraph of its own";
    return left.nearest ? "is no field; did you mean {{" + *left.nearest + "}}?"
                        : "is no field; xiangyang report --list-fields names them all";
}

}  // namespace

std::string filled_template(const std::filesystem::path& file, const figures::PeriodReport& report,
                            bool& complete) {
    try {
        document::Filled filled =
            document::fill_template(bytes_of(file), report::report_fields(report), report::notice_of(report));
        for (const document::UnknownPlaceholder& unknown : filled.unknown)
            std::cerr << fmt::format("xiangyang: {}: {}: {{{{{}}}}} {}\n", file.string(), unknown.part,
                                     printable(unknown.name), why_left(unknown));
        complete = filled.unknown.empty();
        return std::move(filled.bytes);
    } catch (const document::TemplateError& error) {
        throw CannotDo(file.string() + ": " + error.what());
    }
}

void print_fields(const figures::PeriodReport& report, bool json) {
    const std::vector<FieldLine> lines = lines_of(report::report_fields(report));
    if (json) {
        std::vector<json::Record> table;
        for (const FieldLine& line : lines)
            table.push_back({{"placeholder", line.name}, {"value", line.value}});
        std::cout << json::to_json(table);
        return;
    }
    document::Table table{{{"占位符 Placeholder"}, {"现值 Value"}}, {}};
    for (const FieldLine& line : lines) table.rows.push_back({{line.name}, {shortened(line.value)}});
    std::cout << document::terminal_text(table);
}

}  // namespace xy::cli
