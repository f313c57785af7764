// A table of a report for programs. Inside report/ only.
#pragma once

#include <string>
#include <vector>

#include "json/data_package.h"
#include "json/writer.h"
#include "report/table.h"

namespace xy::report {

/// The columns that stand in data. A share takes five of them, a change three, a figure four.
std::vector<json::Field> data_fields(const Table& table);

/// The rows that stand in data, each as long as the fields; null: withheld or not there.
std::vector<std::vector<json::Cell>> data_rows(const Table& table);

/// The rows as JSON objects, by the names of the fields.
std::vector<json::Record> data_records(const Table& table);

/// The rows as CSV under a header with the names of the fields.
std::string data_csv(const Table& table);

}  // namespace xy::report
