#include "json/file_text.h"

#include <cerrno>
#include <cstring>
#include <fmt/core.h>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/utf8.h"
#include "json/syntax_problem.h"

namespace xy::json {
namespace {

namespace fs = std::filesystem;

constexpr unsigned bytes_per_mb = 1024 * 1024;

Problem about(const fs::path& file, int line, std::string what, std::string advice) {
    return {Severity::mistake, file.string(), line, "", std::move(what), std::move(advice)};
}

Problem too_large(const fs::path& file) {
    return about(file, 0, fmt::format("larger than {} MB", max_file_bytes / bytes_per_mb),
                 "split it into several files");
}

Problem not_utf8(const fs::path& file, std::string_view text, std::size_t offset) {
    const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const LineColumn place = line_column(text, offset);
    return about(file, place.line,
                 fmt::format("column {}: this is not UTF-8 text{}", place.column, utf16 ? " but UTF-16" : ""),
                 "save the file as UTF-8 in your editor");
}

}  // namespace

Problems unreadable(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found)
        return {about(file, 0, "there is no such file", "check its name")};
    if (error) return {about(file, 0, "cannot be read: " + error.message(), "")};
    if (!fs::is_regular_file(status)) return {about(file, 0, "is not a file", "name a .json file")};
    errno = 0;
    if (!std::ifstream(file, std::ios::binary))
        return {
            about(file, 0, fmt::format("cannot be read: {}", std::strerror(errno)), "check its permissions")};
    return {};
}

Checked<std::string> read_text(const fs::path& file) {
    Checked<std::string> result;
    result.problems = unreadable(file);
    if (!result.problems.empty()) return result;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || size > max_file_bytes) {
        result.problems.push_back(too_large(file));
        return result;
    }
    std::ifstream stream(file, std::ios::binary);
    // One byte more than announced: a file that grows while it is read is not waited for.
    std::string text(static_cast<std::size_t>(size) + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (stream.bad()) {
        result.problems.push_back(about(file, 0, "cannot be read to its end", "copy it again"));
        return result;
    }
    if (const auto offset = first_invalid_utf8(text)) {
        result.problems.push_back(not_utf8(file, text, *offset));
        return result;
    }
    result.value = std::move(text);
    return result;
}

}  // namespace xy::json
