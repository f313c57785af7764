#include "cli/check_report.h"

#include <algorithm>
#include <fmt/core.h>
#include <iterator>
#include <string>

#include "base/utf8.h"
#include "json/problems.h"

namespace xy::cli {
namespace {

std::string counted(std::ptrdiff_t count, std::string_view word) {
    return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

}  // namespace

void print_problems(const Problems& problems, std::string_view checked, Format format) {
    if (format == Format::json) {
        fmt::print("{}", json::to_json(problems));
        return;
    }
    for (const Problem& problem : problems) fmt::print("{}\n", printable(to_string(problem)));
    const auto mistakes = std::count_if(problems.begin(), problems.end(),
                                        [](const Problem& p) { return p.severity == Severity::mistake; });
    const std::ptrdiff_t remarks = std::ssize(problems) - mistakes;
    fmt::print("{}, {}, {}\n", checked, counted(mistakes, "mistake"), counted(remarks, "remark"));
}

int exit_code_of(const Problems& problems, bool unreadable) {
    if (unreadable) return 2;
    return has_mistakes(problems) ? 1 : 0;
}

}  // namespace xy::cli
