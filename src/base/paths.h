// Where things lie when nobody says: the visitor data of this user, and the files shipped with the program.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace xy {

/// $XDG_DATA_HOME/xiangyang, or ~/.local/share/xiangyang. Not made. Empty when there is no home.
std::filesystem::path default_data_folder();

/// The folder for documents that `user_dirs` (the text of user-dirs.dirs,
/// https://www.freedesktop.org/wiki/Software/xdg-user-dirs/) names; nothing when it names none, or `home`
/// itself.
std::optional<std::filesystem::path> documents_in(std::string_view user_dirs,
                                                  const std::filesystem::path& home);

/// This user's folder for documents (文档); nothing when it is not set or not there.
std::optional<std::filesystem::path> documents_folder();

/// The folder `name` ("kiosk-config", "questions", "assets") that belongs to the program `executable`
/// (<prefix>/bin/xiangyang or build/<preset>/bin/xiangyang): <prefix>/share/xiangyang/`name`, else the one of
/// the source tree it was built in. Nothing when there is none.
std::optional<std::filesystem::path> find_shipped(std::string_view name,
                                                  const std::filesystem::path& executable);

/// The file of the running program.
std::filesystem::path this_executable();

}  // namespace xy
