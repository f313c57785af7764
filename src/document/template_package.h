// A Word file as the parts it is made of, their relationships and their types (ECMA-376 part 2). Inside
// document/ only.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/template_xml.h"
#include "document/zip_archive.h"

namespace xy::document {

struct Relationship {
    std::string id;
    std::string type;  ///< the last word of it: "header", "footnotes", "image" …
    std::string part;  ///< it leads to; empty when that lies outside of the file
};

class TemplatePackage {
 public:
    /// Throws TemplateError for everything that is no Word file to be filled.
    explicit TemplatePackage(std::string_view docx);

    /// The name of the part with the text: nearly always word/document.xml.
    const std::string& main_part() const { return main_part_; }

    std::vector<Relationship> relationships(const std::string& part);

    /// The parts that `part` leads to with this type, in the order of their relationships, each once.
    std::vector<std::string> related(const std::string& part, std::string_view type);

    /// The names of all parts, in the order of the file.
    std::vector<std::string> parts() const;
    /// What the file holds of a part, before any change.
    const std::string& raw(const std::string& part) const;

    /// Throws TemplateError when the part is not there or not well-formed. Whoever changes it says so.
    pugi::xml_document& xml(const std::string& part);
    /// The root of a part with text, in the words (w:) of ordinary Word files.
    pugi::xml_node text_root(const std::string& part);
    void changed(const std::string& part) { parsed_.at(part).changed = true; }

    /// Adds a part word/`stem`N.`extension` with an N that is free, and its type: for all files with this
    /// extension (png) or, for XML, for this one. Returns its name.
    std::string add(const std::string& stem, const std::string& extension, std::string bytes,
                    const std::string& content_type);

    /// Lets `from` lead to `to`. Returns the id.
    std::string relate(const std::string& from, const std::string& type, const std::string& to);

    /// The file: parts that nobody changed are those of the template, byte for byte.
    std::string bytes() const;

 private:
    struct Parsed {
        XmlPart xml;
        bool changed = false;
    };

    const ZipEntry* find(const std::string& part) const;
    std::string find_main_part();
    void check_types();
    void add_type(const std::string& part, const std::string& extension, const std::string& content_type);

    std::vector<ZipEntry> entries_;
    std::map<std::string, Parsed> parsed_;
    std::string main_part_;
};

}  // namespace xy::document
