#include "base/problem.h"

#include <algorithm>

namespace xy {

std::string to_string(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line > 0) text += ":" + std::to_string(problem.line);
    text += ": ";
    if (!problem.pointer.empty()) text += problem.pointer + ": ";
    if (problem.severity == Severity::remark) text += "remark: ";
    text += problem.what;
    if (!problem.advice.empty()) text += "; " + problem.advice;
    if (!problem.rule.empty()) text += " [" + problem.rule + "]";
    return text;
}

bool has_mistakes(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& p) { return p.severity == Severity::mistake; });
}

}  // namespace xy
