// The XML parts of a template, read with suspicion and written back as they were. Inside document/ only.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace xy::document {

using XmlPart = std::unique_ptr<pugi::xml_document>;

/// Blanks, comments and instructions are kept. Throws TemplateError for what is not well-formed, has a DTD or
/// an entity of its own, is nested deeper than any office program writes, or would fill the memory.
XmlPart parse_part(const std::string& name, std::string_view bytes);

/// In UTF-8.
std::string write_part(const pugi::xml_document& xml);

/// A w: element that is switched on: present, and not w:val="0", "false" or "off".
bool is_on(pugi::xml_node element);

/// The next element around `node` that is called so; none: empty.
pugi::xml_node ancestor(pugi::xml_node node, std::string_view name);

/// What is called so anywhere below `root`, in the order of the document.
std::vector<pugi::xml_node> all_called(pugi::xml_node root, std::string_view name);

/// The first element of `fragment`, put into the document before or behind `place`. Text of ours only.
pugi::xml_node insert_before(pugi::xml_node place, const std::string& fragment);
pugi::xml_node insert_after(pugi::xml_node place, const std::string& fragment);

}  // namespace xy::document
