#include "base/regular_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace xy {
namespace {

class OpenFile {
 public:
    /// Without O_NONBLOCK the opening of a pipe would wait for its writer.
    explicit OpenFile(const std::filesystem::path& file)
        : handle_(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)) {}
    ~OpenFile() {
        if (handle_ >= 0) ::close(handle_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    int handle() const { return handle_; }

 private:
    int handle_;
};

/// Whether all that is there now, up to the size of `bytes`, was read into it.
bool read_into(std::string& bytes, int handle) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t count = ::read(handle, bytes.data() + at, bytes.size() - at);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        if (count == 0) break;
        at += static_cast<std::size_t>(count);
    }
    bytes.resize(at);
    return true;
}

}  // namespace

FileBytes read_regular_file(const std::filesystem::path& file, std::uintmax_t most_bytes) {
    const OpenFile open(file);
    struct stat status {};
    if (open.handle() < 0 || ::fstat(open.handle(), &status) != 0) return {{}, FileFault::unreadable, errno};
    if (!S_ISREG(status.st_mode)) return {{}, FileFault::no_file, 0};
    if (static_cast<std::uintmax_t>(status.st_size) > most_bytes) return {{}, FileFault::too_large, 0};
    FileBytes read;
    read.bytes.resize(static_cast<std::size_t>(status.st_size));
    if (!read_into(read.bytes, open.handle())) return {{}, FileFault::unreadable, errno};
    return read;
}

}  // namespace xy
