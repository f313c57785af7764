#include "document/word_template.h"

#include <array>

#include "document/page_notice.h"
#include "document/template_filling.h"

namespace xy::document {
namespace {

struct Kind {
    const char* relationship;
    const char* place;
};
constexpr std::array<Kind, 4> kinds{
    {{"header", "页眉"}, {"footer", "页脚"}, {"footnotes", "脚注"}, {"endnotes", "尾注"}}};

}  // namespace

Filled fill_template(std::string_view docx, const Fields& fields, const std::string& notice) {
    TemplatePackage package(docx);
    Filling filling(package, fields);
    const std::string& main = package.main_part();
    std::vector<Filling::Place> places = {{main, "正文"}};
    for (const Kind& kind : kinds)
        for (const std::string& part : package.related(main, kind.relationship))
            places.push_back({part, kind.place});
    filling.fill(places);
    put_notice(package, notice);
    return {package.bytes(), filling.replaced(), filling.unknown()};
}

}  // namespace xy::document
