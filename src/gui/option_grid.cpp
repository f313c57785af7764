#include "gui/option_grid.h"

#include <algorithm>

namespace xy::gui {
namespace {

constexpr float least_scale = 0.56F;
constexpr float scale_step = 0.04F;
constexpr float tallest_cell = 176;
constexpr float least_picture_cell = 250;

constexpr float under_stem = 28;
/// Of a picture on a portrait screen, as shares of its width.
constexpr float least_portrait_picture = 0.36F;
constexpr float most_portrait_picture = 0.65F;

/// Splits the space under a stem of this height between the picture and the options. Of a portrait screen the
/// options have what is left below; stand_low() moves everything to its place.
void place_picture(ScreenCanvas& canvas, const GridWish& wish, OptionGrid& grid) {
    Box rest{wish.space.x, grid.stem.bottom() + under_stem, wish.space.w, 0};
    rest.h = wish.space.bottom() - rest.y;
    grid.options = rest;
    if (!wish.item.picture) return;
    if (canvas.portrait()) {
        const float height = std::min(rest.w * least_portrait_picture, rest.h * 0.4F);
        grid.picture = {rest.x, wish.space.y, rest.w, height};
        grid.stem.y += height + under_stem;
        grid.options.y += height + under_stem;
        grid.options.h -= height + under_stem;
    } else {
        const float width = std::min(720.0F, rest.w * 0.4F);
        grid.picture = {rest.x, rest.y, width, std::min(rest.h, 560.0F)};
        grid.options = {rest.x + width + 40, rest.y, rest.w - width - 40, rest.h};
    }
}

/// Moves the options down by the room they leave; the picture grows into it, and what is left lies above the
/// stem where there is no picture.
void stand_low(OptionGrid& grid, float spare) {
    if (grid.picture.h > 0) {
        const float more = std::clamp(grid.picture.w * most_portrait_picture - grid.picture.h, 0.0F, spare);
        grid.picture.h += more;
        grid.picture.y += (spare - more) / 2;
    }
    grid.stem.y += spare;
    grid.options.y += spare;
    grid.options.h -= spare;
}

/// Height of the tallest option at this width; more than any screen has when a word would be broken.
float tallest_text(ScreenCanvas& canvas, const GridWish& wish, const OptionGrid& grid, float width) {
    constexpr float never = 1e6F;
    const TextStyle style = option_style(canvas, wish, grid.option_scale);
    float tallest = 0;
    for (const quiz::Option& option : wish.item.options) {
        const std::string& words = option.text.in(wish.language);
        if (canvas.breaks_word(words, style, width)) return never;
        tallest = std::max(tallest, canvas.text_height(words, style, width));
    }
    return tallest;
}

/// Height a cell needs when the grid has this many columns.
float needed_cell(ScreenCanvas& canvas, const GridWish& wish, OptionGrid& grid, std::size_t columns) {
    const float cell =
        (grid.options.w - grid.gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    if (has_option_pictures(wish.item)) {
        grid.caption = tallest_text(canvas, wish, grid, cell - 2 * option_padding - badge_side - 20);
        return least_picture_cell + grid.caption;
    }
    const float text = cell - 2 * option_padding - badge_side - 28;
    return std::max(canvas.theme().touch + 8, tallest_text(canvas, wish, grid, text) + 36);
}

std::vector<std::size_t> column_choices(const ScreenCanvas& canvas, const GridWish& wish) {
    const std::size_t count = wish.item.options.size();
    if (has_option_pictures(wish.item)) {
        if (canvas.portrait()) return {2};
        return count <= 4 ? std::vector<std::size_t>{count} : std::vector<std::size_t>{3};
    }
    if (canvas.portrait() || wish.item.picture) return {1};
    if (count == 3) return {1, 2};
    return {2, 1};
}

bool try_columns(ScreenCanvas& canvas, const GridWish& wish, OptionGrid& grid, std::size_t columns) {
    const float rows = static_cast<float>((wish.item.options.size() + columns - 1) / columns);
    grid.gap = rows >= 4 ? 22 : 32;
    const float needed = needed_cell(canvas, wish, grid, columns);
    const float available = (grid.options.h - grid.gap * (rows - 1)) / rows;
    if (needed > available) return false;
    const bool pictures = has_option_pictures(wish.item);
    grid.columns = columns;
    const float tallest = pictures ? 460 : wish.item.picture && canvas.portrait() ? 140 : tallest_cell;
    grid.cell_height = std::min(available, std::max(needed, tallest));
    const float spare = grid.options.h - rows * grid.cell_height - (rows - 1) * grid.gap;
    if (canvas.portrait())
        stand_low(grid, spare);
    else if (!wish.item.picture)
        grid.options.y += std::min(spare, 56.0F) / 2;
    return true;
}

/// The space below a stem of this size; the options take the same size for a start.
void place_stem(ScreenCanvas& canvas, const GridWish& wish, OptionGrid& grid, float scale) {
    grid = {};
    grid.stem_scale = grid.option_scale = scale;
    grid.stem = wish.space;
    grid.stem.h =
        canvas.text_height(wish.item.stem.in(wish.language), stem_style(canvas, wish, scale), wish.space.w);
    place_picture(canvas, wish, grid);
}

/// A long stem shrinks to leave room for the cells; the words in them need not shrink with it.
OptionGrid with_larger_options(ScreenCanvas& canvas, const GridWish& wish, const OptionGrid& fits) {
    const float largest = std::min(wish.scale, fits.stem_scale * wish.stem_size / wish.option_size);
    OptionGrid under_the_stem;
    place_stem(canvas, wish, under_the_stem, fits.stem_scale);
    for (float scale = largest; scale > fits.option_scale; scale -= scale_step) {
        OptionGrid grid = under_the_stem;
        grid.option_scale = scale;
        if (try_columns(canvas, wish, grid, fits.columns)) return grid;
    }
    return fits;
}

}  // namespace

Box OptionGrid::cell(std::size_t index) const {
    const float width = (options.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    return {options.x + static_cast<float>(index % columns) * (width + gap),
            options.y + static_cast<float>(index / columns) * (cell_height + gap), width, cell_height};
}

bool has_option_pictures(const quiz::Item& item) {
    return std::any_of(item.options.begin(), item.options.end(),
                       [](const quiz::Option& option) { return option.picture.has_value(); });
}

TextStyle stem_style(const ScreenCanvas& canvas, const GridWish& wish, float scale) {
    return {.size = wish.stem_size * scale,
            .weight = Weight::bold,
            .colour = canvas.theme().ink,
            .line_height = stem_line_height};
}

TextStyle option_style(const ScreenCanvas& canvas, const GridWish& wish, float scale) {
    return {.size = std::max(canvas.theme().body_min, wish.option_size * scale),
            .colour = canvas.theme().ink,
            .down = Align::centre,
            .line_height = option_line_height};
}

OptionGrid arrange(ScreenCanvas& canvas, const GridWish& wish) {
    OptionGrid grid;
    for (float scale = wish.scale; scale >= least_scale; scale -= scale_step) {
        place_stem(canvas, wish, grid, scale);
        for (const std::size_t columns : column_choices(canvas, wish))
            if (try_columns(canvas, wish, grid, columns)) return with_larger_options(canvas, wish, grid);
    }
    grid.columns = column_choices(canvas, wish).back();
    const float rows = static_cast<float>((wish.item.options.size() + grid.columns - 1) / grid.columns);
    grid.cell_height = (grid.options.h - grid.gap * (rows - 1)) / rows;
    return grid;
}

}  // namespace xy::gui
