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
    void fill(const std::vector<Place>& places);

    int replaced() const { return replaced_; }
    const std::vector<UnknownPlaceholder>& unknown() const { return unknown_; }

 private:
    void fill_paragraph(pugi::xml_node paragraph, const Place& place);
    bool known(const Placeholder& placeholder) const;
    void remember_unknown(const Placeholder& placeholder, pugi::xml_node paragraph, const Place& place);
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
