// Pictures made byte by byte, good and bad.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace xy {

inline constexpr std::string_view small_svg =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>)";

/// Four bytes, the most significant first.
inline std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(number >> shift & 0xFFU);
    return bytes;
}

inline std::uint32_t crc32_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

inline std::string png_chunk(std::string_view type, std::string_view data) {
    const std::string body = std::string(type) + std::string(data);
    return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(crc32_of(body));
}

/// What zlib makes of up to 65,535 bytes when it does not pack them.
inline std::string zlib_stored(std::string_view bytes) {
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (const char byte : bytes) {
        a = (a + static_cast<unsigned char>(byte)) % 65521;
        b = (b + a) % 65521;
    }
    const auto size = static_cast<std::uint32_t>(bytes.size());
    std::string packed{'\x78', '\x01', '\x01'};
    for (const std::uint32_t number : {size, ~size})
        packed += {static_cast<char>(number & 0xFFU), static_cast<char>(number >> 8U & 0xFFU)};
    return packed + std::string(bytes) + big_endian(b << 16U | a);
}

/// An 8-bit RGB picture of one grey; `extra` chunks stand before the pixels. It claims to be `width` ×
/// `height`; pixels are there for 4 × 2.
inline std::string png_claiming(std::uint32_t width, std::uint32_t height, const std::string& extra = {}) {
    const std::string row = '\0' + std::string(std::size_t{4} * 3, '\x7F');
    return "\x89PNG\r\n\x1A\n" +
           png_chunk("IHDR",
                     big_endian(width) + big_endian(height) + std::string("\x08\x02\x00\x00\x00", 5)) +
           extra + png_chunk("IDAT", zlib_stored(row + row)) + png_chunk("IEND", "");
}

inline std::string small_png() {
    return png_claiming(4, 2);
}

/// A JPEG in outline: its frame claims this size, and one pass with nothing in it follows `passes` times.
inline std::string jpeg_claiming(std::uint32_t width, std::uint32_t height, int passes = 1,
                                 char frame = '\xC0') {
    const auto two = [](std::uint32_t number) { return big_endian(number).substr(2); };
    std::string file = "\xFF\xD8\xFF";
    file += frame;
    file += two(11) + '\x08' + two(height) + two(width) + std::string("\x01\x01\x11\x00", 4);
    for (int i = 0; i < passes; ++i)
        file += "\xFF\xDA" + two(8) + std::string("\x01\x01\x00\x00\x3F\x00\x12", 7);
    return file + "\xFF\xD9";
}

}  // namespace xy
