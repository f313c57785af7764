#include "document/template_xml.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

#include "document/template_refusal.h"

namespace xy::document {
namespace {

constexpr int deepest = 256;                      // Word writes about 6 levels for a table in a table
constexpr std::ptrdiff_t most_marks = 4'000'000;  // elements and attributes: some 300 MB when read

/// Without a DTD XML has five entities, and all others make it malformed. In comments and the like an
/// ampersand is a letter.
bool has_unknown_entity(std::string_view xml) {
    struct Skipped {
        std::string_view begin;
        std::string_view end;
    };
    constexpr std::array<Skipped, 3> skipped{{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};
    for (std::size_t at = xml.find_first_of("&<"); at != std::string_view::npos;
         at = xml.find_first_of("&<", at + 1)) {
        const std::string_view rest = xml.substr(at);
        for (const Skipped& part : skipped)
            if (rest.starts_with(part.begin)) at = std::min(xml.find(part.end, at), xml.size() - 1);
        if (rest.front() != '&') continue;
        const auto is = [&](std::string_view entity) { return rest.substr(1).starts_with(entity); };
        if (!is("amp;") && !is("lt;") && !is("gt;") && !is("quot;") && !is("apos;") && !is("#")) return true;
    }
    return false;
}

class Depth : public pugi::xml_tree_walker {
 public:
    bool for_each(pugi::xml_node&) override { return depth() < deepest; }
};

/// Parts of Office are UTF-8 or UTF-16 (ECMA-376 part 2, 8.1.1); they are written back as UTF-8.
void check_encoding(const std::string& name, pugi::xml_document& xml) {
    pugi::xml_node first = xml.first_child();
    if (first.type() != pugi::node_declaration) return;
    pugi::xml_attribute encoding = first.attribute("encoding");
    if (!encoding) return;
    std::string value = encoding.value();
    std::transform(value.begin(), value.end(), value.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (value.starts_with("UTF-16"))
        encoding.set_value("UTF-8");
    else if (value != "UTF-8" && value != "US-ASCII")
        refuse_damaged(name + ": encoding " + value);
}

pugi::xml_document fragment_of(const std::string& text) {
    pugi::xml_document fragment;
    fragment.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                         pugi::encoding_utf8);
    return fragment;
}

}  // namespace

XmlPart parse_part(const std::string& name, std::string_view bytes) {
    if (std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '<' || c == '='; }) > most_marks)
        refuse_too_large(name);
    const bool wide = bytes.substr(0, 4).find('\0') != std::string_view::npos ||
                      bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    auto xml = std::make_unique<pugi::xml_document>();
    const pugi::xml_parse_result result =
        xml->load_buffer(bytes.data(), bytes.size(), pugi::parse_full | pugi::parse_ws_pcdata);
    if (!result) refuse_damaged(name + ": " + result.description());
    for (const pugi::xml_node node : xml->children())
        if (node.type() == pugi::node_doctype)
            refuse("模板中含有 DTD（" + name + "），为安全起见不予处理：请用 Word 或 WPS 另存为新的 .docx",
                   "the template has a DTD (" + name + "), which is not safe: save it as a new .docx");
    if (!wide && has_unknown_entity(bytes)) refuse_damaged(name + ": an entity that XML does not have");
    if (std::count_if(xml->begin(), xml->end(),
                      [](pugi::xml_node node) { return node.type() == pugi::node_element; }) != 1)
        refuse_damaged(name + ": not one root");
    Depth depth;
    if (!xml->traverse(depth)) refuse_damaged(name + ": nested too deeply");
    check_encoding(name, *xml);
    return xml;
}

std::string write_part(const pugi::xml_document& xml) {
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(out).str();
}

bool is_on(pugi::xml_node element) {
    const std::string_view value = element.attribute("w:val").value();
    return element && value != "0" && value != "false" && value != "off";
}

pugi::xml_node ancestor(pugi::xml_node node, std::string_view name) {
    for (node = node.parent(); node; node = node.parent())
        if (node.name() == name) return node;
    return {};
}

std::vector<pugi::xml_node> all_called(pugi::xml_node root, std::string_view name) {
    class Finder : public pugi::xml_tree_walker {
     public:
        explicit Finder(std::string_view called) : called_(called) {}
        bool for_each(pugi::xml_node& node) override {
            if (node.name() == called_) found.push_back(node);
            return true;
        }
        std::vector<pugi::xml_node> found;

     private:
        std::string_view called_;
    };
    Finder finder(name);
    root.traverse(finder);
    return std::move(finder.found);
}

pugi::xml_node insert_before(pugi::xml_node place, const std::string& fragment) {
    return place.parent().insert_copy_before(fragment_of(fragment).first_child(), place);
}

pugi::xml_node insert_after(pugi::xml_node place, const std::string& fragment) {
    return place.parent().insert_copy_after(fragment_of(fragment).first_child(), place);
}

}  // namespace xy::document
