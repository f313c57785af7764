// One CSV file of a package, row by row, every field checked against the column it stands in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "exchange/complaints.h"
#include "json/data_package.h"

namespace xy::exchange {

class CsvTable {
 public:
    /// Opens `folder`/<path of the resource> and checks its header. `pause` is called before each block that
    /// is read, here and later; what it throws ends the reading. Throws ExchangeError when the file cannot be
    /// read.
    CsvTable(const std::filesystem::path& folder, const json::Resource& resource, Complaints& complaints,
             std::function<void()> pause = {});

    /// Goes to the next row whose fields all fit their columns; rows that do not are complained about and
    /// passed over. False at the end, or where the file is malformed.
    bool next();

    const std::string& text(std::size_t column) const { return fields_[column]; }
    /// An integer column; fits, because next() looked.
    std::int64_t number(std::size_t column) const;
    std::optional<bool> flag(std::size_t column) const;
    int line() const { return reader_.line(); }
    void complain(std::string what, std::string advice = {});
    void remark(std::string what) { complaints_.remark(file_, line(), std::move(what)); }
    /// Bytes read so far.
    std::uint64_t position() const { return position_; }

 private:
    bool read();
    bool row_fits();
    bool field_fits(const json::Field& column, const std::string& field);
    void check_header();

    std::filesystem::path file_;
    std::vector<json::Field> columns_;
    std::size_t added_;      ///< columns at the end that an older package does not have
    std::size_t width_ = 0;  ///< columns of this file
    Complaints& complaints_;
    std::function<void()> pause_;
    std::ifstream in_;
    std::uint64_t position_ = 0;
    CsvReader reader_;
    std::vector<std::string> fields_;
    bool usable_ = true;
};

}  // namespace xy::exchange
