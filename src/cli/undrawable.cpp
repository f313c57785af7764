#include "cli/undrawable.h"

#include <iterator>

#include "json/drawable.h"
#include "paint/glyphs.h"

namespace xy::cli {

Problems undrawable_in(const std::vector<std::filesystem::path>& files) {
    Problems problems;
    try {
        paint::Glyphs glyphs(paint::screen_fonts());
        for (const std::filesystem::path& file : files) {
            Problems found = json::undrawable_texts(file, [&](char32_t c) { return glyphs.has(c); });
            std::move(found.begin(), found.end(), std::back_inserter(problems));
        }
    } catch (const paint::FontError& error) {
        problems.push_back({Severity::remark, paint::screen_fonts().regular.string(), 0, "",
                            "whether the screen can draw every character was not looked at", error.what()});
    }
    return problems;
}

}  // namespace xy::cli
