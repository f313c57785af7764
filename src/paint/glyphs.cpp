#include "paint/glyphs.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>

namespace xy::paint {
namespace {

constexpr int page_size = 1024;

/// The system maps sixteen pages of a font file for each one that is read, and a character lies anywhere in
/// it: after some hundred characters 13 MB would count as memory of this process.
constexpr int reads_between_giving_back = 16;

// Faces of the Noto Sans CJK collections. The Korean one has proportional quotation marks and the same Latin.
constexpr FT_Long simplified_chinese_face = 2;
constexpr FT_Long latin_face = 1;

struct LibraryEnd {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceEnd {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<FT_LibraryRec_, LibraryEnd>;

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw FontError("cannot read the font " + file.string() + "; install the package fonts-noto-cjk");
}

/// A font file, mapped.
class FontFile {
 public:
    explicit FontFile(const std::filesystem::path& file) : file_(file) {
        const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat about {};
        if (opened >= 0 && ::fstat(opened, &about) == 0) {
            size_ = static_cast<std::size_t>(about.st_size);
            data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, opened, 0);
        }
        if (opened >= 0) ::close(opened);
        if (data_ == MAP_FAILED) fail(file);
    }
    ~FontFile() { ::munmap(data_, size_); }
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;

    FT_Face open(FT_Library library, FT_Long index) const {
        const auto* bytes = static_cast<const FT_Byte*>(data_);
        const auto size = static_cast<FT_Long>(size_);
        FT_Face face = nullptr;
        FT_Error error = FT_New_Memory_Face(library, bytes, size, index, &face);
        if (error != 0) error = FT_New_Memory_Face(library, bytes, size, 0, &face);  // its only face
        if (error != 0) fail(file_);
        return face;
    }

    /// The pages that were read stay in the cache of the system and are there at once when they are needed
    /// again.
    void give_back() { ::madvise(data_, size_, MADV_DONTNEED); }

 private:
    std::filesystem::path file_;
    std::size_t size_ = 0;
    void* data_ = MAP_FAILED;
};

/// One face at one size at a time.
class Face {
 public:
    Face(FT_Library library, const FontFile& file, FT_Long index) : face_(file.open(library, index)) {}

    FT_Face at(int size) {
        if (size != size_) {
            FT_Set_Pixel_Sizes(face_.get(), 0, static_cast<FT_UInt>(size));
            size_ = size;
        }
        return face_.get();
    }

    FT_UInt index_of(char32_t character) { return FT_Get_Char_Index(face_.get(), character); }

 private:
    std::unique_ptr<FT_FaceRec_, FaceEnd> face_;
    int size_ = 0;
};

std::uint64_t key_of(char32_t character, int size, Weight weight, Script script) {
    return (static_cast<std::uint64_t>(character) << 32U) | (static_cast<std::uint64_t>(size) << 2U) |
           (weight == Weight::bold ? 2U : 0U) | (script == Script::latin ? 1U : 0U);
}

/// Fills a page row by row; rows are as high as their highest glyph.
class Page {
 public:
    explicit Page(int height) {
        texture_.serial = next_texture_serial();
        texture_.width = page_size;
        texture_.height = height;
        texture_.coverage.resize(static_cast<std::size_t>(page_size) * static_cast<std::size_t>(height));
    }

    /// A free place of the given size, or nothing when the page is full.
    std::optional<std::pair<int, int>> place(int width, int height) {
        if (x_ + width > page_size) {
            x_ = 0;
            y_ += row_height_;
            row_height_ = 0;
        }
        if (y_ + height > texture_.height || width > page_size) return std::nullopt;
        const std::pair<int, int> found{x_, y_};
        x_ += width;
        row_height_ = std::max(row_height_, height);
        return found;
    }

    Texture& texture() { return texture_; }

 private:
    Texture texture_;
    int x_ = 0;
    int y_ = 0;
    int row_height_ = 0;
};

}  // namespace

struct Glyphs::Cache {
    FontFile regular;
    FontFile bold;
    Library library;
    std::array<std::optional<Face>, 4> faces;
    std::unordered_map<std::uint64_t, float> advances;
    std::unordered_map<std::uint64_t, Glyph> glyphs;
    std::vector<std::unique_ptr<Page>> pages;

    int reads = 0;  ///< of the font files, since their pages were given back

    explicit Cache(const FontFiles& files) : regular(files.regular), bold(files.bold) {}

    void has_read() {
        if (++reads < reads_between_giving_back) return;
        reads = 0;
        regular.give_back();
        bold.give_back();
    }

    Face& face(Weight weight, Script script) {
        const std::size_t slot = (weight == Weight::bold ? 2U : 0U) + (script == Script::latin ? 1U : 0U);
        if (!faces[slot])
            faces[slot].emplace(library.get(), weight == Weight::bold ? bold : regular,
                                script == Script::latin ? latin_face : simplified_chinese_face);
        return *faces[slot];
    }

