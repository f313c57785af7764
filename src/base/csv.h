// Comma-separated values as RFC 4180 has them: fields split by commas, records ended by CR LF, fields with a
// comma, a quote or a line break in double quotes, quotes inside doubled.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xy {

/// Appends one field, quoted where it must be. The caller writes the commas.
void append_csv_field(std::string& out, std::string_view field);

/// Appends a whole record with its CR LF.
void append_csv_record(std::string& out, const std::vector<std::string>& fields);

/// Reads records one after the other and takes nothing but what the writer above makes; anything else is
/// malformed, because a file that was cut or edited must not be half understood. Encoding is not looked at.
class CsvReader {
 public:
    /// Puts at most `size` bytes at `to` and returns how many; 0 at the end.
    using Source = std::function<std::size_t(char* to, std::size_t size)>;

    enum class Next { record, end, malformed };

    /// A longer field is malformed, so that a file without quotes at its end is not swallowed whole.
    static constexpr std::size_t max_field = 1U << 20U;

    /// A record of more than `most_fields` is malformed: each empty one takes a comma in the file and 32
    /// bytes here.
    CsvReader(Source source, std::size_t most_fields);

    /// Reads the next record into `fields`, whose strings are reused. After `malformed` nothing more is read.
    Next next(std::vector<std::string>& fields);
    /// The line (from 1) on which the last record begins, or the mistake stands.
    int line() const { return record_line_; }
    /// What is wrong, after `malformed`.
    const std::string& mistake() const { return mistake_; }

 private:
    enum class End { field, record, malformed };

    int peek();
    int take();
    bool run_of_plain(std::string& field);
    End read_field(std::string& field);
    End read_quoted(std::string& field);
    End after_field();
    End fail(std::string_view what);

    Source source_;
    std::size_t most_fields_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    int line_ = 1;
    int record_line_ = 1;
    std::string mistake_;
};

}  // namespace xy
