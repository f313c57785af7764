// A package whose hashes are right and which is made to do harm: each thing that is read has a bound, and
// says it.
#include <chrono>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/import.h"
#include "exchange/packages.h"
#include "support/texts.h"

namespace xy::exchange {
namespace {

using namespace examples;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class HostilePackage : public testing::Test {
 protected:
    std::string import() {
        store::Store store = store::Store::open(filled_.path() / "other");
        const ImportResult result = import_package(store, filled_.package());
        EXPECT_TRUE(has_mistakes(result.problems));
        EXPECT_THAT(store.events(), IsEmpty());
        return printed(result.problems);
    }
    void append(const std::string& file, const std::string& line) {
        reseal(filled_.package(), file, bytes_of(filled_.package() / file) + line);
    }
    void edit_descriptor(std::string_view from, std::string_view to) {
        const fs::path file = filled_.package() / "datapackage.json";
        write_bytes(file, changed(bytes_of(file), from, to));
    }

    FilledFolder filled_;
};

TEST_F(HostilePackage, ARecordOfCommasIsRefusedBeforeItFillsTheMemory) {
    append("events.csv", std::string(50'000'000, ','));
    EXPECT_THAT(import(), HasSubstr("a record has more than 16 fields"));
}

TEST_F(HostilePackage, AFileThatIsListedTwiceIsReadOnce) {
    const std::string descriptor = bytes_of(filled_.package() / "datapackage.json");
    const std::size_t begin = descriptor.find("{", descriptor.find("\"resources\""));
    const std::string first = descriptor.substr(begin, descriptor.find("\n    }", begin) + 6 - begin);
    std::string often;
    for (int i = 0; i < 50; ++i) often += first + ",";
    edit_descriptor(first, often + first);
    EXPECT_THAT(import(), HasSubstr("\"events.csv\" is listed twice; export the package again"));
}

TEST_F(HostilePackage, AFileThatNoExportHasIsNotHashed) {
    write_bytes(filled_.package() / "\x1b[2Jmovie.csv", "x");
    edit_descriptor("\"path\": \"events.csv\"", "\"path\": \"\\u001b[2Jmovie.csv\"");
    const std::string said = import();
    EXPECT_THAT(said, HasSubstr("\"\\u001b[2Jmovie.csv\" is no file of an export"));
    EXPECT_EQ(said.find('\x1b'), std::string::npos);
}

TEST_F(HostilePackage, ATextOfMoreThanAThousandCharactersIsRefused) {
    append("events.csv", fmt::format("e-9,{},,,,,,,,planned,,,,1,\r\n", std::string(300'000, 'a')));
    EXPECT_THAT(import(), HasSubstr("it must be at most 1000 characters"));
}

TEST_F(HostilePackage, AFieldThatEndsInACutCharacterIsNamed) {
    append("events.csv", "e-9,cut\xF0,,,,,,,,planned,,,,1,\r\n");
    EXPECT_THAT(import(), HasSubstr("name_zh is \"cut\\xf0\"; it must be text in UTF-8"));
}

/// From the hashing of the first file on, and also while there are only rows that do not fit.
TEST_F(HostilePackage, ItCanBeStoppedAnywhere) {
    std::string rows;
    for (int i = 0; i < 200'000; ++i) rows += "nobody,nothing\r\n";
    append("answers.csv", rows);
    store::Store store = store::Store::open(filled_.path() / "other");
    for (int asked = 0; asked < 60; asked += 7) {
        int calls = 0;
        EXPECT_THROW(import_package(store, filled_.package(), [&](double) { return calls++ < asked; }),
                     Stopped)
            << asked;
        EXPECT_EQ(calls, asked + 1);
    }
    EXPECT_EQ(store.count_sessions(), 0);
}

}  // namespace
}  // namespace xy::exchange
