#include "store/durable.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

#include "store/store_error.h"

namespace xy::store {
namespace fs = std::filesystem;
namespace {

constexpr std::array<std::string_view, 4> companions{"", "-wal", "-journal", "-count"};

fs::path beside(const fs::path& file, std::string_view suffix) {
    fs::path path = file;
    path += suffix;
    return path;
}

bool taken(const fs::path& file) {
    for (const std::string_view suffix : companions)
        if (fs::exists(fs::symlink_status(beside(file, suffix)))) return true;
    return false;
}

}  // namespace

void sync_folder(const fs::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = handle >= 0 && ::fsync(handle) == 0;
    const int reason = errno;
    if (handle >= 0) ::close(handle);
    // Some file systems of memory sticks cannot sync a folder; they say EINVAL, and there is nothing to be
    // done.
    if (!synced && reason != EINVAL)
        throw StoreError(StoreFailure::cannot_write,
                         "cannot write " + folder.string() + ": " + std::strerror(reason));
}

fs::path set_aside(const fs::path& file, const std::string& stamp) {
    const std::string name = file.stem().string() + ".damaged-" + stamp;
    fs::path target = file.parent_path() / (name + ".db");
    for (int number = 2; taken(target); ++number)
        target = file.parent_path() / (name + "-" + std::to_string(number) + ".db");
    try {
        for (const std::string_view suffix : companions)
            if (fs::exists(fs::symlink_status(beside(file, suffix))))
                fs::rename(beside(file, suffix), beside(target, suffix));
    } catch (const fs::filesystem_error& error) {
        throw StoreError(StoreFailure::cannot_write,
                         file.string() + " is damaged and cannot be set aside: " + error.code().message());
    }
    sync_folder(file.parent_path());
    return target;
}

}  // namespace xy::store
