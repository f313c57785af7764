#include "paint/even_lines.h"

#include <algorithm>
#include <limits>

namespace xy::paint {
namespace {

constexpr float never = std::numeric_limits<float>::infinity();

/// The best way to a place with a given number of lines.
struct Way {
    float cost = never;
    std::size_t from = 0;  ///< index of the end before; 0 is the beginning of the paragraph
};

float cost_of(Pause pause) {
    switch (pause) {
        case Pause::weak:
            return weak_cost;
        case Pause::word:
            return word_cost;
        case Pause::phrase:
            return phrase_cost;
        case Pause::sentence:
            return 0;
    }
    return 0;
}

struct Costs {
    float max_width;
    float least_last;

    float of(float width, bool last, Pause pause) const {
        if (last) return width >= least_last ? 0 : lone_cost * (1 - width / least_last);
        const float slack = 1 - width / max_width;
        return slack * slack + cost_of(pause);
    }
};

}  // namespace

std::vector<std::size_t> even_ends(std::span<const LineEnd> ends, std::size_t lines, float max_width,
                                   float least_last) {
    const Costs costs{max_width, least_last};
    const std::size_t count = ends.size();
    const auto start_of = [&](std::size_t place) { return place == 0 ? 0 : ends[place - 1].start; };
    // ways[n][k]: n lines up to ends[k - 1].
    std::vector<std::vector<Way>> ways(lines + 1, std::vector<Way>(count + 1));
    ways[0][0].cost = 0;
    for (std::size_t line = 1; line <= lines; ++line)
        for (std::size_t to = line; to <= count; ++to)
            for (std::size_t from = to; from-- > line - 1;) {
                const float width = ends[to - 1].reach - start_of(from);
                if (width > max_width) break;
                const float cost =
                    ways[line - 1][from].cost + costs.of(width, to == count, ends[to - 1].pause);
                if (cost < ways[line][to].cost) ways[line][to] = {cost, from};
            }
    if (count == 0 || ways[lines][count].cost == never) return {};
    std::vector<std::size_t> chosen(lines);
    std::size_t place = count;
    for (std::size_t line = lines; line > 0; --line) {
        chosen[line - 1] = ends[place - 1].next;
        place = ways[line][place].from;
    }
    return chosen;
}

}  // namespace xy::paint
