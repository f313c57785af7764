// A public package as anybody reads it: nothing here knows how the rows were chosen.
#include <array>
#include <fstream>
#include <map>

#include "base/csv.h"
#include "base/problem_collector.h"
#include "exchange/exchange_error.h"
#include "exchange/package_schema.h"
#include "exchange/public_export.h"

namespace xy::exchange {
namespace {

namespace fs = std::filesystem;
using Record = std::vector<std::string>;

/// All that a public file may tell of a visit or of an answer.
constexpr std::array<std::string_view, 17> harmless{
    "event",    "day",      "half_day", "programme",        "programme_version",
    "audience", "language", "outcome",  "duration_minutes", "pledge",
    "phase",    "bank",     "item",     "item_version",     "chosen",
    "correct"};

[[noreturn]] void refuse(const fs::path& file, const std::string& reason) {
    throw ExchangeError("the public package was checked and not delivered: " + file.filename().string() +
                        " " + reason);
}

void check_header(const fs::path& file, const Record& header) {
    for (const std::string& column : header)
        if (std::find(harmless.begin(), harmless.end(), column) == harmless.end())
            refuse(file, "has a column " + in_quotes(column));
}

void check_rows(const fs::path& file, std::int64_t expected) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw ExchangeError("cannot read " + file.string());
    CsvReader reader(
        [&](char* to, std::size_t size) {
            in.read(to, static_cast<std::streamsize>(size));
            return static_cast<std::size_t>(in.gcount());
        },
        harmless.size());
    Record record;
    if (reader.next(record) != CsvReader::Next::record) refuse(file, "has no header");
    check_header(file, record);
    const std::size_t width = record.size();
    std::map<Record, std::int64_t> times;
    std::int64_t rows = 0;
    CsvReader::Next next = reader.next(record);
    for (; next == CsvReader::Next::record; next = reader.next(record), ++rows) {
        if (record.size() != width) refuse(file, "has a row of another length");
        ++times[record];
    }
    if (next == CsvReader::Next::malformed) refuse(file, "cannot be read back: " + reader.mistake());
    if (rows != expected)
        refuse(file, "has " + std::to_string(rows) + " rows instead of " + std::to_string(expected));
    for (const auto& [row, count] : times)
        if (count < smallest_group)
            refuse(file, "has a row that stands there " + std::to_string(count) + " times, fewer than " +
                             std::to_string(smallest_group));
}

}  // namespace

void check_public_package(const fs::path& folder, const PublicExported& written) {
    check_rows(folder / sessions_resource().path, written.visits);
    check_rows(folder / answers_resource().path, written.answers);
}

}  // namespace xy::exchange
