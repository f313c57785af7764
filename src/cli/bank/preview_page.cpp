#include "cli/bank/preview_page.h"

#include <fmt/core.h>

#include "document/html.h"

namespace xy::cli {
namespace {

using document::html_escaped;
using quiz::Item;

/// Colours of the look.
constexpr std::string_view style = R"css(
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 1280px; padding: 24px; background: #FFF9EC; color: #1F2A37;
  font: 16px/1.6 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; }
h1 { color: #0F7B5F; margin: 0 0 8px; }
h2 { font-size: 18px; margin: 0 0 8px; }
section { background: #FFF; border: 1px solid #E9DFC8; border-radius: 14px; padding: 18px 22px; margin: 18px 0; }
.facts span { display: inline-block; background: #E3F3EC; color: #0A5A46; border-radius: 10px; padding: 0 10px;
  margin: 0 6px 6px 0; font-size: 14px; }
.remarks { background: #FDE9E1; color: #B83A15; border-radius: 10px; padding: 8px 14px; margin: 8px 0; }
.remarks p { margin: 2px 0; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 18px; }
.pair img { width: 100%; border: 1px solid #E9DFC8; border-radius: 8px; margin-bottom: 8px; display: block; }
ol { padding-left: 24px; margin: 6px 0; list-style: upper-alpha; }
.right { font-weight: bold; color: #0A5A46; }
.feedback, .note { color: #5E6876; font-size: 14px; }
nav { columns: 4; font-size: 14px; }
nav a { color: #0F7B5F; }
@page { size: A4; margin: 10mm; }
@media print {
  body { background: #FFF; max-width: none; padding: 0; font-size: 8.5pt; line-height: 1.35; }
  section { break-inside: avoid; border: 1px solid #999; margin: 6px 0; padding: 8px 12px; }
  section p, section ol { margin: 3px 0; }
  .feedback, .note, .facts span { font-size: 8pt; }
  .pair { gap: 10px; }
  .pair img { width: 92%; margin-bottom: 4px; }
  nav { display: none; }
}
)css";

std::string paragraph(std::string_view css_class, const std::string& text) {
    if (text.empty()) return {};
    return fmt::format("<p class=\"{}\">{}</p>\n", css_class, html_escaped(text));
}

std::string remarks_of(const std::string& item, const std::vector<PageProblem>& remarks) {
    std::string text;
    for (const PageProblem& remark : remarks)
        if (remark.item == item) text += fmt::format("<p>{}</p>\n", html_escaped(remark.what));
    return text.empty() ? text : "<div class=\"remarks\">\n" + text + "</div>\n";
}

std::string screen(const Item& item, Language language, std::string_view name, std::string_view alt) {
    return fmt::format("<img loading=\"lazy\" src=\"screens/{}-{}-{}.png\" alt=\"{}: {}\">\n", item.id,
                       code(language), name, alt, html_escaped(item.stem.in(language)));
}

std::string options_of(const Item& item, Language language) {
    std::string text = "<ol>\n";
    for (const quiz::Option& option : item.options) {
        text += fmt::format("<li{}>{}{}", option.correct ? " class=\"right\"" : "",
                            html_escaped(option.text.in(language)), option.correct ? " ✓" : "");
        if (!option.feedback.empty())
            text += fmt::format("<br><span class=\"feedback\">{}</span>",
                                html_escaped(option.feedback.in(language)));
        text += "</li>\n";
    }
    return text + "</ol>\n";
}

std::string source_of(const quiz::Source& source, Language language) {
    std::string text = quiz::citation(source, language);
    if (!source.in_force.empty())
        text += (language == Language::zh ? "，施行日期 " : ", in force ") + source.in_force;
    return text + (language == Language::zh ? "，核对日期 " : ", checked ") + source.checked_on;
}

/// One language of an item.
std::string column(const Item& item, Language language) {
    const bool zh = language == Language::zh;
    std::string text = fmt::format("<div lang=\"{}\">\n", zh ? "zh" : "en");
    text += screen(item, language, "question", zh ? "题目屏" : "Question screen");
    if (quiz::is_scored(item.kind))
        text += screen(item, language, "feedback", zh ? "反馈屏" : "Feedback screen");
    text += paragraph("stem", item.stem.in(language));
    text += options_of(item, language);
    text += paragraph("note", item.explanation.in(language));
    if (!item.take_home.empty())
        text += paragraph("note", (zh ? "带走一句：" : "To take home: ") + item.take_home.in(language));
    if (item.source)
        text += paragraph("note", (zh ? "依据：" : "Source: ") + source_of(*item.source, language));
    if (item.picture)
        text += paragraph("note", (zh ? "图片：" : "Picture: ") + item.picture->alt.in(language));
    return text + "</div>\n";
}

std::string topic_title(const quiz::Bank& bank, const std::string& id) {
    for (const quiz::Topic& topic : bank.topics)
        if (topic.id == id) return topic.title.zh + " / " + topic.title.en;
    return id;
}

std::string facts_of(const quiz::Bank& bank, const Item& item) {
    std::vector<std::string> facts{topic_title(bank, item.topic), std::string(code(item.kind))};
    if (quiz::is_scored(item.kind)) facts.push_back(fmt::format("难度 / difficulty {}", item.difficulty));
    if (!item.form.empty()) facts.push_back("卷 / form " + item.form);
    for (const std::string& audience : item.audiences) facts.push_back(audience);
    if (!item.valid_until.empty()) facts.push_back("至 / until " + item.valid_until);
    std::string text = "<p class=\"facts\">";
    for (const std::string& fact : facts) text += "<span>" + html_escaped(fact) + "</span>";
    return text + "</p>\n";
}

std::string section(const quiz::Bank& bank, const Item& item, std::size_t number,
                    const std::vector<PageProblem>& remarks) {
    return fmt::format("<section id=\"{0}\">\n<h2>{1}. {0}</h2>\n", item.id, number) + facts_of(bank, item) +
           remarks_of(item.id, remarks) + "<div class=\"pair\">\n" + column(item, Language::zh) +
           column(item, Language::en) + "</div>\n</section>\n";
}

std::string column(const quiz::Card& card, Language language) {
    return fmt::format(
        "<div lang=\"{0}\">\n<img loading=\"lazy\" src=\"screens/{1}-{0}-card.png\" "
        "alt=\"{2}\">\n{3}{4}</div>\n",
        code(language), card.id, html_escaped(card.text.in(language)),
        paragraph("stem", card.text.in(language)),
        card.picture ? paragraph("note", card.picture->alt.in(language)) : std::string());
}

std::string section(const quiz::Bank& bank, const quiz::Card& card, const std::vector<PageProblem>& remarks) {
    return fmt::format("<section>\n<h2>知识卡 / card {}</h2>\n<p class=\"facts\"><span>{}</span></p>\n",
                       card.id, html_escaped(topic_title(bank, card.topic))) +
           remarks_of("card/" + card.id, remarks) + "<div class=\"pair\">\n" + column(card, Language::zh) +
           column(card, Language::en) + "</div>\n</section>\n";
}

}  // namespace

std::string preview_page(const quiz::Bank& bank, const std::vector<PageProblem>& remarks) {
    std::string page = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{0}</title>\n<style>{1}</style>\n"
        "</head>\n<body>\n<h1>{0}</h1>\n<p>{2}</p>\n<p>{3} 道题，{4} 张知识卡。 / {3} items, {4} "
        "cards.</p>\n",
        html_escaped(bank.title.zh), style, html_escaped(bank.title.en), bank.items.size(),
        bank.cards.size());
    page += remarks_of("", remarks) + "<nav>\n";
    for (const Item& item : bank.items) page += fmt::format("<a href=\"#{0}\">{0}</a><br>\n", item.id);
    page += "</nav>\n";
    for (std::size_t i = 0; i < bank.items.size(); ++i) page += section(bank, bank.items[i], i + 1, remarks);
    for (const quiz::Card& card : bank.cards) page += section(bank, card, remarks);
    return page + "</body>\n</html>\n";
}

}  // namespace xy::cli
