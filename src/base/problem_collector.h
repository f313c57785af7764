// What was found wrong while one file is read. Gathered, so that its author mends everything in one go.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/problem.h"

namespace xy {

/// Where in a file something stands.
struct SourceLocation {
    int line = 0;         ///< from 1; 0 for the file as a whole
    std::string pointer;  ///< JSON pointer
};

class ProblemCollector {
 public:
    explicit ProblemCollector(std::string file) : file_(std::move(file)) {}

    void mistake(const SourceLocation& place, std::string what, std::string advice = {});
    void remark(const SourceLocation& place, std::string what, std::string advice = {});

    const std::string& file() const { return file_; }
    std::size_t mistakes() const { return mistakes_; }
    /// Ordered by line. Beyond `most_reported` there is only a note that there are more.
    Problems take() &&;

    static constexpr std::size_t most_reported = 1000;

 private:
    void add(Severity severity, const SourceLocation& place, std::string what, std::string advice);

    std::string file_;
    Problems problems_;
    std::size_t mistakes_ = 0;
};

/// `problems` of several files, those of one file together and by line.
Problems in_reading_order(Problems problems);

/// `word` in double quotes for a message: cut when long, control characters and bytes that are no UTF-8 made
/// visible, so that a hostile file cannot write to the terminal of whoever checks it.
std::string in_quotes(std::string_view word);

/// “did you mean "x"?”, or empty when none of `known` (the first thousand of them) is near `word`.
std::string did_you_mean(std::string_view word, std::span<const std::string> known);

/// "a, b, c" with quotes around each: the words that are allowed, the first hundred of them.
std::string list_of(std::span<const std::string> words);

}  // namespace xy
