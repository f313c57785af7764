#include "document/template_package.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "document/template_refusal.h"
#include "document/word_xml.h"

namespace xy::document {
namespace {

constexpr std::size_t most_entries = 2000;  // Word makes some 15, and one for each picture
constexpr const char* types_part = "[Content_Types].xml";
constexpr std::string_view wordprocessing = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view strict_wordprocessing = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view main_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// Old Office files and encrypted new ones are compound files ([MS-CFB]); names in them are UTF-16.
void refuse_compound_file(std::string_view file) {
    constexpr std::string_view magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if (!file.starts_with(magic.substr(0, 4))) return;
    const auto mentions = [&](std::string_view name) {
        std::string wide;
        for (const char c : name) wide += {c, '\0'};
        return file.find(wide) != std::string_view::npos;
    };
    if (mentions("EncryptedPackage"))
        refuse("模板有密码保护：请在 Word 或 WPS 中取消密码后再试",
               "the template is protected by a password: remove it in Word or WPS");
    refuse("模板是旧的 .doc 格式或有密码保护：请在 Word 或 WPS 中另存为不带密码的 .docx",
           "the template is an old .doc or has a password: save it as .docx without one in Word or WPS");
}

std::vector<ZipEntry> unpacked(std::string_view file) {
    refuse_compound_file(file);
    try {
        return read_zip(file, largest_template, most_entries);
    } catch (const ZipError& error) {
        switch (error.failure) {
            case ZipFailure::no_zip:
                refuse("模板不是 .docx 文件：请在 Word 或 WPS 中另存为 .docx",
                       "the template is no .docx file: save it as .docx in Word or WPS");
            case ZipFailure::encrypted:
                refuse("模板有密码保护：请在 Word 或 WPS 中取消密码后再试",
                       "the template is protected by a password: remove it in Word or WPS");
            case ZipFailure::too_large:
                refuse_too_large(error.what());
            case ZipFailure::damaged:
                break;
        }
        refuse_damaged(error.what());
    }
}

/// "word/" of "word/document.xml".
std::string folder_of(const std::string& part) {
    return part.substr(0, part.rfind('/') + 1);  // npos + 1 is 0
}

std::string relationships_part(const std::string& part) {
    const std::string folder = folder_of(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

/// `target` as seen from the folder: absolute, relative, with ./ and ../ in it.
std::string resolved(const std::string& folder, const std::string& target) {
    const std::string path = target.starts_with('/') ? target.substr(1) : folder + target;
    std::vector<std::string> steps;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string step = path.substr(begin, end - begin);
        if (step == ".." && !steps.empty()) steps.pop_back();
        if (!step.empty() && step != "." && step != "..") steps.push_back(step);
        begin = end + 1;
    }
    return fmt::format("{}", fmt::join(steps, "/"));
}

/// "ns0:" of "ns0:Relationships".
std::string prefix_of(pugi::xml_node node) {
    const std::string name = node.name();
    return name.substr(0, name.find(':') == std::string::npos ? 0 : name.find(':') + 1);
}

std::string last_word(const std::string& type) {
    return type.substr(type.rfind('/') + 1);
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

}  // namespace

TemplatePackage::TemplatePackage(std::string_view docx) : entries_(unpacked(docx)) {
    main_part_ = find_main_part();
    check_types();
    if (!text_root(main_part_).child("w:body")) refuse_damaged(main_part_ + ": no w:body");
}

const ZipEntry* TemplatePackage::find(const std::string& part) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const ZipEntry& entry) { return entry.name == part; });
    return found == entries_.end() ? nullptr : &*found;
}

/// As the package says; newer programs may call it document2.xml.
std::string TemplatePackage::find_main_part() {
    std::string found = "word/document.xml";
    if (find("_rels/.rels") != nullptr)
        for (const Relationship& relation : relationships(""))
            if (relation.type == "officeDocument" && relation.part.starts_with("word/"))
                found = relation.part;
    if (find(found) != nullptr && find(types_part) != nullptr) return found;
    if (find("xl/workbook.xml") != nullptr || find("ppt/presentation.xml") != nullptr)
        refuse("模板是 Excel 或 PowerPoint 文件，不是 Word 文档：请选用 .docx",
               "the template is for Excel or PowerPoint, no Word document: choose a .docx");
    refuse("模板不是 Word 文档（其中没有 word/document.xml）：请在 Word 或 WPS 中另存为 .docx",
           "the template is no Word document (it has no word/document.xml): save it as .docx in Word or WPS");
}

/// Macros are refused: filled in, they would run under our name.
void TemplatePackage::check_types() {
    bool macros = std::any_of(entries_.begin(), entries_.end(), [](const ZipEntry& entry) {
        return lower(entry.name).ends_with("vbaproject.bin");
    });
    for (pugi::xml_node type : xml(types_part).document_element().children()) {
        pugi::xml_attribute content = type.attribute("ContentType");
        macros = macros || lower(content.value()).find("macroenabled") != std::string::npos;
        if (std::string_view(content.value()).ends_with("wordprocessingml.template.main+xml")) {
            content.set_value(
                std::string(main_type).c_str());  // of a .dotx; Word opens no .docx of that type
            changed(types_part);
        }
    }
    if (macros)
        refuse("模板含有宏（.docm）：请在 Word 中另存为不含宏的 .docx",
               "the template has macros (.docm): save it as .docx, without macros, in Word");
}

