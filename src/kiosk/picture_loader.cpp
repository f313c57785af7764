#include "kiosk/picture_loader.h"

#include <SDL.h>
#include <SDL_image.h>
#include <algorithm>
#include <spdlog/spdlog.h>

namespace xy::kiosk {
namespace {

struct SurfaceEnd {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Surface = std::unique_ptr<SDL_Surface, SurfaceEnd>;

Surface load_svg(const std::string& file, int width, int height) {
    const auto load = [&](int w, int h) {
        SDL_RWops* stream = SDL_RWFromFile(file.c_str(), "rb");
        if (stream == nullptr) return Surface();
        Surface surface(IMG_LoadSizedSVG_RW(stream, w, h));
        SDL_RWclose(stream);
        return surface;
    };
    Surface surface = load(width, 0);
    if (surface && surface->h > height) surface = load(0, height);
    return surface;
}

Surface load_bitmap(const std::string& file, int width, int height) {
    Surface original(IMG_Load(file.c_str()));
    if (!original || original->w == 0 || original->h == 0) return {};
    const double scale =
        std::min(static_cast<double>(width) / original->w, static_cast<double>(height) / original->h);
    Surface whole(SDL_ConvertSurfaceFormat(original.get(), SDL_PIXELFORMAT_ARGB8888, 0));
    Surface scaled(SDL_CreateRGBSurfaceWithFormat(0, std::max(1, static_cast<int>(original->w * scale)),
                                                  std::max(1, static_cast<int>(original->h * scale)), 32,
                                                  SDL_PIXELFORMAT_ARGB8888));
    if (!whole || !scaled || SDL_SoftStretchLinear(whole.get(), nullptr, scaled.get(), nullptr) != 0)
        return {};
    return scaled;
}

std::uint32_t premultiplied(std::uint32_t argb) {
    const std::uint32_t alpha = argb >> 24U;
    const auto times = [alpha](std::uint32_t channel) { return channel * alpha / 255U; };
    return alpha << 24U | times((argb >> 16U) & 0xFFU) << 16U | times((argb >> 8U) & 0xFFU) << 8U |
           times(argb & 0xFFU);
}

std::unique_ptr<paint::Texture> to_texture(const Surface& surface) {
    Surface argb(SDL_ConvertSurfaceFormat(surface.get(), SDL_PIXELFORMAT_ARGB8888, 0));
    if (!argb) return nullptr;
    auto texture = std::make_unique<paint::Texture>();
    texture->serial = paint::next_texture_serial();
    texture->width = argb->w;
    texture->height = argb->h;
    texture->colour.reserve(static_cast<std::size_t>(argb->w) * static_cast<std::size_t>(argb->h));
    for (int y = 0; y < argb->h; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(
            static_cast<const char*>(argb->pixels) + static_cast<std::ptrdiff_t>(y) * argb->pitch);
        for (int x = 0; x < argb->w; ++x) texture->colour.push_back(premultiplied(row[x]));
    }
    return texture;
}

std::unique_ptr<paint::Texture> load(const std::string& file, int width, int height) {
    const Surface surface =
        file.ends_with(".svg") ? load_svg(file, width, height) : load_bitmap(file, width, height);
    if (surface) return to_texture(surface);
    spdlog::warn("cannot show the picture {}: {}", file, SDL_GetError());
    return nullptr;
}

}  // namespace

const paint::Texture* PictureLoader::picture(const std::string& file, int width, int height) {
    auto [place, is_new] = kept_.try_emplace({file, width, height});
    if (is_new) place->second.texture = load(file, width, height);
    place->second.used = true;
    return place->second.texture.get();
}

void PictureLoader::forget_unused() {
    std::erase_if(kept_, [](const auto& entry) { return !entry.second.used; });
    for (auto& [place, kept] : kept_) kept.used = false;
}

}  // namespace xy::kiosk