    Page& page_for(int width, int height, std::pair<int, int>& where) {
        if (!pages.empty()) {
            if (const auto found = pages.back()->place(width, height)) {
                where = *found;
                return *pages.back();
            }
        }
        pages.push_back(std::make_unique<Page>(std::max(page_size / 2, height)));
        where = pages.back()->place(width, height).value_or(std::pair{0, 0});
        return *pages.back();
    }

    Glyph rasterise(char32_t character, int size, Weight weight, Script script) {
        Glyph glyph;
        Face& source = face(weight, script);
        const FT_UInt index = source.index_of(character);
        glyph.missing = index == 0;
        has_read();
        FT_Face sized = source.at(size);
        if (FT_Load_Glyph(sized, index, FT_LOAD_NO_HINTING | FT_LOAD_RENDER) != 0) return glyph;
        const FT_GlyphSlot slot = sized->glyph;
        const FT_Bitmap& bitmap = slot->bitmap;
        glyph.advance = static_cast<float>(slot->linearHoriAdvance) / 65536.0F;
        glyph.left = slot->bitmap_left;
        glyph.top = slot->bitmap_top;
        glyph.width = std::min(static_cast<int>(bitmap.width), page_size);
        glyph.height = static_cast<int>(bitmap.rows);
        if (glyph.width == 0 || glyph.height == 0) return glyph;
        std::pair<int, int> where;
        Texture& texture = page_for(glyph.width, glyph.height, where).texture();
        glyph.page = static_cast<std::uint32_t>(pages.size() - 1);
        glyph.u = where.first;
        glyph.v = where.second;
        for (int row = 0; row < glyph.height; ++row) {
            const auto offset =
                static_cast<std::size_t>(glyph.v + row) * page_size + static_cast<std::size_t>(glyph.u);
            std::memcpy(texture.coverage.data() + offset, bitmap.buffer + row * bitmap.pitch,
                        static_cast<std::size_t>(glyph.width));
        }
        return glyph;
    }
};

FontFiles screen_fonts() {
    const std::filesystem::path folder = "/usr/share/fonts/opentype/noto";
    return {folder / "NotoSansCJK-Regular.ttc", folder / "NotoSansCJK-Bold.ttc"};
}

Glyphs::Glyphs(const FontFiles& files) : cache_(std::make_unique<Cache>(files)) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) throw FontError("FreeType does not start");
    cache_->library.reset(library);
    cache_->face(Weight::regular, Script::chinese);
    cache_->face(Weight::bold, Script::chinese);
}

Glyphs::~Glyphs() {
    if (cache_)
        for (auto& face : cache_->faces) face.reset();  // before the library they belong to
}
Glyphs::Glyphs(Glyphs&&) noexcept = default;
Glyphs& Glyphs::operator=(Glyphs&&) noexcept = default;

bool Glyphs::has(char32_t character) {
    const bool found = cache_->face(Weight::regular, Script::chinese).index_of(character) != 0 &&
                       cache_->face(Weight::bold, Script::chinese).index_of(character) != 0;
    cache_->has_read();
    return found;
}

float Glyphs::advance(char32_t character, int size, Weight weight, Script script) {
    // Advances grow linearly with the size, so one entry for each character and face is enough.
    constexpr int reference = 1024;
    const std::uint64_t key = key_of(character, reference, weight, script);
    auto found = cache_->advances.find(key);
    if (found == cache_->advances.end()) {
        Face& face = cache_->face(weight, script);
        FT_Face unscaled = face.at(reference);
        FT_Fixed advance = 0;
        FT_Get_Advance(unscaled, face.index_of(character), FT_LOAD_NO_SCALE, &advance);
        const float em = static_cast<float>(advance) / static_cast<float>(unscaled->units_per_EM);
        found = cache_->advances.emplace(key, em).first;
        cache_->has_read();
    }
    return found->second * static_cast<float>(size);
}

const Glyph& Glyphs::glyph(char32_t character, int size, Weight weight, Script script) {
    const std::uint64_t key = key_of(character, size, weight, script);
    auto found = cache_->glyphs.find(key);
    if (found == cache_->glyphs.end())
        found = cache_->glyphs.emplace(key, cache_->rasterise(character, size, weight, script)).first;
    return found->second;
}

const Texture& Glyphs::page(std::uint32_t index) const {
    return cache_->pages[index]->texture();
}

bool Glyphs::trim(std::size_t limit) {
    std::size_t bytes = 0;
    for (const auto& page : cache_->pages) bytes += page->texture().coverage.size();
    if (bytes <= limit) return false;
    cache_->glyphs.clear();
    cache_->pages.clear();
    return true;
}

}  // namespace xy::paint
