#include "bank/picture_file.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <string_view>
#include <system_error>
#include <variant>

#include "bank/picture_content.h"

namespace xy::bank {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> suffixes{".svg", ".png", ".jpg", ".jpeg"};

struct PathProblem {
    std::string what;
    std::string advice;
};

/// What is wrong with the words of the path, before the disk is asked.
PathProblem problem_with_words(const std::string& relative) {
    const fs::path path(relative);
    constexpr std::string_view inside = "write a path inside the bank's folder, like pictures/scales.svg";
    if (relative.empty()) return {"the path of the picture is empty", std::string(inside)};
    if (relative.find_first_of(std::string_view("\\\0", 2)) != std::string::npos)
        return {fmt::format("{} is not a path", in_quotes(relative)), "separate folders with /"};
    if (path.is_absolute())
        return {fmt::format("{} is an absolute path", in_quotes(relative)), std::string(inside)};
    for (const fs::path& part : path)
        if (part == ".." || part == "." || part.empty())
            return {fmt::format("{} leads outside the bank's folder, or around in it", in_quotes(relative)),
                    std::string(inside)};
    const std::string suffix = path.extension().string();
    if (std::find(suffixes.begin(), suffixes.end(), suffix) == suffixes.end())
        return {fmt::format("{} is not a picture", in_quotes(relative)),
                "use a .svg, .png, .jpg or .jpeg file"};
    return {};
}

/// What is wrong with the file. Every step of the way is looked at without following links: a link inside the
/// folder would lead to any file of the machine.
PathProblem problem_with_file(const std::string& relative, const fs::path& folder) {
    fs::path way = folder;
    fs::file_status status;
    for (const fs::path& part : fs::path(relative)) {
        way /= part;
        std::error_code error;
        status = fs::symlink_status(way, error);
        if (status.type() == fs::file_type::not_found || status.type() == fs::file_type::none)
            return {fmt::format("there is no picture {}", in_quotes(relative)),
                    "add the file, or correct its name"};
        if (status.type() == fs::file_type::symlink)
            return {fmt::format("{} goes through a link", in_quotes(relative)),
                    "copy the file into the bank's folder"};
    }
    if (!fs::is_regular_file(status))
        return {fmt::format("{} is not a file", in_quotes(relative)), "name a picture file"};
    return {};
}

/// What is wrong inside of it.
PathProblem problem_with_content(const std::string& relative, const fs::path& folder) {
    const CheckedPicture picture = read_picture_file(folder / relative);
    const auto* refusal = std::get_if<PictureRefusal>(&picture);
    if (refusal == nullptr) return {};
    return {fmt::format("the picture {} cannot be drawn: {}", in_quotes(relative), refusal->what),
            refusal->advice};
}

}  // namespace

void check_picture(const std::string& relative, const fs::path& folder, const SourceLocation& place,
                   ProblemCollector& collector) {
    PathProblem problem = problem_with_words(relative);
    if (problem.what.empty()) problem = problem_with_file(relative, folder);
    if (problem.what.empty()) problem = problem_with_content(relative, folder);
    if (!problem.what.empty()) collector.mistake(place, problem.what, problem.advice);
}

std::string picture_path(const std::string& relative, const fs::path& folder) {
    return (folder / relative).lexically_normal().string();
}

}  // namespace xy::bank
