#include "json/drawable.h"

#include <algorithm>
#include <fmt/core.h>
#include <string>

#include "base/utf8.h"
#include "json/file.h"
#include "json/value.h"

namespace xy::json {
namespace {

class Drawing {
 public:
    Drawing(const std::function<bool(char32_t)>& can_draw, ProblemCollector& collector)
        : can_draw_(can_draw), collector_(collector) {}

    void look_at(const Value& value) {
        if (const auto* text = value.as<std::string>()) return look_at_text(*text, value.place());
        for (const Value& element : value.elements()) look_at(element);
        if (const auto* object = value.as<Object>())
            for (const Member& member : *object)
                look_at(Value(member.value, value.pointer() + "/" + pointer_step(member.key)));
    }

 private:
    void look_at_text(std::string_view text, const SourceLocation& place) {
        const std::u32string all = characters(text);
        const auto missing = [this](char32_t c) { return c >= U' ' && !can_draw_(c); };
        const auto first = std::find_if(all.begin(), all.end(), missing);
        if (first == all.end()) return;
        const auto more = std::count_if(first + 1, all.end(), missing);
        collector_.remark(
            place,
            fmt::format(
                "the character {} (U+{:04X}) cannot be drawn on the kiosk: its fonts do not have it{}",
                utf8(std::u32string(1, *first)), static_cast<unsigned>(*first),
                more == 0 ? "" : fmt::format(", nor {} more of this text", more)),
            "use another one");
    }

    const std::function<bool(char32_t)>& can_draw_;
    ProblemCollector& collector_;
};

}  // namespace

Problems undrawable_texts(const std::filesystem::path& file, const std::function<bool(char32_t)>& can_draw) {
    const Checked<Node> document = read_document(file);
    if (!document.value) return {};
    ProblemCollector collector(file.string());
    Drawing(can_draw, collector).look_at(Value(*document.value));
    return std::move(collector).take();
}

}  // namespace xy::json
