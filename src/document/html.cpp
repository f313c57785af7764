#include "document/html.h"

#include <array>
#include <fmt/format.h>
#include <sodium.h>

namespace xy::document {
namespace {

// Colours of the product: the green of the headings, the pale yellow of a gap.
constexpr std::string_view style_sheet = R"(
body { font: 11pt/1.6 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #1d2733; max-width: 178mm; margin: 8mm auto; padding: 0 4mm; }
h1 { font: 700 22pt/1.3 "Noto Serif CJK SC", "SimSun", serif; text-align: center; margin: 0; }
.subtitle { text-align: center; color: #5b6673; font-size: 9.5pt; margin-top: 2mm; }
.lead { text-indent: 2em; }
h2 { font-size: 13pt; border-left: 5px solid #0e7c5f; padding-left: 10px; margin: 9mm 0 3mm; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; margin: 3mm 0; }
thead { display: table-header-group; }
tr, img, .figures { break-inside: avoid; }
th { background: #e3f2ec; color: #0a5c47; font-weight: 600; }
th, td { border: 1px solid #d5dde0; padding: 4px 9px; text-align: left; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.gap, span.gap { background: #fdf0cf; }
.figures { display: flex; gap: 4mm; margin: 5mm 0; }
.figure { flex: 1; border: 1px solid #cfd8dc; border-radius: 8px; padding: 3mm; font-size: 9pt; color: #5b6673; }
.figure b { display: block; font-size: 19pt; line-height: 1.3; color: #1d2733; }
img { display: block; width: 100%; margin: 2mm 0; }
.note { font-size: 8.5pt; color: #5b6673; }
.notice { background: #c62828; color: #fff; text-align: center; padding: 2mm; font-weight: 700; position: sticky; top: 0; }
@media print { body { margin: 0; padding: 0; max-width: none; } .notice { position: fixed; top: -13mm; left: 0; right: 0; } }
)";

/// A text inside the quotes of a style sheet.
std::string css_escaped(const std::string& text) {
    std::string escaped;
    for (const char c : text)
        if (c == '"' || c == '\\' || c == '<' || static_cast<unsigned char>(c) < 0x20)
            escaped += fmt::format("\\{:x} ", static_cast<unsigned char>(c));
        else
            escaped += c;
    return escaped;
}

std::string base64(const std::string& bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the terminating zero
    return text;
}

class HtmlPage {
 public:
    explicit HtmlPage(const Document& document) : document_(document) {}

    std::string text() && {
        head();
        for (const Block& block : document_.blocks)
            std::visit([this](const auto& one) { write(one); }, block);
        html_ += "</body>\n</html>\n";
        return std::move(html_);
    }

 private:
    void head() {
        const bool zh = document_.language == Language::zh;
        const std::string title = html_escaped(document_.title);
        html_ += fmt::format(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>"
            "@page {{ size: A4; margin: 18mm 16mm; @bottom-left {{ content: \"{}\"; font-size: 8.5pt; color: "
            "#5b6673; }} "
            "@bottom-right {{ content: \"{}\" counter(page) \"{}\"; font-size: 8.5pt; color: #5b6673; }} }}{}"
            "</style>\n</head>\n<body>\n",
            zh ? "zh-CN" : "en", title, css_escaped(document_.footer), zh ? "第 " : "Page ", zh ? " 页" : "",
            style_sheet);
        if (!document_.notice.empty())
            html_ += "<div class=\"notice\">" + html_escaped(document_.notice) + "</div>\n";
        html_ += "<h1>" + title + "</h1>\n";
    }

    void write(const Heading& heading) { html_ += "<h2>" + html_escaped(heading.text) + "</h2>\n"; }

    void write(const Paragraph& paragraph) {
        static constexpr std::array<std::string_view, 4> classes{"lead", "body", "note", "subtitle"};
        html_ += fmt::format("<p class=\"{}\">", classes.at(static_cast<std::size_t>(paragraph.style)));
        for (const Run& run : paragraph.runs) html_ += marked(run.text, run.mark);
        html_ += "</p>\n";
    }

    static std::string marked(const std::string& text, Mark mark) {
        if (mark == Mark::strong) return "<b>" + html_escaped(text) + "</b>";
        if (mark == Mark::gap) return "<span class=\"gap\">" + html_escaped(text) + "</span>";
        return html_escaped(text);
    }

    void write(const KeyFigures& figures) {
        html_ += "<div class=\"figures\">\n";
        for (const KeyFigure& figure : figures.figures)
            html_ += fmt::format("<div class=\"figure\">{}<b>{}</b>{}</div>\n", html_escaped(figure.name),
                                 html_escaped(figure.value), html_escaped(figure.below));
        html_ += "</div>\n";
    }

    void write(const Table& table) {
        double all = 0;
        for (const Column& column : table.columns) all += column.share;
        html_ += "<table><colgroup>";
        for (const Column& column : table.columns)
            html_ += fmt::format("<col style=\"width:{:.2f}%\">", 100 * column.share / all);
        html_ += "</colgroup><thead><tr>";
        for (const Column& column : table.columns)
            html_ += fmt::format("<th{}>{}</th>", column.number ? " class=\"number\"" : "",
                                 html_escaped(column.heading));
        html_ += "</tr></thead><tbody>\n";
        for (const auto& row : table.rows) write(table, row);
        html_ += "</tbody></table>\n";
    }

    void write(const Table& table, const std::vector<Cell>& row) {
        html_ += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string classes = table.columns.at(i).number ? "number" : "";
            if (row[i].mark == Mark::gap) classes += classes.empty() ? "gap" : " gap";
            html_ += classes.empty() ? "<td>" : "<td class=\"" + classes + "\">";
            html_ += row[i].mark == Mark::strong ? "<b>" + html_escaped(row[i].text) + "</b>"
                                                 : html_escaped(row[i].text);
            html_ += "</td>";
        }
        html_ += "</tr>\n";
    }

    /// As a picture of its own: ids inside one drawing cannot meet those of another.
    void write(const Picture& picture) {
        html_ +=
            fmt::format("<img alt=\"{}\" src=\"data:image/svg+xml;base64,{}\">\n",
                        html_escaped(picture.description), base64(charts::svg(picture.chart, text_width)));
    }

    void write(const NumberedList& list) {
        html_ += "<ol>\n";
        for (const std::string& line : list.lines) html_ += "<li>" + html_escaped(line) + "</li>\n";
        html_ += "</ol>\n";
    }

    const Document& document_;
    std::string html_;
};

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\'':
                escaped += "&#39;";
                break;
            default:
                escaped += c;
        }
    return escaped;
}

std::string html(const Document& document) {
    return HtmlPage(document).text();
}

}  // namespace xy::document
