#include "layout_rules.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace xy::kiosk::tests {
namespace {

using paint::Area;
using paint::SetText;
using widgets::Widget;

/// Rounding to whole pixels may move an edge by this much.
constexpr float rounding = 1.01F;
constexpr float least_font = 22;        // design units
constexpr float least_touch = 96;       // design units
constexpr float least_apart = 20;       // design units
constexpr float least_rows_apart = 10;  // of one list, each of them one wide target
constexpr int least_font_px = 12;       // on the smallest screen

std::string print(const Area& area) {
    std::ostringstream out;
    out << std::lround(area.x) << ',' << std::lround(area.y) << ' ' << std::lround(area.w) << 'x'
        << std::lround(area.h);
    return out.str();
}

std::string quoted(const SetText& text) {
    std::string words = text.words.substr(0, 60);
    while (!words.empty() && words.size() < text.words.size() && (text.words[words.size()] & 0xC0) == 0x80)
        words.pop_back();
    std::replace(words.begin(), words.end(), '\n', ' ');
    return "\"" + words + (words.size() < text.words.size() ? "…\"" : "\"");
}

bool inside(const Area& inner, const Area& outer) {
    return inner.x >= outer.x - rounding && inner.y >= outer.y - rounding &&
           inner.x + inner.w <= outer.x + outer.w + rounding &&
           inner.y + inner.h <= outer.y + outer.h + rounding;
}

/// How deep two areas lie in each other; not positive when they are apart.
float overlap(const Area& a, const Area& b) {
    const float across = std::min(a.x + a.w, b.x + b.w) - std::max(a.x, b.x);
    const float down = std::min(a.y + a.h, b.y + b.h) - std::max(a.y, b.y);
    return std::min(across, down);
}

class Judge {
 public:
    Judge(const widgets::Frame& frame, const Sheet& sheet)
        : frame_(frame),
          sheet_(sheet),
          screen_{0, 0, static_cast<float>(sheet.width), static_cast<float>(sheet.height)} {}

    std::vector<std::string> faults() {
        for (const SetText& text : frame_.texts) judge_text(text);
        judge_texts_apart();
        for (const Widget& widget : frame_.widgets) judge_widget(widget);
        judge_widgets_apart();
        judge_text_in_widgets();
        return std::move(found_);
    }

 private:
    void fault(const std::string& what) { found_.push_back(what); }

    void judge_text(const SetText& text) {
        const std::string name = quoted(text);
        if (text.clipped)
            fault(name + " does not fit: needs " + print(text.text) + ", has " + print(text.room));
        if (text.cut_word) fault(name + " is broken inside a word");
        if (text.missing > 0) fault(name + " has characters that the font lacks");
        if (!text.clipped && !inside(text.text, text.room))
            fault(name + " at " + print(text.text) + " leaves its room " + print(text.room));
        if (!inside(text.text, screen_)) fault(name + " at " + print(text.text) + " leaves the screen");
        const int least = std::max(least_font_px, static_cast<int>(std::lround(least_font * sheet_.unit())));
        if (text.size < least)
            fault(name + " is too small: " + std::to_string(text.size) + " px, least " +
                  std::to_string(least));
    }

    int top_layer() const {
        int layer = 0;
        for (const SetText& text : frame_.texts) layer = std::max(layer, text.layer);
        return layer;
    }

    void judge_texts_apart() {
        for (std::size_t i = 0; i < frame_.texts.size(); ++i)
            for (std::size_t k = i + 1; k < frame_.texts.size(); ++k) {
                const SetText& a = frame_.texts[i];
                const SetText& b = frame_.texts[k];
                if (a.layer == b.layer && overlap(a.text, b.text) > rounding)
                    fault(quoted(a) + " at " + print(a.text) + " overlaps " + quoted(b) + " at " +
                          print(b.text));
            }
    }

    void judge_widget(const Widget& widget) {
        if (!inside(widget.area, screen_))
            fault(widget.id + " at " + print(widget.area) + " leaves the screen");
        const float least = least_touch * sheet_.unit() - 0.5F;
        if (widget.area.h < least || widget.area.w < least)
            fault(widget.id + " is too small to touch: " + print(widget.area));
    }

    /// Rows under each other, four times as wide as high: a finger that misses one hits its neighbour's edge.
    static bool are_rows(const Area& a, const Area& b) {
        return std::abs(a.x - b.x) < 1 && std::abs(a.w - b.w) < 1 && a.w >= 4 * a.h && b.w >= 4 * b.h;
    }

    void judge_widgets_apart() {
        for (std::size_t i = 0; i < frame_.widgets.size(); ++i)
            for (std::size_t k = i + 1; k < frame_.widgets.size(); ++k) {
                const Widget& a = frame_.widgets[i];
                const Widget& b = frame_.widgets[k];
                const float across =
                    std::max(a.area.x, b.area.x) - std::min(a.area.x + a.area.w, b.area.x + b.area.w);
                const float down =
                    std::max(a.area.y, b.area.y) - std::min(a.area.y + a.area.h, b.area.y + b.area.h);
                const float least = are_rows(a.area, b.area) ? least_rows_apart : least_apart;
                if (std::max(across, down) < least * sheet_.unit() - 0.5F)
                    fault(a.id + " at " + print(a.area) + " is too near to " + b.id + " at " + print(b.area));
            }
    }

    /// A text that touches a widget belongs to it and lies inside it.
    void judge_text_in_widgets() {
        const int layer = top_layer();
        for (const SetText& text : frame_.texts)
            for (const Widget& widget : frame_.widgets)
                if (text.layer == layer && overlap(text.text, widget.area) > rounding &&
                    !inside(text.text, widget.area))
                    fault(quoted(text) + " at " + print(text.text) + " crosses the edge of " + widget.id +
                          " at " + print(widget.area));
    }

    const widgets::Frame& frame_;
    const Sheet& sheet_;
    Area screen_;
    std::vector<std::string> found_;
};

}  // namespace

float Sheet::unit() const {
    const auto w = static_cast<float>(width);
    const auto h = static_cast<float>(height);
    return h > w ? std::min(w / 1080, h / 1920) : std::min(w / 1920, h / 1080);
}

std::vector<std::string> faults(const widgets::Frame& frame, const Sheet& sheet) {
    return Judge(frame, sheet).faults();
}

}  // namespace xy::kiosk::tests
