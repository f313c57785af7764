#include "exchange/complaints.h"

#include <utility>

namespace xy::exchange {

void Complaints::add(Problem problem) {
    if (problem.severity == Severity::mistake) ++mistakes_;
    if (result_.problems.size() < most_problems)
        result_.problems.push_back(std::move(problem));
    else
        ++result_.more_problems;
}

void Complaints::mistake(const std::filesystem::path& file, int line, std::string what, std::string advice) {
    add({Severity::mistake, file.string(), line, {}, std::move(what), std::move(advice)});
}

void Complaints::remark(const std::filesystem::path& file, int line, std::string what) {
    add({Severity::remark, file.string(), line, {}, std::move(what), {}});
}

void Complaints::take(Problems problems) {
    for (Problem& problem : problems) add(std::move(problem));
}

}  // namespace xy::exchange
