#include "document/word_template.h"

#include <algorithm>
#include <array>

#include "document/page_notice.h"
#include "document/template_filling.h"

namespace xy::document {
namespace {

struct Kind {
    const char* relationship;
    const char* place;
};
constexpr std::array<Kind, 5> kinds{{{"header", "页眉"},
                                     {"footer", "页脚"},
                                     {"footnotes", "脚注"},
                                     {"endnotes", "尾注"},
                                     {"comments", "批注"}}};

struct Folder {
    std::string_view begin;  ///< of the name of a part
    const char* place;
};
constexpr std::array<Folder, 3> folders{
    {{"word/charts/chart", "图表"}, {"word/diagrams/", "图示"}, {"docProps/", "属性"}}};

/// Parts that are no text of Word and may hold a placeholder. The others are not even parsed: what an office
/// program keeps there is its own business.
std::vector<Filling::Place> other_places(const TemplatePackage& package) {
    constexpr std::string_view full_width = "｛";
    std::vector<Filling::Place> places;
    for (const std::string& part : package.parts()) {
        const auto folder = std::find_if(folders.begin(), folders.end(), [&](const Folder& each) {
            return part.starts_with(each.begin) && part.ends_with(".xml");
        });
        if (folder == folders.end()) continue;
        const std::string& bytes = package.raw(part);
        const bool braces = bytes.find('{') != std::string::npos ||
                            bytes.find(full_width) != std::string::npos ||
                            bytes.find('\0') != std::string::npos;  // UTF-16
        if (braces) places.push_back({part, folder->place});
    }
    return places;
}

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
    filling.fill_others(other_places(package));
    put_notice(package, notice);
    return {package.bytes(), filling.replaced(), filling.unknown()};
}

}  // namespace xy::document
