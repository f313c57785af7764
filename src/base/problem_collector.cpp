#include "base/problem_collector.h"

#include <algorithm>
#include <fmt/core.h>
#include <map>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"

namespace xy {
namespace {

constexpr std::size_t longest_quoted = 60;
constexpr std::size_t most_compared = 1000;
constexpr std::size_t most_listed = 100;

}  // namespace

void ProblemCollector::mistake(const SourceLocation& place, std::string what, std::string advice) {
    ++mistakes_;
    add(Severity::mistake, place, std::move(what), std::move(advice));
}

void ProblemCollector::remark(const SourceLocation& place, std::string what, std::string advice) {
    add(Severity::remark, place, std::move(what), std::move(advice));
}

void ProblemCollector::add(Severity severity, const SourceLocation& place, std::string what,
                           std::string advice) {
    // A mistake must never be lost behind a thousand remarks: the bank would pass for usable.
    if (problems_.size() >= most_reported && (severity == Severity::remark || mistakes_ > most_reported))
        return;
    problems_.push_back({severity, file_, place.line, place.pointer, std::move(what), std::move(advice), {}});
}

Problems ProblemCollector::take() && {
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
    if (mistakes_ > most_reported)
        problems_.push_back({Severity::mistake, file_, 0, "", fmt::format("{} mistakes in all", mistakes_),
                             "mend the ones above first"});
    return std::move(problems_);
}

Problems in_reading_order(Problems problems) {
    std::map<std::string, std::size_t> files;
    for (const Problem& problem : problems) files.emplace(problem.file, files.size());
    std::stable_sort(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) {
        return std::pair(files.at(a.file), a.line) < std::pair(files.at(b.file), b.line);
    });
    return problems;
}

std::string in_quotes(std::string_view word) {
    std::string text = "\"";
    const std::string_view shown = utf8_prefix(word, longest_quoted);
    for (std::size_t at = 0; at < shown.size();) {
        const Utf8Character next = utf8_at(shown, at);
        if (!next.valid)
            text += fmt::format("\\x{:02x}", static_cast<unsigned char>(shown[at]));
        else if (is_control(next.value))
            text += fmt::format("\\u{:04x}", static_cast<unsigned>(next.value));
        else
            text += shown.substr(at, next.bytes);
        at += next.bytes;
    }
    if (shown.size() < word.size()) text += "…";
    return text + "\"";
}

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
    if (word.size() > longest_quoted) return {};
    // A file of 8 MB holds 50,000 unknown words and as many known ones: compared each with each, it would
    // take hours.
    const std::string best = nearest(word, known.first(std::min(known.size(), most_compared)));
    return best.empty() ? std::string() : fmt::format("did you mean \"{}\"?", best);
}

std::string list_of(std::span<const std::string> words) {
    std::string text;
    for (const std::string& word : words.first(std::min(words.size(), most_listed))) {
        if (!text.empty()) text += ", ";
        text += "\"" + word + "\"";
    }
    if (words.size() > most_listed) text += fmt::format(" and {} more", words.size() - most_listed);
    return text;
}

}  // namespace xy
