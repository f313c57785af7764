#include "cli/whole_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>

#include "cli/command_line.h"

namespace xy::cli {
namespace {

[[noreturn]] void give_up(const std::filesystem::path& file, const std::filesystem::path& part, int error) {
    ::unlink(part.c_str());
    throw CannotDo("cannot write " + file.string() + ": " + std::strerror(error) +
                   "; what was there before is unchanged");
}

/// 0, or why not everything was written.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

}  // namespace

void write_whole_file(const std::filesystem::path& file, std::string_view bytes) {
    const std::filesystem::path part = file.string() + ".part";
    const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) give_up(file, part, errno);
    int error = write_all(descriptor, bytes);
    if (::close(descriptor) != 0 && error == 0) error = errno;
    if (error == 0 && ::rename(part.c_str(), file.c_str()) != 0) error = errno;
    if (error != 0) give_up(file, part, error);
}

}  // namespace xy::cli
