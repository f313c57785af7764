// A Word template. The first byte says whether the rest is the whole file, or only the text of one: nearly no
// change of a packed file has the right checksum.
#include "document/word_template.h"
#include "document/zip_archive.h"
#include "fuzz/input.h"

namespace {

using namespace xy;

document::Fields made_fields() {
    document::Table table;
    table.columns = {document::Column{"日期"}, document::Column{"人次", true}};
    table.rows.push_back({document::Cell{"6-26"}, document::Cell{"12"}});
    document::Fields fields;
    fields.texts = {{"参与人次", "1,234"}, {"时段", "2025"}};
    fields.tables.emplace("场次", table);
    return fields;
}

std::string around(std::string_view text) {
    return document::write_zip(
        {{"[Content_Types].xml",
          R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"},
         {"word/document.xml", std::string(text)}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const document::Fields fields = made_fields();
    std::string_view input = fuzz::text_of(data, size);
    const bool whole = fuzz::take_kind(input, 2) == 0;
    try {
        const document::Filled filled =
            document::fill_template(whole ? std::string(input) : around(input), fields, whole ? "" : "内部");
        document::fill_template(filled.bytes, fields);  // what it writes it can read
    } catch (const document::TemplateError& error) {
        fuzz::require(*error.what() != '\0');
    }
    return 0;
}
