#include "bank/svg_tags.h"

#include <algorithm>

namespace xy::bank {
namespace {

constexpr std::string_view white_space = " \t\n\v\f\r";

std::string_view without_leading(std::string_view text, std::string_view characters) {
    text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
    return text;
}

/// Takes the beginning of `text` away, up to one of `ends`.
std::string_view take_until(std::string_view& text, std::string_view ends) {
    const std::string_view taken = text.substr(0, text.find_first_of(ends));
    text.remove_prefix(taken.size());
    return taken;
}

void read_attributes(std::string_view text, SvgTag& tag) {
    for (text = without_leading(text, white_space); !text.empty();
         text = without_leading(text, white_space)) {
        if (text.front() == '/') {
            tag.ends = true;
            return;
        }
        const std::string_view name = take_until(text, " \t\n\v\f\r=");
        take_until(text, "\"'");
        if (text.empty()) return;
        const char quote = text.front();
        text.remove_prefix(1);
        const std::string_view value = take_until(text, std::string_view(&quote, 1));
        if (!text.empty()) text.remove_prefix(1);
        tag.attributes.emplace_back(name, value);
    }
}

}  // namespace

std::optional<SvgTag> SvgTags::next() {
    while (true) {
        take_until(rest_, "<");
        if (rest_.empty()) return std::nullopt;
        rest_.remove_prefix(1);
        std::string_view text = take_until(rest_, ">");
        if (rest_.empty()) return std::nullopt;
        text = without_leading(text, white_space);
        SvgTag tag;
        tag.ends = text.starts_with('/');
        tag.begins = !tag.ends;
        if (tag.ends) text.remove_prefix(1);
        if (text.empty() || text.front() == '?' || text.front() == '!') continue;
        tag.name = take_until(text, white_space);
        if (tag.begins && tag.name.ends_with('/')) {  // <g/>
            tag.name.remove_suffix(1);
            tag.ends = true;
        }
        if (tag.begins) read_attributes(text, tag);
        return tag;
    }
}

}  // namespace xy::bank
