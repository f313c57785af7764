// Whatever happens to a template on a stick: it is filled or refused, and nothing else.
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <random>

#include "document/word_template.h"
#include "document/zip_archive.h"
#include "sample.h"

namespace xy::document {
namespace {

std::string a_template(const std::string& name) {
    std::ifstream in(XY_SOURCE_DIR "/tests/document/templates/" + name + ".docx", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Fields fields_without_pictures() {
    Fields fields = tests::report_fields();
    fields.pictures.clear();  // drawing them again each time would take most of the time
    return fields;
}

bool filled_or_refused(const std::string& file, const Fields& fields) {
    try {
        fill_template(file, fields, "内部");
    } catch (const TemplateError& error) {
        return std::string(error.what()).size() > 20;
    }
    return true;
}

TEST(Damage, CutOffAnywhere) {
    const Fields fields = fields_without_pictures();
    for (const char* name : {"half-year-report", "cover-page", "red-headed-letter"}) {
        const std::string whole = a_template(name);
        ASSERT_GT(whole.size(), 1000U);
        for (std::size_t length = 0; length < whole.size(); length += 97)
            EXPECT_THROW(fill_template(std::string_view(whole).substr(0, length), fields), TemplateError)
                << length;
    }
}

TEST(Damage, FlippedBitsInTheFile) {
    const Fields fields = fields_without_pictures();
    const std::string whole = a_template("half-year-report");
    std::mt19937 random(20261125);  // NOLINT: the same every time
    for (int round = 0; round < 400; ++round) {
        std::string file = whole;
        for (int flips = 1 + round % 3; flips > 0; --flips)
            file[random() % file.size()] ^= static_cast<char>(1U << (random() % 8));
        EXPECT_TRUE(filled_or_refused(file, fields)) << round;
    }
}

/// With right checksums, so that the damage reaches what reads the XML.
TEST(Damage, FlippedBitsInTheParts) {
    const Fields fields = fields_without_pictures();
    const std::string whole = a_template("cover-page");
    const std::vector<ZipEntry> entries = read_zip(whole, largest_template, 100);
    std::mt19937 random(62);  // NOLINT: the same every time
    for (int round = 0; round < 400; ++round) {
        std::vector<ZipEntry> damaged = entries;
        std::string& part = damaged[random() % damaged.size()].bytes;
        if (part.empty()) continue;
        if (round % 4 == 0)
            part.erase(random() % part.size(), 1 + random() % 40);
        else
            part[random() % part.size()] ^= static_cast<char>(1U << (random() % 8));
        EXPECT_TRUE(filled_or_refused(write_zip(damaged), fields)) << round;
    }
}

}  // namespace
}  // namespace xy::document
