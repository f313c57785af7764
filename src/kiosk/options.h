// The command line of xiangyang-kiosk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "base/localized.h"

namespace xy::kiosk {

struct WindowSize {
    int width = 0;
    int height = 0;
};

struct Options {
    std::filesystem::path data;
    std::filesystem::path config;
    std::filesystem::path questions;
    std::optional<WindowSize> window;  ///< empty: the whole screen, without a border
    Language language = Language::zh;
    std::optional<std::uint64_t> seed;  ///< makes the draws repeatable; ids stay random
    int autoplay = 0;                   ///< automatic visitors, then exit; 0: none
    std::filesystem::path screenshots;  ///< empty: none
    std::filesystem::path probe;        ///< empty: none
    std::filesystem::path sticks;       ///< folder whose folders count as sticks; empty: what is mounted
    std::filesystem::path documents;    ///< folder for reports where there is no stick
    bool still = false;                 ///< no motion
    std::filesystem::path preview;      ///< a bank to draw into `out` instead of running; empty: none
    std::filesystem::path out;
};

/// The options, or the exit code after help was printed (0) or the usage was wrong (2).
std::variant<Options, int> parse_options(int argc, char** argv);

}  // namespace xy::kiosk
