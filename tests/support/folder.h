// A folder of its own for each test, gone afterwards.
#pragma once

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <stdlib.h>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace xy {

class Folder {
 public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "xy-content-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) ADD_FAILURE() << "no temporary folder";
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    std::filesystem::path write(const std::filesystem::path& relative, std::string_view text) const {
        const std::filesystem::path file = path_ / relative;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary).write(text.data(), static_cast<std::streamsize>(text.size()));
        return file;
    }

 private:
    std::filesystem::path path_;
};

/// `text` with the first `from` replaced by `to`; a failure when there is none, so that no test checks
/// nothing.
inline std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) {
        ADD_FAILURE() << "the example does not have: " << from;
        return text;
    }
    return text.replace(at, from.size(), to);
}

/// The line of the first `part` in `text`, from 1.
inline int line_of(std::string_view text, std::string_view part) {
    const std::size_t at = text.find(part);
    if (at == std::string_view::npos) ADD_FAILURE() << "the example does not have: " << part;
    int line = 1;
    for (const char c : text.substr(0, at)) line += c == '\n' ? 1 : 0;
    return line;
}

/// All problems as they are printed, one a line.
inline std::string printed(const Problems& problems) {
    std::ostringstream text;
    for (const Problem& problem : problems) text << to_string(problem) << '\n';
    return text.str();
}

}  // namespace xy
