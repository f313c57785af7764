#include "document/xml_text.h"

#include <gtest/gtest.h>

namespace xy::document {
namespace {

TEST(XmlText, EscapesWhatXmlWouldTakeForMarks) {
    EXPECT_EQ(xml_escaped("<a b=\"c\">&'"), "&lt;a b=&quot;c&quot;&gt;&amp;'");
}

TEST(XmlText, DropsWhatXmlCannotHold) {
    EXPECT_EQ(xml_characters(std::string("a\0b\x01\x1F\t\n\r", 8)), "ab\t\n\r");
    EXPECT_EQ(xml_characters("a\uFFFE\uFFFFb\uFFFD"), "ab\uFFFD");
    EXPECT_EQ(xml_characters("a\xED\xA0\x80z"), "az") << "half of a surrogate pair";
    EXPECT_EQ(xml_characters("a\xC0\xAFz\xFF\x80"), "az") << "overlong, and bytes that begin nothing";
    EXPECT_EQ(xml_characters("禁毒🌱\xE7\xA6"), "禁毒🌱") << "a character cut off at the end";
    EXPECT_EQ(xml_characters("é×"), "é×");
    EXPECT_EQ(xml_characters("\xF4\x90\x80\x80\xF0\x80\x80\x80x"), "x") << "beyond Unicode, and overlong";
}

}  // namespace
}  // namespace xy::document
