#include "json/problems.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace xy::json {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

std::string to_json(const Problems& problems) {
    Json list = Json::array();
    for (const Problem& problem : problems) {
        list.push_back(Json{{"severity", problem.severity == Severity::mistake ? "mistake" : "remark"},
                            {"file", problem.file},
                            {"line", problem.line},
                            {"pointer", problem.pointer},
                            {"what", problem.what},
                            {"advice", problem.advice}});
        if (!problem.rule.empty()) list.back()["rule"] = problem.rule;
    }
    const auto mistakes = std::count_if(problems.begin(), problems.end(),
                                        [](const Problem& p) { return p.severity == Severity::mistake; });
    Json whole{{"mistakes", mistakes},
               {"remarks", static_cast<std::ptrdiff_t>(problems.size()) - mistakes},
               {"problems", std::move(list)}};
    // A file name need not be UTF-8: such bytes are replaced instead of refused.
    return whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace xy::json