pugi::xml_node TemplatePackage::text_root(const std::string& part) {
    const pugi::xml_node root = xml(part).document_element();
    for (const pugi::xml_attribute attribute : root.attributes())
        if (attribute.value() == strict_wordprocessing)
            refuse("模板是“Strict Open XML”格式：请在 Word 中另存为普通的“Word 文档 (.docx)”",
                   "the template is “Strict Open XML”: save it as an ordinary Word document (.docx)");
    if (!std::string_view(root.name()).starts_with("w:") ||
        root.attribute("xmlns:w").value() != wordprocessing)
        refuse_damaged(part + ": no text of Word");
    return root;
}

std::vector<Relationship> TemplatePackage::relationships(const std::string& part) {
    std::vector<Relationship> all;
    const std::string file = relationships_part(part);
    if (find(file) == nullptr && !parsed_.contains(file)) return all;
    for (const pugi::xml_node relation : xml(file).document_element().children()) {
        if (relation.type() != pugi::node_element) continue;
        const bool outside = std::string_view(relation.attribute("TargetMode").value()) == "External";
        all.push_back({relation.attribute("Id").value(), last_word(relation.attribute("Type").value()),
                       outside ? "" : resolved(folder_of(part), relation.attribute("Target").value())});
    }
    return all;
}

std::vector<std::string> TemplatePackage::related(const std::string& part, std::string_view type) {
    std::vector<std::string> parts;
    std::set<std::string> known;  // a part may have a million of them
    for (const Relationship& relation : relationships(part))
        if (relation.type == type && !relation.part.empty() && known.insert(relation.part).second)
            parts.push_back(relation.part);
    return parts;
}

std::vector<std::string> TemplatePackage::parts() const {
    std::vector<std::string> names;
    for (const ZipEntry& entry : entries_) names.push_back(entry.name);
    return names;
}

const std::string& TemplatePackage::raw(const std::string& part) const {
    const ZipEntry* entry = find(part);
    if (entry == nullptr) refuse_damaged(part + " is missing");
    return entry->bytes;
}

pugi::xml_document& TemplatePackage::xml(const std::string& part) {
    const auto known = parsed_.find(part);
    if (known != parsed_.end()) return *known->second.xml;
    const ZipEntry* entry = find(part);
    if (entry == nullptr) refuse_damaged(part + " is missing");
    return *parsed_.emplace(part, Parsed{parse_part(part, entry->bytes), false}).first->second.xml;
}

void TemplatePackage::add_type(const std::string& part, const std::string& extension,
                               const std::string& content_type) {
    pugi::xml_node types = xml(types_part).document_element();
    const std::string prefix = prefix_of(types);
    if (extension == "xml") {
        pugi::xml_node type = types.append_child((prefix + "Override").c_str());
        type.append_attribute("PartName").set_value(("/" + part).c_str());
        type.append_attribute("ContentType").set_value(content_type.c_str());
    } else {
        const std::string declared = prefix + "Default";  // children() keeps a pointer to it
        for (const pugi::xml_node type : types.children(declared.c_str()))
            if (lower(type.attribute("Extension").value()) == extension) return;
        pugi::xml_node type = types.prepend_child(declared.c_str());
        type.append_attribute("Extension").set_value(extension.c_str());
        type.append_attribute("ContentType").set_value(content_type.c_str());
    }
    changed(types_part);
}

std::string TemplatePackage::add(const std::string& stem, const std::string& extension, std::string bytes,
                                 const std::string& content_type) {
    std::set<std::string> taken;  // names of parts differ in more than capitals
    for (const ZipEntry& entry : entries_) taken.insert(lower(entry.name));
    std::string name;
    for (int number = 1; name.empty() || taken.contains(lower(name)); ++number)
        name = fmt::format("word/{}{}.{}", stem, number, extension);
    add_type(name, extension, content_type);
    entries_.push_back({name, std::move(bytes)});
    return name;
}

std::string TemplatePackage::relate(const std::string& from, const std::string& type, const std::string& to) {
    const std::string file = relationships_part(from);
    if (find(file) == nullptr)
        entries_.push_back(
            {file,
             std::string(xml_declaration) +
                 "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"});
    std::set<std::string> taken;
    for (const Relationship& relation : relationships(from)) taken.insert(relation.id);
    std::string id;
    for (int number = 1; id.empty() || taken.contains(id); ++number) id = fmt::format("rIdXy{}", number);
    pugi::xml_node all = xml(file).document_element();
    pugi::xml_node relation = all.append_child((prefix_of(all) + "Relationship").c_str());
    relation.append_attribute("Id").set_value(id.c_str());
    relation.append_attribute("Type").set_value((std::string(office_relation) + type).c_str());
    const std::string folder = folder_of(from);
    relation.append_attribute("Target").set_value(
        (to.starts_with(folder) ? to.substr(folder.size()) : "/" + to).c_str());
    changed(file);
    return id;
}

std::string TemplatePackage::bytes() const {
    std::vector<ZipEntry> entries = entries_;
    for (ZipEntry& entry : entries) {
        const auto parsed = parsed_.find(entry.name);
        if (parsed != parsed_.end() && parsed->second.changed) entry.bytes = write_part(*parsed->second.xml);
    }
    return write_zip(entries);
}

}  // namespace xy::document
