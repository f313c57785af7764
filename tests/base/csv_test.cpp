// CSV as RFC 4180 has it, and nothing else.
#include "base/csv.h"

#include <algorithm>
#include <cstring>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/random.h"

namespace xy {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Records = std::vector<std::vector<std::string>>;

/// Gives `text` out in pieces of `piece` bytes.
constexpr std::size_t most_fields = 20;

CsvReader reader_of(const std::string& text, std::size_t piece = 7) {
    return CsvReader(
        [&text, piece, at = std::size_t{0}](char* to, std::size_t size) mutable {
            const std::size_t count = std::min({piece, size, text.size() - at});
            std::memcpy(to, text.data() + at, count);
            at += count;
            return count;
        },
        most_fields);
}

Records read_all(const std::string& text, std::size_t piece = 7) {
    CsvReader reader = reader_of(text, piece);
    Records records;
    std::vector<std::string> fields;
    while (reader.next(fields) == CsvReader::Next::record) records.push_back(fields);
    EXPECT_EQ(reader.mistake(), "");
    return records;
}

std::pair<int, std::string> mistake_in(const std::string& text) {
    CsvReader reader = reader_of(text);
    std::vector<std::string> fields;
    while (reader.next(fields) == CsvReader::Next::record) {
    }
    EXPECT_EQ(reader.next(fields),
              reader.mistake().empty() ? CsvReader::Next::end : CsvReader::Next::malformed);
    return {reader.line(), reader.mistake()};
}

std::string written(const std::vector<std::string>& fields) {
    std::string text;
    append_csv_record(text, fields);
    return text;
}

TEST(Csv, PlainFieldsStayPlain) {
    EXPECT_EQ(written({"a", "题目 1", "", "x y"}), "a,题目 1,,x y\r\n");
    EXPECT_EQ(written({""}), "\r\n");
}

TEST(Csv, ARecordOfNothingButCommasIsNotReadToItsEnd) {
    EXPECT_EQ(read_all(std::string(most_fields - 1, ',') + "\r\n").front().size(), most_fields);
    EXPECT_EQ(mistake_in("a,b\r\n" + std::string(most_fields, ',') + "\r\n"),
              (std::pair<int, std::string>(2, "a record has more than 20 fields")));
    const std::string commas(10'000'000, ',');  // the reader does not keep it
    CsvReader reader = reader_of(commas);
    std::vector<std::string> fields;
    EXPECT_EQ(reader.next(fields), CsvReader::Next::malformed);
    EXPECT_LE(fields.size(), most_fields);
}

TEST(Csv, WhatWouldBeMisreadIsQuoted) {
    EXPECT_EQ(written({"a,b", "say \"no\"", "two\nlines", "\r"}),
              "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\"\r\"\r\n");
}

TEST(Csv, WhatWasWrittenIsReadBack) {
    const Records records{{"a", "", "c"}, {"", "", ""}, {"=1+1", "“引号”", "\"\"\""}, {"\r\n", ",", "😀"}};
    std::string text;
    for (const auto& record : records) append_csv_record(text, record);
    for (const std::size_t piece : {1U, 2U, 3U, 1000U}) EXPECT_EQ(read_all(text, piece), records);
}

TEST(Csv, RandomTextIsReadBack) {
    Random random(1);
    for (int round = 0; round < 300; ++round) {
        Records records(1 + random.below(5));
        std::string text;
        for (auto& record : records) {
            record.resize(2);
            for (std::string& field : record)
                for (std::uint64_t i = random.below(8); i > 0; --i) field += ",\"\r\nab"[random.below(6)];
            append_csv_record(text, record);
        }
        EXPECT_EQ(read_all(text, 1 + random.below(9)), records);
    }
}

TEST(Csv, AnEmptyFileHasNoRecords) {
    EXPECT_EQ(read_all(""), Records{});
}

TEST(Csv, AShorterRecordAfterALongerOneKeepsNothingOfIt) {
    EXPECT_EQ(read_all("a,b,c\r\nd\r\n"), (Records{{"a", "b", "c"}, {"d"}}));
}

TEST(Csv, EveryMistakeIsNamedWithItsLine) {
    using ::testing::Pair;
    EXPECT_THAT(mistake_in("a,b\r\nc,d"), Pair(2, HasSubstr("ends in the middle of a line")));
    EXPECT_THAT(mistake_in("a,b\r\nc,\"d"), Pair(2, HasSubstr("ends inside a quoted field")));
    EXPECT_THAT(mistake_in("a\nb\r\n"), Pair(1, HasSubstr("without a carriage return")));
    EXPECT_THAT(mistake_in("a\r\nb\rc\r\n"), Pair(2, HasSubstr("without a line feed")));
    EXPECT_THAT(mistake_in("a,b\"c\r\n"), Pair(1, HasSubstr("a quote inside")));
    EXPECT_THAT(mistake_in("x\r\n\"a\nb\"c\r\n"), Pair(3, HasSubstr("between a closing quote")));
}

TEST(Csv, LinesInsideFieldsAreCounted) {
    const std::string text = "a\r\n\"x\ny\"\r\nlast\r\n";
    CsvReader reader = reader_of(text);
    std::vector<std::string> fields;
    std::vector<int> lines;
    while (reader.next(fields) == CsvReader::Next::record) lines.push_back(reader.line());
    EXPECT_THAT(lines, ElementsAre(1, 2, 4));
}

TEST(Csv, AnEndlessFieldIsNotSwallowed) {
    EXPECT_THAT(mistake_in(std::string(3U << 20U, 'x')).second, HasSubstr("longer than a megabyte"));
    EXPECT_THAT(mistake_in("\"" + std::string(3U << 20U, 'x')).second, HasSubstr("longer than a megabyte"));
}

}  // namespace
}  // namespace xy
