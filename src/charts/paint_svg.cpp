#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "charts/painters.h"

namespace xy::charts {
namespace {

/// Letters are written in whole hundredths of a point.
constexpr double outline_scale = 100;

struct Point {
    long x = 0;
    long y = 0;
};

Point whole(const cairo_path_data_t& data) {
    return {std::lround(data.point.x * outline_scale), std::lround(data.point.y * outline_scale)};
}

/// Lengths with three decimals at most.
std::string number(double length) {
    const double rounded = std::round(length * 1000) / 1000;
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

/// A minus parts numbers as well as a space does.
void write_number(std::string& commands, long value) {
    const char last = commands.back();
    if (value >= 0 && last >= '0' && last <= '9') commands += ' ';
    fmt::format_to(std::back_inserter(commands), "{}", value);
}

/// One command with its points, each told from where the last one ended.
void write_step(std::string& commands, char letter, const cairo_path_data_t* points, int count, Point& pen) {
    commands += letter;
    Point end = pen;
    for (int i = 0; i < count; ++i) {
        end = whole(points[i]);
        write_number(commands, end.x - pen.x);
        write_number(commands, end.y - pen.y);
    }
    pen = end;
}

std::string commands_of(const cairo_path_t& path) {
    constexpr std::array<char, 3> letters{'m', 'l', 'c'};
    constexpr std::array<int, 3> counts{1, 1, 3};
    std::string commands;
    Point pen;
    Point begun;  // where closing returns to
    for (int i = 0; i < path.num_data; i += path.data[i].header.length) {
        const cairo_path_data_type_t type = path.data[i].header.type;
        if (type == CAIRO_PATH_CLOSE_PATH) {
            commands += 'z';
            pen = begun;
            continue;
        }
        write_step(commands, letters.at(type), &path.data[i + 1], counts.at(type), pen);
        if (type == CAIRO_PATH_MOVE_TO) begun = pen;
    }
    return commands;
}

}  // namespace

std::string paint_svg(const Drawing& drawing, const Typesetter& typesetter) {
    const std::string width = number(drawing.size.width);
    const std::string height = number(drawing.size.height);
    std::string out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}pt\" height=\"{1}pt\" viewBox=\"0 0 {0} "
        "{1}\">\n",
        width, height);
    for (const Area& area : drawing.areas)
        out += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n",
                           number(area.box.x), number(area.box.y), number(area.box.width),
                           number(area.box.height), hex(area.colour));
    out += fmt::format("<g transform=\"scale({})\">\n", 1 / outline_scale);
    for (const Text& text : drawing.texts)
        out += fmt::format("<path fill=\"{}\" d=\"{}\"/>\n", hex(text.colour),
                           commands_of(*typesetter.outline(text)));
    return out + "</g>\n</svg>\n";
}

}  // namespace xy::charts
