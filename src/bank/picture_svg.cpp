#include "bank/picture_svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/core.h>
#include <optional>
#include <utility>
#include <vector>

#include "bank/svg_numbers.h"
#include "bank/svg_tags.h"
#include "base/problem_collector.h"
#include "base/utf8.h"

namespace xy::bank {
namespace {

constexpr std::size_t deepest_group = 64;
constexpr double smallest_view_box = 0.1;
/// Of all groups around a shape together.
constexpr double largest_scale = 1000;

/// An SVG that ends before it has ended: thrown out of the walk, caught at its beginning.
struct Refused {
    PictureRefusal refusal;
};

[[noreturn]] void refuse_svg(std::string what, std::string advice) {
    throw Refused{{std::move(what), std::move(advice)}};
}

[[noreturn]] void refuse_number(std::string_view name, std::string_view value) {
    refuse_svg(
        fmt::format("the attribute {} holds a number that no picture needs: {}", name, in_quotes(value)),
        "draw it inside its view box, in a drawing program");
}

struct Undrawn {
    std::string_view element;
    std::string_view advice;
};

/// The drawing library passes these over: the picture on the wall would not be the one in the drawing
/// program.
constexpr std::array undrawn{
    Undrawn{"use", "unlink the clones (Inkscape: Edit, Clone, Unlink)"},
    Undrawn{"symbol", "unlink the clones (Inkscape: Edit, Clone, Unlink)"},
    Undrawn{"image", "use the image as a .png or .jpg file itself"},
    Undrawn{"text", "turn texts into paths (Inkscape: Path, Object to Path)"},
    Undrawn{"foreignObject", "save it as plain SVG"},
    Undrawn{"script", "save it as plain SVG"},
    Undrawn{"style", "save it with presentation attributes instead of a style sheet"},
    Undrawn{"pattern", "fill shapes with plain colours"},
};

bool is_measure(std::string_view name) {
    constexpr std::array<std::string_view, 18> names{"x",  "y",  "width", "height", "rx", "ry",
                                                     "cx", "cy", "r",     "x1",     "y1", "x2",
                                                     "y2", "fx", "fy",    "points", "d",  "stroke-width"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Lines and curves of a shape other than a path.
std::size_t segments_of(std::string_view element) {
    if (element == "rect") return 8;
    if (element == "circle" || element == "ellipse") return 4;
    return element == "line" ? 1 : 0;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\n\r";
    text.remove_prefix(std::min(text.find_first_not_of(blank), text.size()));
    return text.substr(0, text.find_last_not_of(blank) + 1);
}

/// How much larger a transform makes a shape, at most: "matrix(2 0 0 2 0 0) scale(3)" is 6.
double scale_of(std::string_view transform) {
    double scale = 1;
    for (std::size_t end = transform.find(')'); end != std::string_view::npos; end = transform.find(')')) {
        const std::string_view one = transform.substr(0, end);
        transform.remove_prefix(end + 1);
        const auto numbers = svg_numbers(one.substr(std::min(one.find('('), one.size())));
        if (!numbers) refuse_number("transform", one);
        std::size_t counted = 0;  // of the numbers
        if (one.find("matrix") != std::string_view::npos) counted = 4;
        if (one.find("scale") != std::string_view::npos) counted = 2;
        double largest = counted == 0 ? 1 : 0;
        for (std::size_t i = 0; i < std::min(counted, numbers->size()); ++i)
            largest = std::max(largest, std::abs((*numbers)[i]));
        // Near a right angle a skew is without bound.
        if (one.find("skew") != std::string_view::npos && !numbers->empty())
            largest = std::max(largest, std::abs(std::tan(numbers->front() * 0.0174532925)));
        scale *= std::max(largest, 1e-6);
    }
    return scale;
}

class SvgWalk {
 public:
    explicit SvgWalk(std::string_view svg) : tags_(svg) {}

    /// Throws Refused.
    void run() {
        while (const auto tag = tags_.next()) {
            if (!has_root_ && tag->name != "svg")
                refuse_svg("it does not begin with <svg>", "save it as plain SVG");
            if (tag->begins) begin(*tag);
            if (tag->ends && !scales_.empty()) scales_.pop_back();
        }
        if (!has_root_) refuse_svg("it is damaged, or not an SVG", "save it as plain SVG");
        if (segments_ == 0) refuse_svg("nothing is drawn in it", "save it as plain SVG");
    }

    double width() const { return width_; }
    double height() const { return height_; }

 private:
    void begin(const SvgTag& tag) {
        for (const Undrawn& one : undrawn)
            if (tag.name == one.element)
                refuse_svg(fmt::format("the kiosk cannot draw <{}>", one.element), std::string(one.advice));
        if (scales_.size() >= deepest_group)
            refuse_svg(fmt::format("groups lie more than {} deep in each other", deepest_group),
                       "ungroup them");
        scales_.push_back(scales_.empty() ? 1 : scales_.back());
        if (tag.name == "svg") begin_root(tag);
        for (const auto& [name, value] : tag.attributes)
            if (name == "transform" || name == "gradientTransform") transform(value);
        add_segments(segments_of(tag.name));
        for (const auto& [name, value] : tag.attributes)
            if (name == "style")
                style(value);
            else
                attribute(name, value);
    }

    void begin_root(const SvgTag& tag) {
        if (std::exchange(has_root_, true))
            refuse_svg("there is an <svg> inside the <svg>", "save it as plain SVG");
        std::vector<double> box;
        for (const auto& [name, value] : tag.attributes) {
            if (name == "width") width_ = svg_length(value);
            if (name == "height") height_ = svg_length(value);
            if (name != "viewBox") continue;
            const auto numbers = svg_numbers(value);
            if (!numbers || numbers->size() != 4) refuse_number(name, value);
            box = *numbers;
        }
        if (box.empty()) box = {0, 0, width_, height_};
        check_size(box[2], box[3]);
        for (const double corner : {box[0], box[1]})
            if (std::abs(corner) > largest_view_box) refuse_number("viewBox", fmt::format("{:g}", corner));
        if (width_ == 0) width_ = box[2];
        if (height_ == 0) height_ = box[3];
        check_size(width_, height_);
        farthest_ = farthest_from_picture * std::max({box[2], box[3], width_, height_});
    }

    static void check_size(double width, double height) {
        const auto sane = [](double side) { return side >= smallest_view_box && side <= largest_view_box; };
        if (!sane(width) || !sane(height))
            refuse_svg(fmt::format("its view box is {:g} × {:g}", width, height),
                       fmt::format("write viewBox=\"0 0 640 480\" in <svg>, each side from {:g} to {:g}",
                                   smallest_view_box, largest_view_box));
        PictureRefusal refusal = problem_with_shape(width, height);
        if (!refusal.what.empty()) throw Refused{std::move(refusal)};
    }

    void transform(std::string_view value) {
        const auto numbers = svg_numbers(value);
        if (!numbers) refuse_number("transform", value);
        for (const double number : *numbers) check_distance("transform", value, number);
        scales_.back() *= scale_of(value);
        if (scales_.back() > largest_scale) refuse_number("transform", value);
    }

    void style(std::string_view declarations) {
        while (!declarations.empty()) {
            const std::string_view one = declarations.substr(0, declarations.find(';'));
            declarations.remove_prefix(std::min(one.size() + 1, declarations.size()));
            const std::size_t colon = one.find(':');
            if (colon != std::string_view::npos)
                attribute(trimmed(one.substr(0, colon)), one.substr(colon + 1));
        }
    }

    void attribute(std::string_view name, std::string_view value) {
        if (name == "stroke-dasharray" && trimmed(value) != "none")
            refuse_svg("it has dashed lines, which can be drawn without an end",
                       "draw plain lines, or each dash as a line of its own");
        if (!is_measure(name)) return;
        const auto path = svg_path(value);
        const auto numbers = name == "d" && path ? std::optional(path->numbers) : svg_numbers(value);
        if (!numbers) refuse_number(name, value);
        for (const double number : *numbers) check_distance(name, value, number);
        if (name == "d") add_segments(path->segments);
        if (name == "points") add_segments(numbers->size() / 2 + 1);
    }

    void check_distance(std::string_view name, std::string_view value, double number) const {
        if (std::abs(number) * std::max(scales_.back(), 1e-6) > farthest_) refuse_number(name, value);
    }

    void add_segments(std::size_t count) {
        segments_ += count;
        if (segments_ > most_segments)
            refuse_svg(fmt::format("it has more than {} lines and curves", most_segments),
                       "simplify it (Inkscape: Path, Simplify), or use a .png");
    }

    SvgTags tags_;
    std::vector<double> scales_;  ///< of the elements that are open
    std::size_t segments_ = 0;
    double width_ = 0;
    double height_ = 0;
    double farthest_ = 0;
    bool has_root_ = false;
};

}  // namespace

CheckedPicture checked_svg(std::string svg) {
    if (svg.find('\0') != std::string::npos || first_invalid_utf8(svg))
        return PictureRefusal{"it is damaged, or not an SVG in UTF-8", "save it as plain SVG"};
    if (svg.find("<!ENTITY") != std::string::npos)
        return PictureRefusal{"it defines entities", "save it as plain SVG"};
    try {
        SvgWalk walk(svg);
        walk.run();
        return PictureContent{PictureFormat::svg, std::move(svg), walk.width(), walk.height()};
    } catch (Refused& refused) {
        return std::move(refused.refusal);
    }
}

}  // namespace xy::bank
