#include "base/csv.h"

#include <utility>

namespace xy {
namespace {

constexpr int end_of_file = -1;

constexpr bool needs_quotes(char c) {
    return c == ',' || c == '"' || c == '\r' || c == '\n';
}

}  // namespace

void append_csv_field(std::string& out, std::string_view field) {
    bool quoted = false;
    for (const char c : field) quoted = quoted || needs_quotes(c);
    if (!quoted) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void append_csv_record(std::string& out, const std::vector<std::string>& fields) {
    bool first = true;
    for (const std::string& field : fields) {
        if (!std::exchange(first, false)) out += ',';
        append_csv_field(out, field);
    }
    out += "\r\n";
}

CsvReader::CsvReader(Source source, std::size_t most_fields)
    : source_(std::move(source)), most_fields_(most_fields), buffer_(std::size_t{1} << 16U, '\0') {}

int CsvReader::peek() {
    if (at_ == filled_) {
        at_ = 0;
        filled_ = source_(buffer_.data(), buffer_.size());
        if (filled_ == 0) return end_of_file;
    }
    return static_cast<unsigned char>(buffer_[at_]);
}

int CsvReader::take() {
    const int c = peek();
    if (c != end_of_file) ++at_;
    if (c == '\n') ++line_;
    return c;
}

CsvReader::End CsvReader::fail(std::string_view what) {
    record_line_ = line_;
    mistake_ = what;
    return End::malformed;
}

CsvReader::Next CsvReader::next(std::vector<std::string>& fields) {
    if (!mistake_.empty()) return Next::malformed;
    if (peek() == end_of_file) return Next::end;
    record_line_ = line_;
    std::size_t count = 0;
    for (;;) {
        if (count == most_fields_) {
            fail("a record has more than " + std::to_string(most_fields_) + " fields");
            return Next::malformed;
        }
        if (count == fields.size()) fields.emplace_back();
        fields[count].clear();
        const End end = read_field(fields[count++]);
        if (end == End::malformed) return Next::malformed;
        if (end == End::record) break;
    }
    fields.resize(count);
    return Next::record;
}

/// Takes what is in the buffer up to the next character that means something; false when the field is too
/// long.
bool CsvReader::run_of_plain(std::string& field) {
    const std::size_t begin = at_;
    while (at_ < filled_ && !needs_quotes(buffer_[at_])) ++at_;
    field.append(buffer_, begin, at_ - begin);
    return field.size() <= max_field;
}

CsvReader::End CsvReader::read_field(std::string& field) {
    if (peek() == '"') return read_quoted(field);
    while (peek() != end_of_file && !needs_quotes(buffer_[at_]))
        if (!run_of_plain(field)) return fail("a field is longer than a megabyte");
    if (peek() == '"') return fail("a quote inside a field that does not begin with one");
    return after_field();
}

CsvReader::End CsvReader::read_quoted(std::string& field) {
    take();
    for (;;) {
        const int c = take();
        if (c == end_of_file) return fail("the file ends inside a quoted field");
        if (c == '"') {
            if (peek() != '"') return after_field();
            take();
        }
        field += static_cast<char>(c);
        if (field.size() > max_field) return fail("a field is longer than a megabyte");
    }
}

CsvReader::End CsvReader::after_field() {
    switch (take()) {
        case ',':
            return End::field;
        case '\r':
            if (peek() == '\n') {
                take();
                return End::record;
            }
            return fail("a carriage return without a line feed");
        case '\n':
            --line_;
            return fail("a line that ends without a carriage return");
        case end_of_file:
            return fail("the file ends in the middle of a line");
        default:
            return fail("something stands between a closing quote and the next comma");
    }
}

}  // namespace xy
