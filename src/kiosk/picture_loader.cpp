#include "kiosk/picture_loader.h"

#include <SDL.h>
#include <SDL_image.h>
#include <algorithm>
#include <cstring>
#include <spdlog/spdlog.h>
#include <utility>
#include <variant>

#include "bank/picture_content.h"

namespace xy::kiosk {
namespace {

struct SurfaceEnd {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Surface = std::unique_ptr<SDL_Surface, SurfaceEnd>;

using Stream = SDL_RWops*;

Stream stream_of(const std::string& bytes) {
    return SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
}

/// One side is asked for, the one that the frame bounds: asked for the other, a tall picture would be drawn
/// many times higher than the screen.
Surface draw_svg(const bank::PictureContent& picture, int width, int height) {
    const bool wide = picture.width * height >= picture.height * width;
    Stream stream = stream_of(picture.bytes);
    Surface surface(IMG_LoadSizedSVG_RW(stream, wide ? width : 0, wide ? 0 : height));
    SDL_RWclose(stream);
    return surface;
}

Surface draw_bitmap(const bank::PictureContent& picture, int width, int height) {
    Stream stream = stream_of(picture.bytes);
    const Surface original(picture.format == bank::PictureFormat::png ? IMG_LoadPNG_RW(stream)
                                                                      : IMG_LoadJPG_RW(stream));
    SDL_RWclose(stream);
    if (!original || original->w == 0 || original->h == 0) return {};
    const double scale =
        std::min(static_cast<double>(width) / original->w, static_cast<double>(height) / original->h);
    const Surface whole(SDL_ConvertSurfaceFormat(original.get(), SDL_PIXELFORMAT_ARGB8888, 0));
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

DrawnPixels pixels_of(const Surface& surface) {
    if (!surface) return {};
    const Surface argb(SDL_ConvertSurfaceFormat(surface.get(), SDL_PIXELFORMAT_ARGB8888, 0));
    if (!argb) return {};
    DrawnPixels drawn{argb->w, argb->h, {}};
    drawn.pixels.reserve(static_cast<std::size_t>(argb->w) * static_cast<std::size_t>(argb->h));
    for (int y = 0; y < argb->h; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(
            static_cast<const char*>(argb->pixels) + static_cast<std::ptrdiff_t>(y) * argb->pitch);
        for (int x = 0; x < argb->w; ++x) drawn.pixels.push_back(premultiplied(row[x]));
    }
    return drawn;
}

DrawnPixels draw(const bank::PictureContent& picture, int width, int height) {
    return pixels_of(picture.format == bank::PictureFormat::svg ? draw_svg(picture, width, height)
                                                                : draw_bitmap(picture, width, height));
}

/// What the child is asked for; the bytes of the picture follow.
struct Request {
    bank::PictureFormat format;
    double picture_width, picture_height;
    int width, height;
};

std::string packed(const bank::PictureContent& picture, int width, int height) {
    const Request head{picture.format, picture.width, picture.height, width, height};
    std::string request(sizeof(head), '\0');
    std::memcpy(request.data(), &head, sizeof(head));
    return request + picture.bytes;
}

DrawnPixels draw_request(std::string_view request) {
    Request head{};
    std::memcpy(&head, request.data(), sizeof(head));
    return draw(
        {head.format, std::string(request.substr(sizeof(head))), head.picture_width, head.picture_height},
        head.width, head.height);
}

}  // namespace

PictureLoader::PictureLoader() : drawing_(draw_request) {}

std::unique_ptr<paint::Texture> PictureLoader::load(const std::string& file, int width, int height) {
    const bank::CheckedPicture checked = bank::read_picture_file(file);
    if (const auto* refusal = std::get_if<bank::PictureRefusal>(&checked)) {
        spdlog::warn("cannot show the picture {}: {}", file, refusal->what);
        return nullptr;
    }
    // One pixel more each way: the libraries round.
    const std::size_t most = (static_cast<std::size_t>(width) + 1) * (static_cast<std::size_t>(height) + 1);
    auto drawn = drawing_.draw(packed(std::get<bank::PictureContent>(checked), width, height), most);
    if (!drawn) {
        spdlog::warn("cannot show the picture {}: drawing it failed, or took too long", file);
        return nullptr;
    }
    auto texture = std::make_unique<paint::Texture>();
    texture->serial = paint::next_texture_serial();
    texture->width = drawn->width;
    texture->height = drawn->height;
    texture->colour = std::move(drawn->pixels);
    return texture;
}

const paint::Texture* PictureLoader::picture(const std::string& file, int width, int height) {
    if (refused_.contains(file)) return nullptr;
    auto [place, is_new] = kept_.try_emplace({file, width, height});
    if (is_new) place->second.texture = load(file, width, height);
    if (!place->second.texture) refused_.insert(file);
    place->second.used = true;
    return place->second.texture.get();
}

void PictureLoader::forget_unused() {
    std::erase_if(kept_, [](const auto& entry) { return !entry.second.used; });
    for (auto& [place, kept] : kept_) kept.used = false;
}

}  // namespace xy::kiosk
