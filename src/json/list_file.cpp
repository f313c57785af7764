#include "json/list_file.h"

namespace xy::json {

void check_known(const std::string& word, std::string_view sort, const std::vector<std::string>& known,
                 const SourceLocation& place, Findings& findings) {
    if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
    std::string advice = did_you_mean(word, known);
    if (advice.empty())
        advice = known.empty() ? fmt::format("there is no {} yet", sort) : "write one of " + list_of(known);
    findings.mistake(place, fmt::format("unknown {} {}", sort, in_quotes(word)), advice);
}

}  // namespace xy::json
