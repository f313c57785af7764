#include "exchange/csv_table.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "base/day.h"
#include "base/plain_text.h"
#include "base/problem_collector.h"
#include "base/utf8.h"
#include "exchange/exchange_error.h"
#include "exchange/package_schema.h"

namespace xy::exchange {
namespace {

constexpr std::int64_t largest_amount = 1'000'000'000'000;

/// Only as the writer writes it: no plus, no leading zero.
std::optional<std::int64_t> parse_whole(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || std::to_string(number) != text)
        return std::nullopt;
    return number;
}

std::optional<std::int64_t> parse_number(std::string_view text) {
    const auto number = parse_whole(text);
    if (!number || *number < 0 || *number > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
    return number;
}

std::optional<std::int64_t> parse_amount(std::string_view text) {
    const auto number = parse_whole(text);
    if (!number || *number < -largest_amount || *number > largest_amount) return std::nullopt;
    return number;
}

/// What a text must be that has this fault.
std::string wanted_instead_of(TextFault fault) {
    switch (fault) {
        case TextFault::not_utf8:
            return "text in UTF-8";
        case TextFault::control:
            return "text without control characters";
        case TextFault::too_long:
            break;
    }
    return "at most " + std::to_string(longest_text) + " characters";
}

}  // namespace

CsvTable::CsvTable(const std::filesystem::path& folder, const json::Resource& resource,
                   Complaints& complaints, std::function<void()> pause)
    : file_(folder / resource.path),
      columns_(resource.fields),
      added_(resource.added),
      complaints_(complaints),
      pause_(std::move(pause)),
      in_(file_, std::ios::binary),
      reader_(
          [this](char* to, std::size_t size) {
              if (pause_) pause_();
              in_.read(to, static_cast<std::streamsize>(size));
              position_ += static_cast<std::uint64_t>(in_.gcount());
              return static_cast<std::size_t>(in_.gcount());
          },
          resource.fields.size() + 1) {
    if (!in_) throw ExchangeError("cannot read " + file_.string());
    check_header();
}

void CsvTable::complain(std::string what, std::string advice) {
    complaints_.mistake(file_, line(), std::move(what), std::move(advice));
}

void CsvTable::check_header() {
    usable_ = read();
    std::vector<std::string> wanted;
    for (const json::Field& column : columns_) wanted.push_back(column.name);
    const bool older = usable_ && fields_.size() == wanted.size() - added_;
    if (older) wanted.resize(fields_.size());
    width_ = wanted.size();
    if (usable_ && fields_ == wanted) return;
    if (usable_) complain("the header is not the one of this kind of file", "export the package again");
    usable_ = false;
}

bool CsvTable::read() {
    switch (reader_.next(fields_)) {
        case CsvReader::Next::record:
            return true;
        case CsvReader::Next::malformed:
            complain(reader_.mistake() + "; the rest of the file was not read", "export the package again");
            return false;
        default:
            return false;
    }
}

bool CsvTable::next() {
    while (usable_ && (usable_ = read()))
        if (row_fits()) return true;
    return false;
}

bool CsvTable::row_fits() {
    if (fields_.size() != width_) {
        complain("there are " + std::to_string(fields_.size()) + " fields instead of " +
                 std::to_string(width_));
        return false;
    }
    fields_.resize(columns_.size());
    bool fits = true;
    for (std::size_t i = 0; i < width_; ++i) fits = field_fits(columns_[i], fields_[i]) && fits;
    return fits;
}

bool CsvTable::field_fits(const json::Field& column, const std::string& field) {
    std::string wanted;
    if (field.empty()) {
        if (!column.required) return true;
        wanted = "something";
    } else if (!column.words.empty()) {
        if (std::find(column.words.begin(), column.words.end(), field) != column.words.end()) return true;
        for (const std::string& word : column.words) wanted += (wanted.empty() ? "" : " or ") + word;
    } else if (column.large) {
        if (parse_amount(field)) return true;
        wanted = "a whole number up to 1000000000000, or its negative";
    } else if (column.type == "integer") {
        if (parse_number(field)) return true;
        wanted = "a whole number from 0 to 2147483647";
    } else if (column.type == "boolean") {
        if (field == "true" || field == "false") return true;
        wanted = "true or false";
    } else if (column.type == "date") {
        if (is_day(field)) return true;
        wanted = "a day as YYYY-MM-DD";
    } else {
        const auto fault = fault_of(field, Lines::several);
        if (!fault) return true;
        wanted = wanted_instead_of(*fault);
    }
    complain(column.name + " is " + (field.empty() ? "empty" : in_quotes(field)), "it must be " + wanted);
    return false;
}

std::int64_t CsvTable::number(std::size_t column) const {
    return (columns_[column].large ? parse_amount(fields_[column]) : parse_number(fields_[column]))
        .value_or(0);
}

std::optional<bool> CsvTable::flag(std::size_t column) const {
    if (fields_[column].empty()) return std::nullopt;
    return fields_[column] == "true";
}

}  // namespace xy::exchange
