#include "document/spreadsheet.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "support/folder.h"
#include "template_builder.h"

namespace xy::document {
namespace {

TEST(Spreadsheet, NoRowIsHigherThanExcelAllows) {
    std::string names;
    for (int i = 0; i < 190; ++i) names += "第" + std::to_string(i) + "号乡镇街道办、";
    Sheet sheet;
    sheet.name = "未覆盖";
    sheet.widths = {12};
    sheet.cells = {{0, 0, names, Look::text}};
    const TemporaryFolder folder;
    const auto parts =
        tests::unpacked(xlsx({.notice = "", .sheets = {sheet}}, folder.path() / "scratch.xlsx"));
    const pugi::xml_document page = tests::parsed(parts.at("xl/worksheets/sheet1.xml"));
    const double height = page.child("worksheet").child("sheetData").child("row").attribute("ht").as_double();
    EXPECT_GT(height, 100);
    EXPECT_LE(height, 409.5) << "a file with a higher one is “repaired” when it is opened";
}

}  // namespace
}  // namespace xy::document
