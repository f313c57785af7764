#include "json/list_file.h"

namespace xy::json {

void check_known(const std::string& word, std::string_view what, const std::vector<std::string>& known,
                 const SourceLocation& place, ProblemCollector& collector) {
    if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
    std::string advice = did_you_mean(word, known);
    if (advice.empty())
        advice = known.empty() ? fmt::format("there is no {} yet", what) : "write one of " + list_of(known);
    collector.mistake(place, fmt::format("unknown {} {}", what, in_quotes(word)), advice);
}

}  // namespace xy::json
