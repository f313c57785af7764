// Glyphs, drawn by FreeType when they are first seen and kept in coverage textures.
//
// Only what is shown is ever rasterised: no atlas of a whole alphabet at the start, any size, any character
// of the font. The font file is mapped by FreeType, not copied.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <vector>

#include "paint/texture.h"

namespace xy::paint {

enum class Weight { regular, bold };

/// The two font files. Both are collections (.ttc) of Noto Sans CJK.
struct FontFiles {
    std::filesystem::path regular;
    std::filesystem::path bold;
};

/// Those that the kiosk's screen is drawn with: of the package fonts-noto-cjk.
FontFiles screen_fonts();

class FontError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// Chinese text takes Simplified Chinese forms and full-width quotation marks, Latin text proportional ones.
enum class Script { chinese, latin };

struct Glyph {
    float advance = 0;  ///< pixels
    int left = 0;       ///< from the pen to the bitmap, pixels
    int top = 0;        ///< from the baseline up to the bitmap's first row, pixels
    int width = 0;
    int height = 0;
    std::uint32_t page = 0;  ///< index of its texture
    int u = 0;               ///< place in the texture, texels
    int v = 0;
    bool missing = false;  ///< the font has no such character
};

class Glyphs {
 public:
    /// Throws FontError when a file cannot be read as a font.
    explicit Glyphs(const FontFiles& files);
    ~Glyphs();
    Glyphs(Glyphs&&) noexcept;
    Glyphs& operator=(Glyphs&&) noexcept;

    /// Whether both weights have the character; otherwise a box is drawn.
    bool has(char32_t character);

    /// The advance only, without rasterising: for measuring. `size` in pixels, at least 1.
    float advance(char32_t character, int size, Weight weight, Script script);
    const Glyph& glyph(char32_t character, int size, Weight weight, Script script);
    const Texture& page(std::uint32_t index) const;

    /// Forgets all bitmaps when they take more than `limit` bytes; true when it did. Call between two frames.
    bool trim(std::size_t limit);

 private:
    struct Cache;
    std::unique_ptr<Cache> cache_;
};

}  // namespace xy::paint
