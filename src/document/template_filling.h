// Fills the placeholders of a template, part by part. Inside document/ only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "document/paragraph_text.h"
#include "document/placeholder.h"
#include "document/template_package.h"
#include "document/word_template.h"

namespace xy::document {

class Filling {
 public:
    Filling(TemplatePackage& package, const Fields& fields);

    struct Place {
        std::string part;
        std::string name;  ///< what people call it, for the placeholders that are not known
    };
    /// Parts with paragraphs of Word.
    void fill(const std::vector<Place>& places);
    /// Parts with texts of other kinds: charts, SmartArt, properties. Only texts can be put there.
    void fill_others(const std::vector<Place>& places);

    int replaced() const { return replaced_; }
    const std::vector<UnknownPlaceholder>& unknown() const { return unknown_; }

 private:
    void fill_paragraph(pugi::xml_node paragraph, const Place& place);
    void fill_nodes(std::vector<pugi::xml_node> nodes, const Place& place);
    void fill_attribute(pugi::xml_node node, const char* name, const Place& place);
    /// Formulas, text paths, descriptions: what is no text of a paragraph.
    void fill_beside_text(pugi::xml_node root, const Place& place);
    /// The known texts among `found`, of a text that holds nothing else than text; names all others.
    std::vector<Placeholder> texts_among(std::vector<Placeholder> found, pugi::xml_node node,
                                         const Place& place);
    bool known(const Placeholder& placeholder) const;
    /// Known or not: one that was left as it stands.
    void remember_left(const Placeholder& placeholder, pugi::xml_node node, const Place& place);
    void put_blocks(pugi::xml_node paragraph, const std::vector<std::string>& blocks, bool alone);
    std::string block(const Placeholder& placeholder, pugi::xml_node run, pugi::xml_node paragraph,
                      const Place& place);
    std::string picture_block(const std::string& key, pugi::xml_node paragraph, const Place& place);

    TemplatePackage& package_;
    std::map<std::string, std::string> texts_;  ///< by key, as the others
    std::map<std::string, const Table*> tables_;
    std::map<std::string, const Picture*> pictures_;
    std::vector<std::string> names_;  ///< all that is known, with 表: and 图:
    std::set<unsigned> drawing_ids_;
    std::map<std::pair<std::string, long>, std::string> media_;  ///< part, by picture and width in points
    std::map<std::pair<std::string, std::string>, std::string>
        media_ids_;  ///< relationship, by part and media
    std::size_t blocks_ = 0;
    int replaced_ = 0;
    std::vector<UnknownPlaceholder> unknown_;
};

}  // namespace xy::document
