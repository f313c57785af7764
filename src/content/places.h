// Where things lie when nobody says: the visitor data of this user, and the files shipped with the program.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace xy::content {

/// $XDG_DATA_HOME/xiangyang, or ~/.local/share/xiangyang. Not made. Empty when there is no home.
std::filesystem::path default_data_folder();

/// The folder `name` ("kiosk-config", "questions") that belongs to the program `executable`
/// (build/<preset>/bin/xiangyang or <prefix>/bin/xiangyang): the one of the source tree it was built in, else
/// <prefix>/share/xiangyang/`name`. Nothing when there is none.
std::optional<std::filesystem::path> find_shipped(std::string_view name,
                                                  const std::filesystem::path& executable);

/// The file of the running program.
std::filesystem::path this_executable();

}  // namespace xy::content
