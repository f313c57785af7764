#include "document/page_notice.h"

#include <fmt/format.h>
#include <set>

#include "document/template_refusal.h"
#include "document/word_colours.h"
#include "document/word_xml.h"

namespace xy::document {
namespace {

constexpr const char* header_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";

std::string paragraph(const std::string& notice) {
    return fmt::format(R"(<w:p>{}<w:r><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:color w:val="{}"/>)"
                       R"(<w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>{}</w:r></w:p>)",
                       plain_paragraph("center", 0, 40), colour::warning, run_content(notice));
}

/// The ends of sections as they are now, not those that revision marks remember.
std::vector<pugi::xml_node> sections_of(pugi::xml_node body) {
    std::vector<pugi::xml_node> sections;
    for (const pugi::xml_node section : all_called(body, "w:sectPr")) {
        const std::string_view around = section.parent().name();
        if (section.parent() == body || (around == "w:pPr" && !ancestor(section, "w:pPrChange")))
            sections.push_back(section);
    }
    if (!body.child("w:sectPr")) sections.push_back(body.append_child("w:sectPr"));
    return sections;
}

/// Programs that never had a header may leave no room for one: a printer would cut the notice off.
bool make_room(pugi::xml_node section) {
    constexpr int least = 340;  // 6 mm, in twips
    constexpr int usual = 567;  // 10 mm
    pugi::xml_attribute distance = section.child("w:pgMar").attribute("w:header");
    if (!distance || distance.as_int() >= least) return false;
    return distance.set_value(usual);
}

class Notice {
 public:
    Notice(TemplatePackage& package, const std::string& notice)
        : package_(package), paragraph_(paragraph(notice)), main_(package.main_part()) {
        for (const std::string& part : package.related(main_, "settings"))
            even_ = even_ || is_on(package.xml(part).document_element().child("w:evenAndOddHeaders"));
    }

    void put() {
        std::set<std::string> shown;  // kinds of header that this section or one before it has
        for (pugi::xml_node section : sections_of(package_.text_root(main_).child("w:body"))) {
            for (const pugi::xml_node reference : section.children("w:headerReference")) {
                const std::string_view type = reference.attribute("w:type").value();
                shown.emplace(type.empty() ? "default" : type);
                put_into(part_of(reference));
            }
            if (make_room(section)) package_.changed(main_);
            need(section, "default", shown);
            if (is_on(section.child("w:titlePg"))) need(section, "first", shown);
            if (even_) need(section, "even", shown);
        }
    }

 private:
    std::string part_of(pugi::xml_node reference) {
        const std::string id = reference.attribute("r:id").value();
        for (const Relationship& relation : package_.relationships(main_))
            if (relation.id == id && !relation.part.empty()) return relation.part;
        refuse_damaged("header " + id);
    }

    /// Several sections may show the same header.
    void put_into(const std::string& part) {
        if (!done_.insert(part).second) return;
        pugi::xml_node root = package_.text_root(part);
        if (root.first_child())
            insert_before(root.first_child(), paragraph_);
        else
            insert_before(root.append_child("w:p"), paragraph_);
        package_.changed(part);
    }

    void need(pugi::xml_node section, const char* type, std::set<std::string>& shown) {
        if (!shown.insert(type).second) return;
        const std::string part = package_.add(
            "headerNotice", "xml",
            fmt::format("{}<w:hdr {}>{}</w:hdr>", xml_declaration, word_namespaces, paragraph_), header_type);
        const std::string id = package_.relate(main_, "header", part);
        const std::string reference = fmt::format(
            R"(<w:headerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
            R"(w:type="{}" r:id="{}"/>)",
            type, id);
        insert_before(section.first_child() ? section.first_child() : section.append_child("w:cols"),
                      reference);
        package_.changed(main_);
    }

    TemplatePackage& package_;
    std::string paragraph_;
    std::string main_;
    bool even_ = false;
    std::set<std::string> done_;
};

}  // namespace

void put_notice(TemplatePackage& package, const std::string& notice) {
    if (!notice.empty()) Notice(package, notice).put();
}

}  // namespace xy::document
